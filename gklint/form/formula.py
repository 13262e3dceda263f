"""Arithmetic identities as formulas (``grammar/formula.lark``), applied to tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt
from typing import Any, NamedTuple

from gklint.form.structure import Shape
from gklint.text.values import Number


class Term(NamedTuple):
    """``sign`` times the sum of the names from ``first`` to ``last``; or a number.

    ``open``: the last is not one of them.
    """

    sign: int
    first: str | None
    last: str | None
    number: int
    open: bool = False


class Formula(NamedTuple):
    """``left relation right``; ``relation`` is one of = >= <= > <."""

    left: tuple[Term, ...]
    relation: str
    right: tuple[Term, ...]

    def names(self) -> Iterable[str]:
        """All names that are written in the formula."""
        for term in (*self.left, *self.right):
            yield from dict.fromkeys(name for name in (term.first, term.last) if name)


Key = tuple[str, str]
"""Row and column of a cell."""


class Addend(NamedTuple):
    """One cell of an identity.  ``name`` is what differs along the sum: a row or a column."""

    sign: int
    cell: Key
    name: str


class Side(NamedTuple):
    """One side of an identity: its cells, and the number that is written in it.

    ``added`` and ``subtracted`` repeat the cells by sign, for quick summing.
    """

    addends: tuple[Addend, ...]
    added: tuple[Key, ...]
    subtracted: tuple[Key, ...]
    constant: int


class Identity(NamedTuple):
    """A formula applied to one row, one column or one table."""

    table: str
    left: Side
    relation: str
    right: Side

    def addends(self) -> tuple[Addend, ...]:
        """All cells, with the sign they have on the left side."""
        right = (item._replace(sign=-item.sign) for item in self.right.addends)
        return (*self.left.addends, *right)

    def cells(self) -> tuple[Key, ...]:
        """All cells, those that are added before those that are subtracted."""
        left, right = self.left, self.right
        return (*left.added, *left.subtracted, *right.added, *right.subtracted)


class Sums(NamedTuple):
    """Both sides of an identity, computed."""

    left: Number
    right: Number


_RELATIONS: dict[str, Callable[[Number, Number], bool]] = {
    "=": eq,
    ">=": ge,
    "<=": le,
    ">": gt,
    "<": lt,
}


def holds(identity: Identity, sums: Sums) -> bool:
    """Whether the identity's relation holds between two sums."""
    return _RELATIONS[identity.relation](sums.left, sums.right)


def compute(identity: Identity, numbers: Mapping[Key, Number]) -> Sums | None:
    """Both sides; None when a cell has no number: missing, blank or unreadable (never zero)."""
    number = numbers.__getitem__
    try:
        return Sums(_total(identity.left, number), _total(identity.right, number))
    except KeyError:
        return None


def all_hold(identities: Iterable[Identity], numbers: Mapping[Key, Number]) -> bool:
    """Whether each can be computed and holds, as in most tables."""
    number = numbers.__getitem__
    try:
        for _, left, relation, right in identities:
            if not _RELATIONS[relation](_total(left, number), _total(right, number)):
                return False
    except KeyError:
        return False
    return True


def _total(side: Side, number: Callable[[Key], Number]) -> Number:
    total = sum(map(number, side.added), side.constant)
    return total - sum(map(number, side.subtracted)) if side.subtracted else total


# -- applying --------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def apply(formula: Formula, shape: Shape, each: str) -> tuple[Identity, ...]:
    """The identities a formula means for a table.

    ``each``: ``"row"``, ``"column"`` or ``"table"`` (names are then ``row.column``).
    Raises KeyError with the name that the table does not have.
    """
    rows = {row.name: row.columns for row in shape.rows}
    if each == "table":
        cells = [(row, column) for row, columns in rows.items() for column in columns]
        lookup = {f"{row}.{column}": (row, column) for row, column in cells}
        return (_identity(shape, formula, lookup),)
    if each == "column":
        columns = dict.fromkeys(column for found in rows.values() for column in found)
        return tuple(
            _identity(shape, formula, {row: (row, column) for row in rows}) for column in columns
        )
    names = {*formula.names()}
    every = {column for columns in rows.values() for column in columns}
    if unknown := sorted(names - every):
        raise KeyError(unknown[0])
    return tuple(
        _identity(shape, formula, {column: (row, column) for column in columns})
        for row, columns in rows.items()
        if names <= {*columns}
    )


def _identity(shape: Shape, formula: Formula, cells: dict[str, Key]) -> Identity:
    left, right = _side(formula.left, cells), _side(formula.right, cells)
    return Identity(shape.name, left, formula.relation, right)


def _side(terms: Iterable[Term], cells: dict[str, Key]) -> Side:
    addends = tuple(_addends(terms, cells))
    return Side(
        addends,
        tuple(addend.cell for addend in addends if addend.sign > 0),
        tuple(addend.cell for addend in addends if addend.sign < 0),
        sum(term.sign * term.number for term in terms if term.first is None),
    )


def _addends(terms: Iterable[Term], cells: dict[str, Key]) -> Iterable[Addend]:
    names = [*cells]
    for term in terms:
        if term.first is None or term.last is None:
            continue
        for name in (term.first, term.last):
            if name not in cells:
                raise KeyError(name)
        end = names.index(term.last) + (not term.open)
        for name in names[names.index(term.first) : end]:
            yield Addend(term.sign, cells[name], name)


def formula_of(raw: Sequence[Any]) -> Formula:
    """A formula from the JSON values that ``notation.parse`` gave."""
    left, relation, right = raw
    return Formula(terms_of(left), relation, terms_of(right))


def terms_of(raw: Sequence[Any]) -> tuple[Term, ...]:
    """The terms of a sum from the JSON values that ``notation.parse`` gave."""
    return tuple(Term(*term) for term in raw)


def as_number(value: Number) -> int | Decimal:
    """``value`` as an int where it is one."""
    return int(value) if value == int(value) else value
