"""The sums of a table in words: as arithmetic, and whether they hold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from gklint.findings.messages import Speaker
from gklint.form.formula import Identity, Key, Side, as_number, compute, holds
from gklint.model.document import Address
from gklint.text.values import Number
from gklint.words import Message

_SIGNS = {"<=": "≤", ">=": "≥"}
_BROKEN = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}


class Told(NamedTuple):
    """A sum as it stands in a table.

    ``holds``: None if that cannot be told.  ``arithmetic``: with the numbers that stand there; if
    it does not hold, also what each side makes.  ``state``: by how much it does not, or which
    numbers are missing to tell.
    """

    holds: bool | None
    arithmetic: str
    state: str


def told(each: Identity, numbers: Mapping[Key, Number], speaker: Speaker) -> Told:
    """A sum with the numbers of its table, in words."""
    sums = compute(each, numbers)
    if sums is None:
        return Told(None, _equation(each, numbers, speaker), _unknown(each, numbers, speaker))
    if holds(each, sums):
        return Told(True, _equation(each, numbers, speaker), speaker.said("messages.sum-holds"))
    difference = as_number(abs(Decimal(sums.left) - Decimal(sums.right)))
    state = speaker.said("messages.sum-broken", difference=difference)
    left = _side(each.table, each.left, numbers, speaker, sums.left)
    right = _side(each.table, each.right, numbers, speaker, sums.right)
    return Told(False, f"{left} {_BROKEN[each.relation]} {right}", state)


def about(each: Identity, speaker: Speaker) -> str:
    """The row or the column in which all cells of a sum are; "" if they are in several."""
    rows, columns = ({*names} for names in zip(*(a.cell for a in each.addends()), strict=True))
    one = rows if len(rows) == 1 else columns if len(columns) == 1 else {""}
    return speaker.label(each.table, one.pop())


def _equation(each: Identity, numbers: Mapping[Key, Number], speaker: Speaker) -> str:
    sides = (_side(each.table, side, numbers, speaker) for side in (each.left, each.right))
    return f" {_SIGNS.get(each.relation, each.relation)} ".join(sides)


def _unknown(each: Identity, numbers: Mapping[Key, Number], speaker: Speaker) -> str:
    missing = dict.fromkeys(addend.cell for addend in each.addends() if addend.cell not in numbers)
    names = (speaker.names(Address(each.table, *cell)) for cell in missing)
    cells = [Message("messages.cell", name) for name in names]
    return speaker.said("messages.sum-unknown", cells=cells)


def _side(
    table: str,
    side: Side,
    numbers: Mapping[Key, Number],
    speaker: Speaker,
    total: Number | None = None,
) -> str:
    terms = [(each.sign, each.name, numbers.get(each.cell)) for each in side.addends]
    if not terms:
        return str(side.constant)
    if not side.constant:
        return speaker.sum(table, terms, None if total is None else as_number(total))
    return f"{speaker.sum(table, terms)} + {side.constant}"
