"""A sum that does not hold, in words."""

from __future__ import annotations

from collections.abc import Mapping

from gklint.blank.filling import Broken
from gklint.findings.messages import Speaker
from gklint.form.formula import Side, as_number
from gklint.model.document import Address
from gklint.model.outcomes import CellName, Sum
from gklint.text.values import Number


def said(broken: Broken, numbers: Mapping[CellName, Number], speaker: Speaker) -> str:
    """Where the sum stands, what it comes to, and what it should: with the numbers in it."""
    identity, sums = broken
    rows, columns = zip(*(each.cell for each in identity.addends()), strict=True)
    # What all cells share: the row of a sum along it, the column of one down it.
    row = rows[0] if len({*rows}) == 1 else None
    column = columns[0] if len({*columns}) == 1 else None
    names = speaker.names(Address(identity.table, row, column))
    sides = [
        speaker.show(_sum(identity.table, side, total, numbers)) or str(as_number(total))
        for side, total in ((identity.left, sums.left), (identity.right, sums.right))
    ]
    key = "new.broken-sum" if identity.relation == "=" else "new.broken-bound"
    return speaker.said(
        key,
        table=names["table"],
        line=names["row"] or names["column"],
        left=sides[0],
        right=sides[1],
        relation=identity.relation,
    )


def _sum(table: str, side: Side, total: Number, numbers: Mapping[CellName, Number]) -> Sum | str:
    terms = tuple(
        (each.sign, each.name, numbers[CellName(table, *each.cell)]) for each in side.addends
    )
    return Sum(table, terms, as_number(total)) if terms else ""
