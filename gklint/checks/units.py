"""The units that stand in cells: money where money is asked for, in the unit of its column."""

from __future__ import annotations

from collections.abc import Iterable

from gklint.checks.options import COLUMNS, Options, option
from gklint.checks.registry import Context, check
from gklint.form.formula import as_number
from gklint.model.document import Address, Table
from gklint.model.outcomes import Finding, Outcome
from gklint.text.piece import Piece
from gklint.text.values import YUAN


class UnitOptions(Options):
    """``amounts``: the columns of amounts of money; all others count cases."""

    amounts: tuple[str, ...] = option(COLUMNS)


@check("amount-unit", UnitOptions)
def amount_unit(context: Context, options: UnitOptions) -> Iterable[Outcome]:
    """Find numbers with a unit that contradicts their column; of nothing any unit is right."""
    for table in context.document.tables.values():
        for (row, column), cell in () if table.plain else table.cells.items():
            if not cell.value.unit or not cell.number:
                continue
            kind = _contradiction(table, column, cell, options)
            if kind:
                number = table.number(row, column)
                args = {
                    "printed": cell.text,
                    "unit": table.units.get(column),
                    "number": None if number is None else as_number(number),
                }
                yield Finding(Address(table.name, row, column), cell.span, args, kind)


def _contradiction(table: Table, column: str, cell: Piece, options: UnitOptions) -> str | None:
    """In what way the unit of a cell contradicts its column; where that prints none, in no way."""
    of_cell = YUAN.get(cell.value.unit)
    if column not in options.amounts:
        return "count" if of_cell else None
    if of_cell is None:
        return "amount"
    of_column = YUAN.get(table.units.get(column, ""))
    return "scale" if of_column and of_cell != of_column else None
