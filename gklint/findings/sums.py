"""The sums of a table in words: as arithmetic, and whether they hold."""

from __future__ import annotations

from decimal import Decimal

from gklint.findings.messages import Speaker
from gklint.form.formula import Identity, Side, as_number, compute, holds
from gklint.model.document import Address, Table
from gklint.text.values import Number
from gklint.words import Message

_SIGNS = {"<=": "≤", ">=": "≥"}
_BROKEN = {"=": "≠", "<=": ">", ">=": "<", "<": "≥", ">": "≤"}


def stands(each: Identity, table: Table) -> bool | None:
    """Whether a sum holds in a table; None if that cannot be told."""
    sums = compute(each, table.numbers)
    return None if sums is None else holds(each, sums)


def equation(each: Identity, table: Table, speaker: Speaker) -> str:
    """A sum with the numbers that stand there; of one that does not hold, what each side makes."""
    sums = compute(each, table.numbers)
    broken = sums is not None and not holds(each, sums)
    left, right = (sums.left, sums.right) if broken and sums else (None, None)
    relation = (_BROKEN if broken else _SIGNS).get(each.relation, each.relation)
    sides = (_side(each.left, table, speaker, left), _side(each.right, table, speaker, right))
    return f" {relation} ".join(sides)


def state(each: Identity, table: Table, speaker: Speaker) -> Message:
    """Whether it holds, by how much not, or which numbers are missing to tell."""
    sums = compute(each, table.numbers)
    if sums is None:
        missing = dict.fromkeys(a.cell for a in each.addends() if table.number(*a.cell) is None)
        names = (speaker.names(Address(table.name, *cell)) for cell in missing)
        cells = [Message("messages.cell", name) for name in names]
        return Message("messages.sum-unknown", {"cells": cells})
    if holds(each, sums):
        return Message("messages.sum-holds")
    difference = as_number(abs(Decimal(sums.left) - Decimal(sums.right)))
    return Message("messages.sum-broken", {"difference": difference})


def _side(side: Side, table: Table, speaker: Speaker, total: Number | None) -> str:
    terms = [(each.sign, each.name, table.number(*each.cell)) for each in side.addends]
    if not terms:
        return str(side.constant)
    if not side.constant:
        return speaker.sum(table.name, terms, total)
    return f"{speaker.sum(table.name, terms)} + {side.constant}"
