"""Characters as they are drawn: those that stand beside each other, and where each begins and ends.

Lengths are points; see ``page``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from gklint.text.radicals import RADICALS
from gklint.text.recognition import Seen

_SLANT = 0.2  # of the direction of glyphs
# Parts of a character's size.
_HANGING = 0.3
_BESIDE = 1.0
SAME_GLYPH = 0.15
"""Characters so near each other may be one, drawn twice to look bold."""
UNKNOWN = "\ufffd"
"""A character of a font that does not say what it stands for."""
CLOSING = frozenset("，。、；：？！…）》〉”’】〕」』％%·,.;:?!)]")
"""What does not begin a line."""

_RADICALS = str.maketrans(RADICALS)
_SHOWN_OTHERWISE = re.compile("[ \u2e80-\u2fdf\ufb00-\ufb06]")


class Way(IntEnum):
    """Where text reads to: to the right, or turned in a narrow cell, down or up."""

    RIGHT = 0
    DOWN = 1
    UP = 2


class Bounds(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Glyphs:
    """Visible characters of one size on one base, none of which begins or ends before another.

    ``starts``, ``ends`` along their way and ``base`` across it, so that reading goes from small
    to large in both; for text to the right they are left and right edges and the ``y`` of the
    baseline.  ``seen``: how they were recognised, of a picture.
    """

    text: str
    starts: list[float]
    ends: list[float]
    base: float
    size: float
    way: Way = Way.RIGHT
    seen: Seen | None = None

    def point(self, index: int) -> tuple[float, float]:
        """A point in the middle of a character, ``x`` and ``y``.

        A mark that hangs out of a cell stands where the character before it does.
        """
        while (
            index
            and self.text[index] in CLOSING
            and abs(self.starts[index] - self.ends[index - 1]) < _HANGING * self.size
        ):
            index -= 1
        middle = (self.starts[index] + self.ends[index]) / 2
        if not self.way:  # to the right
            return middle, self.base - self.size / 3
        return (-self.base, middle) if self.way is Way.DOWN else (self.base, -middle)

    def part(self, start: int, end: int) -> Glyphs:
        """Some of them."""
        text, starts, ends = self.text[start:end], self.starts[start:end], self.ends[start:end]
        return Glyphs(text, starts, ends, self.base, self.size, self.way, self.seen)

    def moved(self, right: float, down: float) -> Glyphs:
        """The same at another place of the page."""
        along, base = right, self.base + down
        if self.way:  # not to the right
            is_up = self.way is Way.UP
            along, base = (-down, self.base + right) if is_up else (down, self.base - right)
        starts, ends = [at + along for at in self.starts], [at + along for at in self.ends]
        return Glyphs(self.text, starts, ends, base, self.size, self.way, self.seen)

    def each(self) -> Iterator[Glyphs]:
        """One by one."""
        return (self.part(index, index + 1) for index in range(len(self.text)))

    def goes_on_with(self, after: Glyphs) -> bool:
        """Whether others stand so beside the last one that they may be put together."""
        is_level = after.base == self.base and after.size == self.size
        if (
            not (is_level or after.text in CLOSING)
            or after.way is not self.way
            or after.starts[0] - self.starts[-1] <= SAME_GLYPH * self.size
            or after.ends[0] < self.ends[-1]
        ):
            return False
        gap, near = after.starts[0] - self.ends[-1], _HANGING * after.size
        if is_level:
            return gap < _BESIDE * self.size
        return abs(gap) < near and abs(after.base - self.base) < near

    def put(self, after: Glyphs) -> None:
        """Put others behind, while the page is drawn."""
        self.text += after.text
        self.starts += after.starts
        self.ends += after.ends


def visible(glyphs: Glyphs) -> Glyphs:
    """Those of characters that can be seen."""
    text = glyphs.text
    if text.isprintable() and not _SHOWN_OTHERWISE.search(text):
        return glyphs
    seen = [
        (
            char,
            start + (end - start) * at / len(shown),
            start + (end - start) * (at + 1) / len(shown),
        )
        for shown, start, end in zip(map(_seen, text), glyphs.starts, glyphs.ends, strict=True)
        for at, char in enumerate(shown)
    ]
    text = "".join(char for char, _, _ in seen)
    starts, ends = [start for _, start, _ in seen], [end for _, _, end in seen]
    return Glyphs(text, starts, ends, glyphs.base, glyphs.size, glyphs.way)


@lru_cache(maxsize=8192)
def _seen(char: str) -> str:
    """What can be seen of a character, a radical as the character that it looks like."""
    shown = char.translate(_RADICALS)
    if _SHOWN_OTHERWISE.search(shown):
        shown = unicodedata.normalize("NFKC", shown)
    return "".join(map(_known, shown))


def _known(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return ""
    return UNKNOWN if category in ("Co", "Cn", "Cs") else char


def way_of(right: float, up: float, *, is_vertical: bool = False) -> Way | None:
    """The way of glyphs whose own direction to the right is so much to the right and upwards.

    ``is_vertical``: they stand below each other.  None for what is turned otherwise: marks across
    the page, and what is upside down.
    """
    if right > 0 and abs(up) <= _SLANT * right:
        return Way.DOWN if is_vertical else Way.RIGHT
    if abs(right) <= _SLANT * abs(up):
        return Way.UP if up > 0 else Way.DOWN
    return None


def within(text: str, way: Way, bounds: Bounds, baseline: float) -> Glyphs:
    """What can be seen of a character that fills ``bounds``; ``baseline``: of text to the right."""
    left, top, right, bottom = bounds
    if way is Way.RIGHT:  # what a font says of its own descent is not to be relied on
        return visible(Glyphs(text, [left], [right], baseline, bottom - top, way))
    x, size = (left + right) / 2, right - left
    if way is Way.DOWN:
        return visible(Glyphs(text, [top], [bottom], -x, size, way))
    return visible(Glyphs(text, [-bottom], [-top], x, size, way))
