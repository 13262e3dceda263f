"""What explains that a government's report is not the sum of others: the fewest faults that do.

A fault changes cells by known amounts: leaving out a body takes away its numbers.  Faults are
looked for whose changes are exactly the differences: one, and if none does, two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from gklint.bodies.rollup import Cell, Lines
from gklint.text.values import Number

Changes = Mapping[Cell, Number]
Key = frozenset[tuple[Cell, Number]]
"""Changes as a key."""
Columns = Mapping[str, Mapping[str, list[str]]]
"""The columns of each row of each table."""
OMITTED, DOUBLED, SWAPPED, WRITTEN = "omitted", "doubled", "swapped", "written"


class Fault(NamedTuple):
    """What went wrong: ``kind``, in the numbers of which ``body`` (None: in all), and where.

    ``table``, ``row``: None for all of them; ``columns``: those exchanged, or the one cell's.
    """

    kind: str
    body: str | None = None
    table: str | None = None
    row: str | None = None
    columns: tuple[str, ...] = ()


Way = tuple[Fault, ...]
"""Faults that explain the differences together."""


def differences(lines: Lines) -> Changes:
    """The cells that differ from the sums, and by how much; not those that cannot be told."""
    return {
        cell: line.difference
        for cell, line in lines.items()
        if line.difference is not None and not line.agrees
    }


def explain(lines: Lines, found: Changes) -> Sequence[Way]:
    """The ways to explain differences, each by as few faults as any."""
    if not found:
        return []
    known = _Known(lines)
    pivot = min(found, key=lambda cell: len(known.at(cell)))
    lefts = [(changes, _left(lines, found, changes)) for changes in known.at(pivot)]
    ones = [(fault,) for changes, left in lefts if not left for fault in known.faults[changes]]
    if ones or len(found) < 3:  # two cells are told by their numbers
        return ones
    exchanged = [*_exchanged(lines, found, known)]
    twos = [way for way in (*_twos(known, lefts), *exchanged) if way[0].kind != WRITTEN]
    if not twos:
        twos = [*_with_cell(known, lefts, found, pivot)]
        twos += [way for way in exchanged if way[0].kind == WRITTEN]
    return [*{frozenset(way): way for way in twos}.values()]


def _twos(known: _Known, lefts: Iterable[tuple[Key, Changes]]) -> Iterator[Way]:
    """Two faults, of which one touches the cell that the changes were taken from."""
    for changes, left in lefts:
        yield from product(known.of_bodies(changes), known.of_bodies(_key(left)))


def _with_cell(
    known: _Known, lefts: Iterable[tuple[Key, Changes]], found: Changes, pivot: Cell
) -> Iterator[Way]:
    """A fault and a wrong number, in a cell that it touches too or in the one looked at."""
    for changes, left in lefts:
        if len(left) == 1:
            yield from ((fault, _written(left)) for fault in known.of_bodies(changes))
    rest = {cell: number for cell, number in found.items() if cell != pivot}
    yield from ((fault, _written({pivot: 0})) for fault in known.of_bodies(_key(rest)))


def _exchanged(lines: Lines, found: Changes, known: _Known) -> Iterator[Way]:
    """A fault that remains where two columns of the report itself are exchanged back."""
    for table, rows in known.columns.items():
        for row in (None, *rows):
            within = {row: rows[row]} if row else rows
            for pair in dict.fromkeys(
                p for names in within.values() for p in combinations(names, 2)
            ):
                left = dict(found)
                for each, names in within.items():
                    if {*pair} <= {*names}:
                        _exchange(lines, left, (table, each), pair)
                fault = Fault(SWAPPED, None, table, row, pair)
                yield from ((other, fault) for other in known.faults.get(_key(left), ()))
                if len(left) == 1 and _key(left) not in known.faults:
                    yield _standing(_written(left), fault), fault


def _exchange(
    lines: Lines, left: dict[Cell, Number], row: tuple[str, str], pair: tuple[str, ...]
) -> None:
    """Put right what is left of the differences, as if two numbers of a row were exchanged."""
    cells = [(*row, column) for column in pair]
    for cell, other in zip(cells, reversed(cells), strict=True):
        left.pop(cell, None)
        rest = (lines[other].own or 0) - lines[cell].known
        if not lines[cell].is_nothing(rest):
            left[cell] = rest


def _standing(written: Fault, exchange: Fault) -> Fault:
    """A wrong number where it stands in the report, with its columns exchanged."""
    same = exchange.table == written.table and exchange.row in (None, written.row)
    if same and written.columns[0] in exchange.columns:
        other = next(each for each in exchange.columns if each != written.columns[0])
        return written._replace(columns=(other,))
    return written


def _written(left: Changes) -> Fault:
    ((table, row, column),) = left
    return Fault(WRITTEN, None, table, row, (column,))


def _key(changes: Changes) -> Key:
    return frozenset(changes.items())


def _left(lines: Lines, found: Changes, changes: Key) -> Changes:
    """What of the differences some changes leave."""
    left = dict(found)
    for cell, change in changes:
        rest = left.pop(cell, 0) - change
        if not lines[cell].is_nothing(rest):
            left[cell] = rest
    return left


class _Known:
    """The faults that are looked for, by the changes that they make."""

    def __init__(self, lines: Lines) -> None:
        decided = [cell for cell, line in lines.items() if line.difference is not None]
        self.faults: dict[Key, list[Fault]] = {}
        self.touching: dict[Cell, list[Key]] = {}
        self.columns = _columns(decided)
        for fault, changes in _faults(lines, decided, self.columns):
            if changes:
                self._enter(fault, _key(changes))

    def at(self, cell: Cell) -> Sequence[Key]:
        """The changes that touch a cell."""
        return self.touching.get(cell, ())

    def of_bodies(self, changes: Key) -> list[Fault]:
        """The faults that make these changes, but for those of the report as a whole."""
        return [each for each in self.faults.get(changes, ()) if each.body is not None]

    def _enter(self, fault: Fault, changes: Key) -> None:
        if changes not in self.faults:
            self.faults[changes] = []
            for cell, _ in changes:
                self.touching.setdefault(cell, []).append(changes)
        same = self.faults[changes]
        if all((each.kind, each.body) != (fault.kind, fault.body) for each in same):
            same.append(fault)  # otherwise a wider one says the same


def _faults(
    lines: Lines, decided: Sequence[Cell], columns: Columns
) -> Iterator[tuple[Fault, Changes]]:
    """All faults with their changes; of one body the widest first."""
    sums: dict[Cell, Number] = {}
    bodies: dict[str, dict[Cell, Number]] = {}
    for cell in decided:
        for addend in lines[cell].addends:
            if addend.number:
                bodies.setdefault(addend.body, {})[cell] = addend.number
                sums[cell] = sums.get(cell, 0) + addend.number
    for body, numbers in bodies.items():
        for fault, cells in _stretches(body, numbers):
            yield fault, {cell: -number for cell, number in cells.items()}
            yield fault._replace(kind=DOUBLED), cells
    for of, numbers in ((None, sums), *bodies.items()):
        yield from _swaps(of, numbers, columns)


def _stretches(body: str, numbers: Changes) -> Iterator[tuple[Fault, Changes]]:
    """All that a body adds, each of its tables, each of its rows."""
    yield Fault(OMITTED, body), numbers
    tables: dict[str, dict[Cell, Number]] = {}
    rows: dict[tuple[str, str], dict[Cell, Number]] = {}
    for cell, number in numbers.items():
        tables.setdefault(cell[0], {})[cell] = number
        rows.setdefault(cell[:2], {})[cell] = number
    for table, cells in tables.items():
        yield Fault(OMITTED, body, table), cells
    for (table, row), cells in rows.items():
        yield Fault(OMITTED, body, table, row), cells


def _columns(decided: Sequence[Cell]) -> Columns:
    found: dict[str, dict[str, list[str]]] = {}
    for table, row, column in decided:
        found.setdefault(table, {}).setdefault(row, []).append(column)
    return found


def _swaps(body: str | None, numbers: Changes, columns: Columns) -> Iterator[tuple[Fault, Changes]]:
    """Two columns exchanged: in all rows of a table, or in one of them."""
    for table, rows in columns.items():
        whole: dict[tuple[str, str], dict[Cell, Number]] = {}
        for row, names in rows.items():
            filled = {name: numbers.get((table, row, name), 0) for name in names}
            if not any(filled.values()):
                continue
            for left, right in combinations(names, 2):
                change = filled[right] - filled[left]
                if change:
                    cells = {(table, row, left): change, (table, row, right): -change}
                    whole.setdefault((left, right), {}).update(cells)
        for pair, cells in whole.items():
            yield Fault(SWAPPED, body, table, None, pair), cells
            for row in dict.fromkeys(cell[1] for cell in cells):
                own = {cell: change for cell, change in cells.items() if cell[1] == row}
                yield Fault(SWAPPED, body, table, row, pair), own
