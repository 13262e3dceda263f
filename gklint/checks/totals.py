"""Totals of rows, which texts are compared with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gklint.checks.options import COLUMN, ROW, TABLE, Options, option
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.form import Form
from gklint.model.document import Document
from gklint.text.values import Number


def is_count(number: Number) -> bool:
    """Whether a number can be one of cases."""
    return not isinstance(number, Decimal) and number >= 0


def row_totals(document: Document, table: str, row: str, total: str) -> frozenset[Number]:
    """The total of a row: as its column ``total`` has it, and as the others add up.

    They may differ.  Empty where neither can be told.
    """
    found = document.tables.get(table)
    if found is None or row not in found.rows:
        return frozenset()
    columns = [column for column in found.rows[row].columns if column != total]
    keys = [(row, column) for column in columns]
    known = [found.numbers[key] for key in keys if key in found.numbers]
    printed = found.number(row, total)
    totals = [] if printed is None else [printed]
    if not found.plain and not all(map(is_count, (*known, *totals))):
        return frozenset()  # no counts: GK208 says so
    if len(known) == len(columns):
        totals.append(sum(known))
    return frozenset(totals)


class ReceivedOptions(Options):
    """Where the requests are counted: the rows of new ones and of those carried in."""

    table: str = option(TABLE)
    new: str = option(ROW)
    carried_in: str = option(ROW)
    total: str = option(COLUMN)

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse rows and columns of other tables."""
        for name in ("new", "carried_in"):
            cell = (found["table"], found[name], found["total"])
            if cell not in form.structure.cells():
                file.fail((*path, name), "rulefiles.no-cell", cell=".".join(cell))

    def received(self, document: Document) -> frozenset[Number]:
        """New requests and those carried in, together; empty when it cannot be told."""
        new, carried = (
            row_totals(document, self.table, row, self.total) for row in (self.new, self.carried_in)
        )
        return frozenset(a + b for a in new for b in carried)
