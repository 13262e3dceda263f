"""Headings that do not stand alone on their line, and lines that merely look like headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gklint.form.wordings import Label, Wordings
from gklint.parse.lines import Line
from gklint.parse.state import State
from gklint.parse.tokens import Kind, Taken, Token, prose, token
from gklint.text.normalise import words
from gklint.text.numbering import Numbering, split_numbering
from gklint.text.piece import Piece

_SECTION = "section"
_NUMBER_CHARS = 5  # 十一、, 第一部分:
_REACH = 60  # characters in which a heading ends
_SHORTEST, _LONGEST = 4, 24  # characters that carry meaning
_PUNCTUATION = re.compile(r"[。,:;]")
_SENTENCE = re.compile(r"[。;!?]|,.*,")
_ADDITION_CHARS = 14
_LINE_CHARS = 60
_MOST = 24  # on one line


class Cut(NamedTuple):
    """A heading, and what follows it on its line (``rest.text`` may be empty)."""

    heading: Piece
    label: Label
    rest: Piece


def heading_label(text: str, wordings: Wordings) -> Label | None:
    """What ``text`` may be, if it may be a heading."""
    label = wordings.label(text)
    return label if label and label.elements[0] in wordings.headings else None


def cut(piece: Piece, wordings: Wordings) -> Cut | None:
    """The heading that ``piece`` begins with, if there is one with its number."""
    numbering, rest = split_numbering(piece.text)
    if numbering is None or numbering.style != _SECTION:
        return None
    head = len(piece.text) - len(rest)
    key = words(rest[:_REACH])
    for end in range(min(len(key), _LONGEST), _SHORTEST - 1, -1):
        label = heading_label(piece.text[:head] + key[:end], wordings)
        if label is None:
            continue
        at = head + _reach(rest, end)
        tail = piece.text[at:]
        inner = tail.lstrip(" :。")
        if _is_addition(inner):
            return None
        following = Piece(inner, piece.start + at + len(tail) - len(inner))
        return Cut(Piece(piece.text[:at], piece.start), label, following)
    return None


def parted(lines: Sequence[Line], _state: State, wordings: Wordings) -> Taken | None:
    """Take a heading whose number stands in a cell or line of its own."""
    piece = lines[0].pieces[0]
    if len(piece.text) > _NUMBER_CHARS or not _is_section_number(piece.text):
        return None
    used = lines[:1] if len(lines[0].pieces) > 1 else lines[:2]
    text = "".join(piece.text for line in used for piece in line.pieces)
    label = heading_label(text, wordings)
    if label is None:
        return None
    return Taken((Token(Kind.HEADING, piece.span, text, label),), len(used))


def renumbered(lines: Sequence[Line], _state: State, wordings: Wordings) -> Taken | None:
    """Take a heading with its numbers after and before a change, one of which is right: 三、[四、].

    So LibreOffice prints lists in which changes are tracked.
    """
    piece = lines[0].pieces[0]
    after, _, rest = piece.text.partition("[")
    before, _, rest = rest.partition("]")
    if not _is_section_number(before) or (after and not _is_section_number(after)):
        return None
    for text in (after + rest, before + rest):
        label = heading_label(text, wordings)
        if label and label.numbering == mandated(label, wordings):
            return Taken((Token(Kind.HEADING, piece.span, text, label),))
    return None


def alone(lines: Sequence[Line], _state: State, wordings: Wordings) -> Taken | None:
    """Take a heading that is alone in its line but for empty cells."""
    pieces = lines[0].pieces
    if pieces[0].text and pieces[-1].text:
        return None
    filled = [piece for piece in pieces if piece.text]
    label = heading_label(filled[0].text, wordings) if len(filled) == 1 else None
    return Taken((token(Kind.HEADING, filled[0], label),)) if label else None


def leading(lines: Sequence[Line], _state: State, wordings: Wordings) -> Taken | None:
    """Take the headings that a line begins with; what follows them is running text."""
    found: list[Token] = []
    rest = lines[0].pieces[0]
    while len(found) < _MOST and rest.text and (each := cut(rest, wordings)):
        found.append(token(Kind.HEADING, each.heading, each.label))
        rest = each.rest
    if not found:
        return None
    return Taken([*found, prose(rest.span)] if rest.text else found)


def numbered(lines: Sequence[Line], _state: State, wordings: Wordings) -> Taken | None:
    """Take a short line with the number of a section for the heading that it resembles.

    Where it resembles none, it may be a section that the form does not have.
    """
    piece = lines[0].pieces[0]
    numbering, _ = split_numbering(piece.text)
    if numbering is None or numbering.style != _SECTION:
        return None
    if len(piece.text) > _LINE_CHARS or _SENTENCE.search(piece.text):
        return None
    near = wordings.nearest(piece.text) or Label((), numbering, frozenset())
    if near.elements and near.elements[0] not in wordings.headings:
        return None
    return Taken((token(Kind.HEADING, piece, near),))


def mandated(label: Label, wordings: Wordings) -> Numbering | None:
    """The number that the form has before a heading."""
    return split_numbering(wordings.structure.printed[label.elements[0]])[0]


def _is_section_number(text: str) -> bool:
    numbering, rest = split_numbering(text)
    return numbering is not None and numbering.style == _SECTION and not rest


def _is_addition(text: str) -> bool:
    """Whether what follows a heading's words still belongs to it: （有关情况附表）."""
    numbering, _ = split_numbering(text)
    short = len(text) <= _ADDITION_CHARS and not _PUNCTUATION.search(text)
    return bool(text) and short and numbering is None and not text[0].isdigit()


def _reach(text: str, count: int) -> int:
    """How far into ``text`` its first ``count`` meaningful characters reach."""
    seen = 0
    for index, char in enumerate(text):
        seen += bool(words(char))
        if seen == count:
            return index + 1
    return len(text)


def settled(tokens: Sequence[Token]) -> list[Token]:
    """Turn numbered lines that merely look like sections back into prose.

    An unknown heading is a section of its own only where its number goes on counting
    the sections, and no known section bears that number.
    """
    headings = [token for token in tokens if token.kind is Kind.HEADING]
    if all(heading.exact for heading in headings):
        return [*tokens]  # as in most reports
    numbers = {heading.number for heading in headings if heading.element}
    exact = {name for heading in headings if heading.label for name in heading.label.same}
    previous = 0
    result = []
    for each in tokens:
        if each.kind is not Kind.HEADING:
            result.append(each)
            continue
        number = each.number
        if each.element:  # 一、存在的主要问题, below 五、存在的…
            is_one = each.exact or each.element not in exact
        else:
            is_one = number == previous + 1 and number not in numbers
        previous = (number or previous + 1) if is_one else previous
        result.append(each if is_one else each._replace(kind=Kind.PROSE))
    return result
