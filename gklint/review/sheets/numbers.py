"""数据: a row for each report with all its numbers, as ``extract`` writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from gklint.extract.columns import Value, columns, printed
from gklint.extract.sheets import Cell, Sheet
from gklint.extract.xlsx import HEADS, Row, present, summary, without_number
from gklint.findings.messages import Speaker
from gklint.model.abstract import Abstract
from gklint.model.facts import Cell as Found
from gklint.model.outcomes import CellName
from gklint.review.gathering import Gathered

_FILE = ("agency", "year", "path", "format")


def numbers(sheet: Sheet, gathered: Gathered, speaker: Speaker) -> None:
    """Write the sheet; a cell that is no number has a note why."""
    every = columns(speaker, partial(printed, speaker))
    names = {column.cell: column.name for column in every if column.cell}
    reports = [case.read.abstract for case in gathered.cases if case.read.abstract]
    rows = [_row(report, names, speaker.lang) for report in reports]
    shown = [column for column in present(every, rows) if column.cell or column.name in _FILE]
    sheet.set_page(HEADS)
    summary(sheet, shown, rows, speaker.lang)


def _row(report: Abstract, names: Mapping[CellName, str], lang: str) -> Row:
    found: dict[str, Value | Cell] = {name: getattr(report, name) for name in _FILE}
    for table, figures in report.tables.items():
        for (row, column), number in figures.numbers.items():
            name = names[CellName(table, row, column)]
            found[name] = number
            if number is None:
                state = figures[row, column].state
                found[name] = without_number(Found(None, None, state, None, None), lang)
    return found
