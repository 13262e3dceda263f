"""Glyphs to lines of text, whichever way they read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter, sub
from typing import NamedTuple

from gklint.formats.fixed.glyphs import CLOSING, SAME_GLYPH, Glyphs
from gklint.frozen import frozen_for_types

# All of these are parts of a character's size.
_SAME_BASE = 0.35
_LARGER = 2.1  # no line has characters so much larger than others
_BLANK = 0.205  # between Latin letters or digits; LibreOffice puts a fifth between some runs
_TAB = 1.5  # between any
_CELLS = 0.4  # between any on a line that has such a gap
_OPENING = frozenset("（《〈【〔「『([")
NUMBERED = re.compile(
    r"\[?[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳]|第[一二三四五六七八九十]+[章条]"
)
"""How a heading or the label of a row begins that has a number; [六、]: one that was changed."""
_BEYOND_LATIN = "\u0250"
_MARKS = "".join(CLOSING)
_ACROSS = attrgetter("way", "base")
_QUOTES = frozenset("“”‘’")  # for some programs they are not divided from what stands before


class Piece(NamedTuple):
    """What of a line stands together: nothing parts it that is wider than a thin space."""

    text: str
    start: float
    end: float
    base: float


@frozen_for_types(eq=False)
class Line:
    """Glyphs in the order of reading; ``start``, ``end``, ``base`` and ``size`` as of these.

    ``parted``: gaps part it, as they do the cells of a table without borders.  ``rebuilt``: its
    pieces, where it has others than its glyphs make.
    """

    glyphs: Sequence[Glyphs]
    text: str
    start: float
    end: float
    base: float
    size: float
    parted: bool = False
    rebuilt: tuple[Piece, ...] = ()

    @cached_property
    def body(self) -> float:
        """Where it ends without the marks at its end, which may hang out of the column."""
        return self.end if self.rebuilt else max(self.start, *map(_body, self.glyphs))

    @cached_property
    def head(self) -> float:
        """The width of what no line break may divide at its beginning."""
        return _head(self.glyphs) - self.start

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What stands together."""
        return self.rebuilt or _pieces(self.glyphs)


class _Glyph(NamedTuple):
    text: str
    start: float
    end: float
    size: float


def lines_of(found: Sequence[Glyphs]) -> list[Line]:
    """The lines that glyphs make, those of each way for themselves."""
    if len(found) < 2:  # as in most cells
        return [_line(found)] if found else []
    rows: list[list[Glyphs]] = []
    for glyphs in sorted(found, key=_ACROSS):
        for row in rows[-2:]:  # a watermark may come in between
            if _on_same_base(row[0], glyphs):
                row.append(glyphs)
                break
        else:
            rows.append([glyphs])
    return [_line(row) for row in rows]


def blank_between(before: str, after: str) -> str:
    """What stands between two lines of a paragraph that are put together."""
    last, first = before[-1:], after[:1]
    are_words = last.isalnum() and first.isalnum() and _is_latin(last) and _is_latin(first)
    return " " if are_words else ""


def _on_same_base(first: Glyphs, other: Glyphs) -> bool:
    if first.way is not other.way:
        return False
    small, large = sorted((first.size, other.size))
    return large <= _LARGER * small and other.base - first.base <= _SAME_BASE * large


def _line(row: Sequence[Glyphs]) -> Line:
    if len(row) == 1:
        (only,) = row
        text, start, end = _spaced(only, _TAB), only.starts[0], only.ends[-1]
        return Line(row, text, start, end, only.base, only.size)
    row = _in_order(row)
    parted = _is_row(row)
    return Line(
        row,
        text=_text(row, _CELLS if parted else _TAB),
        start=row[0].starts[0],
        end=max(glyphs.ends[-1] for glyphs in row),
        base=_median((glyphs.base, len(glyphs.text)) for glyphs in row),
        size=_median((glyphs.size, len(glyphs.text)) for glyphs in row),
        parted=parted,
    )


def _in_order(row: Sequence[Glyphs]) -> Sequence[Glyphs]:
    """Glyphs in the order of reading, each once; one by one where they stand among each other."""
    row = sorted(row, key=lambda glyphs: glyphs.starts[0])
    if all(_is_behind(before, glyphs) for before, glyphs in pairwise(row)):
        return row
    singles = sorted(
        (each for glyphs in row for each in glyphs.each()), key=lambda each: each.starts[0]
    )
    kept: list[Glyphs] = []
    for glyphs in singles:
        if not any(_is_same(other, glyphs) for other in kept[-3:]):
            kept.append(glyphs)
    return kept


def _is_behind(before: Glyphs, glyphs: Glyphs) -> bool:
    near = SAME_GLYPH * max(before.size, glyphs.size)
    return glyphs.starts[0] - before.starts[-1] >= near and glyphs.ends[0] >= before.ends[-1]


def _is_same(one: Glyphs, other: Glyphs) -> bool:
    near = SAME_GLYPH * one.size
    return (
        one.text == other.text
        and abs(one.starts[0] - other.starts[0]) < near
        and abs(one.base - other.base) < near
    )


def _body(glyphs: Glyphs) -> float:
    """Where glyphs end without the marks at their end."""
    kept = len(glyphs.text.rstrip(_MARKS))
    return glyphs.ends[kept - 1] if kept else glyphs.starts[0]


def _median(counted: Iterable[tuple[float, int]]) -> float:
    """The middle of values, each as often as it is counted."""
    found = sorted(value for value, count in counted for _ in range(count))
    return found[len(found) // 2]


def _pieces(row: Iterable[Glyphs]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in (each for glyphs in row for each in _unbroken(glyphs)):
        start, end = part.starts[0], part.ends[-1]
        if pieces and start - pieces[-1].end <= _BLANK * part.size:
            before = pieces[-1]
            pieces[-1] = before._replace(text=before.text + part.text, end=end)
        else:
            pieces.append(Piece(part.text, start, end, part.base))
    return tuple(pieces)


def _unbroken(glyphs: Glyphs) -> Iterator[Glyphs]:
    """Glyphs parted at their gaps."""
    if not _has_gap(glyphs):
        yield glyphs
        return
    gaps = map(sub, glyphs.starts[1:], glyphs.ends)
    ends = [at for at, gap in enumerate(gaps, start=1) if gap > _BLANK * glyphs.size]
    for start, end in pairwise((0, *ends, len(glyphs.text))):
        yield glyphs.part(start, end)


def _is_row(row: Sequence[Glyphs]) -> bool:
    """Whether a gap as between cells is on a line; one behind the number of a list is none."""
    head = ""
    for before, glyphs in pairwise(row):
        head += before.text
        if _is_wide(_last(before), _first(glyphs), _TAB) and not NUMBERED.fullmatch(head):
            return True
    return False


def _text(row: Iterable[Glyphs], tab: float) -> str:
    """What glyphs say; gaps wider than ``tab`` are blanks."""
    parts: list[str] = []
    before: Glyphs | None = None
    for glyphs in row:
        if before is not None and _is_parted(_last(before), _first(glyphs), tab):
            parts.append(" ")
        parts.append(_spaced(glyphs, tab))
        before = glyphs
    return "".join(parts)


def _spaced(glyphs: Glyphs, tab: float) -> str:
    """The text of glyphs with blanks."""
    return _text(glyphs.each(), tab) if _has_gap(glyphs) else glyphs.text


def _has_gap(glyphs: Glyphs) -> bool:
    """Whether a gap parts glyphs that is wider than a thin space."""
    if len(glyphs.text) == 1:
        return False
    widest: float = max(map(sub, glyphs.starts[1:], glyphs.ends))
    return widest > _BLANK * glyphs.size


def _head(row: Iterable[Glyphs]) -> float:
    """Where the first word ends."""
    before: _Glyph | None = None
    for glyph in _each(row):
        if before is not None and not _are_bound(before, glyph):
            break
        before = glyph
    return before.end if before else 0.0


def _each(row: Iterable[Glyphs]) -> Iterator[_Glyph]:
    for glyphs in row:
        for char, start, end in zip(glyphs.text, glyphs.starts, glyphs.ends, strict=True):
            yield _Glyph(char, start, end, glyphs.size)


def _first(glyphs: Glyphs) -> _Glyph:
    return _Glyph(glyphs.text[0], glyphs.starts[0], glyphs.ends[0], glyphs.size)


def _last(glyphs: Glyphs) -> _Glyph:
    return _Glyph(glyphs.text[-1], glyphs.starts[-1], glyphs.ends[-1], glyphs.size)


def _are_bound(before: _Glyph, glyph: _Glyph) -> bool:
    if _are_latin(before, glyph) and not _is_parted(before, glyph):
        return True
    if glyph.text in CLOSING or before.text in _OPENING:
        return True
    if before.text in CLOSING and _is_latin(glyph.text):  # by the Unicode rules
        return True
    return not _QUOTES.isdisjoint((before.text, glyph.text))


def _is_parted(before: _Glyph, after: _Glyph, tab: float = _TAB) -> bool:
    """Whether a gap between two characters is a blank."""
    return _is_wide(before, after, _BLANK if _are_latin(before, after) else tab)


def _is_wide(before: _Glyph, after: _Glyph, most: float) -> bool:
    return after.start - before.end > most * max(before.size, after.size)


def _are_latin(one: _Glyph, other: _Glyph) -> bool:
    return _is_latin(one.text) and _is_latin(other.text)


def _is_latin(text: str) -> bool:
    return text < _BEYOND_LATIN
