"""The sums of a table in words: as arithmetic, and whether they hold."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from gklint.findings.messages import Speaker
from gklint.form.formula import Identity, Side, as_number, compute, holds
from gklint.model.document import Address, Table
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


def told(each: Identity, table: Table, speaker: Speaker) -> Told:
    """A sum in words."""
    sums = compute(each, table.numbers)
    if sums is None:
        return Told(None, _equation(each, table, speaker), _unknown(each, table, speaker))
    if holds(each, sums):
        return Told(True, _equation(each, table, speaker), speaker.said("messages.sum-holds"))
    difference = as_number(abs(Decimal(sums.left) - Decimal(sums.right)))
    state = speaker.said("messages.sum-broken", difference=difference)
    sides = (
        _side(each.left, table, speaker, sums.left),
        _side(each.right, table, speaker, sums.right),
    )
    return Told(False, f" {_BROKEN[each.relation]} ".join(sides), state)


def _equation(each: Identity, table: Table, speaker: Speaker) -> str:
    sides = (_side(side, table, speaker) for side in (each.left, each.right))
    return f" {_SIGNS.get(each.relation, each.relation)} ".join(sides)


def _unknown(each: Identity, table: Table, speaker: Speaker) -> str:
    missing = dict.fromkeys(a.cell for a in each.addends() if table.number(*a.cell) is None)
    names = (speaker.names(Address(table.name, *cell)) for cell in missing)
    return speaker.said(
        "messages.sum-unknown", cells=[Message("messages.cell", name) for name in names]
    )


def _side(side: Side, table: Table, speaker: Speaker, total: Number | None = None) -> str:
    terms = [(each.sign, each.name, table.number(*each.cell)) for each in side.addends]
    if not terms:
        return str(side.constant)
    if not side.constant:
        return speaker.sum(table.name, terms, total)
    return f"{speaker.sum(table.name, terms)} + {side.constant}"
