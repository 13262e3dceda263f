"""A piece of a line: one cell of a table, or one paragraph."""

from __future__ import annotations

from typing import NamedTuple

from gklint.text.source import Span
from gklint.text.values import Number, Value, read_value


class Piece(NamedTuple):
    """One cell or paragraph: its normal text without outer blanks, and its offset."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it stands; empty at the place of an empty cell."""
        return Span(self.start, self.start + len(self.text))

    @property
    def value(self) -> Value:
        """What it says, as a cell of numbers."""
        return read_value(self.text)

    @property
    def number(self) -> Number | None:
        """The number printed; None when it is blank or unreadable."""
        return read_value(self.text).number
