"""``xlsx``: a workbook with a report on each row, and a sheet that explains the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gklint.errors import UsageError
from gklint.extract.columns import Column, Value, columns, printed
from gklint.findings.messages import Speaker
from gklint.model.facts import Facts
from gklint.ruleset.loading import RuleSet
from gklint.text.values import Number
from gklint.words import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

Sheet = Any  # a write-only sheet has more than its published types say
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_ROWS = 1_048_576
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can tell
_CHUNK = 1 << 20
_WIDTHS = {"path": 36, "agency": 28, "title": 48, "error_message": 40, "address": 32}
_WIDTH = 13


def workbook(reports: Iterable[Facts], rules: RuleSet, lang: str) -> Iterator[bytes]:
    """An XLSX file.  Raises UsageError when there are more reports than a sheet has rows."""
    from openpyxl import Workbook

    speaker = Speaker(rules.form.structure, lang)
    shown = columns(speaker, partial(printed, speaker))
    book = Workbook(write_only=True)
    # A sheet that is left open complains when it is thrown away.
    with closing(book.create_sheet(say(lang, "columns.summary-sheet"))) as sheet:
        _summary(sheet, shown, reports)
    with closing(book.create_sheet(say(lang, "columns.legend-sheet"))) as sheet:
        _legend(sheet, shown, lang)
    with TemporaryFile() as file:
        _save(book, file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _summary(sheet: Sheet, shown: Sequence[Column], reports: Iterable[Facts]) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(shown, 1):
        width = _WIDTHS.get(column.name, _WIDTH)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.append([_heading(sheet, column.printed) for column in shown])
    rows = 1
    for report in reports:
        rows += 1
        if rows > _MOST_ROWS:
            raise UsageError("usage.extract-too-many", limit=_MOST_ROWS - 1)
        sheet.append([_cell(sheet, column.value(report)) for column in shown])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(shown))}{rows}"


def _legend(sheet: Sheet, shown: Sequence[Column], lang: str) -> None:
    """What the columns are: where they stand, their printed names and their names elsewhere."""
    from openpyxl.utils import get_column_letter

    for letter, width in zip("ABCD", (6, 70, 44, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    heads = (say(lang, f"columns.legend-{name}") for name in ("column", "head", "name", "means"))
    sheet.append([_heading(sheet, text) for text in heads])
    for number, column in enumerate(shown, 1):
        texts = (get_column_letter(number), column.printed, column.name, column.meaning)
        sheet.append([_cell(sheet, text) for text in texts])


def _heading(sheet: Sheet, text: str) -> Cell:
    from openpyxl.styles import Alignment, Font

    cell = _text(sheet, text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Sheet, value: Value) -> Number | Cell | None:
    if isinstance(value, str):
        return _text(sheet, value) if value else None
    return value


def _text(sheet: Sheet, text: str) -> Cell:
    """A cell of text, also where that looks like a formula or an error value."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, _ILLEGAL.sub("", text))
    cell.data_type = "s"
    return cell


class _Archive(ZipFile):
    """A ZIP file without times: of equal reports it has equal bytes."""

    def open(
        self,
        name: str | ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        if isinstance(name, ZipInfo):
            name.date_time = _NO_TIME
        return super().open(name, mode, pwd, force_zip64=force_zip64)


def _save(book: Workbook, file: IO[bytes]) -> None:
    from openpyxl.writer.excel import ExcelWriter

    book.properties.creator = "gklint"
    book.properties.created = book.properties.modified = datetime(*_NO_TIME)
    ExcelWriter(book, _Archive(file, "w", ZIP_DEFLATED)).save()
