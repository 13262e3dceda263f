"""Numbers read from pictures, settled by the sums of their tables.

Of all that the cells may say, the cheapest with which the equalities hold is taken: the fewest and
likeliest departures from what was read.  The search is exact (uniform cost), and ends at
``MOST_STEPS``; what it has not settled by then stays as it was read, and is uncertain.  A number
is certain only if it has one clear reading, and stands in a sum that holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import NamedTuple

from gklint.checks.suspects import members
from gklint.form.formula import Identity, Key, compute
from gklint.model.document import Document, Table
from gklint.text.recognition import CLEAR, CLEARLY, LIKELY, Seen, State
from gklint.text.source import Span
from gklint.text.values import Number, read_value

MOST_STEPS = 20_000
_MOST = 12.0  # the cost of all departures together
_BROKEN = 12.0  # what it costs that a sum does not hold
_BESIDE = 2.5  # by how much another way has to cost more


class Settled(NamedTuple):
    """What came of the numbers of a report.

    texts: what is to stand in place of what was read, by its span.  seen: what is known of each
    number now, by where it begins.  unsettled: the tables for which the search took too long.
    """

    texts: Mapping[Span, str]
    seen: Mapping[int, Seen]
    unsettled: frozenset[str]


class _Cell(NamedTuple):
    """A number of a table: where it stands, and all that it may be, as it was read first."""

    span: Span
    seen: Seen
    values: tuple[Number, ...]
    costs: tuple[float, ...]


_Choice = Mapping[Key, int]
"""Of cells that are not what was read, which of their readings they are."""


def settle(document: Document, identities: Mapping[str, Sequence[Identity]]) -> Settled:
    """The numbers of a report as the sums of its tables have them."""
    texts: dict[Span, str] = {}
    seen: dict[int, Seen] = {}
    unsettled: set[str] = set()
    for name, table in document.tables.items():
        cells = dict(_cells(document, table))
        sums = [each for each in identities.get(name, ()) if each.relation == "="]
        found = _Search(table, cells, sums)
        ways = found.ways()
        for key, cell in cells.items():
            reading, state = found.settled(key, cell, ways)
            seen[cell.span.start] = _told(cell, reading, state)
            if reading:
                texts[cell.span] = cell.seen.readings[reading].text
        if found.ended:
            unsettled.add(name)
    return Settled(texts, seen, frozenset(unsettled))


def _cells(document: Document, table: Table) -> Iterator[tuple[Key, _Cell]]:
    recognition = document.source.recognition
    for key, piece in table.cells.items():
        seen = recognition.at(piece.start) if recognition else None
        if seen is None or not seen.readings:
            continue
        likely = [each for each in seen.readings if each.cost <= LIKELY]
        values = [read_value(each.text).number for each in likely]
        if None not in values and piece.text == likely[0].text:
            numbers = tuple(each for each in values if each is not None)
            yield key, _Cell(piece.span, seen, numbers, tuple(each.cost for each in likely))


def _told(cell: _Cell, reading: int, state: State) -> Seen:
    """What is known of a number when it is settled."""
    readings = cell.seen.readings
    instead = None
    if state is State.BY_SUMS:
        instead = readings[0].text if reading else readings[1].text if readings[1:] else None
    kept = tuple(each for each in readings if each.cost <= LIKELY)
    return cell.seen._replace(readings=kept, state=state, instead_of=instead)


def is_clear(seen: Seen) -> bool:
    """Whether a number has one clear reading."""
    return seen.sure >= CLEAR and all(each.cost > CLEARLY for each in seen.readings[1:])


class _Trial(NamedTuple):
    """Where the search is: what is read otherwise, the sums to be mended, and those given up."""

    choice: _Choice
    broken: frozenset[Identity]
    given: frozenset[Identity]

    @property
    def mark(self) -> object:
        """What tells it from others."""
        return frozenset(self.choice.items()), self.given


class _Search:
    """The search over the readings of the cells of one table."""

    def __init__(
        self, table: Table, cells: Mapping[Key, _Cell], identities: Iterable[Identity]
    ) -> None:
        self.cells = cells
        self.residuals: dict[Identity, Number] = {}
        self.members: dict[Identity, Mapping[Key, int]] = {}
        self.of: dict[Key, list[Identity]] = {}
        for identity in identities:
            sums = compute(identity, table.numbers)
            if sums is None:  # what cannot be read stands in no sum
                continue
            self.residuals[identity] = sums.left - sums.right
            self.members[identity] = members(identity)
            for key in self.members[identity]:
                self.of.setdefault(key, []).append(identity)
        self.ended = False

    def ways(self) -> Sequence[_Choice]:
        """The ways to read the cells that are hardly dearer than the cheapest, which comes first.

        A sum that does not hold is dearer than any likely reading that mends it.  None if it takes
        too long.
        """
        broken = frozenset(each for each in self.residuals if self.residual(each, {}))
        start = _Trial({}, broken, frozenset())
        found: list[_Choice] = []
        best = inf
        ticket = count()
        heap = [(0.0, next(ticket), start)]
        known = {start.mark}
        for _ in range(MOST_STEPS):
            if not heap or heap[0][0] > best:
                return found
            cost, _, state = heappop(heap)
            if not state.broken:
                best = min(best, cost + _BESIDE)
                found.append(state.choice)
                continue
            for after, extra in self.following(state):
                if after.mark not in known and cost + extra <= best:
                    known.add(after.mark)
                    heappush(heap, (cost + extra, next(ticket), after))
        self.ended = True
        return []

    def following(self, state: _Trial) -> Iterator[tuple[_Trial, float]]:
        """What may be done about a sum that does not hold: a cell read otherwise, or nothing."""
        target = min(state.broken, key=lambda each: (len(self.free(each, state.choice)), each))
        left = state.broken - {target}
        yield _Trial(state.choice, left, state.given | {target}), _BROKEN
        for choice, extra in self.departures(state.choice, target):
            if self.cost(choice) <= _MOST:
                broken = self.still_broken(choice, state.broken) - state.given
                yield _Trial(choice, broken, state.given), extra

    def cost(self, choice: _Choice) -> float:
        return sum(self.cells[key].costs[reading] for key, reading in choice.items())

    def departures(self, choice: _Choice, target: Identity) -> Iterator[tuple[_Choice, float]]:
        """Each way to read one more cell of a broken sum otherwise, and what that costs."""
        for key in self.free(target, choice):
            cell = self.cells[key]
            for reading in range(1, len(cell.values)):
                yield {**choice, key: reading}, cell.costs[reading]

    def free(self, identity: Identity, choice: Mapping[Key, int]) -> list[Key]:
        """The cells of a sum that may be read otherwise."""
        return [
            key
            for key in self.members[identity]
            if key in self.cells and key not in choice and len(self.cells[key].values) > 1
        ]

    def still_broken(self, choice: _Choice, before: frozenset[Identity]) -> frozenset[Identity]:
        touched = {identity for key in choice for identity in self.of.get(key, ())}
        return frozenset(each for each in before | touched if self.residual(each, choice))

    def residual(self, identity: Identity, choice: _Choice) -> Number:
        """By how much the sides of a sum differ; of those that were broken before, too."""
        total = self.residuals[identity]
        signs = self.members[identity]
        for key, reading in choice.items():
            if key in signs:
                values = self.cells[key].values
                total += signs[key] * (values[reading] - values[0])
        return total

    def settled(self, key: Key, cell: _Cell, ways: Sequence[_Choice]) -> tuple[int, State]:
        """Which reading of a cell is taken, and how sure it is."""
        choice = ways[0] if ways else {}
        reading = choice.get(key, 0)
        proven = any(not self.residual(each, choice) for each in self.of.get(key, ()))
        same = all(each.get(key, 0) == reading for each in ways)
        if not proven or not same or self.ended:
            return reading, State.UNCERTAIN
        if reading == 0 and is_clear(cell.seen):
            return reading, State.CERTAIN
        # Any other reading of this cell alone would break the sum.
        return reading, State.BY_SUMS
