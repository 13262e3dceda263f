"""A table of a sheet: heads that stay in sight, filters, widths, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from gklint.extract.sheets import Sheet, heading, text_cell
from gklint.text.values import Number

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_A4 = 9
_LINE, _MOST_LINES = 15, 27  # points; a row can have 409
_BLUE = "0563C1"
RED, YELLOW, GREEN, GREY = "FFC7CE", "FFEB9C", "C6EFCE", "D9D9D9"
"""Grounds that leave black letters easy to read, also in print."""


class Link(NamedTuple):
    """Words that lead to a file; ``target``: its path from the workbook, with ``/``."""

    words: str
    target: str


class Marked(NamedTuple):
    """A value on a ground of a colour."""

    value: str | int
    ground: str


Value = str | Number | Link | Marked | None


class Column(NamedTuple):
    """A column: its head, and its width in letters."""

    head: str
    width: float


def write(sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table; texts stay texts, whatever they look like."""
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
    for letter, column in zip(letters, columns, strict=True):
        sheet.column_dimensions[letter].width = column.width
    sheet.freeze_panes = "B2"
    set_page(sheet, 1)
    sheet.append([heading(sheet, column.head) for column in columns])
    last = 1
    for last, row in enumerate(rows, 2):
        lines = max(_lines(value, column.width) for value, column in zip(row, columns, strict=True))
        if lines > 1:  # not every program makes room for them by itself
            sheet.row_dimensions[last].height = _LINE * min(lines, _MOST_LINES)
        places = (f"{letter}{last}" for letter in letters)
        cells = [_cell(sheet, *each) for each in zip(row, places, strict=True)]
        sheet.append([_on_top(sheet, each) for each in cells] if lines > 1 else cells)
    sheet.auto_filter.ref = f"A1:{letters[-1]}{last}"


def _lines(value: Value, width: float) -> int:
    """How many lines a value takes in a column; most signs that are not ASCII are two wide."""
    if isinstance(value, Link):
        value = value.words
    if not isinstance(value, str):
        return 1
    lines = value.split("\n")
    return sum(
        max(ceil((len(line) + len(line.encode("utf-8", "replace"))) / 2 / width), 1)
        for line in lines
    )


def set_page(sheet: Sheet, heads: int) -> None:
    """A4 in landscape, as wide as a page, with so many rows of heads on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{heads}"


def _cell(sheet: Sheet, value: Value, at: str) -> Number | Cell | None:
    if isinstance(value, Link):
        return _linked(sheet, value, at)
    if isinstance(value, Marked):
        return _marked(sheet, value)
    return _wrapped(text_cell(sheet, value)) if isinstance(value, str) else value


def _on_top(sheet: Sheet, cell: Number | Cell | None) -> Cell | None:
    """A number as high in its row as the words beside it."""
    from openpyxl.cell import WriteOnlyCell

    if isinstance(cell, int | float | Decimal):
        return _wrapped(WriteOnlyCell(sheet, cell))  # type: ignore[arg-type]
    return cell


def _wrapped(cell: Cell) -> Cell:
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _marked(sheet: Sheet, value: Marked) -> Cell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import PatternFill

    shown = value.value
    cell = text_cell(sheet, shown) if isinstance(shown, str) else WriteOnlyCell(sheet, shown)
    cell.fill = PatternFill("solid", fgColor=value.ground)
    return _wrapped(cell)


def _linked(sheet: Sheet, link: Link, at: str) -> Cell:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell = _wrapped(text_cell(sheet, link.words))
    cell.font = Font(name=cell.font.name, size=cell.font.size, color=_BLUE, underline="single")
    # A write-only cell does not know where it will stand; names of files are not only ASCII.
    sheet._hyperlinks.append(Hyperlink(ref=at, target=quote(link.target, safe="/:")))
    return cell
