"""Which cell is wrong: the smallest change that repairs the broken sums of a table.

Every cell stands in two or three sums, so a wrong cell breaks a pattern of them.  A
change of one cell is an explanation if it repairs all that is broken and breaks nothing
else.  Independent faults are told apart first; for each, the search goes from one cell
to more until something repairs it.  Nothing is ever changed here: values are proposed.

Where several changes of one size do, all are named, but for those that the running text speaks
against: what it says of a cell is kept or restored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from gklint.form.formula import Identity, Key, Sums, compute, holds
from gklint.model.abstract import Stated
from gklint.model.document import Table
from gklint.text.values import Number

_LARGEST_SET = 6
_MOST_STEPS = 3_000  # for all sums of a table together
_MOST_SETS = 25  # as many ways as there are rows in which a request may stand in a wrong column


class Change(NamedTuple):
    """A cell, what stands in it, and what should."""

    cell: Key
    actual: Number
    expected: Number


class Explanation(NamedTuple):
    """What is wrong with the sums of a table.

    ``broken``: those that fail.  ``repairs``: for each, the sets of changes that would do, the
    most plausible first; all sets of one sum have the same size.
    """

    broken: Mapping[Identity, Sums]
    repairs: Mapping[Identity, tuple[tuple[Change, ...], ...]]


def explain(
    table: Table, identities: Iterable[Identity], stated: Callable[[], Stated]
) -> Explanation:
    """Explain the broken equalities of ``table``; ``stated``: asked only if there are any."""
    computed = {
        identity: sums
        for identity in identities
        if identity.relation == "=" and (sums := compute(identity, table.numbers)) is not None
    }
    broken = {key: sums for key, sums in computed.items() if not holds(key, sums)}
    if not broken:
        return Explanation({}, {})
    search = _Search(table, computed, stated())
    repairs: dict[Identity, tuple[tuple[Change, ...], ...]] = {}
    together: list[Identity] = []
    for group in search.groups([*broken]):
        alone = search.repairs(group, 1)
        if alone:
            repairs.update(dict.fromkeys(group, alone))
        else:
            together += group
    repairs.update(dict.fromkeys(together, search.smallest(together)))
    return Explanation(broken, repairs)


def forced_zeros(table: Table, identities: Iterable[Identity]) -> frozenset[Key]:
    """The blank cells that can hold nothing but 0, by the equalities of ``table``.

    What is counted is never negative: where the numbers of a sum already balance, nothing is
    left for its blank cells.  Where the numbers contradict each other, nothing is forced.
    """
    equalities = _equalities(table, identities)
    numbers = {key: table.numbers.get(key) for members in equalities for key in members}
    zeros: set[Key] = set()
    before = -1
    while len(zeros) > before:
        before = len(zeros)
        for members in equalities:
            left = sum(sign * (numbers[key] or 0) for key, sign in members.items())
            signs = {sign for key, sign in members.items() if numbers[key] is None}
            if not _possible(left, signs) or any((numbers[key] or 0) < 0 for key in members):
                return frozenset()
            if left == 0 and len({sign > 0 for sign in signs}) == 1:
                found = {key for key in members if numbers[key] is None}
                numbers.update(dict.fromkeys(found, 0))
                zeros |= found
    return frozenset(zeros)


def _equalities(table: Table, identities: Iterable[Identity]) -> list[dict[Key, int]]:
    """The equalities between cells of which each has a number or is blank, with their signs."""
    blank = {key for key, cell in table.cells.items() if cell.value.blank}
    return [
        signs
        for identity in identities
        if identity.relation == "="
        and not identity.left.constant
        and not identity.right.constant
        and (signs := members(identity)).keys() <= table.numbers.keys() | blank
    ]


def _possible(left: Number, signs: Iterable[int]) -> bool:
    """Whether counts with these signs can make up for ``left``, which the numbers leave."""
    return left == 0 or any(left * sign < 0 for sign in signs)


def members(identity: Identity) -> dict[Key, int]:
    """The cells of an equality with their signs on its left side."""
    signs: dict[Key, int] = {}
    for addend in identity.addends():
        signs[addend.cell] = signs.get(addend.cell, 0) + addend.sign
    return {cell: sign for cell, sign in signs.items() if sign}


class _Search:
    def __init__(self, table: Table, computed: Mapping[Identity, Sums], stated: Stated) -> None:
        self.numbers = table.numbers
        self.table = table
        self.stated = stated
        self.residuals = {key: sums.left - sums.right for key, sums in computed.items()}
        self.members: dict[Identity, dict[Key, int]] = {}
        self.sums_of: dict[Key, list[Identity]] = {}
        for identity in computed:
            self.members[identity] = members(identity)
            for cell in self.members[identity]:
                self.sums_of.setdefault(cell, []).append(identity)
        self.steps = 0  # of all searches

    def groups(self, broken: Sequence[Identity]) -> list[list[Identity]]:
        """Broken sums that may have a common cause: those that share cells."""
        groups: list[list[Identity]] = []
        for identity in broken:
            cells = self.members[identity].keys()
            near = [
                group
                for group in groups
                if any(not cells.isdisjoint(self.members[other]) for other in group)
            ]
            groups = [group for group in groups if group not in near]
            groups.append([identity, *(other for group in near for other in group)])
        return groups

    def smallest(self, group: Sequence[Identity]) -> tuple[tuple[Change, ...], ...]:
        """The smallest sets of changes that repair the whole group."""
        whole = [*self.columns(group)]
        most = min(_LARGEST_SET, *map(len, whole)) if whole else _LARGEST_SET
        sizes = range(2, most + 1) if group else ()
        found = next(filter(None, (self.repairs(group, size) for size in sizes)), ())
        return found or tuple(whole)

    def columns(self, group: Sequence[Identity]) -> Iterable[tuple[Change, ...]]:
        """Changes of one column alone that repair the group: a column that was not filled in."""
        for column in dict.fromkeys(cell[1] for cell in self.sums_of):
            deltas: dict[Key, Number] = {}
            for identity in group:
                own = [cell for cell in self.members[identity] if cell[1] == column]
                if len(own) == 1:
                    sign = self.members[identity][own[0]]
                    deltas[own[0]] = -self.residuals[identity] * sign
            touched = {*group, *(identity for cell in deltas for identity in self.sums_of[cell])}
            possible = all(self.possible(cell, delta) for cell, delta in deltas.items())
            if deltas and possible and not any(self.residual(each, deltas) for each in touched):
                yield tuple(sorted(self.changes(deltas)))

    def repairs(self, group: Sequence[Identity], size: int) -> tuple[tuple[Change, ...], ...]:
        """The sets of ``size`` changes that repair the group, the most plausible first.

        If the text agrees more with some of them, only these.
        """
        found = {frozenset(changes) for changes in self.deepen({}, {}, set(group), size)}
        agreed = max(map(self.agreement, found), default=0)
        ordered = sorted(
            (changes for changes in found if self.agreement(changes) == agreed),
            key=lambda changes: (-self.plausible(changes), sorted(changes)),
        )
        return tuple(tuple(sorted(changes)) for changes in ordered[:_MOST_SETS])

    def agreement(self, changes: Iterable[Change]) -> int:
        """How many cells come to what the text says of them, less those that depart from it."""
        stated = ((change, self.stated.get(change.cell, ())) for change in changes)
        return sum((each.expected in said) - (each.actual in said) for each, said in stated)

    def deepen(
        self,
        deltas: dict[Key, Number],
        now: dict[Identity, Number],
        broken: set[Identity],
        left: int,
    ) -> Iterable[tuple[Change, ...]]:
        """All sets of ``left`` more changes that repair ``broken``; ``now``: residuals by now."""
        self.steps += 1
        if not broken:
            if changes := self.changes(deltas):
                yield changes
            return
        if left == 0 or len(broken) > 3 * left or self.steps > _MOST_STEPS:
            return
        target = min(broken, key=lambda identity: (len(self.members[identity]), identity))
        for cell in [cell for cell in self.members[target] if cell not in deltas]:
            sums = self.sums_of[cell]
            for delta in self.repairing(cell, now, broken):
                changed = {
                    each: now.get(each, self.residuals[each]) + self.members[each][cell] * delta
                    for each in sums
                }
                still = {*broken.difference(sums), *(each for each in sums if changed[each])}
                yield from self.deepen({**deltas, cell: delta}, {**now, **changed}, still, left - 1)

    def repairing(
        self, cell: Key, now: Mapping[Identity, Number], broken: set[Identity]
    ) -> set[Number]:
        """By how much a cell may be changed so that one of the broken sums with it holds.

        Any of them: in one sum two cells may be wrong, each of which stands in another alone.
        """
        around = (identity for identity in self.sums_of[cell] if identity in broken)
        repairing = (
            -now.get(each, self.residuals[each]) * self.members[each][cell] for each in around
        )
        return {delta for delta in repairing if self.possible(cell, delta)}

    def residual(self, identity: Identity, deltas: Mapping[Key, Number]) -> Number:
        members = self.members[identity]
        total = self.residuals[identity]
        for cell, delta in deltas.items():
            if cell in members:
                total = total + members[cell] * delta
        return total

    def possible(self, cell: Key, delta: Number) -> bool:
        return self.numbers[cell] + delta >= 0

    def changes(self, deltas: Mapping[Key, Number]) -> tuple[Change, ...]:
        return tuple(
            Change(cell, self.numbers[cell], self.numbers[cell] + delta)
            for cell, delta in deltas.items()
        )

    def plausible(self, changes: Iterable[Change]) -> int:
        """How well slips of the pen explain the changes; only to order equals."""
        changes = tuple(changes)
        unfilled = len(changes) > 1 and not any(change.actual for change in changes)
        return 2 * unfilled + sum(
            slip(change.actual, change.expected) + self.shifted(change) for change in changes
        )

    def shifted(self, change: Change) -> int:
        """Whether the right value stands beside the cell: typed in the wrong column."""
        columns = self.table.rows[change.cell[0]].columns
        at = columns.index(change.cell[1])
        beside = [columns[index] for index in (at - 1, at + 1) if 0 <= index < len(columns)]
        values = [self.numbers.get((change.cell[0], column)) for column in beside]
        return int(change.expected != 0 and change.expected in values)


def slip(actual: Number, expected: Number) -> int:
    """How typical a slip of the pen turns ``expected`` into ``actual``: 0 to 2."""
    wrong, right = str(actual), str(expected)
    if (
        wrong != right
        and len(wrong) == len(right) <= 6
        and tuple(wrong) in set(permutations(right))
    ):
        return 2
    dropped = {right[:index] + right[index + 1 :] for index in range(len(right))}
    added = {wrong[:index] + wrong[index + 1 :] for index in range(len(wrong))}
    if wrong in dropped or right in added:
        return 2
    same_length = len(wrong) == len(right)
    return int(same_length and sum(a != b for a, b in zip(wrong, right, strict=True)) == 1)
