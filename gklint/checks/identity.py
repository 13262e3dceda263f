"""Arithmetic identities between cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from gklint.checks.options import FORMULA, TABLE, Options, one_of, option
from gklint.checks.registry import Context, check
from gklint.checks.suspects import Change
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.form import Form
from gklint.form.formula import (
    Addend,
    Formula,
    Identity,
    Sums,
    all_hold,
    apply,
    as_number,
    compute,
    formula_of,
    holds,
)
from gklint.form.structure import Shape
from gklint.model.document import Address, Table
from gklint.model.outcomes import (
    CellName,
    Finding,
    NotApplicable,
    Note,
    Outcome,
    Passed,
    Sum,
    Suspect,
    Undecided,
)


class IdentityOptions(Options):
    """``each``: ``row``, ``column`` or ``table``: what the formula is applied to."""

    table: str = option(TABLE)
    each: str = option(one_of("row", "column", "table"))
    formula: Formula = option(FORMULA)

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse a formula that fits no version of its table."""
        path = (*path, "formula")
        shapes = [each for each in form.structure.shapes.values() if each.name == found["table"]]
        unknown = ""
        for shape in shapes:
            try:
                applied = apply(formula_of(found["formula"]), shape, found["each"])
            except KeyError as error:
                unknown = unknown or str(error.args[0])
                continue
            if twice := next(filter(None, map(_on_both_sides, applied)), None):
                file.fail_by_name(path, twice, "rulefiles.formula-both-sides", name=twice)
            if applied:
                return
        file.one_of(path, unknown, sorted(_known(shapes, found["each"])))
        file.fail(path, "rulefiles.formula-fits-nothing")


def _known(shapes: Iterable[Shape], each: str) -> set[str]:
    """The names that a formula may use."""
    rows = [row for shape in shapes for row in shape.rows]
    if each == "table":
        return {f"{row.name}.{column}" for row in rows for column in row.columns}
    if each == "column":
        return {row.name for row in rows}
    return {column for row in rows for column in row.columns}


def _on_both_sides(each: Identity) -> str | None:
    """The name of a cell that an equality has on both of its sides."""
    left = {addend.cell for addend in each.left.addends}
    both = (addend.name for addend in each.right.addends if addend.cell in left)
    return next(both, None) if each.relation == "=" else None


def identities(table: Table, options: IdentityOptions) -> tuple[Identity, ...]:
    """The identities that the options mean for a table; none if it has not these cells."""
    try:
        return apply(options.formula, table.shape, options.each)
    except KeyError:
        return ()


@check("identity", IdentityOptions)
def identity(context: Context, options: IdentityOptions) -> Iterable[Outcome]:
    """Find the identities that do not hold; each is a finding of its own."""
    table = context.document.tables.get(options.table)
    applied = identities(table, options) if table else ()
    if table is None or not applied:
        yield NotApplicable()
        return
    if all_hold(applied, table.numbers):
        yield Passed(len(applied))
        return
    passed = 0
    recognition = context.document.source.recognition
    unsettled = recognition.unsettled if recognition else ()
    for each in applied:
        sums = compute(each, table.numbers)
        if sums is None:
            yield _undecided(each, table)
        elif holds(each, sums):
            passed += 1
        elif table.name in unsettled:
            yield Undecided("messages.recognition-unsettled", _place(each))
        else:
            yield _finding(context, table, each, sums)
    if passed:
        yield Passed(passed)


def _undecided(each: Identity, table: Table) -> Undecided:
    addends = chain(each.left.addends, each.right.addends)
    first = next(addend for addend in addends if addend.cell not in table.numbers)
    row, column = first.cell
    found = first.cell in table.cells
    reason = "messages.cell-unreadable" if found else "messages.row-unreadable"
    if row not in table.rows:
        reason = "messages.row-missing"
    place = _place(each)
    return Undecided(reason, place, {"missing_row": row, "missing_column": column})


def _finding(context: Context, table: Table, each: Identity, sums: Sums) -> Finding:
    result = _result(each)
    cell = table.cells[result.cell]
    difference = abs(Decimal(sums.left) - Decimal(sums.right))
    suspects, alternatives = _suspects(context, table, each)
    left = _sum(each.left.addends, table)
    return Finding(
        address=Address(table.name, *result.cell),
        span=cell.span,
        args={
            "left": left,
            "right": _sum(each.right.addends, table),
            "left_side": left._replace(total=as_number(sums.left)),
            "left_sum": as_number(sums.left),
            "right_sum": as_number(sums.right),
            "difference": as_number(difference),
        },
        notes=tuple(
            _note(addend, table)
            for addend in (*each.left.addends, *each.right.addends)
            if addend != result
        ),
        suspects=suspects,
        alternatives=alternatives,
    )


def _result(each: Identity) -> Addend:
    """The cell that a broken sum is reported at: the sum, not an addend."""
    return (each.right.addends or each.left.addends)[0]


def _place(each: Identity) -> Address:
    return Address(each.table, *_result(each).cell)


def _sum(addends: Sequence[Addend], table: Table) -> Sum:
    """A side of an identity as it is to be printed."""
    terms = ((addend.sign, addend.name, table.numbers[addend.cell]) for addend in addends)
    return Sum(table.name, tuple(terms))


def _note(addend: Addend, table: Table) -> Note:
    cell = table.cells[addend.cell]
    return Note(
        "messages.addend", cell.span, Address(table.name, *addend.cell), {"value": cell.text}
    )


def _suspects(context: Context, table: Table, each: Identity) -> tuple[tuple[Suspect, ...], bool]:
    """What would repair this sum: one set of cells, or several cells of which one would do."""
    sets = context.explanation(table.name).repairs.get(each, ())
    if not sets:
        return (), False
    own = {addend.cell for addend in (*each.left.addends, *each.right.addends)}
    changes = dict.fromkeys(change for found in sets for change in found if change.cell in own)
    return tuple(_suspect(table, change) for change in changes), len(sets) > 1


def _suspect(table: Table, change: Change) -> Suspect:
    return Suspect(
        CellName(table.name, *change.cell), as_number(change.actual), as_number(change.expected)
    )
