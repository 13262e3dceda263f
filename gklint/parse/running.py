"""Lines in which labels and numbers were run together, or only blanks part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from gklint.form.wordings import Wordings
from gklint.parse.cells import FEWEST, digits_of, inked
from gklint.parse.labels import likely
from gklint.parse.lines import Line
from gklint.parse.state import OpenRow, State
from gklint.parse.tokens import Found, Kind, Taken, Token, Values, token, value
from gklint.text.piece import Piece
from gklint.text.values import is_value

_SENTENCE = re.compile(r"[^。]{0,59}(?<!\d)。")  # not the point of a number: 1。
_PARTED = re.compile(r"\S+(?: \S+)*")  # one blank may stand in a label, more part two


def together(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Cut a line that holds several labels, or labels and numbers."""
    piece = lines[0].pieces[0]
    if _SENTENCE.match(piece.text):
        return None
    parts = wordings.cut(piece) if wordings.starts_with_label(piece.text) else []
    if not parts and state.in_table and " " in piece.text and not lines[0].cells:
        parts = _before_numbers(piece)
    only_labels = len(parts) > 1 and all(wordings.label(part.text) for part in parts)
    if not only_labels and not any(is_value(part.text) for part in parts[1:]):
        return None
    return Taken([*_read(parts, wordings)])


def _before_numbers(piece: Piece) -> list[Piece]:
    """The parts of a line that begins with unknown words, and ends with numbers."""
    parts = inked(piece)
    values = [*takewhile(lambda part: is_value(part.text), reversed(parts))][::-1]
    if len(values) < FEWEST or len(values) == len(parts):
        return []
    words = piece.text[: values[0].start - piece.start]
    heads = (Piece(each[0], piece.start + each.start()) for each in _PARTED.finditer(words))
    return [*heads, *values]


def _read(parts: Sequence[Piece], wordings: Wordings) -> Iterator[Found]:
    """Each label of a line with the values behind it."""
    at = 0
    while at < len(parts):
        label = _label(parts[at], wordings)
        while at + 1 < len(parts) and parts[at + 1].text == label.text and label.label:
            at += 1  # converters repeat what spans several cells
        yield label
        behind = _behind(label, parts[at + 1 :], wordings)
        if behind:
            yield _values(label, behind, wordings)
        at += 1 + len(behind)


def _label(part: Piece, wordings: Wordings) -> Token:
    label = wordings.label(part.text)
    return token(Kind.LABEL, part, label) if label else likely(part, wordings)


def _behind(label: Token, parts: Sequence[Piece], wordings: Wordings) -> Sequence[Piece]:
    """The parts behind a label that are its values: as many as it has columns, whatever they are.

    Where they are fewer or more, those that look like values.
    """
    whole = [*takewhile(lambda part: wordings.label(part.text) is None, parts)]
    if len(whole) in OpenRow(label.label).widths(wordings) and any(map(_is_value, whole)):
        return whole
    return [*takewhile(_is_value, whole)]


def _is_value(part: Piece) -> bool:
    return is_value(part.text)


def _values(label: Token, found: Sequence[Piece], wordings: Wordings) -> Values:
    """The values behind a label: several digits may be as many, and a blank may part a number."""
    widths = OpenRow(label.label).widths(wordings)
    if not widths or len(found) in widths or len({part.text for part in found}) == 1 < len(found):
        return Values(found, (-1,) * len(found))
    if len(found) > 1:
        return Values(found, (-1,) * len(found), glued=True)
    (number,) = found
    if len(number.text) <= 1:
        return value(number)
    if len(number.text) in widths and number.text.isdigit():
        return Values(digits_of(number), (-1,) * len(number.text))
    return Values((), (), glued=True)
