"""Where in a text the lexer stands, as far as that decides what the next line is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.form.wordings import Label, Wordings
from gklint.parse.lines import Line
from gklint.parse.tokens import ROWS, Found, Kind, Token
from gklint.text.piece import Piece


class OpenRow(NamedTuple):
    """The row whose label came last, and that takes the values that follow.

    ``label``: what that may be; None if it is unknown.  ``cells``: how many values it has so
    far, ``filled``: how many of them are not empty.
    """

    label: Label | None
    cells: int = 0
    filled: int = 0

    def longer(self, cells: Sequence[Piece]) -> OpenRow:
        """The row with more values."""
        return OpenRow(self.label, self.cells + len(cells), self.filled + _filled(cells))

    def width(self, wordings: Wordings) -> int:
        """How many values the row has in the form; 0 if none, or if the label is unknown."""
        return max(map(wordings.width, self.label.elements), default=0) if self.label else 0

    def widths(self, wordings: Wordings) -> frozenset[int]:
        """How many values it may have, by what it may be and by the versions of the form."""
        of_each = map(wordings.widths, self.label.elements if self.label else ())
        return frozenset().union(*of_each)

    def takes_values(self, wordings: Wordings) -> bool:
        """Whether it is the label of a row, so that blank pieces beside it may be its cells."""
        return self.label is None or any(map(wordings.takes_values, self.label.elements))

    def in_wide_table(self, wordings: Wordings) -> bool:
        """Whether it is a label of a table whose values stand in one line, without a label."""
        return self.label is not None and any(map(wordings.in_wide_table, self.label.elements))

    def in_wide_row(self, wordings: Wordings) -> bool:
        """Whether such a line of values has begun, and is not complete."""
        return self.in_wide_table(wordings) and 0 < self.filled < self.width(wordings)


class State(NamedTuple):
    """What the lines so far make of the next one.

    ``row``: the row that is open, if any.  ``in_table``: a label of a table was read, and no
    running text or heading since.  ``marked``: the last row of the table was marked by the
    format.  ``section``: the section of the last heading; None before the first, and below a
    heading that is not one of the form.  ``hidden``: the headings that no line is
    found to be.
    """

    row: OpenRow | None = None
    in_table: bool = False
    marked: bool = False
    section: str | None = None
    hidden: frozenset[str] = frozenset()

    def at(self, line: Line) -> State:
        """The state in which ``line`` is read."""
        if not line.cells or line.marked == self.marked:
            return self
        return self._replace(marked=line.marked)

    def after(self, found: Iterable[Found]) -> State:
        """The state once ``found`` was read."""
        row, in_table, marked, section, hidden = self
        label: Token | None = None  # of the row, where the values behind it are not counted yet
        for each in found:
            if not isinstance(each, Token):
                row, label = (_opened(label) if label else row), None
                row = row and row.longer(each.cells)
            elif each.kind in ROWS:
                label = each
                in_table = in_table or each.kind is Kind.LABEL
            else:
                row, label, in_table, marked = None, None, False, False
                if each.kind is Kind.HEADING:
                    section = each.element
        return State(_opened(label) if label else row, in_table, marked, section, hidden)


def _opened(label: Token) -> OpenRow:
    return OpenRow(label.label, len(label.cells), _filled(label.cells))


def _filled(cells: Sequence[Piece]) -> int:
    return len([cell for cell in cells if cell.text]) if cells else 0
