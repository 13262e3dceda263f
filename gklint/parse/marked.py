"""Tables at a stroke, as in ``strokes``, of rows that the format marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gklint.form.wordings import Label, Wordings
from gklint.parse.lines import Line
from gklint.parse.tokens import Kind, Token
from gklint.parse.ways import NUMBER, Way, ways
from gklint.text.piece import Piece
from gklint.text.source import Span
from gklint.text.values import is_value

_NUMBER = re.compile(NUMBER)


class _Open(NamedTuple):
    """A label with the values behind it so far, and their columns."""

    piece: Piece
    label: Label
    cells: list[Piece]
    columns: list[int]


class _Walk:
    """Goes through the form row by row, as long as all is as it should be."""

    def __init__(self, way: Way, wordings: Wordings) -> None:
        self.way, self.wordings = way, wordings
        self.state = way.first
        self.found: list[_Open] = []
        self.lacking = 0  # values of the last label

    @property
    def is_complete(self) -> bool:
        """Whether the form is at its end."""
        return not self.lacking and not self.way.steps[self.state]

    def takes(self, line: Line) -> bool:
        """Whether each cell of a row is a label that may come next, a value of one, or blank."""
        filled = [at for at, piece in enumerate(line.pieces) if piece.text]
        return bool(filled) and all(
            self._value(line.pieces[at], line.columns[at])
            if _NUMBER.fullmatch(line.pieces[at].text)
            else self._label(line.pieces[at])
            for at in filled
        )

    def _value(self, piece: Piece, column: int) -> bool:
        if not self.lacking:
            return False
        self.lacking -= 1
        self.found[-1].cells.append(piece)
        self.found[-1].columns.append(column)
        return True

    def _label(self, piece: Piece) -> bool:
        label = self.wordings.label(piece.text)
        step = self.way.step(label, self.state) if label and not self.lacking else None
        if label is None or step is None:
            return False
        self.state, self.lacking = step
        self.found.append(_Open(piece, label, [], []))
        return True

    def tokens(self) -> Sequence[Token]:
        """The labels with their values."""
        return [
            Token(Kind.LABEL, piece.span, piece.text, label, cells, columns)
            for piece, label, cells, columns in self.found
        ]


def put_in_blocks(lines: Sequence[Line], wordings: Wordings) -> Sequence[Line]:
    """The lines, the rows of each whole table in one."""
    begun = ways(wordings.structure)
    result: list[Line] = []
    at = 0
    while at < len(lines):
        line, used = lines[at], 1
        label = wordings.label(line.pieces[0].text) if line.marked else None
        for way in begun.get(label.elements[0], ()) if label else ():
            if block := _block(lines, at, way, wordings):
                line, used = block
                break
        result.append(line)
        at += used
    return result


def _block(
    lines: Sequence[Line], start: int, way: Way, wordings: Wordings
) -> tuple[Line, int] | None:
    """The rows from a line on as one, and how many they are; None unless they end the way."""
    walk = _Walk(way, wordings)
    end = start
    while end < len(lines) and not walk.is_complete:
        if not lines[end].marked or not walk.takes(lines[end]):
            return None
        end += 1
    if not walk.is_complete or (end < len(lines) and is_value(lines[end].pieces[0].text)):
        return None  # what follows could be a value of the last row
    first, last = lines[start], lines[end - 1]
    span = Span(first.span.start, last.span.end)
    return first._replace(span=span, found=walk.tokens()), end - start
