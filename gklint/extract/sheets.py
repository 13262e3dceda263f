"""Cells and files of workbooks, as all that write them have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

Sheet = Any  # a write-only sheet has more than its published types say
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can tell
_CHUNK = 1 << 20
_UNCLEAR = "FFF2CC"  # light yellow: there is no number


def saved(book: Workbook) -> Iterator[bytes]:
    """The bytes of a workbook."""
    with TemporaryFile() as file:
        _save(book, file)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def heading(sheet: Sheet, words: str) -> Cell:
    """A cell of a head."""
    from openpyxl.styles import Alignment

    cell = bold(text_cell(sheet, words))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def bold(cell: Cell) -> Cell:
    """A cell in bold."""
    from openpyxl.styles import Font

    cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True)
    return cell


def noted(cell: Cell, note: str) -> Cell:
    """A cell that has something to be looked at, and what."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=_UNCLEAR)
    cell.comment = Comment(_ILLEGAL.sub("", note), "gklint")
    return cell


def text_cell(sheet: Sheet, words: str) -> Cell:
    """A cell of text, also where that looks like a formula or an error value."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, _ILLEGAL.sub("", words))
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
