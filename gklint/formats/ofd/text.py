"""The characters of a text object, each where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import accumulate, zip_longest
from typing import NamedTuple

from gklint.formats.fixed.glyphs import SAME_GLYPH, Bounds, Glyphs, visible, way_of, within
from gklint.formats.fixed.matrix import Matrix
from gklint.formats.ofd.geometry import placed, steps
from gklint.formats.ofd.nodes import Node, Values, children, number, text_of, values

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


class _Widths(dict[str, float]):
    """The width of each character in parts of its size."""

    def __missing__(self, char: str) -> float:
        found = 1.0 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 0.5
        self[char] = found
        return found


_WIDTHS = _Widths()


class _Style(NamedTuple):
    """``size`` and ``scale``: of characters, and of their width; directions in degrees."""

    size: float
    scale: float
    reading: int
    turned: int


class _Code(NamedTuple):
    """The characters of a text code: where the first one's baseline begins, how far each goes.

    ``across`` and ``down``: the steps that are given; there may be too few.
    """

    text: str
    x: float
    y: float
    own: list[float]
    across: list[float]
    down: list[float]


def characters(node: Node, given: Values, outer: Matrix) -> Iterator[Glyphs | None]:
    """What a TextObject shows; ``outer``: from its surroundings to the page."""
    style = _Style(
        number(given.get("Size"), 0.0),
        number(given.get("HScale"), 1.0),
        _angle(given.get("ReadDirection")),
        _angle(given.get("CharDirection")),
    )
    matrix = placed(given, outer)
    if style.size <= 0 or not matrix.area:
        return
    is_level = matrix.is_upright and not style.turned and not style.reading
    for code in _codes(node, style):
        glyphs = _level(code, style, matrix) if is_level and not any(code.down) else None
        if glyphs is None:
            yield from _one_by_one(code, style, matrix)
        else:
            yield glyphs


def _codes(node: Node, style: _Style) -> Iterator[_Code]:
    x = y = 0.0
    for code in children(node, "TextCode"):
        said = values(code)
        x, y = number(said.get("X"), x), number(said.get("Y"), y)
        text = text_of(code)
        if not text.isprintable():
            text = text.translate(_NO_CHARACTERS)
        if text:
            wide = style.size * style.scale
            own = [wide * _WIDTHS[char] for char in text]
            most = len(text) - 1
            across, down = steps(said.get("DeltaX"), most), steps(said.get("DeltaY"), most)
            yield _Code(text, x, y, own, across, down)


def _level(code: _Code, style: _Style, matrix: Matrix) -> Glyphs | None:
    """Characters each of which stands right of the one before; None if they do not."""
    rooms = [*code.across, *code.own[len(code.across) : -1]]
    scale, size = matrix.a, style.size * matrix.d
    if rooms and min(rooms) * scale <= SAME_GLYPH * size:
        return None
    left, base = matrix.at(code.x, code.y)
    starts = [*accumulate((scale * room for room in rooms), initial=left)]
    most = _SPACED * style.size
    ends = [
        start + scale * (room if room <= most else min(room, own))
        for start, room, own in zip(starts, [*rooms, code.own[-1]], code.own, strict=True)
    ]
    return visible(code.text, starts, ends, base, size)


def _one_by_one(code: _Code, style: _Style, matrix: Matrix) -> Iterator[Glyphs | None]:
    """Characters that are turned, or stand below or upon each other."""
    found = [*_places(code, style)]
    turned = matrix.after(_TURN[style.turned])
    stacked = len(found) > 1 and all(x == code.x for _, x, _, _ in found)
    way = way_of(turned.a, -turned.b, is_vertical=stacked)
    if way is not None:
        for char, x, y, width in found:
            own = matrix.moved(x, y).after(_TURN[style.turned])
            yield within(char, way, _bounds(width, style.size, own), own.f)


def _places(code: _Code, style: _Style) -> Iterator[tuple[str, float, float, float]]:
    """The characters, where their baselines begin, and their widths."""
    x, y = code.x, code.y
    steps = zip_longest(code.text, code.own, code.across, code.down)
    right, below = _ADVANCE[style.reading]
    for char, own, step_x, step_y in steps:
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


def _angle(text: str | None) -> int:
    if text is None:
        return 0
    found = int(number(text, 0)) % 360
    return found if found in _TURN else 0
