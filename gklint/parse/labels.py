"""Labels of tables that are no known words on one line: broken over lines, altered, unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gklint.form.wordings import Label, Wordings
from gklint.parse.ahead import label_follows, number_follows, value_follows
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Kind, Taken, Token, token
from gklint.text.numbering import has_full_stop
from gklint.text.numerals import CHINESE_DIGITS
from gklint.text.piece import Piece
from gklint.text.values import is_value

MOST_LINES = 12
"""Over so many lines a label may be broken."""

_LABEL_CHARS = 60
_HEADER_CHARS = 24
_OPENS = frozenset((*CHINESE_DIGITS, "("))


def known(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a line, or several, that are a known label or heading, where one may stand.

    In running text the words of a label are none.  A heading may stand anywhere; the label of
    a table has a value or another label after it.
    """
    span = lines[0].pieces[0].span
    for label, text, used in _readings(lines, state, wordings):
        if label.elements[0] in wordings.headings:
            return Taken((Token(Kind.HEADING, span, text, label),), used)
        below = lines[used:]
        if state.in_table or lines[0].cells or _goes_on(below, wordings):
            return Taken((Token(Kind.LABEL, span, text, label),), used)
    return None


def _goes_on(below: Sequence[Line], wordings: Wordings) -> bool:
    return label_follows(below, wordings) or number_follows(below)


def _readings(
    lines: Sequence[Line], state: State, wordings: Wordings
) -> Iterator[tuple[Label, str, int]]:
    """The labels that the first lines may be, the fewest first, and how many lines each has.

    A label may be broken over many lines (三 / 、 / 本 / 年…).
    """
    text = lines[0].pieces[0].text
    if label := wordings.label(text):
        yield from _longer(lines, wordings)
        yield label, text, 1
        if not wordings.begins(text):  # as 六、其他 does a heading
            return
    if not state.in_table and text.lstrip("#* ")[:1] not in _OPENS:
        return
    for used, line in enumerate(lines[1:MOST_LINES], 2):
        below = line.pieces[0].text
        if not wordings.begins(text) or len(line.pieces) > 1 or wordings.label(below):
            return
        text += below
        if label := wordings.label(text):
            yield label, text, used


def _longer(lines: Sequence[Line], wordings: Wordings) -> Iterator[tuple[Label, str, int]]:
    """The label that the first line is with those below it, where a variant is its beginning."""
    text = lines[0].pieces[0].text
    for used, line in enumerate(lines[1:MOST_LINES], 2):
        below = line.pieces[0].text
        if len(line.pieces) > 1 or is_value(below) or wordings.label(below):
            return
        text += below
        if label := wordings.label(text):
            yield label, text, used
            return
        if not wordings.begins(text):
            return


def mended(lines: Sequence[Line], wordings: Wordings) -> tuple[Sequence[str], int]:
    """The words of the cells of a line, and how many lines they have.

    Header words that were split over two lines (商业 / 企业) are put together.
    """
    pieces = lines[0].pieces
    last = next((piece.text for piece in reversed(pieces) if piece.text), "")
    if len(lines) < 2 or is_value(last):
        return [piece.text for piece in pieces], 1
    whole = _below_each_other(pieces, lines[1].pieces) or _in_turn(pieces, lines[1], wordings)
    if not whole or not all(map(wordings.label, whole.values())):
        return [piece.text for piece in pieces], 1
    return [whole.get(at, piece.text) for at, piece in enumerate(pieces)], 2


def _below_each_other(pieces: Sequence[Piece], below: Sequence[Piece]) -> Mapping[int, str]:
    """The words of the cells that go on right below, in rows that are as long."""
    if len(pieces) != len(below) or not any(piece.text for piece in below):
        return {}
    pairs = enumerate(zip(pieces, below, strict=True))
    whole = {at: (head.text, tail.text) for at, (head, tail) in pairs if tail.text}
    if not all(head for head, _ in whole.values()):
        return {}
    return {at: head + tail for at, (head, tail) in whole.items()}


def _in_turn(pieces: Sequence[Piece], below: Line, wordings: Wordings) -> Mapping[int, str]:
    """The words of the cells that are beginnings of labels, with what stands below in turn."""
    tails = [piece.text for piece in below.pieces if piece.text]
    heads = [at for at, piece in enumerate(pieces) if _is_head(piece.text, wordings)]
    if len(tails) != len(heads):
        return {}
    return {at: pieces[at].text + tail for at, tail in zip(heads, tails, strict=True)}


def _is_head(text: str, wordings: Wordings) -> bool:
    """Whether it is no label, but the beginning of one."""
    return not is_value(text) and not wordings.label(text) and wordings.begins(text)


def likely(piece: Piece, wordings: Wordings) -> Token:
    """What stands where a label should: the one that it clearly resembles, else an unknown one."""
    near = wordings.nearest(piece.text)
    if near is not None and near.elements[0] not in wordings.headings:
        return token(Kind.LABEL, piece, near)
    return token(Kind.UNKNOWN, piece)


def before_values(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take the line above a value for the label of its row."""
    piece = lines[0].pieces[0]
    if not state.in_table or _is_sentence(piece.text) or not value_follows(lines[1:]):
        return None
    return Taken((likely(piece, wordings),))


def in_header(lines: Sequence[Line], state: State, wordings: Wordings) -> Taken | None:
    """Take a line of a table that is marked as a cell, or has labels below, for a label."""
    line = lines[0]
    piece = line.pieces[0]
    if not state.in_table or _is_sentence(piece.text):
        return None
    short = len(piece.text) <= _HEADER_CHARS
    if line.cells or (short and label_follows(lines[1:], wordings)):
        return Taken((likely(piece, wordings),))
    return None


def _is_sentence(text: str) -> bool:
    return len(text) > _LABEL_CHARS or has_full_stop(text)
