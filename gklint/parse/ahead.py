"""What the lines below say of a line: a label has a value or another label after it."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.form.wordings import Wordings
from gklint.parse.lines import Line
from gklint.text.values import is_value


def label_follows(below: Sequence[Line], wordings: Wordings) -> bool:
    """Whether one of the next two lines goes on with the header of a table."""
    pieces = (piece for line in below[:2] for piece in line.pieces)
    found = (label for piece in pieces if (label := wordings.label(piece.text)))
    return any(label.elements[0] not in wordings.headings for label in found)


def element_follows(below: Sequence[Line], wordings: Wordings) -> bool:
    """Whether the next line begins something else, or nothing follows."""
    return not below or wordings.label(below[0].pieces[0].text) is not None


def number_follows(below: Sequence[Line]) -> bool:
    """Whether the next line is a bare number (not 1件: that is running text)."""
    return bool(below) and below[0].pieces[0].text.replace(" ", "").isdecimal()


def value_follows(below: Sequence[Line]) -> bool:
    """Whether the next line begins with a value that is not empty."""
    return bool(below) and bool(below[0].pieces[0].text) and is_value(below[0].pieces[0].text)
