"""The cells of the tables, one by one: how many there are, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

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
from gklint.checks.suspects import forced_zeros
from gklint.form.formula import Key
from gklint.model.document import Address, Document, RowState, Table, TableRow
from gklint.model.outcomes import ColumnNames, Edit, Finding, NotApplicable, Outcome, Undecided
from gklint.text.piece import Piece
from gklint.text.values import is_formula, is_formula_error

_STROKES = re.compile(r"[-/\\—–―─∕]+")
_BORDERS = frozenset(("", "\n", "\r", "\t", "|"))


@check("cell-count", Options)
def cell_count(context: Context, _: Options) -> Iterable[Outcome]:
    """Find rows with more or fewer values than columns."""
    for table in context.document.tables.values():
        rows = [*table.rows.values()]
        if table.shape.wide:
            rows = rows[:1]
        for row in rows:
            if row.state is RowState.GLUED:
                yield _unread(table, row)
            elif row.state is RowState.MISCOUNTED:
                expected = table.shape.width(table.shape.rows[0].element)
                expected = expected if table.shape.wide else len(row.columns)
                args = {"found": len(row.cells), "expected": expected}
                span = row.cells[0].span if table.shape.wide else row.label
                column = row.columns[0] if table.shape.wide else None
                kind = "more" if len(row.cells) > expected else "default"
                kind = "wide" if table.shape.wide else kind
                yield Finding(Address(table.name, row.name, column), span, args, kind)


def _unread(table: Table, row: TableRow) -> Undecided:
    """Why the values of a row cannot be told apart: digits run together, or only blanks."""
    address = Address(table.name, row.name)
    found = sum(bool(cell.text) for cell in row.cells)
    if found < 2:
        return Undecided("messages.row-glued", address)
    args = {"found": found, "expected": len(row.columns)}
    return Undecided("messages.row-parted", address, args)


@check("cell-blank", Options)
def cell_blank(context: Context, _: Options) -> Iterable[Outcome]:
    """Find blank cells; neighbouring ones of a row are one finding."""
    for table in context.document.tables.values():
        if len(table.numbers) == len(table.cells):
            continue
        rows = _read_rows(table)
        if rows and all(cell.value.blank for row in rows for cell in row.cells):
            yield Finding(Address(table.name), rows[0].cells[0].span, {}, "table")
            continue
        if not any(cell.value.blank for row in rows for cell in row.cells):
            continue
        zeros = forced_zeros(table, context.identities.get(table.name, ()))
        for row in rows:
            yield from _blanks(context.document, table, row, zeros)


def _blanks(
    document: Document, table: Table, row: TableRow, zeros: frozenset[Key]
) -> Iterable[Finding]:
    """The groups of blank cells in a row; one that is all in ``zeros`` can be mended."""
    numbered = zip(row.columns, row.cells, strict=True)
    for blank, group in groupby(numbered, key=lambda pair: pair[1].value.blank):
        if not blank:
            continue
        columns, cells = zip(*group, strict=True)
        kind = "default" if len(cells) == 1 else "several"
        kind = "row" if len(cells) == len(row.columns) > 1 else kind
        printed = cells[0].text
        args = {
            "columns": ColumnNames(table.name, columns),
            "count": len(cells),
            "printed": printed,
        }
        sure = all((row.name, column) in zeros for column in columns)
        placed = sure and all(_is_place(document, cell) for cell in cells)
        edits = tuple(Edit(cell.span, "0") for cell in cells) if placed else ()
        address = Address(table.name, row.name, columns[0])
        yield Finding(address, cells[0].span, args, kind, edits=edits)


def _is_place(document: Document, cell: Piece) -> bool:
    """Whether a blank cell has a place of its own: its strokes, or between its borders.

    Where a layout leaves no trace of an empty cell, it has none.
    """
    if cell.text:
        return _STROKES.fullmatch(cell.text) is not None
    normal, at = document.normal, cell.start
    for row in document.source.rows:
        if row.span.start <= at <= row.span.end:
            empty = (each for each in row.cells if not normal[slice(*each)].strip())
            return any(start <= at <= end for start, end in empty)
    before, after = normal[:at].rstrip(" ")[-1:], normal[at:].lstrip(" ")[:1]
    return before in _BORDERS and after in _BORDERS


@check("cell-not-a-number", Options)
def cell_not_a_number(context: Context, _: Options) -> Iterable[Outcome]:
    """Find cells with something else than a number."""
    for table, row, column, cell in _cells(context):
        if not cell.value.blank and cell.number is None:
            kind = _no_number(cell.text)
            address = Address(table.name, row.name, column)
            yield Finding(address, cell.span, {"printed": cell.text}, kind)


def _no_number(text: str) -> str:
    """What stands in place of a number."""
    if is_formula(text):
        return "formula"
    return "error" if is_formula_error(text) else "default"


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


def _read_rows(table: Table) -> list[TableRow]:
    return [row for row in table.rows.values() if row.state is RowState.READ]


def _cells(context: Context) -> Iterable[tuple[Table, TableRow, str, Piece]]:
    for table in context.document.tables.values():
        if len(table.numbers) == len(table.cells) and not table.odd:
            continue  # nothing but counts: by far the most tables
        for row in _read_rows(table):
            for column, cell in zip(row.columns, row.cells, strict=True):
                yield table, row, column, cell
