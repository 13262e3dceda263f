"""A page as it is drawn: its glyphs, and the rules that may be borders of tables.

Lengths are points (1/72 inch); ``x`` grows to the right, ``y`` downwards, both from 0 at the
page's left upper corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.matrix import Matrix
from gklint.formats.limits import MARK

_MM = 25.4 / 72  # of a point
_THIN = 3.0  # a filled shape that is not thicker is a rule
_THICK = 6.0  # a stroke that is thicker is a background
_SLANT = 0.2  # of a line that may be as short
_LEAN = 0.08  # of its length: how far a line may be from straight
_MOST_SLANT = 1.0
_WHOLE = 0.85  # of a page, so that it is a picture
PICTURE = 0.5
"""Of a page: so large are pictures of pages."""
_BARE = 5  # characters; the number of a page may stand on a picture
_NEARLY_ALL = 0.8  # of the text; a stamp or the number of a page may be added


class Rule(NamedTuple):
    """A straight line: at ``at`` (``y`` of a horizontal one), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Frame(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left < x < self.right and self.top < y < self.bottom


def clipped(rules: Iterable[Rule], most: float, farthest: float) -> list[Rule]:
    """Rules, those beyond the page at its edge: borders of a cell that goes on elsewhere."""
    return [
        rule
        if 0 <= at <= most and 0 <= start and end <= farthest
        else Rule(_within(at, most), _within(start, farthest), _within(end, farthest))
        for rule in rules
        for at, start, end in (rule,)
    ]


def _within(at: float, most: float) -> float:
    return min(max(at, 0.0), most)


@dataclass
class Page:
    """A page, filled as it is drawn; pages count from 1.

    pictured: the share of it that pictures cover; pictures: where they are.
    shapes: how many lines and shapes are drawn.
    covered: the share that pictures cover through which nothing can be seen; shown: for each piece
    of text how much that was when it was drawn.  unseen: how many pieces are drawn so that they
    cannot be seen.
    scanned: some of its glyphs are what was recognised of a picture: of all the page, or a table.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyphs] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    shapes: int = 0
    covered: float = 0.0
    shown: list[float] = field(default_factory=list)
    unseen: int = 0
    pictures: list[Frame] = field(default_factory=list)
    scanned: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it has to be read by recognition: a picture, and no text but a scanner's mark."""
        few = sum(len(glyphs.text) for glyphs in self.glyphs) < MARK
        return self.recognised or (few and self.pictured > PICTURE)

    @property
    def is_legible(self) -> bool:
        """Whether there is more than a mark on it, and most of what was recognised is clear."""
        return 2 * self._clear >= MARK and self.is_clear

    @property
    def is_clear(self) -> bool:
        """Whether something was recognised on it, most of it clearly."""
        return 2 * self._clear >= sum(len(each.text) for each in self.glyphs) > 0

    @property
    def _clear(self) -> int:
        return sum(len(each.text) for each in self.glyphs if each.seen and each.seen.is_clear)

    @property
    def recognised(self) -> bool:
        """Whether what one sees is a picture, and nearly all text was made by recognition.

        Such text cannot be seen, or lies below the picture.
        """
        if self.pictured < _WHOLE:
            return False
        below = sum(self.covered - before >= _WHOLE for before in self.shown)
        pieces = self.unseen + len(self.shown)
        return 0 < _NEARLY_ALL * pieces <= self.unseen + below

    def write(self, glyphs: Glyphs) -> None:
        """Characters; those that go on with the ones before are put to them."""
        if not glyphs.text:
            return
        if self.glyphs and self.glyphs[-1].goes_on_with(glyphs):
            self.glyphs[-1].put(glyphs)
        else:
            self.glyphs.append(glyphs)

    def add(self, other: Page, x: float, y: float) -> None:
        """The lines and shapes of another page, moved."""
        self.shapes += other.shapes
        for at, start, end in other.horizontal:
            self.horizontal.append(Rule(at + y, start + x, end + x))
        for at, start, end in other.vertical:
            self.vertical.append(Rule(at + x, start + y, end + y))

    def text(self, *, visible: bool) -> None:
        """A piece of text is drawn, whatever its glyphs."""
        if visible:
            self.shown.append(self.covered)
        else:
            self.unseen += 1

    def picture(self, square: Matrix, *, opaque: bool = True) -> None:
        """A picture; ``square``: where one of size 1 comes to stand on the page."""
        if self.width and self.height:
            share = square.area / (self.width * self.height)
            self.pictured += share
            self.covered += opaque * share
            xs, ys = zip(*square.over(((0, 0), (1, 0), (0, 1), (1, 1))), strict=True)
            self.pictures.append(Frame(min(xs), min(ys), max(xs), max(ys)))

    def is_bare(self, frame: Frame) -> bool:
        """Whether hardly any text stands there."""
        inside = (each for each in self.glyphs if each.text and frame.holds(*each.point(0)))
        return sum(len(each.text) for each in inside) < _BARE

    def take(self, table: Page, left: float, top: float) -> None:
        """What was recognised on a picture, which begins there."""
        self.add(table, left, top)
        for glyphs in table.glyphs:
            moved = glyphs.moved(left, top)
            moved.seen = moved.seen and moved.seen.moved(left * _MM, top * _MM)
            self.glyphs.append(moved)
        self.scanned = True

    def fill(self, points: Sequence[tuple[float, float]]) -> None:
        """A shape; a thin one is a rule."""
        self.shapes += 1
        xs, ys = zip(*points, strict=True)
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
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
            across, down = abs(to_x - x), abs(to_y - y)
            if across >= down and _is_straight(across, down):
                left, right = (x, to_x) if x < to_x else (to_x, x)
                self.horizontal.append(Rule((y + to_y) / 2, left, right))
            elif across < down and _is_straight(down, across):
                top, bottom = (y, to_y) if y < to_y else (to_y, y)
                self.vertical.append(Rule((x + to_x) / 2, top, bottom))


def _is_straight(length: float, off: float) -> bool:
    """Whether a line of that length is straight but for so much; some programs draw them so."""
    return length > _SLANT and (off <= _SLANT or off <= min(_LEAN * length, _MOST_SLANT))
