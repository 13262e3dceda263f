"""The characters of a text object, each where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, zip_longest
from typing import NamedTuple

from gklint.formats.fixed.glyphs import SAME_GLYPH, Bounds, Glyphs, visible, way_of, within
from gklint.formats.fixed.matrix import Linear, Matrix
from gklint.formats.ofd.geometry import placed, steps
from gklint.formats.ofd.nodes import Node, Values, name_of, number, text_of, values
from gklint.formats.ofd.stencils import stencil

_ABOVE, _BELOW = 0.88, 0.12  # of its size, above and below the baseline
_SPACED = 1.1  # of its size; a step that is not larger is a character's width, not a gap
_NO_CHARACTERS = str.maketrans("", "", "\t\r\n")
_ADVANCE = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
_TURN = {
    0: Matrix(1, 0, 0, 1, 0, 0),
    90: Matrix(0, 1, -1, 0, 0, 0),
    180: Matrix(-1, 0, 0, -1, 0, 0),
    270: Matrix(0, -1, 1, 0, 0, 0),
}


class _Code(NamedTuple):
    """A text code and the style of its object as they are written."""

    text: str
    across: str
    down: str
    size: str | None
    scale: str | None
    reading: str | None
    turned: str | None


class _Style(NamedTuple):
    """``size`` and ``scale``: of characters, and of their width; directions in degrees."""

    size: float
    scale: float
    reading: int
    turned: int


def characters(node: Node, given: Values, outer: Matrix) -> Iterator[Glyphs]:
    """What a TextObject shows; ``outer``: from its surroundings to the page."""
    matrix, x, y = placed(given, outer), 0.0, 0.0
    get, linear = given.get, matrix.linear
    style = get("Size"), get("HScale"), get("ReadDirection"), get("CharDirection")
    for part in node:
        if name_of(part) != "TextCode":
            continue
        said = values(part)
        x, y = number(said.get("X"), x), number(said.get("Y"), y)
        code = _Code(text_of(part), said.get("DeltaX", ""), said.get("DeltaY", ""), *style)
        right, down = matrix.at(x, y)
        for glyphs in _shown(code, linear):
            yield glyphs.moved(right, down)


@stencil
def _shown(code: _Code, linear: Linear) -> list[Glyphs]:
    """The characters of a text code as they stand if the first one begins at the page's corner."""
    text, matrix, style = code.text.translate(_NO_CHARACTERS), Matrix(*linear, 0, 0), _style(code)
    if not text or style.size <= 0 or not matrix.area:
        return []
    across, down = steps(code.across, len(text) - 1), steps(code.down, len(text) - 1)
    own = [style.size * style.scale * _width(char) for char in text]
    if matrix.is_upright and not style.turned and not style.reading and not any(down):
        rooms = [*across, *own[len(across) : -1]]
        if min(rooms, default=style.size) * matrix.a > SAME_GLYPH * style.size * matrix.d:
            return [_level(text, rooms, own, style.size, matrix)]
    return [*_one_by_one(_places(text, own, across, down, style), style, matrix)]


def _level(text: str, rooms: list[float], own: list[float], size: float, matrix: Matrix) -> Glyphs:
    """Characters each of which stands right of the one before; ``rooms``: from one to the next."""
    scale, most = matrix.a, _SPACED * size
    starts = [*accumulate([scale * room for room in rooms], initial=0.0)]
    ends = [*starts[1:], starts[-1] + scale * own[-1]]
    for index, room in enumerate(rooms):
        if room > most:
            ends[index] = starts[index] + scale * min(room, own[index])
    return visible(text, starts, ends, 0.0, size * matrix.d)


def _one_by_one(
    places: Iterable[tuple[str, float, float, float]], style: _Style, matrix: Matrix
) -> Iterator[Glyphs]:
    """Characters that are turned, or stand below or upon each other."""
    found = [*places]
    turned = matrix.after(_TURN[style.turned])
    stacked = len(found) > 1 and not any(x for _, x, _, _ in found)
    way = way_of(turned.a, -turned.b, is_vertical=stacked)
    if way is not None:
        for char, x, y, width in found:
            own = matrix.moved(x, y).after(_TURN[style.turned])
            yield within(char, way, _bounds(width, style.size, own), own.f)


def _places(
    text: str, widths: list[float], across: list[float], down: list[float], style: _Style
) -> Iterator[tuple[str, float, float, float]]:
    """The characters, where their baselines begin, and their widths."""
    x = y = 0.0
    right, below = _ADVANCE[style.reading]
    for char, own, step_x, step_y in zip_longest(text, widths, across, down):
        if step_x is None and not step_y:
            step_x, step_y = right * own, below * own
        is_room = step_x and 0 < step_x <= _SPACED * style.size
        yield char, x, y, step_x if is_room else own
        x, y = x + (step_x or 0.0), y + (step_y or 0.0)


def _bounds(width: float, size: float, matrix: Matrix) -> Bounds:
    """What a character fills."""
    corners = [(x, y) for x in (0.0, width) for y in (-_ABOVE * size, _BELOW * size)]
    xs, ys = zip(*matrix.over(corners), strict=True)
    return Bounds(min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=8192)
def _width(char: str) -> float:
    """The width of a character in parts of its size."""
    return 1.0 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 0.5


def _style(code: _Code) -> _Style:
    size, scale = number(code.size, 0.0), number(code.scale, 1.0)
    return _Style(size, scale, _angle(code.reading), _angle(code.turned))


def _angle(text: str | None) -> int:
    if text is None:
        return 0
    found = int(number(text, 0)) % 360
    return found if found in _TURN else 0
