"""Glyphs to lines of text, whichever way they read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gklint.formats.fixed.page import CLOSING, Glyph

# All of these are parts of a character's size.
_SAME_BASE = 0.35
_LARGER = 2.1  # no line has characters so much larger than others
_SAME_GLYPH = 0.15  # drawn twice to look bold
_BLANK = 0.2  # between Latin letters or digits
_TAB = 1.5  # between any
_OPENING = frozenset("（《〈【〔「『([")
NUMBERED = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳]|第[一二三四五六七八九十]+[章条]"
)
"""How a heading or the label of a row begins that has a number."""
_BEYOND_LATIN = "\u0250"
_QUOTES = frozenset("“”‘’")  # for some programs they are not divided from what stands before


class Line(NamedTuple):
    """``start``, ``end``, ``base`` and ``size`` as of a glyph.

    ``body``: where it ends without the marks at its end, which may hang out of the column.
    ``head``: the width of what no line break may divide at its beginning.
    """

    text: str
    start: float
    end: float
    body: float
    base: float
    size: float
    head: float


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that glyphs of one way make."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        for row in rows[-2:]:  # a watermark may come in between
            if _on_same_base(row[0], glyph):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    return [_line(row) for row in rows]


def blank_between(before: str, after: str) -> str:
    """What stands between two lines of a paragraph that are put together."""
    ends = (before[-1:], after[:1])
    return " " if all(char.isalnum() and _is_latin(char) for char in ends) else ""


def _on_same_base(first: Glyph, other: Glyph) -> bool:
    small, large = sorted((first.size, other.size))
    return large <= _LARGER * small and other.base - first.base <= _SAME_BASE * large


def _line(row: Iterable[Glyph]) -> Line:
    glyphs = _once(sorted(row, key=lambda glyph: glyph.start))
    sizes = sorted(glyph.size for glyph in glyphs)
    bases = sorted(glyph.base for glyph in glyphs)
    start, middle = glyphs[0].start, len(glyphs) // 2
    return Line(
        text=_text(glyphs),
        start=start,
        end=max(glyph.end for glyph in glyphs),
        body=max([start, *(glyph.end for glyph in glyphs if glyph.text not in CLOSING)]),
        base=bases[middle],
        size=sizes[middle],
        head=_head(glyphs) - start,
    )


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
        if not _are_bound(before, glyph):
            return before.end
    return glyphs[-1].end


def _are_bound(before: Glyph, glyph: Glyph) -> bool:
    if _are_latin(before, glyph) and _gap(before, glyph) <= _BLANK:
        return True
    if glyph.text in CLOSING or before.text in _OPENING:
        return True
    if before.text in CLOSING and _is_latin(glyph.text):  # by the Unicode rules
        return True
    return not _QUOTES.isdisjoint((before.text, glyph.text))


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.start - before.end) / max(before.size, after.size)


def _are_latin(one: Glyph, other: Glyph) -> bool:
    return _is_latin(one.text) and _is_latin(other.text)


def _is_latin(text: str) -> bool:
    return text < _BEYOND_LATIN
