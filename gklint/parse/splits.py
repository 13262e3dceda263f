"""Tables that came in pieces: one for each row or group, under a heading that is its label.

Programs that turn pages into Markdown make such tables.  Their tokens are put together as those
of the whole table would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile

from gklint.form.structure import Automaton, Shape, Structure, is_column
from gklint.parse.columns import fit
from gklint.parse.fitting import candidates_of
from gklint.parse.tokens import Token
from gklint.text.piece import Piece
from gklint.text.values import is_value

_HEADER = 2  # headings of columns that make a header


def joined(tokens: Sequence[Token], structure: Structure, start: str) -> Sequence[Token]:
    """The tokens of a table as if it had come in one piece; themselves, if it did."""
    shape, form = structure.shapes[start], structure.automata[start]
    if not shape.wide:
        result = _without_repeated(_with_values_below(tokens, shape, form), shape)
        return tokens if result == [*tokens] else result
    groups = _with_groups(tokens, shape)
    if groups is None and _are_mixed(tokens, shape, form):
        groups = tokens
    return tokens if groups is None else _in_order(groups, form)


def _with_values_below(tokens: Sequence[Token], shape: Shape, form: Automaton) -> Sequence[Token]:
    """The tokens, each label of a row with the values that stand below a header of its own."""
    columns = {slot.element for slot in form.form if is_column(slot)}
    result: list[Token] = []
    row, header = None, 0
    for token in tokens:
        result.append(token)
        if shape.row_elements.intersection(candidates_of(token)):
            row, header = (None if token.cells else len(result) - 1), 0
            continue
        header += not columns.isdisjoint(candidates_of(token))
        if row is not None and header >= _HEADER and _filled(token.cells):
            # The values may have a word of their own in front: 数量.
            values = [*dropwhile(lambda cell: not is_value(cell.text), token.cells)]
            columns_of = token.columns[len(token.cells) - len(values) :]
            result[-1] = token._replace(cells=(), columns=())
            result.append(result.pop(row)._replace(cells=values, columns=columns_of))
            row = None
    return result


def _without_repeated(tokens: Sequence[Token], shape: Shape) -> Sequence[Token]:
    """All but the labels of rows that come again with values: those are headings."""
    valued: set[str] = set()
    kept = []
    for token in reversed(tokens):
        rows = shape.row_elements.intersection(candidates_of(token))
        if token.cells:
            valued |= rows
        elif rows and rows <= valued:
            continue
        kept.append(token)
    return kept[::-1]


def _with_groups(tokens: Sequence[Token], shape: Shape) -> Sequence[Token] | None:
    """The tokens, each label of a group with its values; None unless each has values of its own."""
    widths = {row.element: len(row.columns) for row in shape.rows}
    groups: dict[str, int] = {}
    complete: set[str] = set()
    group = ""
    result: list[Token] = []
    for token in tokens:
        group = next((each for each in candidates_of(token) if each in widths), group)
        groups.setdefault(group, len(result))
        result.append(token._replace(cells=(), columns=()))
        if not _filled(token.cells):
            continue
        width = widths.get(group, 0)
        values = fit(token.cells, width, token.columns, Counter(), last=True)
        if group in complete or len(values) != width:
            return None
        complete.add(group)
        at = groups[group]
        result[at] = result[at]._replace(cells=values, columns=(-1,) * len(values))
    return result if complete == groups.keys() - {""} else None


def _are_mixed(tokens: Sequence[Token], shape: Shape, form: Automaton) -> bool:
    """Whether rows that stand side by side are in their order, and columns are, but not together.

    So they are where a header has a line for the rows, and one below for all columns.
    """
    names = [slot.element for slot in form.form]
    there = [name for each in tokens for name in candidates_of(each)[:1]]
    return all(
        [name for name in there if (name in shape.row_elements) is of_rows]
        == [name for name in names if (name in shape.row_elements) is of_rows]
        for of_rows in (True, False)
    )


def _in_order(tokens: Sequence[Token], form: Automaton) -> Sequence[Token]:
    """The tokens in the order of the form, what it has not behind them."""
    left = [*tokens]
    ordered = []
    for slot in form.form:
        found = next((token for token in left if slot.element in candidates_of(token)), None)
        if found is not None:
            left.remove(found)
            ordered.append(found)
    return [*ordered, *left]


def _filled(cells: Sequence[Piece]) -> Sequence[Piece]:
    return [cell for cell in cells if cell.text]
