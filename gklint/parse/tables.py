"""The tokens of one table, fitted into the form: its rows with their cells, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from gklint.form.structure import Row, Structure, is_column, name_of
from gklint.model.document import Deviation, RowState, Table, TableRow
from gklint.parse.columns import fit, usual_columns, without_repeated
from gklint.parse.differences import differences, merged_rows
from gklint.parse.fitting import Fitted, fitted
from gklint.parse.tokens import Token
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import unit_of_column


def build_table(
    tokens: Sequence[Token], structure: Structure, starts: Sequence[str]
) -> tuple[Table, list[Deviation]]:
    """The table that ``tokens`` make, by the start rule of ``starts`` that fits best."""
    table = _fitted(tokens, structure, starts)
    if table.misfits:
        from gklint.parse.doubled import find_double

        if double := find_double(table):
            once, found = build_table(double.kept, structure, starts)
            return once, [double.deviation, *found]
    shape = table.shape
    rows = _wide_rows(table) if shape.wide else _rows(table)
    return Table(
        name=shape.name,
        start=table.start,
        shape=shape,
        span=Span(tokens[0].span.start, tokens[-1].span.end),
        rows=rows,
        cells={
            (row.name, column): cell
            for row in rows.values()
            if row.state is RowState.READ
            for column, cell in zip(row.columns, row.cells, strict=True)
        },
        units=_units(table),
        loose=not any(column >= 0 for token in tokens for column in token.columns),
    ), differences(table, starts[0])


def _fitted(tokens: Sequence[Token], structure: Structure, starts: Sequence[str]) -> Fitted:
    """The tokens, fitted: if need be put together, or by a version that has rows merged."""
    table = fitted(tokens, structure, starts)
    if not table.misfits:
        return table
    from gklint.parse.splits import joined

    whole = joined(tokens, structure, starts[0])
    if whole is not tokens:
        table = fitted(whole, structure, starts)
    for other in structure.starts(table.shape.name):
        if other not in starts:
            found = fitted(whole, structure, [other])
            if found.misfits < table.misfits and any(merged_rows(found, starts[0])):
                return found
    return table


def _units(table: Fitted) -> Mapping[str, str]:
    """The units that the headings of the columns print, or should print."""
    units: dict[str, str] = {}
    for element, mandated in _columns_with_units(table.structure, table.start):
        found = table.found.get(element)
        units[name_of(element)] = (found and unit_of_column(found.text)) or mandated
    return units


@lru_cache(maxsize=16)
def _columns_with_units(structure: Structure, start: str) -> Sequence[tuple[str, str]]:
    """The columns of a table whose mandated heading has a unit of money."""
    printed = structure.printed
    return [
        (slot.element, unit)
        for slot in structure.automata[start].form
        if is_column(slot) and (unit := unit_of_column(printed[slot.element]))
    ]


def _rows(table: Fitted) -> Mapping[str, TableRow]:
    """The rows of a table in which each has a label before its values."""
    found = [
        (row, table.found[row.element]) for row in table.shape.rows if row.element in table.found
    ]
    odd = any(len(token.cells) != len(row.columns) for row, token in found)
    usual = usual_columns((len(row.columns), token) for row, token in found) if odd else Counter()
    repeated = odd and any(token.repeated for token in table.tokens)
    rows = {}
    for row, token in found:
        width = len(row.columns)
        pieces = without_repeated(token.cells, width) if repeated else token.cells
        rows[row.name] = _row(row, token, fit(pieces, width, token.columns, usual))
    return rows


def _wide_rows(table: Fitted) -> Mapping[str, TableRow]:
    """The rows of a table that stand side by side: in a line of values below all labels.

    Where each has values of its own (see ``splits``), these.
    """
    if table.in_groups:
        labels = [(row, table.found.get(row.element)) for row in table.shape.rows]
        return {row.name: _row(row, label, label.cells) for row, label in labels if label}
    width = sum(len(row.columns) for row in table.shape.rows)
    holder = max(table.tokens, key=lambda token: (len(token.cells), token.glued))
    every = [cell for token in table.tokens for cell in token.cells if cell.text]
    # A layout may part the line in several; so many values are those of the whole line.
    apart = len(every) == width and not holder.glued
    pieces = every if apart else fit(holder.cells, width, holder.columns, Counter(), last=True)
    rows = {}
    for number, row in enumerate(table.shape.rows):
        label = table.found.get(row.element, holder)._replace(glued=holder.glued)
        count = len(row.columns)
        part = pieces[number * count : (number + 1) * count] if len(pieces) == width else pieces
        rows[row.name] = _row(row, label, part)
        if part is pieces and any(piece.text for piece in pieces) and not holder.glued:
            rows[row.name] = rows[row.name]._replace(state=RowState.MISCOUNTED)
    return rows


def _row(row: Row, token: Token, pieces: Sequence[Piece]) -> TableRow:
    missing = len(row.columns) - len(pieces)
    if missing > 0 and not any(piece.text for piece in pieces):  # they vanished with the layout
        blank = Piece("", token.span.end)
        pieces = [*pieces, *[blank] * missing]
    if token.glued:
        state = RowState.GLUED
    else:
        state = RowState.READ if len(pieces) == len(row.columns) else RowState.MISCOUNTED
    return TableRow(row.name, token.span, token.text, row.columns, tuple(pieces), state)
