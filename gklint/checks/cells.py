"""The cells of the tables, one by one: how many there are, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from gklint.checks.blanks import by_row, cell_notes, listed
from gklint.checks.options import (
    CELL,
    COLUMNS,
    NUMBER,
    TEXTS,
    VERSION,
    Cell,
    Options,
    option,
    several,
)
from gklint.checks.registry import Context, check
from gklint.form.formula import Identity, Key, compute, holds
from gklint.model.document import Address, Document, RowState, Table, TableRow
from gklint.model.outcomes import Finding, NotApplicable, Outcome, Undecided
from gklint.text.piece import Piece
from gklint.text.values import Number, is_formula, is_formula_error, read_value

_MOST_APART = 2  # cells with the same text that are a finding each
_MOST_TORN = 3  # ways to put a torn number together that are worth naming


@check("cell-count", Options)
def cell_count(context: Context, _: Options) -> Iterable[Outcome]:
    """Find rows with more or fewer values than columns."""
    for table in context.document.tables.values():
        rows = [*table.rows.values()]
        if table.shape.wide:
            rows = rows[:1]
        for row in [row for row in rows if row.state is not RowState.READ]:
            if row.state is RowState.GLUED:
                yield _unread(table, row)
            else:
                yield _miscounted(context, table, row)


def _miscounted(context: Context, table: Table, row: TableRow) -> Finding:
    wide = table.shape.wide
    keys = [*table.shape.cells()] if wide else [(row.name, column) for column in row.columns]
    found, expected = len(row.cells), len(keys)
    args: dict[str, object] = {"found": found, "expected": expected}
    kind = "wide" if wide else "more" if found > expected else "default"
    torn = _torn(context, table, keys, row.cells) if found == expected + 1 else ()
    if torn and len(torn) <= _MOST_TORN:
        args["torn"] = "；".join(f"{left} | {right} → {left}{right}" for left, right, _ in torn)
        kind = "torn" if len(torn) == 1 and torn[0].proven else "perhaps-torn"
    column = row.columns[0] if wide else None
    span = row.cells[0].span if wide else row.label
    return Finding(Address(table.name, row.name, column), span, args, kind)


class _Torn(NamedTuple):
    """A number that may stand in two cells; ``proven``: sums hold with it as one."""

    left: str
    right: str
    proven: bool


def _torn(
    context: Context, table: Table, keys: Sequence[Key], cells: Sequence[Piece]
) -> Sequence[_Torn]:
    """Neighbouring values that may be one number: with them as one, nothing is contradicted."""
    identities = [
        each
        for each in context.identities.get(table.name, ())
        if not {*each.cells()}.isdisjoint(keys)
    ]
    found = []
    for at, (left, right) in enumerate(pairwise([cell.text for cell in cells])):
        if not (left.isdecimal() and right.isdecimal()) or left.startswith("0"):
            continue
        texts = [cell.text for cell in (*cells[:at], *cells[at + 2 :])]
        texts.insert(at, left + right)
        values = zip(keys, map(read_value, texts), strict=True)
        read = {key: value.number for key, value in values if value.number is not None}
        known = _holding(identities, {**table.numbers, **read})
        if known is not None:
            found.append(_Torn(left, right, any(each.relation == "=" for each in known)))
    return found


def _holding(
    identities: Iterable[Identity], numbers: Mapping[Key, Number]
) -> Sequence[Identity] | None:
    """The equalities and inequalities that can be computed, if all of these hold."""
    known = []
    for each in identities:
        sums = compute(each, numbers)
        if sums is None:
            continue
        if not holds(each, sums):
            return None
        known.append(each)
    return known


def _unread(table: Table, row: TableRow) -> Undecided:
    """Why the values of a row cannot be told apart: digits run together, or only blanks."""
    address = Address(table.name, row.name)
    found = sum(bool(cell.text) for cell in row.cells)
    if found < 2:
        return Undecided("messages.row-glued", address)
    args = {"found": found, "expected": len(row.columns)}
    return Undecided("messages.row-parted", address, args)


@check("cell-not-a-number", Options)
def cell_not_a_number(context: Context, _: Options) -> Iterable[Outcome]:
    """Find cells with something else than a number; many with the same are one finding."""
    document = context.document
    for table in document.tables.values():
        same: dict[str, list[Key]] = {}
        for key, cell in () if table.plain else table.cells.items():
            if not cell.value.blank and cell.number is None:
                same.setdefault(_as_written(document, cell), []).append(key)
        for written, keys in same.items():
            if len(keys) > _MOST_APART:
                yield _all_with(table, written, keys)
            else:
                yield from (_no_number(table, written, key) for key in keys)


def _as_written(document: Document, cell: Piece) -> str:
    """What stands in a cell: 〇, which the normal text has as 零; without comments in it."""
    pairs = zip(document.source.text[slice(*cell.span)], cell.text, strict=False)
    return "".join(char if folded != " " else folded for char, folded in pairs)


def _no_number(table: Table, written: str, key: Key) -> Finding:
    text, span = table.cells[key].text, table.cells[key].span
    kind = "formula" if is_formula(text) else "error" if is_formula_error(text) else "default"
    return Finding(Address(table.name, *key), span, {"printed": written}, kind)


def _all_with(table: Table, written: str, keys: Sequence[Key]) -> Finding:
    """The finding of all cells with the same text, at the first of them."""
    args = {"printed": written, "count": len(keys), "cells": listed(table, by_row(keys))}
    notes = cell_notes(table, keys, "messages.such-cell")
    return _no_number(table, written, keys[0])._replace(args=args, kind="same", notes=notes)


class CountOptions(Options):
    """Columns in which decimals, or a sign, are right."""

    decimals: tuple[str, ...] = option(COLUMNS, ())
    signed: tuple[str, ...] = option(COLUMNS, ())


@check("cell-not-a-count", CountOptions)
def cell_not_a_count(context: Context, options: CountOptions) -> Iterable[Outcome]:
    """Find negative and fractional numbers where cases are counted."""
    for table, row, column, cell in _cells(context):
        number = cell.number
        if number is None:
            continue
        address = Address(table.name, row.name, column)
        if number < 0 and column not in options.signed:
            yield Finding(address, cell.span, {"printed": cell.text}, "negative")
        elif isinstance(number, Decimal) and column not in options.decimals:
            yield Finding(address, cell.span, {"printed": cell.text}, "fractional")


class SupersededOptions(Options):
    """``version`` of the format, superseded from report year ``from_year`` on."""

    version: str = option(VERSION)
    from_year: int = option(NUMBER)


@check("table-superseded", SupersededOptions)
def table_superseded(context: Context, options: SupersededOptions) -> Iterable[Outcome]:
    """Find what only an earlier version prints in a report of a later year, at its first place."""
    document = context.document
    sign, year = document.signs.get(options.version), document.year
    if document.version != options.version or year is None:
        yield NotApplicable()
    elif sign and year >= options.from_year:
        args = {"year": year, "printed": document.source.text[slice(*sign.span)]}
        yield Finding(Address(sign.table), sign.span, args)


class PowerOptions(Options):
    """``cells``: how many 规章 there are.  Endings of names of bodies that can make any, or not."""

    cells: tuple[Cell, ...] = option(several(CELL, "rulefiles.cells"))
    without_power: tuple[str, ...] = option(TEXTS)
    with_power: tuple[str, ...] = option(TEXTS)


@check("regulation-power", PowerOptions)
def regulation_power(context: Context, options: PowerOptions) -> Iterable[Outcome]:
    """Find 规章 of a body that cannot make any; the first cell that has some is the finding."""
    document, agency = context.document, context.document.agency
    some = next((each for each in options.cells if _is_positive(document, each)), None)
    if some is None or agency is None or agency.endswith(options.with_power):
        yield NotApplicable()
    elif agency.endswith(options.without_power):
        cell = document.tables[some.table].cells[some.key]
        yield Finding(some.address, cell.span, {"agency": agency, "printed": cell.text})
    else:
        yield Undecided("messages.power-unknown", some.address)


def _is_positive(document: Document, cell: Cell) -> bool:
    table = document.tables.get(cell.table)
    number = table.number(*cell.key) if table else None
    return number is not None and number > 0


def _cells(context: Context) -> Iterable[tuple[Table, TableRow, str, Piece]]:
    for table in context.document.tables.values():
        if len(table.numbers) == len(table.cells) and not table.odd:
            continue  # nothing but counts: by far the most tables
        for row in table.read_rows:
            for column, cell in zip(row.columns, row.cells, strict=True):
                yield table, row, column, cell
