"""Whether the tables of a report are whole, as in nearly all: nothing is to be put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from gklint.form.structure import Structure
from gklint.parse.tokens import Kind, Token


def are_whole(tokens: Iterable[Token], structure: Structure) -> bool:
    """Whether all values and labels are there, in marked cells."""
    count = 0
    for token in tokens:
        if token.kind is Kind.UNKNOWN or (token.label and not token.label.same):
            return False
        if token.cells:
            if token.columns[0] < 0:
                return False
            count += len(token.cells)
    return count >= _values(structure)


@cache
def _values(structure: Structure) -> int:
    """How many values the newest form has."""
    starts = map(structure.start, structure.tables)
    return sum(sum(structure.shapes[start].widths) for start in starts)
