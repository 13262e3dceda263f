"""Glyphs to lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gklint.readers.pdf_page import CLOSING, Glyph

# All of these are parts of a character's size.
_SAME_BASE = 0.35
_SAME_GLYPH = 0.15  # drawn twice to look bold
_BLANK = 0.2  # between Latin letters or digits
_TAB = 1.5  # between any
_NOT_LAST = frozenset("（《〈“‘【〔「『([")


class Line(NamedTuple):
    """``start``, ``end``, ``base`` and ``size`` as of a glyph.

    ``head``: the width of what no line break may divide at its beginning.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    head: float


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that glyphs of one way make."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and _on_same_base(rows[-1][0], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(row) for row in rows]


def blank_between(before: str, after: str) -> str:
    """What stands between two lines of a paragraph that are put together."""
    is_latin = before[-1:].isascii() and before[-1:].isalnum()
    return " " if is_latin and after[:1].isascii() and after[:1].isalnum() else ""


def _on_same_base(first: Glyph, other: Glyph) -> bool:
    return other.base - first.base <= _SAME_BASE * max(first.size, other.size)


def _line(row: Iterable[Glyph]) -> Line:
    glyphs = _once(sorted(row, key=lambda glyph: glyph.start))
    sizes = sorted(glyph.size for glyph in glyphs)
    bases = sorted(glyph.base for glyph in glyphs)
    start, middle = glyphs[0].start, len(glyphs) // 2
    end = max(glyph.end for glyph in glyphs)
    return Line(_text(glyphs), start, end, bases[middle], sizes[middle], _head(glyphs) - start)


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not any(_is_same(other, glyph) for other in kept[-3:]):
            kept.append(glyph)
    return kept


def _is_same(one: Glyph, other: Glyph) -> bool:
    near = _SAME_GLYPH * one.size
    return (
        one.text == other.text
        and abs(one.start - other.start) < near
        and abs(one.base - other.base) < near
    )


def _text(glyphs: Sequence[Glyph]) -> str:
    parts = [glyphs[0].text]
    for before, glyph in pairwise(glyphs):
        if _gap(before, glyph) > (_BLANK if _are_latin(before, glyph) else _TAB):
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts)


def _head(glyphs: Sequence[Glyph]) -> float:
    """Where the first word ends."""
    for before, glyph in pairwise(glyphs):
        is_word = _are_latin(before, glyph) and _gap(before, glyph) <= _BLANK
        if not is_word and glyph.text not in CLOSING and before.text not in _NOT_LAST:
            return before.end
    return glyphs[-1].end


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.start - before.end) / max(before.size, after.size)


def _are_latin(one: Glyph, other: Glyph) -> bool:
    return one.text.isascii() and other.text.isascii()
