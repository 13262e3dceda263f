"""Headings that do not stand alone on their line, and those of a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gklint.form.wordings import Label, Wordings
from gklint.parse.layout import Line
from gklint.text.normalise import words
from gklint.text.numbering import split_numbering
from gklint.text.piece import Piece

_SECTION = "section"
_NUMBER_CHARS = 3  # 十一、
_REACH = 60  # characters in which a heading ends
_SHORTEST, _LONGEST = 4, 24  # characters that carry meaning
_PUNCTUATION = re.compile(r"[。,:;]")
_ADDITION_CHARS = 14
_PAGE = re.compile(r"\s\s*\d{1,3}$")


class Cut(NamedTuple):
    """A heading, and what follows it on its line (``rest.text`` may be empty)."""

    heading: Piece
    label: Label
    rest: Piece


def heading_label(text: str, wordings: Wordings) -> Label | None:
    """What ``text`` may be, if it may be a heading."""
    label = wordings.label(text)
    return label if label and label.terminals[0] in wordings.headings else None


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


def is_contents_entry(lines: Sequence[Line], wordings: Wordings) -> bool:
    """Whether the first line is a heading with the number of a page, and comes again as heading."""
    text = " ".join(piece.text for piece in lines[0].pieces)
    page = _PAGE.search(text)
    label = heading_label(text[: page.start()], wordings) if page else None
    return label is not None and any(
        later is not None and later.terminals == label.terminals
        for later in (heading_label(line.pieces[0].text, wordings) for line in lines[1:])
    )


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
