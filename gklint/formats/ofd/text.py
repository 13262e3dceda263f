"""The characters of a text object, each where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Bounds, Way, way_of
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


class Character(NamedTuple):
    """A character as ``within`` takes it; lengths in points."""

    text: str
    way: Way
    bounds: Bounds
    baseline: float


class _Style(NamedTuple):
    """``size`` and ``scale``: of characters, and of their width; directions in degrees."""

    size: float
    scale: float
    reading: int
    turned: int

    def width(self, char: str) -> float:
        """How far a character goes where nothing else is said."""
        return self.size * self.scale * _width(char)


class _Step(NamedTuple):
    """A character and where its baseline begins; ``room``: up to the next one, None: unknown."""

    char: str
    x: float
    y: float
    room: float | None


def characters(node: Node, given: Values, outer: Matrix) -> Iterator[Character]:
    """What a TextObject shows; ``outer``: from its surroundings to the page."""
    style = _Style(
        number(given.get("size"), 0.0),
        number(given.get("hscale"), 1.0),
        _angle(given.get("readdirection")),
        _angle(given.get("chardirection")),
    )
    matrix, x, y = placed(given, outer), 0.0, 0.0
    if style.size <= 0 or not matrix.area:
        return
    for code in children(node, "textcode"):
        said = values(code)
        x, y = number(said.get("x"), x), number(said.get("y"), y)
        found = [*_steps(text_of(code), said, x, y, style)]
        stacked = len(found) > 1 and all(each.x == x for each in found)
        way = _way(matrix, style, stacked=stacked)
        if way is not None:
            for step in found:
                yield _character(step, style, matrix, way)


def _steps(text: str, said: Values, x: float, y: float, style: _Style) -> Iterator[_Step]:
    """The characters of a text code; where no delta is given, each goes as far as it is wide."""
    text = text.translate(_NO_CHARACTERS)
    across = steps(said.get("deltax"), len(text) - 1)
    down = steps(said.get("deltay"), len(text) - 1)
    for index, char in enumerate(text):
        step_x = across[index] if index < len(across) else None
        step_y = down[index] if index < len(down) else None
        if step_x is None and not step_y:
            right, below = _ADVANCE[style.reading]
            step_x, step_y = right * style.width(char), below * style.width(char)
        room = step_x if step_x and index + 1 < len(text) else None
        yield _Step(char, x, y, room)
        x, y = x + (step_x or 0.0), y + (step_y or 0.0)


def _character(step: _Step, style: _Style, matrix: Matrix, way: Way) -> Character:
    width = style.width(step.char)
    if step.room is not None and 0 < step.room <= _SPACED * style.size:
        width = step.room
    if matrix.is_upright and not style.turned:
        left, base = matrix.at(step.x, step.y)
        size = style.size * matrix.d
        bounds = Bounds(left, base - _ABOVE * size, left + width * matrix.a, base + _BELOW * size)
        return Character(step.char, way, bounds, base)
    own = matrix.moved(step.x, step.y).after(_TURN[style.turned])
    corners = [
        own.at(x, y) for x in (0.0, width) for y in (-_ABOVE * style.size, _BELOW * style.size)
    ]
    xs, ys = zip(*corners, strict=True)
    bounds = Bounds(min(xs), min(ys), max(xs), max(ys))
    return Character(step.char, way, bounds, own.at(0.0, 0.0)[1])


def _way(matrix: Matrix, style: _Style, *, stacked: bool) -> Way | None:
    own = matrix.after(_TURN[style.turned])
    return way_of(own.a, -own.b, is_vertical=stacked)


@lru_cache(maxsize=8192)
def _width(char: str) -> float:
    """The width of a character in parts of its size."""
    return 1.0 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 0.5


def _angle(text: str | None) -> int:
    if text is None:
        return 0
    found = int(number(text, 0)) % 360
    return found if found in _TURN else 0
