"""数据: a row for each report with all its numbers, as ``extract`` writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from gklint.extract.columns import columns, printed
from gklint.extract.sheets import Sheet
from gklint.extract.xlsx import HEADS, Row, present, summary
from gklint.findings.messages import Speaker
from gklint.model.abstract import Abstract
from gklint.model.facts import Cell
from gklint.model.outcomes import CellName
from gklint.review.gathering import Gathered

_FILE = ("agency", "year", "path", "format")


def numbers(sheet: Sheet, gathered: Gathered, speaker: Speaker) -> None:
    """Write the sheet; a cell that is no number has a note why."""
    every = columns(speaker, partial(printed, speaker))
    names = {column.cell: column.name for column in every if column.cell}
    rows = [_row(case.read.abstract, names) for case in gathered.cases if case.read.abstract]
    shown = [column for column in present(every, rows) if column.cell or column.name in _FILE]
    sheet.set_page(HEADS)
    summary(sheet, shown, rows, speaker.lang)


def _row(report: Abstract, names: Mapping[CellName, str]) -> Row:
    values = {name: getattr(report, name) for name in _FILE}
    unclear = {}
    for table, figures in report.tables.items():
        for (row, column), number in figures.numbers.items():
            cell = CellName(table, row, column)
            if number is None:
                state = figures[row, column].state
                unclear[names[cell]] = Cell(None, None, state, None, None)
            else:
                values[names[cell]] = number
    return Row(values, unclear)
