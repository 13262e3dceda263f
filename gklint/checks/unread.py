"""Tables of which too much cannot be read to say anything of their rows."""

from __future__ import annotations

from collections.abc import Iterable

from gklint.checks.options import NUMBER, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, RowState, Table, Wrong
from gklint.model.outcomes import Finding, NotApplicable, Outcome


class UnreadOptions(Options):
    """A table without borders is unread, if more than ``percent`` of its rows cannot be read, and
    at least so many (``least``): one or two may be the author's.
    """

    percent: int = option(NUMBER)
    least: int = option(NUMBER)


@check("table-unread", UnreadOptions)
def table_unread(context: Context, options: UnreadOptions) -> Iterable[Outcome]:
    """Find tables whose cells nothing marks, and whose rows came apart on the way.

    Words of other cells in a label are a sign of that, too.
    """
    document = context.document
    loose = [table for table in document.tables.values() if table.loose]
    if not loose:
        yield NotApplicable()
    for table in loose:
        altered = {
            each.address.row
            for each in document.deviations
            if each.address.part == table.name and each.wrong is Wrong.ALTERED
        }
        total = len(table.shape.rows)
        count = sum(
            row.name in altered or not _is_read(table, row.name) for row in table.shape.rows
        )
        if count >= options.least and 100 * count > options.percent * total:
            yield Finding(Address(table.name), table.span, {"count": count, "total": total})


def _is_read(table: Table, name: str) -> bool:
    """Whether a row is there, with values that could be told apart."""
    row = table.rows.get(name)
    return row is not None and row.state is RowState.READ and any(cell.text for cell in row.cells)
