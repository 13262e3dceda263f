"""What the lines of a report consist of, by their words alone."""

from __future__ import annotations

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


class Token(NamedTuple):
    """What a piece of text may be; which of it, and whether it may stand there, the form decides.

    ``cells``: the values after a label, blank ones too.  ``offset``: where in its line
    the values begin, by ``Line.columns`` (-1 when they stand on other lines).
    ``glued``: numbers run together that cannot be told apart with certainty.
    """

    kind: Kind
    span: Span
    text: str
    label: Label | None
    cells: list[Piece]
    offset: list[int]
    glued: bool = False

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
