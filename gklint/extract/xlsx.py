"""``xlsx``: a workbook with a report on each row and their sums, and a sheet about the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from gklint import words
from gklint.errors import UsageError
from gklint.extract.columns import OWNER, Column, Value, columns, printed
from gklint.extract.sheets import Sheet, bold, heading, noted, saved, text_cell
from gklint.findings.messages import Speaker
from gklint.model.abstract import State
from gklint.model.facts import Cell as Found
from gklint.model.facts import Facts
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import RuleSet
from gklint.text.values import Number
from gklint.words import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_MOST_ROWS = 1_048_576
_WIDTHS = {"agency": 24, "year": 7, "path": 28, "error_message": 40, "title": 48, "address": 32}
_WIDTH, _NUMBER_WIDTH = 13, 11
_HEIGHTS = (15, 30, 30, 45)
HEADS = len(_HEIGHTS)
"""How many rows say what stands below: the table, the group of rows, the row, the column."""
_LONGEST = 60


def workbook(reports: Iterable[Facts], rules: RuleSet, lang: str | None) -> Iterator[bytes]:
    """An XLSX file.  Raises UsageError when there are more reports than a sheet has rows."""
    from openpyxl import Workbook

    speaker = Speaker(rules.form.structure, lang or words.DEFAULT)
    every = columns(speaker, partial(printed, speaker))
    rows = [*_rows(reports, every)]
    shown = present(every, rows)
    book = Workbook(write_only=True)
    # A sheet that is left open complains when it is thrown away.
    with closing(book.create_sheet(speaker.said("columns.summary-sheet"))) as sheet:
        summary(sheet, shown, rows, speaker.lang)
    with closing(book.create_sheet(speaker.said("columns.legend-sheet"))) as sheet:
        _legend(sheet, shown, speaker.lang)
    yield from saved(book)


class Row(NamedTuple):
    """A report: what its columns say, by their names, and the cells of its format.

    A cell that is no number is kept, to say why.
    """

    values: Mapping[str, Value]
    cells: Mapping[CellName, Found | None]


def present(every: Sequence[Column], rows: Iterable[Row]) -> list[Column]:
    """The columns, of cells only those of formats that there are."""
    there = {cell for row in rows for cell in row.cells}
    return [column for column in every if column.cell is None or column.cell in there]


def _rows(reports: Iterable[Facts], every: Sequence[Column]) -> Iterator[Row]:
    """What is kept of each report: which columns there are is known when all have come."""
    most = _MOST_ROWS - HEADS - 1  # the sums
    for count, report in enumerate(reports, 1):
        if count > most:
            raise UsageError("usage.extract-too-many", limit=most)
        values = ((column.name, column.value(report)) for column in every)
        found = ((name, report.cell(name)) for column in every if (name := column.cell))
        yield Row(
            {name: value for name, value in values if value is not None},
            {name: None if it.state is State.NUMBER else it for name, it in found if it},
        )


def summary(sheet: Sheet, shown: Sequence[Column], rows: Sequence[Row], lang: str) -> None:
    """A sheet with a report on each row, their numbers, and the sums below."""
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(shown) + 1)]
    for letter, column in zip(letters, shown, strict=True):
        width = _NUMBER_WIDTH if column.cell else _WIDTHS.get(column.name, _WIDTH)
        sheet.column_dimensions[letter].width = width
    first, last = HEADS + 1, HEADS + len(rows)
    sheet.freeze_panes = f"{letters[OWNER]}{first}"
    for level, height in enumerate(_HEIGHTS):
        sheet.row_dimensions[level + 1].height = height
        sheet.append([_head(sheet, shown, number, level) for number in range(len(shown))])
    for row in rows:
        sheet.append([_cell(sheet, column, row, lang) for column in shown])
    if rows:
        below = zip(letters, shown, strict=True)
        sums = [_sum(sheet, f"{at}{first}:{at}{last}", column, rows, lang) for at, column in below]
        sheet.append([heading(sheet, say(lang, "columns.sum")), *sums[1:]])
    for block in _blocks(shown):
        for level in range(1, HEADS):
            sheet.merged_cells.add(
                f"{letters[block.start]}{level}:{letters[block.stop - 1]}{level}"
            )
    sheet.auto_filter.ref = f"A{HEADS}:{letters[-1]}{last}"


def _blocks(shown: Sequence[Column]) -> Iterator[range]:
    """The columns of each row of a table that has several."""
    for _, numbers in groupby(range(len(shown)), key=lambda number: shown[number].parts[:-1]):
        start, *others = numbers
        if others and shown[start].parts:
            yield range(start, others[-1] + 1)


def _head(sheet: Sheet, shown: Sequence[Column], number: int, level: int) -> Cell | None:
    """What stands above a column in a row of the head; once above the columns of a row."""
    column, bottom = shown[number], level == HEADS - 1
    if not column.parts:
        return heading(sheet, column.printed) if bottom else None
    begins = shown[number - 1].parts[:-1] != column.parts[:-1]
    return heading(sheet, column.parts[level]) if bottom or begins else None


def _cell(sheet: Sheet, column: Column, row: Row, lang: str) -> Number | Cell | None:
    """What a report has in a column; where that should be a number and is none, why."""
    value = row.values.get(column.name)
    unclear = row.cells.get(column.cell) if column.cell else None
    if unclear:
        return noted(text_cell(sheet, ""), _reason(unclear, lang))
    if isinstance(value, str):
        return text_cell(sheet, value) if value else None
    return value


def _reason(found: Found, lang: str) -> str:
    """Why a cell has no number."""
    text = (found.text or "").strip()
    state = "dash" if text and found.state is State.BLANK else found.state.value
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return say(lang, f"columns.cell-{state}", text=shown)


def _sum(sheet: Sheet, cells: str, column: Column, rows: Sequence[Row], lang: str) -> Cell | None:
    """The sum of a column of numbers, of the rows that a filter leaves; and of what it is not."""
    from openpyxl.cell import WriteOnlyCell

    if column.cell is None:
        return None
    cell = bold(WriteOnlyCell(sheet, f"=SUBTOTAL(109,{cells})"))
    without = sum(row.cells.get(column.cell) is not None for row in rows)
    return noted(cell, say(lang, "columns.sum-without", count=without)) if without else cell


def _legend(sheet: Sheet, shown: Sequence[Column], lang: str) -> None:
    """What the columns are: where they stand, their printed names and their names elsewhere."""
    from openpyxl.utils import get_column_letter

    for letter, width in zip("ABCD", (6, 70, 44, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    heads = (say(lang, f"columns.legend-{name}") for name in ("column", "head", "name", "means"))
    sheet.append([heading(sheet, text) for text in heads])
    for number, column in enumerate(shown, 1):
        texts = (get_column_letter(number), column.printed, column.name, column.meaning)
        sheet.append([text_cell(sheet, text) for text in texts])
