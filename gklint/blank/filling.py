"""Numbers of a form as they were given, with the totals that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from gklint.form.formula import Addend, Identity, Key, Sums, as_number, compute, holds
from gklint.model.outcomes import CellName
from gklint.text.values import Number


class Broken(NamedTuple):
    """A sum that does not hold, and both of its sides."""

    identity: Identity
    sums: Sums


class Filled(NamedTuple):
    """``numbers``: those that were given, and those of ``computed``, which follow from them.

    ``broken``: the sums that do not hold; what was given is never changed.
    """

    numbers: Mapping[CellName, Number]
    computed: frozenset[CellName]
    broken: tuple[Broken, ...]


def fill(identities: Iterable[Identity], given: Mapping[CellName, Number]) -> Filled:
    """Compute the totals that are blank, where all that they add up is known.

    A blank cell that is no total stays blank, even where only one number would do: it may have
    been forgotten, and then something else is wrong.  So does a total that two sums give otherwise.
    """
    known = [*identities]
    numbers: dict[str, dict[Key, Number]] = {each.table: {} for each in known}
    for (table, row, column), number in given.items():
        numbers.setdefault(table, {})[row, column or ""] = number
    computed: set[CellName] = set()
    while found := dict(_totals(known, numbers)):
        for cell, number in found.items():
            numbers[cell.table][cell.row, cell.column or ""] = number
        computed |= found.keys()
    every = {
        CellName(table, *key): number
        for table, own in numbers.items()
        for key, number in own.items()
    }
    return Filled(every, frozenset(computed), tuple(_broken(known, numbers)))


def _totals(
    identities: Iterable[Identity], numbers: Mapping[str, Mapping[Key, Number]]
) -> Iterator[tuple[CellName, Number]]:
    """The blank totals that can be computed now."""
    found: dict[CellName, set[Number]] = {}
    for each in identities:
        own = numbers[each.table]
        total = _total(each)
        if total is None or total.cell in own:
            continue
        sums = compute(each, {**own, total.cell: 0})
        if sums is not None:
            number = as_number(total.sign * (sums.right - sums.left))
            found.setdefault(CellName(each.table, *total.cell), set()).add(number)
    return ((cell, next(iter(values))) for cell, values in found.items() if len(values) == 1)


def _total(identity: Identity) -> Addend | None:
    """The cell that an equality says to be the sum of others, with its sign on the left side."""
    if identity.relation != "=":
        return None
    for own, parts, sign in (
        (identity.left, identity.right, 1),
        (identity.right, identity.left, -1),
    ):
        if len(own.added) == len(own.addends) == 1 and len(parts.addends) > 1:
            return own.addends[0]._replace(sign=sign)
    return None


def _broken(
    identities: Iterable[Identity], numbers: Mapping[str, Mapping[Key, Number]]
) -> Iterator[Broken]:
    for each in identities:
        sums = compute(each, numbers[each.table])
        if sums is not None and not holds(each, sums):
            yield Broken(each, sums)
