"""Lines in which labels and numbers were run together, as a crawler leaves them."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.form.wordings import Wordings
from gklint.parse.cells import digits_of
from gklint.parse.labels import likely
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Found, Kind, Taken, Values, token, value
from gklint.text.piece import Piece
from gklint.text.values import is_value

_SENTENCE_CHARS = 60  # a line that has a full stop in them is running text


def together(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Cut a line that holds several labels, or labels and numbers."""
    piece = lines[0].pieces[0]
    if "。" in piece.text[:_SENTENCE_CHARS] or not wordings.starts_with_label(piece.text):
        return None
    parts = wordings.cut(piece)
    only_labels = len(parts) > 1 and all(wordings.label(part.text) for part in parts)
    if not only_labels and not any(is_value(part.text) for part in parts[1:]):
        return None
    found: list[Found] = []
    for part in parts:
        each = _found(part, state, wordings)
        found.append(each)
        state = state.after((each,))
    return Taken(found)


def _found(part: Piece, state: State, wordings: Wordings) -> Found:
    label = wordings.label(part.text)
    if label is not None:
        return token(Kind.LABEL, part, label)
    return _glued(part, state, wordings) if is_value(part.text) else likely(part, wordings)


def _glued(number: Piece, state: State, wordings: Wordings) -> Values:
    """The values that a number behind a label is: several digits may be as many values."""
    row = state.row
    width = wordings.width(row.label.elements[0]) if row and row.label else 0
    if row is None or row.cells or len(number.text) <= 1 or width <= 1:
        return value(number)
    if len(number.text) == width and number.text.isdigit():
        return Values(digits_of(number), (-1,) * width)
    return Values((), (), glued=True)
