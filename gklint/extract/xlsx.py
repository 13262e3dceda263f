"""``xlsx``: a workbook with a report on each row and their sums, and a sheet about the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import groupby

from gklint import words
from gklint.errors import UsageError
from gklint.extract.columns import OWNER, Column, Value, columns, printed
from gklint.extract.sheets import BOLD, HEADING, Cell, Sheet, Sum, letters, new_book
from gklint.findings.messages import Speaker
from gklint.model.abstract import State
from gklint.model.facts import Cell as Found
from gklint.model.facts import Facts
from gklint.ruleset.loading import RuleSet
from gklint.words import say

_MOST_ROWS = 1_048_576
_WIDTHS = {"agency": 24, "year": 7, "path": 28, "error_message": 40, "title": 48, "address": 32}
_WIDTH, _NUMBER_WIDTH = 13, 11
_HEIGHTS = (15, 30, 30, 45)
HEADS = len(_HEIGHTS)
"""How many rows say what stands below: the table, the group of rows, the row, the column."""
_LONGEST = 60


def workbook(reports: Iterable[Facts], rules: RuleSet, lang: str | None) -> Iterator[bytes]:
    """An XLSX file.  Raises UsageError when there are more reports than a sheet has rows."""
    speaker = Speaker(rules.form.structure, lang or words.DEFAULT)
    every = columns(speaker, partial(printed, speaker))
    rows = [*_rows(reports, every, speaker.lang)]
    shown = present(every, rows)
    with new_book() as book:
        summary(book.sheet(speaker.said("columns.summary-sheet")), shown, rows, speaker.lang)
        _legend(book.sheet(speaker.said("columns.legend-sheet")), shown, speaker.lang)
        yield from book.written()


Row = Mapping[str, Value | Cell]
"""What a report says in each column, by their names; nothing in those that its format lacks."""


def present(every: Sequence[Column], rows: Iterable[Row]) -> list[Column]:
    """The columns, of cells only those of formats that there are."""
    there = {name for row in rows for name in row}
    return [column for column in every if column.cell is None or column.name in there]


def _rows(reports: Iterable[Facts], every: Sequence[Column], lang: str) -> Iterator[Row]:
    """What is kept of each report: which columns there are is known when all have come."""
    most = _MOST_ROWS - HEADS - 1  # the sums
    for count, report in enumerate(reports, 1):
        if count > most:
            raise UsageError("usage.extract-too-many", limit=most)
        row: dict[str, Value | Cell] = {}
        for column in every:
            found = report.cell(column.cell) if column.cell else None
            if found and found.state is not State.NUMBER:
                row[column.name] = without_number(found, lang)
            elif (value := column.value(report)) not in (None, ""):
                row[column.name] = value
        yield row


def without_number(found: Found, lang: str) -> Cell:
    """A cell that should have a number and has none: why."""
    text = (found.text or "").strip()
    state = "dash" if text and found.state is State.BLANK else found.state.value
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return Cell(None).noted(say(lang, f"columns.cell-{state}", text=shown))


def summary(sheet: Sheet, shown: Sequence[Column], rows: Sequence[Row], lang: str) -> None:
    """A sheet with a report on each row, their numbers, and the sums below."""
    sheet.set_widths(
        _NUMBER_WIDTH if column.cell else _WIDTHS.get(column.name, _WIDTH) for column in shown
    )
    sheet.freeze(HEADS, OWNER)
    blocks = [*_blocks(shown)]
    for level, height in enumerate(_HEIGHTS):
        cells = (_head(shown, number, level) for number in range(len(shown)))
        sheet.append(cells, height, blocks if level < HEADS - 1 else ())
    for row in rows:
        sheet.append([row.get(column.name) for column in shown])
    last = sheet.rows
    if rows:
        sheet.append(_sums(shown, rows, lang))
    sheet.filter(HEADS, len(shown), last)


def _blocks(shown: Sequence[Column]) -> Iterator[range]:
    """The columns of each row of a table that has several."""
    for _, numbers in groupby(range(len(shown)), key=lambda number: shown[number].parts[:-1]):
        start, *others = numbers
        if others and shown[start].parts:
            yield range(start, others[-1] + 1)


def _head(shown: Sequence[Column], number: int, level: int) -> Cell | None:
    """What stands above a column in a row of the head; once above the columns of a row."""
    column, bottom = shown[number], level == HEADS - 1
    if not column.parts:
        return Cell(column.printed, HEADING) if bottom else None
    begins = shown[number - 1].parts[:-1] != column.parts[:-1]
    return Cell(column.parts[level], HEADING) if bottom or begins else None


def _sums(shown: Sequence[Column], rows: Sequence[Row], lang: str) -> Iterator[Cell | None]:
    """Below the numbers their sums."""
    yield Cell(say(lang, "columns.sum"), HEADING)
    for letter, column in zip(letters(len(shown))[1:], shown[1:], strict=True):
        yield _sum(letter, column, rows, lang)


def _sum(letter: str, column: Column, rows: Sequence[Row], lang: str) -> Cell | None:
    """The sum of a column of numbers, of the rows that a filter leaves; and of what it is not."""
    if column.cell is None:
        return None
    formula = f"=SUBTOTAL(109,{letter}{HEADS + 1}:{letter}{HEADS + len(rows)})"
    found = [row.get(column.name) for row in rows]
    total = sum(each for each in found if isinstance(each, int | Decimal))
    cell = Cell(Sum(formula, total), BOLD)
    without = sum(isinstance(each, Cell) for each in found)
    return cell.noted(say(lang, "columns.sum-without", count=without)) if without else cell


def _legend(sheet: Sheet, shown: Sequence[Column], lang: str) -> None:
    """What the columns are: where they stand, their printed names and their names elsewhere."""
    sheet.set_widths((6, 70, 44, 60))
    sheet.freeze(1, 0)
    heads = (say(lang, f"columns.legend-{name}") for name in ("column", "head", "name", "means"))
    sheet.append(Cell(text, HEADING) for text in heads)
    for letter, column in zip(letters(len(shown)), shown, strict=True):
        sheet.append((letter, column.printed, column.name, column.meaning))
