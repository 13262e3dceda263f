"""The characters of a text object, each where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from gklint.formats.fixed.glyphs import SAME_GLYPH, Bounds, Glyphs, visible, way_of, within
from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.ofd.geometry import steps, within_object
from gklint.formats.ofd.nodes import Node, number, text_of
from gklint.formats.ofd.stencils import Look, Stencils

_ABOVE, _BELOW = 0.88, 0.12  # of its size, above and below the baseline
_SPACED = 1.1  # of its size; a step that is not larger is a character's width, not a gap
_MOST = 10_000  # characters of which something is remembered; no file has so many
_NO_CHARACTERS = str.maketrans("", "", "\t\r\n")
_ADVANCE = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
_TURN = {
    0: Matrix(1, 0, 0, 1, 0, 0),
    90: Matrix(0, 1, -1, 0, 0, 0),
    180: Matrix(-1, 0, 0, -1, 0, 0),
    270: Matrix(0, -1, 1, 0, 0, 0),
}


class _Style(NamedTuple):
    """How the characters of an object stand.

    ``matrix``: from its corner on.  ``size`` and ``scale``: of characters, and of their width;
    directions in degrees.
    """

    matrix: Matrix
    size: float
    scale: float
    reading: int
    turned: int

    @property
    def is_shown(self) -> bool:
        """Whether the characters have a size."""
        return self.size > 0 < self.matrix.area

    @property
    def is_level(self) -> bool:
        """Whether they stand upright, beside each other."""
        return self.matrix.is_upright and not self.turned and not self.reading

    def width(self, halves: str) -> float:
        """The width of a character that takes so many halves of its size."""
        return self.size * self.scale * int(halves) / 2


class _Halves(dict[int, str]):
    """How many halves of its size a character is wide, by its code."""

    def __missing__(self, code: int) -> str:
        found = "2" if unicodedata.east_asian_width(chr(code)) in ("W", "F", "A") else "1"
        if len(self) < _MOST:
            self[code] = found
        return found


_HALVES = _Halves()


def write(page: Page, node: Node, linear: Linear, corner: Point) -> None:
    """Write what a TextObject shows; ``corner``: where its own is on the page."""
    get = node.get
    style = get("CTM"), get("Size"), get("HScale"), get("ReadDirection"), get("CharDirection")
    x = y = None
    for code in node.findall("TextCode"):
        get, text = code.get, text_of(code)
        if not text.isprintable():
            text = text.translate(_NO_CHARACTERS)
        x, y = get("X", x), get("Y", y)
        look = *style, text.translate(_HALVES), x, y, get("DeltaX"), get("DeltaY")
        at = 0
        for stencil in _STENCILS[look, linear]:
            glyphs = stencil.moved(*corner)
            end = at + len(glyphs.starts)
            glyphs.text = text[at:end]
            page.write(visible(glyphs))
            at = end


def _drawn(look: Look[Linear]) -> Sequence[Glyphs]:
    """Where the characters of a text code stand: stencils for all that are as wide."""
    (matrix, size, scale, reading, turned, halves, x, y, across, down), linear = look
    style = _Style(
        within_object(matrix, Matrix(*linear, 0, 0)),
        number(size, 0.0),
        number(scale, 1.0),
        _angle(reading),
        _angle(turned),
    )
    if not halves or not style.is_shown:
        return ()
    widths = [style.width(each) for each in halves]
    start = style.matrix.moved(number(x, 0.0), number(y, 0.0))
    return [*_placed(widths, across, down, style, start)]


_STENCILS = Stencils(_drawn)


def _placed(
    widths: Sequence[float], across: str | None, down: str | None, style: _Style, matrix: Matrix
) -> Iterable[Glyphs]:
    """Characters so wide, the first of which begins where ``matrix`` does."""
    steps_across, steps_down = (steps(each, len(widths) - 1) for each in (across, down))
    if style.is_level and not any(steps_down):
        rooms = [*steps_across, *widths[len(steps_across) :]]
        if min(rooms[:-1], default=style.size) * matrix.a > SAME_GLYPH * style.size * matrix.d:
            return (_level(widths, rooms, style, matrix),)
    return _one_by_one(_places(widths, steps_across, steps_down, style), style, matrix)


def _level(
    widths: Sequence[float], rooms: Sequence[float], style: _Style, matrix: Matrix
) -> Glyphs:
    """Characters each of which stands right of the one before; ``rooms``: up to the next one."""
    scale, most = matrix.a, _SPACED * style.size
    starts = [*accumulate([scale * room for room in rooms], initial=matrix.e)]
    ends = starts[1:]
    starts.pop()
    for index, room in enumerate(rooms[:-1]):
        if room > most:
            ends[index] = starts[index] + scale * min(room, widths[index])
    return Glyphs("", starts, ends, matrix.f, style.size * matrix.d)


def _one_by_one(
    places: Iterable[tuple[float, float, float]], style: _Style, matrix: Matrix
) -> Iterator[Glyphs]:
    """Characters that are turned, or stand below or upon each other."""
    found = [*places]
    turned = matrix.after(_TURN[style.turned])
    stacked = len(found) > 1 and not any(x for x, _, _ in found)
    way = way_of(turned.a, -turned.b, is_vertical=stacked)
    if way is not None:
        for x, y, width in found:
            own = matrix.moved(x, y).after(_TURN[style.turned])
            yield within("", way, _bounds(width, style.size, own), own.f)


def _places(
    widths: Sequence[float], across: Sequence[float], down: Sequence[float], style: _Style
) -> Iterator[tuple[float, float, float]]:
    """Where the baselines of characters begin, and the widths of these."""
    x = y = 0.0
    right, below = _ADVANCE[style.reading]
    for own, step_x, step_y in zip_longest(widths, across, down):
        if step_x is None and not step_y:
            step_x, step_y = right * own, below * own
        is_room = step_x and 0 < step_x <= _SPACED * style.size
        yield x, y, step_x if is_room else own
        x, y = x + (step_x or 0.0), y + (step_y or 0.0)


def _bounds(width: float, size: float, matrix: Matrix) -> Bounds:
    """What a character fills."""
    corners = [(x, y) for x in (0.0, width) for y in (-_ABOVE * size, _BELOW * size)]
    xs, ys = zip(*matrix.over(corners), strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


def _angle(text: str | None) -> int:
    if text is None:
        return 0
    found = int(number(text, 0)) % 360
    return found if found in _TURN else 0
