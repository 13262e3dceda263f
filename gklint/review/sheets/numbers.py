"""数据: a row for each report with all its numbers, as ``extract`` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from gklint.extract.columns import columns, dotted, printed
from gklint.extract.sheets import Sheet
from gklint.extract.xlsx import HEADS, Row, present, summary
from gklint.findings.messages import Speaker
from gklint.model.abstract import Abstract, State
from gklint.model.document import Address
from gklint.model.facts import Cell
from gklint.model.outcomes import CellName
from gklint.review.gathering import Gathered

_FILE = ("agency", "year", "path", "format")


def numbers(sheet: Sheet, gathered: Gathered, speaker: Speaker) -> None:
    """Write the sheet; a cell that is no number has a note why."""
    rows = [_row(case.read.abstract) for case in gathered.cases if case.read.abstract]
    known = present(columns(speaker, partial(printed, speaker)), rows)
    every = [column for column in known if column.cell or column.name in _FILE]
    sheet.set_page(HEADS)
    summary(sheet, every, rows, speaker.lang)


def _row(report: Abstract) -> Row:
    file = {name: getattr(report, name) for name in _FILE}
    cells = dict(_cells(report))
    read = {dotted(Address(*name)): figure for name, figure in cells.items()}
    return Row(file | {name: value.value for name, value in read.items()}, _unclear(cells.items()))


def _cells(report: Abstract) -> Iterator[tuple[CellName, Cell]]:
    for table, figures in report.tables.items():
        for (row, column), figure in figures.items():
            cell = Cell(figure.number, None, figure.state, None, None)
            yield CellName(table, row, column), cell


def _unclear(cells: Iterable[tuple[CellName, Cell]]) -> dict[CellName, Cell | None]:
    """All cells; those that are numbers need no reason."""
    return {name: None if cell.state is State.NUMBER else cell for name, cell in cells}
