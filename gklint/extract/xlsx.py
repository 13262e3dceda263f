"""``xlsx``: a workbook with a report on each row and their sums, and a sheet about the columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gklint import words
from gklint.errors import UsageError
from gklint.extract.columns import OWNER, Column, Value, columns, printed
from gklint.findings.messages import Speaker
from gklint.model.abstract import State
from gklint.model.facts import Cell as Found
from gklint.model.facts import Facts
from gklint.model.outcomes import CellName
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
_WIDTHS = {"agency": 24, "year": 7, "path": 28, "error_message": 40, "title": 48, "address": 32}
_WIDTH, _NUMBER_WIDTH = 13, 11
_HEIGHTS = (15, 30, 30, 45)
_HEADS = len(_HEIGHTS)
"""How many rows say what stands below: the table, the group of rows, the row, the column."""
_UNCLEAR = "FFF2CC"  # light yellow: there is no number
_LONGEST = 60


def workbook(reports: Iterable[Facts], rules: RuleSet, lang: str | None) -> Iterator[bytes]:
    """An XLSX file.  Raises UsageError when there are more reports than a sheet has rows."""
    from openpyxl import Workbook

    speaker = Speaker(rules.form.structure, lang or words.DEFAULT)
    every = columns(speaker, partial(printed, speaker))
    rows = [*_rows(reports, every)]
    there = {cell for row in rows for cell in row.cells}
    shown = [column for column in every if column.cell is None or column.cell in there]
    book = Workbook(write_only=True)
    # A sheet that is left open complains when it is thrown away.
    with closing(book.create_sheet(speaker.said("columns.summary-sheet"))) as sheet:
        _summary(sheet, shown, rows, speaker.lang)
    with closing(book.create_sheet(speaker.said("columns.legend-sheet"))) as sheet:
        _legend(sheet, shown, speaker.lang)
    with TemporaryFile() as file:
        _save(book, file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


class _Row(NamedTuple):
    """A report: what its columns say, by their names, and the cells of its format.

    A cell that is no number is kept, to say why.
    """

    values: Mapping[str, Value]
    cells: Mapping[CellName, Found | None]


def _rows(reports: Iterable[Facts], every: Sequence[Column]) -> Iterator[_Row]:
    """What is kept of each report: which columns there are is known when all have come."""
    most = _MOST_ROWS - _HEADS - 1  # the sums
    for count, report in enumerate(reports, 1):
        if count > most:
            raise UsageError("usage.extract-too-many", limit=most)
        values = ((column.name, column.value(report)) for column in every)
        found = ((name, report.cell(name)) for column in every if (name := column.cell))
        yield _Row(
            {name: value for name, value in values if value is not None},
            {name: None if it.state is State.NUMBER else it for name, it in found if it},
        )


def _summary(sheet: Sheet, shown: Sequence[Column], rows: Sequence[_Row], lang: str) -> None:
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(shown) + 1)]
    for letter, column in zip(letters, shown, strict=True):
        width = _NUMBER_WIDTH if column.cell else _WIDTHS.get(column.name, _WIDTH)
        sheet.column_dimensions[letter].width = width
    first, last = _HEADS + 1, _HEADS + len(rows)
    sheet.freeze_panes = f"{letters[OWNER]}{first}"
    for level, height in enumerate(_HEIGHTS):
        sheet.row_dimensions[level + 1].height = height
        sheet.append([_head(sheet, shown, number, level) for number in range(len(shown))])
    for row in rows:
        sheet.append([_cell(sheet, column, row, lang) for column in shown])
    if rows:
        below = zip(letters, shown, strict=True)
        sums = [_sum(sheet, f"{at}{first}:{at}{last}", column, rows, lang) for at, column in below]
        sheet.append([_heading(sheet, say(lang, "columns.sum")), *sums[1:]])
    for block in _blocks(shown):
        for level in range(1, _HEADS):
            sheet.merged_cells.add(
                f"{letters[block.start]}{level}:{letters[block.stop - 1]}{level}"
            )
    sheet.auto_filter.ref = f"A{_HEADS}:{letters[-1]}{last}"


def _blocks(shown: Sequence[Column]) -> Iterator[range]:
    """The columns of each row of a table that has several."""
    for _, numbers in groupby(range(len(shown)), key=lambda number: shown[number].parts[:-1]):
        start, *others = numbers
        if others and shown[start].parts:
            yield range(start, others[-1] + 1)


def _head(sheet: Sheet, shown: Sequence[Column], number: int, level: int) -> Cell | None:
    """What stands above a column in a row of the head; once above the columns of a row."""
    column, bottom = shown[number], level == _HEADS - 1
    if not column.parts:
        return _heading(sheet, column.printed) if bottom else None
    begins = shown[number - 1].parts[:-1] != column.parts[:-1]
    return _heading(sheet, column.parts[level]) if bottom or begins else None


def _cell(sheet: Sheet, column: Column, row: _Row, lang: str) -> Number | Cell | None:
    """What a report has in a column; where that should be a number and is none, why."""
    value = row.values.get(column.name)
    unclear = row.cells.get(column.cell) if column.cell else None
    if unclear:
        return _noted(_text(sheet, ""), _reason(unclear, lang))
    if isinstance(value, str):
        return _text(sheet, value) if value else None
    return value


def _reason(found: Found, lang: str) -> str:
    """Why a cell has no number."""
    text = (found.text or "").strip()
    state = "dash" if text and found.state is State.BLANK else found.state.value
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return say(lang, f"columns.cell-{state}", text=shown)


def _sum(sheet: Sheet, cells: str, column: Column, rows: Sequence[_Row], lang: str) -> Cell | None:
    """The sum of a column of numbers, of the rows that a filter leaves; and of what it is not."""
    from openpyxl.cell import WriteOnlyCell

    if column.cell is None:
        return None
    cell = _bold(WriteOnlyCell(sheet, f"=SUBTOTAL(109,{cells})"))
    without = sum(row.cells.get(column.cell) is not None for row in rows)
    return _noted(cell, say(lang, "columns.sum-without", count=without)) if without else cell


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
        sheet.append([_text(sheet, text) for text in texts])


def _heading(sheet: Sheet, text: str) -> Cell:
    from openpyxl.styles import Alignment

    cell = _bold(_text(sheet, text))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _bold(cell: Cell) -> Cell:
    from openpyxl.styles import Font

    cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True)
    return cell


def _noted(cell: Cell, note: str) -> Cell:
    """A cell that has something to be looked at, and what."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=_UNCLEAR)
    cell.comment = Comment(_ILLEGAL.sub("", note), "gklint")
    return cell


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
