"""A sheet of a workbook: its values as computed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.blocks import Cell, Paragraph, Run, Table
from gklint.formats.limits import Limits

if TYPE_CHECKING:
    from openpyxl import Workbook

_KIND = "xlsx"
Coordinates = tuple[int, int]


def table_of(data: bytes, limits: Limits) -> Table[None]:
    """The sheet that shows when the workbook is opened, with merged cells whole.

    Raises UnreadableFileError.
    """
    sheet = _opened(data, limits).active
    if sheet is None or not hasattr(sheet, "merged_cells"):  # a chart
        return Table(())
    limits.check("pieces", sheet.max_row * sheet.max_column)
    sizes: dict[Coordinates, Coordinates] = {}
    covered: set[Coordinates] = set()
    for merged in sheet.merged_cells.ranges:
        first = merged.min_row, merged.min_col
        sizes[first] = merged.max_row - first[0] + 1, merged.max_col - first[1] + 1
        covered |= {at for at in _within(merged.bounds) if at != first}
    rows = [
        tuple(
            _cell(cell, *sizes.get((number, column), (1, 1)))
            for column, cell in enumerate(row, start=1)
            if (number, column) not in covered
        )
        for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1, values_only=True), 1)
    ]
    return Table(tuple(rows))


def sheets_of(data: bytes, limits: Limits) -> Iterator[list[list[str]]]:
    """The sheets as rows of texts; what stands in merged cells stands in each of them.

    Raises UnreadableFileError.
    """
    for sheet in _opened(data, limits).worksheets:
        limits.check("pieces", sheet.max_row * sheet.max_column)
        rows = [[*map(_text, row)] for row in sheet.iter_rows(1, None, 1, None, values_only=True)]
        for merged in sheet.merged_cells.ranges:
            for row, column in _within(merged.bounds):
                rows[row - 1][column - 1] = rows[merged.min_row - 1][merged.min_col - 1]
        yield rows


def _opened(data: bytes, limits: Limits) -> Workbook:
    from openpyxl import load_workbook  # slow to import, and few files hold a workbook

    archive = Archive(data, _KIND, limits)
    limits.check_bytes("text", sum(entry.file_size for entry in archive.entries))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, which is no text
            return load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # on a damaged file openpyxl raises nearly anything
        raise UnreadableFileError("damaged", kind=_KIND) from error


def _within(bounds: tuple[int, int, int, int]) -> Iterator[Coordinates]:
    left, top, right, bottom = bounds
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _cell(found: object, down: int, across: int) -> Cell[None]:
    text = _text(found)
    runs = (Run(text, None),) if text else ()
    return Cell((Paragraph(runs, None),) if runs else (), None, across, down)


def _text(found: object) -> str:
    """A value as Excel shows it where no format is set."""
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    return "" if found is None else str(found)
