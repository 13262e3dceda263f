"""Values that stand where only their place tells what they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from gklint.form.wordings import Wordings
from gklint.parse.ahead import element_follows, value_follows
from gklint.parse.labels import MOST_LINES
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Taken, Values, value
from gklint.text.numbering import has_full_stop
from gklint.text.piece import Piece
from gklint.text.values import is_value

FEWEST = 3
"""So many values stand on a line that only blanks part, or nothing."""

_SEVERAL = 10  # so many digits may be several numbers run together
_BAD_VALUE_CHARS = 6
_INK = re.compile(r"\S+")


def on_lines_of_their_own(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take lines of a table that have nothing but a value, or several with blanks between them."""
    line = lines[0]
    piece = line.pieces[0]
    if not state.in_table:
        return None
    if state.marked and not line.cells and piece.text.isdecimal():
        return Taken(())  # a page number: the values stand in rows that the format marks
    values = _parted(piece, line) or _digits(piece, state, wordings)
    if values:
        return Taken((Values(values, (-1,) * len(values)),))
    if not is_value(piece.text):
        return None
    values = [piece]
    if not state.marked:
        values += [each.pieces[0] for each in takewhile(partial(_is_like, line), lines[1:])]
    return Taken((Values(values, (-1,) * len(values)),), len(values))


def _is_like(above: Line, line: Line) -> bool:
    """Whether a line is marked like the one above it, and has a value alone, surely but one."""
    if len(line.pieces) > 1 or line.cells != above.cells or line.marked:
        return False
    text = line.pieces[0].text
    return len(text) < _SEVERAL and " " not in text and is_value(text)


def _parted(piece: Piece, line: Line) -> Sequence[Piece]:
    """The values on a line, if they are several with blanks between them."""
    if " " not in piece.text or line.cells:
        return ()
    parts = inked(piece)
    return parts if len(parts) >= FEWEST and all(is_value(part.text) for part in parts) else ()


def inked(piece: Piece) -> Sequence[Piece]:
    """The parts of a piece between its blanks."""
    return [Piece(match[0], piece.start + match.start()) for match in _INK.finditer(piece.text)]


def _digits(piece: Piece, state: State, wordings: Wordings) -> Sequence[Piece]:
    """The values of a whole line of table four, if each is a digit, run together."""
    row = state.row
    if row is None or row.cells or len(piece.text) < FEWEST or not piece.text.isdecimal():
        return ()
    fits = row.in_wide_table(wordings) and len(piece.text) == row.width(wordings)
    return digits_of(piece) if fits else ()


def digits_of(piece: Piece) -> Sequence[Piece]:
    """Each digit of a number as a value of its own."""
    return [Piece(digit, piece.start + at) for at, digit in enumerate(piece.text)]


def lacks_values(lines: Sequence[Line], state: State, wordings: Wordings) -> bool:
    """Whether the open row still has room, and the line may hold one of its values."""
    row, below = state.row, lines[1:]
    if row is None or row.label is None or row.cells >= row.width(wordings):
        return False
    if row.in_wide_table(wordings) and not row.filled:
        return value_follows(below)  # otherwise it is a word of the header
    if row.cells or lines[0].cells:
        return True
    return value_follows(below) or element_follows(below, wordings)


def bad(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a line of a table that stands for a value, and is none."""
    piece = lines[0].pieces[0]
    if not state.in_table or has_full_stop(piece.text):
        return None
    in_row = lacks_values(lines, state, wordings)
    if is_bad_value(piece.text, in_row, state, wordings) or completes(lines, state, wordings):
        return Taken((value(piece),))
    return None


def completes(lines: Sequence[Line], state: State, wordings: Wordings) -> bool:
    """Whether the open row is complete with this line and the values in the lines below.

    Blank ones may belong to it or not: a layout can leave some around a row.
    """
    row, text = state.row, lines[0].pieces[0].text
    if row is None or not (row.takes_values(wordings) or row.in_wide_table(wordings)):
        return False
    if row.filled in row.widths(wordings) or " " in text:  # blanks part what is run together
        return False
    if wordings.begins(text) or wordings.nearest(text):
        return False
    below = [*takewhile(_is_value, lines[1:])]
    filled = row.filled + 1 + sum(bool(line.pieces[0].text) for line in below)
    goes_on = len(below) > MOST_LINES
    most = sys.maxsize if goes_on else row.cells + 1 + len(below)
    return any(filled <= width <= most for width in row.widths(wordings))


def _is_value(line: Line) -> bool:
    """Whether a line has a value alone, but for empty cells behind it."""
    first, *others = line.pieces
    return is_value(first.text) and not any(piece.text for piece in others)


def is_bad_value(text: str, in_row: bool, state: State, wordings: Wordings) -> bool:
    """Whether it is something short in a value's place that is no number: 无, 约20, O."""
    row = state.row
    if row is None or len(text) > _BAD_VALUE_CHARS:
        return False
    in_place = row.in_wide_row(wordings) or (
        in_row and (row.takes_values(wordings) or row.in_wide_table(wordings))
    )
    return in_place and wordings.nearest(text) is None
