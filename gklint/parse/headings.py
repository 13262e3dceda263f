"""Headings that do not stand alone on their line, and lines that merely look like headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gklint.form.wordings import Label, Wordings
from gklint.parse.layout import Line
from gklint.parse.tokens import Kind, Token
from gklint.text.normalise import words
from gklint.text.numbering import split_numbering
from gklint.text.piece import Piece

_SECTION = "section"
_NUMBER_CHARS = 3  # 十一、
_REACH = 60  # characters in which a heading ends
_SHORTEST, _LONGEST = 4, 24  # characters that carry meaning
_PUNCTUATION = re.compile(r"[。,:;]")
_ADDITION_CHARS = 14


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


def parted(lines: Sequence[Line], wordings: Wordings) -> tuple[Label, int] | None:
    """The heading whose number stands in a cell or line of its own, and how many lines it has."""
    first = lines[0].pieces[0].text
    if len(first) > _NUMBER_CHARS or not _is_section_number(first):
        return None
    used = lines[:1] if len(lines[0].pieces) > 1 else lines[:2]
    text = "".join(piece.text for line in used for piece in line.pieces)
    label = heading_label(text, wordings)
    return (label, len(used)) if label else None


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
    numbers = {token.number for token in headings if token.element}
    exact = {name for token in headings if token.label for name in token.label.same}
    previous = 0
    result = []
    for token in tokens:
        if token.kind is Kind.HEADING and token.element in exact and not token.exact:
            token = token._replace(kind=Kind.PROSE)  # 一、存在的主要问题, below 五、存在的…
        if token.kind is Kind.HEADING and not token.element:
            number = token.number
            if number != previous + 1 or number in numbers:
                token = token._replace(kind=Kind.PROSE)
        if token.kind is Kind.HEADING:
            previous = token.number or previous + 1
        result.append(token)
    return result
