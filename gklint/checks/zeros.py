"""Tables in which nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable

from gklint.checks.options import Options
from gklint.checks.registry import Context, check
from gklint.model.document import Address
from gklint.model.outcomes import Finding, NotApplicable, Outcome, Undecided


@check("all-zero", Options)
def all_zero(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a report in which every number of every table is zero."""
    found = context.document.tables
    tables = [found[name] for name in context.form.structure.tables if name in found]
    if len(tables) < len(context.form.structure.tables):
        yield NotApplicable()
    elif not any(any(table.numbers.values()) for table in tables):
        address = Address(tables[0].name)
        cells = sum(len([*table.shape.cells()]) for table in tables)
        if sum(len(table.numbers) for table in tables) < cells:
            yield Undecided("messages.numbers-unreadable", address)
        else:
            yield Finding(address, next(iter(tables[0].rows.values())).label)
