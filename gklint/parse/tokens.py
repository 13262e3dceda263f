"""What the lines of a report consist of, by their words and by what stands around them.

A token says what a piece of text *may* be; which of its candidates it is, and whether it may
stand there, the form decides later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from gklint.form.wordings import Label
from gklint.text.piece import Piece
from gklint.text.source import Span


class Kind(Enum):
    """What a piece of text looks like."""

    HEADING = "heading"
    PART = "part"
    LABEL = "label"
    UNKNOWN = "unknown"  # stands where a label should, and is none that is known
    PROSE = "prose"


ROWS = (Kind.LABEL, Kind.UNKNOWN)
"""What values may follow."""


class Token(NamedTuple):
    """What a piece of text may be; which of it, and whether it may stand there, the form decides.

    ``cells``: the values after a label, blank ones too.  ``columns``: where in its line
    each of them begins, by ``Line.columns`` (-1 when it stands on another line).
    ``glued``: numbers run together that cannot be told apart with certainty.
    ``repeated``: it comes again for each cell that it spans, as may then its values.
    """

    kind: Kind
    span: Span
    text: str
    label: Label | None
    cells: Sequence[Piece] = ()
    columns: Sequence[int] = ()
    glued: bool = False
    repeated: bool = False

    @property
    def element(self) -> str | None:
        """The element that it is, if it is but one; otherwise the first that it may be."""
        return self.label.elements[0] if self.label and self.label.elements else None

    @property
    def number(self) -> int | None:
        """The number that it bears (三、 or （三）), from 1."""
        return self.label.numbering.number if self.label and self.label.numbering else None

    @property
    def exact(self) -> bool:
        """Whether it has the mandated words, but for its number."""
        return self.label is not None and self.element in self.label.same


class Values(NamedTuple):
    """Values of the label above them; the fields are as in ``Token``."""

    cells: Sequence[Piece]
    columns: Sequence[int]
    glued: bool = False


Found = Token | Values


class Taken(NamedTuple):
    """What lines were found to be, and how many of them, from the first, that explains."""

    found: Sequence[Found]
    lines: int = 1


def token(kind: Kind, piece: Piece, label: Label | None = None) -> Token:
    """A token that is this piece."""
    return Token(kind, piece.span, piece.text, label)


def prose(span: Span) -> Token:
    """A line of running text."""
    return Token(Kind.PROSE, span, "", None)


def value(piece: Piece, column: int = -1) -> Values:
    """A single value."""
    return Values((piece,), (column,))


def gathered(found: Iterable[Found]) -> list[Token]:
    """The tokens, each label with the values that follow it; values below no label are dropped.

    A label that comes again at once is one: converters repeat what spans several cells.
    """
    tokens: list[Token] = []
    values: dict[int, list[Values]] = {}
    for each in found:
        if isinstance(each, Token):
            above = tokens[-1].text if tokens else ""
            if above == each.text != "" and len(tokens) - 1 not in values and _is_bare(tokens[-1]):
                tokens.pop()
                each = each._replace(repeated=True)
            tokens.append(each)
        elif tokens and tokens[-1].kind in ROWS:
            values.setdefault(len(tokens) - 1, []).append(each)
    for at, more in values.items():
        tokens[at] = _with(tokens[at], more)
    return tokens


def _is_bare(token: Token) -> bool:
    return token.kind is Kind.LABEL and not token.cells


def _with(token: Token, values: Iterable[Values]) -> Token:
    cells, columns, glued = [*token.cells], [*token.columns], False
    for more in values:
        cells += more.cells
        columns += more.columns
        glued = glued or more.glued
    return token._replace(cells=cells, columns=columns, glued=glued)
