"""The structure of the form: what a report must contain, in which order, with which words.

It is made of ``grammar/report.lark`` (see ``compiling``).  An **element** is one thing that the
form prints: a heading, a part of a section, a column, a row, or a caption (``_content``).  It
goes by its name in the grammar, in lower case.  Where several elements are the same thing in
different tables or versions, what follows ``__`` tells them apart (``other__outcome``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from gklint.frozen import Frozen

REPORT = "report"
TABLE = "_table"
COLUMNS = "_columns"
ROWS = "_rows"


class Slot(NamedTuple):
    """One element of the blank form, and the grammar rule it stands in."""

    element: str
    rule: str


class Automaton(Frozen, eq=False):
    """What may follow what: ``edges[state][element]`` is the next state (0 is the start).

    ``form``: the blank form that it accepts, in its order.
    """

    edges: tuple[Mapping[str, int], ...]
    accepting: frozenset[int]
    form: tuple[Slot, ...]

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        """The elements of the form by their names."""
        return {slot.element: slot for slot in self.form}

    def after(self, elements: Iterable[str]) -> int:
        """The state behind elements that may begin the form."""
        state = 0
        for element in elements:
            state = self.edges[state][element]
        return state


class Row(NamedTuple):
    """A mandated row: its name in output, its element, and the names of its columns.

    ``group``: the caption of the rows that it is one of (``_denied``); "" if it is of none.
    """

    name: str
    element: str
    columns: tuple[str, ...]
    group: str = ""


class Shape(Frozen, eq=False):
    """A mandated table: its rows, their columns, and how many values stand in one line.

    ``wide``: all rows stand side by side in a single line (table four).
    """

    name: str
    rows: tuple[Row, ...]
    wide: bool

    @cached_property
    def row_elements(self) -> frozenset[str]:
        """The elements of the row labels."""
        return frozenset(row.element for row in self.rows)

    @cached_property
    def widths(self) -> Sequence[int]:
        """How many values stand in each line."""
        widths = [len(row.columns) for row in self.rows]
        return [sum(widths)] if self.wide else widths

    def width(self, element: str) -> int:
        """How many values follow the label ``element`` (0 for headers and captions)."""
        if self.wide:
            return sum(len(row.columns) for row in self.rows)
        return next((len(row.columns) for row in self.rows if row.element == element), 0)

    def cells(self) -> Iterable[tuple[str, str]]:
        """Row and column of every cell, in the order of the form."""
        return ((row.name, column) for row in self.rows for column in row.columns)

    @cached_property
    def places(self) -> Mapping[tuple[str, str], int]:
        """Which each cell is in the order of the form."""
        return {cell: place for place, cell in enumerate(self.cells())}


class Structure(Frozen, eq=False):
    """The whole form.  ``printed`` maps each element to its mandated words.

    ``automata``: that of the report, and one for each table (``requests_table_2019``).
    """

    printed: Mapping[str, str]
    automata: Mapping[str, Automaton]

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections, by the elements of their headings."""
        rules = [slot.rule for slot in self.automata[REPORT].form]
        return tuple(dict.fromkeys(rule for rule in rules if rule != REPORT))

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The section of each part, in order."""
        return {
            slot.element: slot.rule
            for slot in self.automata[REPORT].form
            if slot.rule not in (REPORT, slot.element) and slot.element in self.printed
        }

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """The section of each table, in order."""
        return {
            table_of(slot.element): slot.rule
            for slot in self.automata[REPORT].form
            if slot.element not in self.printed
        }

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """The shape of each table, by its start rule."""
        return {
            start: shape_of(start, automaton)
            for start, automaton in self.automata.items()
            if start != REPORT
        }

    @cached_property
    def homes(self) -> Mapping[str, frozenset[str]]:
        """The start rules of the tables that each element stands in."""
        homes: dict[str, frozenset[str]] = {}
        for start in self.shapes:
            for slot in self.automata[start].form:
                homes[slot.element] = homes.get(slot.element, frozenset()) | {start}
        return homes

    def start(self, table: str, version: str = "") -> str:
        """The start rule of a table in a version of the form (``"2019"``); else the newest."""
        special = f"{table}{TABLE}_{version}"
        return special if special in self.automata else table + TABLE

    def starts(self, table: str) -> list[str]:
        """The start rules of a table, one for each version in which it differs."""
        return [start for start, shape in self.shapes.items() if shape.name == table]

    @cached_property
    def fingerprints(self) -> Mapping[str, frozenset[str]]:
        """By versions but the newest, the elements that only the tables of that version print.

        A caption, or what is told apart by ``__``, is printed in other versions too.
        """
        starts: dict[str, set[str]] = {}
        for start in self.shapes:
            starts.setdefault(version_of(start), set()).add(start)
        plain = {element: homes for element, homes in self.homes.items() if "__" not in element}
        return {
            version: frozenset(element for element, homes in plain.items() if homes <= own)
            for version, own in starts.items()
            if version
        }

    def cells_of(self, version: str) -> Iterator[tuple[str, str, str]]:
        """Table, row and column of every cell of a version, in the order of the form."""
        for table in self.tables:
            for cell in self.shapes[self.start(table, version)].cells():
                yield (table, *cell)

    def cells(self) -> frozenset[tuple[str, str, str]]:
        """Table, row and column of every cell of any version."""
        return frozenset(
            (shape.name, *cell) for shape in self.shapes.values() for cell in shape.cells()
        )


def name_of(element: str) -> str:
    """The name of an element in output: without its ``__`` qualifier."""
    return element.strip("_").split("__")[0]


def table_of(start: str) -> str:
    """``"requests"`` of the start rule ``"requests_table_2019"``."""
    return start.split(TABLE)[0]


def version_of(start: str) -> str:
    """``"2019"`` of the start rule ``"requests_table_2019"``; "" for the newest version."""
    return start.rpartition(TABLE)[2].removeprefix("_")


def is_column(slot: Slot) -> bool:
    """Whether the element is a column heading."""
    return slot.rule.endswith(COLUMNS) and not slot.element.startswith("_")


def shape_of(start: str, automaton: Automaton) -> Shape:
    """The rows and columns of a table, as its blank form has them."""
    rows: list[Row] = []
    columns: list[str] = []
    leading: dict[str, str] = {}
    captions: dict[str, str] = {}
    previous: Slot | None = None
    for slot in automaton.form:
        if is_column(slot):
            name = name_of(slot.element)
            if previous is None or previous.rule != slot.rule or name in columns:
                columns = []
            columns.append(name)
        elif slot.element.startswith("_"):
            captions.setdefault(slot.rule, slot.element)
        elif columns and not leading:
            group = captions.get(slot.rule, "") if slot.rule != start else ""  # that of the columns
            rows.append(Row(name_of(slot.element), slot.element, tuple(columns), group))
        else:  # a row before any column: the columns of all rows stand side by side
            leading[slot.element] = captions.get(slot.rule, "")
        previous = slot
    if leading:
        rows = [
            Row(name_of(element), element, tuple(columns), group)
            for element, group in leading.items()
        ]
    return Shape(table_of(start), tuple(rows), bool(leading))


def load(data: Mapping[str, Any]) -> Structure:
    """The structure from what ``compiling.compile_grammar`` returned."""
    automata = {
        start: Automaton(
            tuple(entry["edges"]),
            frozenset(entry["accepting"]),
            tuple(Slot(*slot) for slot in entry["form"]),
        )
        for start, entry in data["automata"].items()
    }
    return Structure(data["printed"], automata)
