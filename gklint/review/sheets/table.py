"""A table of a sheet: heads that stay in sight, filters, widths, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from gklint.extract.sheets import HEADING, PLAIN, Cell, Look, Sheet
from gklint.ruleset.severity import Severity
from gklint.text.values import Number

_LINE, _MOST_LINES = 15, 27  # points; a row can have 409
_WRAPPED, _LINKED = Look(wrapped=True), Look(wrapped=True, link=True)
RED, YELLOW, GREEN, GREY = "FFC7CE", "FFEB9C", "C6EFCE", "D9D9D9"
"""Grounds that leave black letters easy to read, also in print."""

GROUNDS = {Severity.ERROR: RED, Severity.WARNING: YELLOW}
"""Those of findings by severity; others have none."""


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
    sheet.set_widths(column.width for column in columns)
    sheet.freeze(1, 1)
    sheet.set_page(1)
    sheet.append(Cell(column.head, HEADING) for column in columns)
    for row in rows:
        lines = max(_lines(value, column.width) for value, column in zip(row, columns, strict=True))
        if lines > 1:  # not every program makes room for them by itself
            height = _LINE * min(lines, _MOST_LINES)
            sheet.append((_cell(value, _WRAPPED) for value in row), height)
        else:
            sheet.append(_cell(value, PLAIN) for value in row)
    sheet.filter(1, len(columns), sheet.rows)


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


def _cell(value: Value, numbers: Look) -> Cell | None:
    """A cell; ``numbers``: how one looks that is only a number."""
    if value is None:
        return None
    if isinstance(value, Link):
        return Cell(value.words, _LINKED, value.target)
    if isinstance(value, Marked):
        return Cell(value.value, _WRAPPED._replace(ground=value.ground))
    return Cell(value, _WRAPPED if isinstance(value, str) else numbers)
