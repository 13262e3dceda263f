"""A page as it is drawn: its glyphs, and the rules that may be borders of tables.

Lengths are points (1/72 inch); ``x`` grows to the right, ``y`` downwards, both from 0 at the
page's left upper corner.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gklint.text.radicals import RADICALS

_THIN = 3.0  # a filled shape that is not thicker is a rule
_THICK = 6.0  # a stroke that is thicker is a background
_SLANT = 0.2  # of a line that may be as short, and of the direction of glyphs
_LEAN = 0.08  # of its length: how far a line may be from straight
_MOST_SLANT = 1.0
_HANGING = 0.3  # of a character's size
UNKNOWN = "\ufffd"
"""A character of a font that does not say what it stands for."""
CLOSING = frozenset("，。、；：？！…）》〉”’】〕」』％%·,.;:?!)]")
"""What does not begin a line."""

_RADICALS = str.maketrans(RADICALS)


class Way(Enum):
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


class Glyph(NamedTuple):
    """A visible character.

    ``start``, ``end`` along its way and ``base`` across it, so that reading goes from small to
    large in both; for text to the right they are left and right edge and the ``y`` of its
    baseline.  ``x``, ``y``: a point in its middle.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    way: Way
    x: float
    y: float


class Rule(NamedTuple):
    """A straight line: at ``at`` (``y`` of a horizontal one), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass
class Page:
    """A page, filled as it is drawn; pages count from 1.

    pictured: the share of it that pictures cover.  shapes: how many lines and shapes are drawn.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    shapes: int = 0

    def write(self, text: str, way: Way, bounds: Bounds, baseline: float) -> None:
        """A glyph that stands for ``text``; ``baseline``: its ``y``, of text to the right.

        A mark that hangs out of a cell stands where the one before it does.
        """
        shown = _visible(text)
        if not shown:
            return
        glyph = _glyph(bounds, shown, way, baseline)
        if shown in CLOSING and self.glyphs and _follows(self.glyphs[-1], glyph):
            glyph = glyph._replace(x=self.glyphs[-1].x, y=self.glyphs[-1].y)
        self.glyphs.append(glyph)

    def picture(self, area: float) -> None:
        """A picture that covers so much."""
        if self.width and self.height:
            self.pictured += area / (self.width * self.height)

    def fill(self, points: Sequence[tuple[float, float]]) -> None:
        """A shape; a thin one is a rule."""
        self.shapes += 1
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if bottom - top <= min(_THIN, right - left):
            self.horizontal.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN:
            self.vertical.append(Rule((left + right) / 2, top, bottom))

    def stroke(self, points: Sequence[tuple[float, float]], width: float) -> None:
        """A line; each straight part of it is a rule."""
        self.shapes += 1
        if width > _THICK:
            return
        for (x, y), (to_x, to_y) in pairwise(points):
            if _is_along(x - to_x, y - to_y):
                self.horizontal.append(Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
            elif _is_along(y - to_y, x - to_x):
                self.vertical.append(Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))


def _is_along(length: float, off: float) -> bool:
    """Whether a line of that length is straight but for so much; some programs draw them so."""
    slant = min(max(_SLANT, _LEAN * abs(length)), _MOST_SLANT)
    return abs(off) <= slant and abs(length) > _SLANT


def _follows(before: Glyph, glyph: Glyph) -> bool:
    near = _HANGING * glyph.size
    return (
        before.way is glyph.way
        and abs(before.end - glyph.start) < near
        and abs(before.base - glyph.base) < near
    )


# -- glyphs --------------------------------------------------------------------------


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


def _glyph(bounds: Bounds, text: str, way: Way, baseline: float) -> Glyph:
    """The glyph that fills ``bounds``."""
    left, top, right, bottom = bounds
    x, y = (left + right) / 2, (top + bottom) / 2
    if way is Way.RIGHT:
        size = bottom - top  # what a font says of its own descent is not to be relied on
        return Glyph(text, left, right, baseline, size, way, x, baseline - size / 3)
    if way is Way.DOWN:
        return Glyph(text, top, bottom, -x, right - left, way, x, y)
    return Glyph(text, -bottom, -top, x, right - left, way, x, y)


@lru_cache(maxsize=8192)
def _visible(text: str) -> str:
    """The characters that can be seen, radicals as the characters that they look like."""
    shown = text.translate(_RADICALS)
    if any("\u2e80" <= char < "\u2fe0" or "\ufb00" <= char < "\ufb07" for char in shown):
        shown = unicodedata.normalize("NFKC", shown)
    hidden = ("Cc", "Cf", "Zs", "Zl", "Zp")
    return "".join(char for char in shown if unicodedata.category(char) not in hidden)
