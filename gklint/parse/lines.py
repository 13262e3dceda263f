"""A line of a text, cut into pieces: the cells of a table row, or one paragraph."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from gklint.parse.tokens import Kind, Token
from gklint.text.numbering import has_full_stop
from gklint.text.piece import Piece
from gklint.text.source import Span


class Line(NamedTuple):
    """A line with something on it: ``span`` in the text, ``pieces`` from left to right.

    ``cells``: bars, tabs or the format mark the pieces as cells.  ``columns``: in which column
    each begins, counted in pieces, or in columns of the table where the format marks them.
    ``found``: what it, and those below it in the same span, were found to be.
    """

    span: Span
    pieces: tuple[Piece, ...]
    cells: bool
    columns: Sequence[int] = range(sys.maxsize)
    found: Sequence[Token] = ()

    @property
    def marked(self) -> bool:
        """Whether the format marks it as a row."""
        return isinstance(self.columns, tuple)


def is_sentence(token: Token, lines: Sequence[Line]) -> bool:
    """Whether a token is running text, and not words of a table: it has a full stop."""
    if token.kind is not Kind.PROSE:
        return False
    own = (line.pieces[0].text for line in lines if line.span == token.span)
    return any(map(has_full_stop, own))
