"""What other reports are compared with of a report: its numbers and its sentences.

It is small beside the model, so that those of a whole county fit into memory, and go from one
process to another.  Places are spans of the report's own text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
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


_NO_CELL = Piece("", -1)


class Figures(Mapping[Key, Figure]):
    """The cells of a table, in the order of the form.

    A county has some hundred thousand of them.  So they are kept by columns, which take little room
    and go from one process to another at once: ``places`` of the cells in these, their numbers
    ``in_order``, the states of those ``without`` one, where they begin and end (-1: nowhere).
    """

    __slots__ = ("_places", "ends", "in_order", "starts", "without")

    def __init__(
        self,
        places: Mapping[Key, int],
        in_order: Sequence[Number | None],
        without: Mapping[int, State],
        starts: Sequence[int],
        ends: Sequence[int],
    ) -> None:
        self._places, self.in_order, self.without = places, in_order, without
        self.starts, self.ends = starts, ends

    def __getitem__(self, key: Key) -> Figure:
        place = self._places[key]
        start, end = self.starts[place], self.ends[place]
        state = self.without.get(place, State.NUMBER)
        return Figure(self.in_order[place], state, None if start < 0 else Span(start, end))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[type[Figures], tuple[object, ...]]:
        return Figures, (self._places, self.in_order, self.without, self.starts, self.ends)

    @property
    def numbers(self) -> dict[Key, Number | None]:
        """The numbers by themselves; None for each cell without."""
        return dict(zip(self._places, self.in_order, strict=True))


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
    """

    path: str | None
    agency: str | None
    year: int | None
    format: str | None
    tables: Mapping[str, Figures] = {}
    sentences: tuple[Sentence, ...] = ()
    units: Mapping[str, str] = {}

    def figure(self, table: str, row: str, column: str) -> Figure | None:
        """A cell; None where the report has no such table, or its version no such cell."""
        cells = self.tables.get(table)
        return cells.get((row, column)) if cells else None

    def number(self, table: str, row: str, column: str) -> Number | None:
        """The number in a cell; None where it is missing, blank or unreadable."""
        figure = self.figure(table, row, column)
        return figure.number if figure else None


def abstract_of(document: Document) -> Abstract:
    """What others are compared with of a report."""
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
    )


def figures(shape: Shape, table: Table | None) -> Figures:
    """All cells of a shape, in its order, as they are in a table; None: it is not there."""
    there: Mapping[Key, Piece] = table.cells if table else {}
    known: Mapping[Key, Number] = table.numbers if table else {}
    cells = [there.get(key, _NO_CELL) for key in shape.places]
    numbers = tuple(map(known.get, shape.places))
    starts = array("i", [cell.start for cell in cells])
    ends = array("i", [cell.start + len(cell.text) for cell in cells])
    without: dict[int, State] = {}
    if None in numbers:
        lacking = (place for place, number in enumerate(numbers) if number is None)
        without = {place: _without_number(cells[place]) for place in lacking}
    for row in table.rows.values() if table else ():
        if row.state is not RowState.READ:
            span = _unread(row)
            for place in (shape.places[row.name, column] for column in row.columns):
                without[place] = State.UNREADABLE
                starts[place], ends[place] = span
    return Figures(shape.places, numbers, without, starts, ends)


def _unread(row: TableRow) -> Span:
    """Where each cell stands of a row that cannot be cut into cells."""
    filled = [cell.span for cell in row.cells if cell.text]
    return Span(filled[0].start, filled[-1].end) if filled else row.label


def _without_number(cell: Piece) -> State:
    if cell is _NO_CELL:
        return State.MISSING
    return State.BLANK if cell.value.blank else State.UNREADABLE


def _sentences(document: Document) -> Iterator[Sentence]:
    passages = chain(*(section.passages for section in document.sections.values()))
    front: list[tuple[str | None, Prose]] = [(None, prose) for prose in document.front]
    for section, prose in (*front, *((each.section, each.prose) for each in passages)):
        for match in SENTENCE.finditer(prose.text):
            yield Sentence(section, match[0], prose.span(*match.span()))
