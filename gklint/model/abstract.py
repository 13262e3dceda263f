"""What other reports are compared with of a report: its numbers and its sentences.

It is small beside the model, so that those of a whole county fit into memory, and go from one
process to another.  Places are spans of the report's own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import chain
from typing import NamedTuple

from gklint.form.structure import Shape
from gklint.model.document import Document, RowState, Table, TableRow, in_address
from gklint.text.piece import Piece
from gklint.text.prose import SENTENCE, Prose
from gklint.text.source import Span
from gklint.text.values import Number

Key = tuple[str, str]
"""A cell of a table: the names of its row and its column."""

Stated = Mapping[Key, frozenset[Number]]
"""What the running text says of the cells of a table."""


class State(Enum):
    """What stands in a cell.  ``UNREADABLE``: no number, or a row that cannot be cut into cells."""

    NUMBER = "number"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    MISSING = "missing"


class Figure(NamedTuple):
    """A cell of the form.  ``number``: None but in the state ``NUMBER``.

    ``span``: the cell; of a row that cannot be cut into cells its values, or its label if it has
    none; None where it is missing.
    """

    number: Number | None
    state: State
    span: Span | None


class Sentence(NamedTuple):
    """A sentence without blanks, in half width.  ``section``: None above the first heading."""

    section: str | None
    text: str
    span: Span

    @property
    def part(self) -> str:
        """Its section as addresses name it."""
        return in_address(self.section)


class Abstract(NamedTuple):
    """One report.  ``tables``: the cells of those that it has, in the order of the form.

    ``units``: the unit of money of a column, by its name, where its heading prints one.
    ``stated``: what its running text says of the cells of each table.
    """

    path: str | None
    agency: str | None
    year: int | None
    format: str | None
    tables: Mapping[str, Mapping[Key, Figure]] = {}
    sentences: tuple[Sentence, ...] = ()
    units: Mapping[str, str] = {}
    stated: Mapping[str, Stated] = {}

    def figure(self, table: str, row: str, column: str) -> Figure | None:
        """A cell; None where the report has no such table, or its version no such cell."""
        return self.tables.get(table, {}).get((row, column))

    def number(self, table: str, row: str, column: str) -> Number | None:
        """The number in a cell; None where it is missing, blank or unreadable."""
        figure = self.figure(table, row, column)
        return figure.number if figure else None


_MISSING = Figure(None, State.MISSING, None)


def abstract_of(document: Document, stated: Mapping[str, Stated] = {}) -> Abstract:
    """What others are compared with of a report; ``stated``: what its running text says."""
    return Abstract(
        document.source.path,
        document.agency,
        document.year,
        document.version,
        {name: figures(table.shape, table) for name, table in document.tables.items()},
        tuple(_sentences(document)),
        {
            column: unit
            for table in document.tables.values()
            for column, unit in table.units.items()
        },
        stated,
    )


def figures(shape: Shape, table: Table | None) -> dict[Key, Figure]:
    """All cells of a shape, in its order, as they are in a table; None: it is not there."""
    found: dict[Key, Figure] = {}
    numbers = table.numbers if table else {}
    for row in shape.rows:
        name, there = row.name, table.rows.get(row.name) if table else None
        if there is None or there.state is not RowState.READ:
            figure = _unread(there) if there else _MISSING
            found.update(((name, column), figure) for column in row.columns)
            continue
        for column, cell in zip(row.columns, there.cells, strict=False):
            key = name, column
            number = numbers.get(key)
            state = State.NUMBER if number is not None else _without_number(cell)
            found[key] = Figure(number, state, cell.span)
    return found


def _unread(row: TableRow) -> Figure:
    """Each cell of a row that cannot be cut into cells."""
    filled = [cell.span for cell in row.cells if cell.text]
    span = Span(filled[0].start, filled[-1].end) if filled else None
    return Figure(None, State.UNREADABLE, span or row.label)


def _without_number(cell: Piece) -> State:
    return State.BLANK if cell.value.blank else State.UNREADABLE


def _sentences(document: Document) -> Iterator[Sentence]:
    passages = chain(*(section.passages for section in document.sections.values()))
    front: list[tuple[str | None, Prose]] = [(None, prose) for prose in document.front]
    for section, prose in (*front, *((each.section, each.prose) for each in passages)):
        for match in SENTENCE.finditer(prose.text):
            yield Sentence(section, match[0], prose.span(*match.span()))
