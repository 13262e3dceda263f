"""The numbers at the ends of lines, of which a table is put together that came apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from gklint.form.structure import Shape
from gklint.parse.cells import inked
from gklint.parse.lines import Line
from gklint.parse.tokens import Token
from gklint.text.normalise import words
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import is_value

_GLUED = re.compile(r"(.*[^\W\d])(\d[\d.,]*)")


class Tail(NamedTuple):
    """The numbers at the end of a line, and what stands before them."""

    before: str
    values: Sequence[Piece]
    span: Span


def unmarked(line: Line) -> Line:
    """A row as if only blanks parted its cells."""
    if len(line.pieces) < 2:
        return line
    text, at = "", line.span.start
    for piece in line.pieces:
        text += " " * (piece.start - at - len(text)) + piece.text
    return Line(line.span, (Piece(text, at),), False)


def tails_of(lines: Sequence[Line]) -> Sequence[Tail]:
    """The numbers at the ends of lines; those that have lines of their own are put together."""
    tails: list[Tail] = []
    above: Tail | None = None
    for line in lines:
        tail = tail_of(line)
        if tail and above and not tail.before:
            tails.pop()
            tail = Tail(above.before, [*above.values, *tail.values], above.span)
        if tail:
            tails.append(tail)
        above = tail
    return tails


def tail_of(line: Line) -> Tail | None:
    """The numbers at the end of a line without cells, if there are any."""
    if line.cells or len(line.pieces) > 1:
        return None
    (piece,) = line.pieces
    parts = [cut for part in inked(piece) for cut in _cut(part)]
    values = [*takewhile(lambda part: is_value(part.text), reversed(parts))][::-1]
    if not any(value.text.isdigit() or value.number is not None for value in values):
        return None
    return Tail(piece.text[: values[0].start - piece.start].rstrip(), values, line.span)


def _cut(part: Piece) -> Sequence[Piece]:
    """A word and the number that follows it without a blank."""
    match = _GLUED.fullmatch(part.text)
    if match is None:
        return (part,)
    return Piece(match[1], part.start), Piece(match[2], part.start + match.start(2))


def in_one(tails: Sequence[Tail], tokens: Sequence[Token], shape: Shape) -> Sequence[Tail]:
    """The values of all rows that stand side by side, if words of the header part them in places
    where a row ends, or its sum is ahead, and the rows are in their order.
    """
    lengths = [len(row.columns) for row in shape.rows]
    ends = {end - before for end in accumulate(lengths) for before in (0, 1)}
    rows = [
        name
        for each in tokens
        for name in (each.label.same if each.label else ())
        if name in shape.row_elements
    ]
    if (
        not tails
        or rows != [row.element for row in shape.rows]
        or any(words(tail.before) for tail in tails)
    ):
        return tails
    if not ends.issuperset(accumulate(len(tail.values) for tail in tails)):
        return tails
    return [Tail("", [value for tail in tails for value in tail.values], tails[0].span)]
