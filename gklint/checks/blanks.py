"""Blank cells: what is blank together is one finding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from gklint.checks.options import Options
from gklint.checks.registry import Context, check
from gklint.checks.suspects import forced_zeros
from gklint.form.formula import Key
from gklint.model.document import Address, Document, Table
from gklint.model.outcomes import CellsOfRows, ColumnNames, Edit, Finding, Note, Outcome
from gklint.text.expressions import lazy_compile
from gklint.text.piece import Piece
from gklint.words import Message

_STROKES = lazy_compile(r"[-/\\—–―─∕]+")
_BORDERS = frozenset(("", "\n", "\r", "\t", "|"))
_FEWEST_ROWS = 3  # in which a column is blank from top to bottom

Rows = Mapping[str, tuple[str, ...]]
"""Columns of rows, by the names of the rows."""


@check("cell-blank", Options)
def cell_blank(context: Context, _: Options) -> Iterable[Outcome]:
    """Find blank cells: whole columns together, and those of rows one below the other.

    Rows that can be mended are apart from others: of a finding all is mended, or nothing.
    """
    for table in context.document.tables.values():
        if len(table.numbers) == len(table.cells):
            continue
        blank = [key for key, cell in table.cells.items() if cell.value.blank]
        if not blank:
            continue
        if len(blank) == len(table.cells):
            yield _finding(table, Address(table.name), blank, "table", {})
            continue
        zeros = forced_zeros(table, context.identities.get(table.name, ()))
        sure = {
            key for key in blank if key in zeros and _is_place(context.document, table.cells[key])
        }
        columns = _whole_columns(table, blank)
        if columns:
            yield _in_columns(table, columns, [key for key in blank if key[1] in columns], sure)
        rest = [key for key in blank if key[1] not in columns]
        for run in _runs(table, rest):
            unsure = {row for row, found in run.items() if not _keys(row, found) <= sure}
            for part in (run.keys() - unsure, unsure):
                if part:
                    yield _in_rows(table, {row: run[row] for row in run if row in part}, sure)


def _keys(row: str, columns: Iterable[str]) -> set[Key]:
    return {(row, column) for column in columns}


def _whole_columns(table: Table, blank: Collection[Key]) -> tuple[str, ...]:
    """The columns that are blank in all of several rows."""
    of_column: dict[str, list[bool]] = {}
    for key in table.cells:
        of_column.setdefault(key[1], []).append(key in blank)
    return tuple(
        column for column, found in of_column.items() if len(found) >= _FEWEST_ROWS and all(found)
    )


def _runs(table: Table, blank: Iterable[Key]) -> Iterator[Rows]:
    """The rows with blank cells, cut where a row has none."""
    rows = by_row(blank)
    for _, run in groupby(enumerate(rows), key=_distance(table)):
        yield {row: rows[row] for _, row in run}


def by_row(keys: Iterable[Key]) -> Rows:
    """The columns of cells, which are in the order of the form, by the names of their rows."""
    return {
        row: tuple(column for _, column in found) for row, found in groupby(keys, key=itemgetter(0))
    }


def cell_notes(table: Table, keys: Iterable[Key], said: str) -> tuple[Note, ...]:
    """A note at each cell."""
    return tuple(Note(said, table.cells[key].span, Address(table.name, *key)) for key in keys)


def _distance(table: Table) -> Callable[[tuple[int, str]], int]:
    """How far a row of a selection, with its number there, is behind its place in the table."""
    number = {row.name: at for at, row in enumerate(table.read_rows)}
    return lambda pair: number[pair[1]] - pair[0]


def _in_columns(
    table: Table, columns: tuple[str, ...], keys: Sequence[Key], sure: Collection[Key]
) -> Finding:
    args = {
        "columns": ColumnNames(table.name, columns),
        "rows": len({row for row, _ in keys}),
        "count": len(keys),
    }
    return _finding(table, Address(table.name, None, columns[0]), keys, "columns", args, sure)


def _in_rows(table: Table, run: Rows, sure: Collection[Key]) -> Finding:
    keys = [(row, column) for row, columns in run.items() for column in columns]
    first, *others = run
    if others:
        kind = "rows"
    elif len(keys) == len(table.rows[first].columns) > 1:
        kind = "row"
    else:
        kind = "default" if len(keys) == 1 else "several"
    args = {
        "columns": ColumnNames(table.name, run[first]),
        "rows": len(run),
        "cells": listed(table, run),
        "count": len(keys),
        "printed": table.cells[keys[0]].text,
        # The rows of a wide table stand side by side.
        "unit": Message("messages.unit-group" if table.shape.wide else "messages.unit-row"),
    }
    return _finding(table, Address(table.name, *keys[0]), keys, kind, args, sure)


def listed(table: Table, rows: Rows) -> CellsOfRows:
    """Columns of rows, in order, to be named."""
    return CellsOfRows(table.name, tuple(_stretches(table, rows)))


def _stretches(table: Table, run: Rows) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The first and the last of rows with the same columns; no columns: all."""
    distance = _distance(table)
    for (_, columns), pairs in groupby(
        enumerate(run), key=lambda pair: (distance(pair), run[pair[1]])
    ):
        (_, first), *others = pairs
        whole = columns == table.rows[first].columns
        yield first, others[-1][1] if others else first, () if whole else columns


def _finding(
    table: Table,
    address: Address,
    keys: Sequence[Key],
    kind: str,
    args: Mapping[str, object],
    sure: Collection[Key] = (),
) -> Finding:
    cells = [table.cells[key] for key in keys]
    return Finding(
        address=address,
        span=cells[0].span,
        args=args,
        kind=kind,
        notes=cell_notes(table, keys, "messages.blank-cell") if len(keys) > 1 else (),
        edits=tuple(Edit(cell.span, "0") for cell in cells) if {*keys} <= {*sure} else (),
    )


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
