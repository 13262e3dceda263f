"""The characters of a text object, each where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, zip_longest

from gklint.formats.fixed.glyphs import SAME_GLYPH, Bounds, Glyphs, visible, way_of, within
from gklint.formats.fixed.matrix import Linear, Matrix
from gklint.formats.ofd.geometry import steps, within_object
from gklint.formats.ofd.nodes import Node, number, text_of
from gklint.formats.ofd.stencils import Look, Stencils

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


@dataclass(frozen=True, eq=False)
class _Style:
    """How the characters of an object stand.

    ``matrix``: from its corner on.  ``size`` and ``scale``: of characters, and of their width;
    directions in degrees.
    """

    matrix: Matrix
    size: float
    scale: float
    reading: int
    turned: int

    @cached_property
    def is_shown(self) -> bool:
        """Whether the characters have a size."""
        return self.size > 0 < self.matrix.area

    @cached_property
    def is_level(self) -> bool:
        """Whether they stand upright, beside each other."""
        return self.matrix.is_upright and not self.turned and not self.reading

    def width(self, char: str) -> float:
        """The width of a character."""
        return self.size * self.scale * _share(char)


def characters(node: Node, linear: Linear) -> Sequence[Glyphs]:
    """What a TextObject shows, from its corner on."""
    get = node.get
    look = [get("CTM"), get("Size"), get("HScale"), get("ReadDirection"), get("CharDirection")]
    for code in node.findall("TextCode"):
        get = code.get
        look += (text_of(code), get("X"), get("Y"), get("DeltaX"), get("DeltaY"))
    return _SHOWN[tuple(look), linear]


def _style(look: Look[Linear]) -> _Style:
    (matrix, size, scale, reading, turned), linear = look
    return _Style(
        within_object(matrix, Matrix(*linear, 0, 0)),
        number(size, 0.0),
        number(scale, 1.0),
        _angle(reading),
        _angle(turned),
    )


def _shown(look: Look[Linear]) -> list[Glyphs]:
    """The characters of text codes, each of which is five of what is written."""
    codes, style = iter(look[0][5:]), _STYLES[look[0][:5], look[1]]
    found: list[Glyphs] = []
    x = y = 0.0
    for text, right, below, across, down in zip(codes, codes, codes, codes, codes, strict=True):
        x, y = number(right, x), number(below, y)
        shown = text if not text or text.isprintable() else text.translate(_NO_CHARACTERS)
        if shown and style.is_shown:
            found += _placed(shown, across, down, style, style.matrix.moved(x, y))
    return found


_STYLES, _SHOWN = Stencils(_style), Stencils(_shown)


def _placed(
    text: str, across: str | None, down: str | None, style: _Style, matrix: Matrix
) -> Iterable[Glyphs]:
    """Characters, the first of which begins where ``matrix`` does."""
    steps_across, steps_down = steps(across, len(text) - 1), steps(down, len(text) - 1)
    if style.is_level and not any(steps_down):
        rooms = steps_across + [style.width(char) for char in text[len(steps_across) :]]
        if min(rooms[:-1], default=style.size) * matrix.a > SAME_GLYPH * style.size * matrix.d:
            return (_level(text, rooms, style, matrix),)
    return _one_by_one(_places(text, steps_across, steps_down, style), style, matrix)


def _level(text: str, rooms: list[float], style: _Style, matrix: Matrix) -> Glyphs:
    """Characters each of which stands right of the one before; ``rooms``: up to the next one."""
    scale, most = matrix.a, _SPACED * style.size
    starts = [*accumulate([scale * room for room in rooms], initial=matrix.e)]
    ends = starts[1:]
    starts.pop()
    if max(rooms) > most:
        for index, room in enumerate(rooms[:-1]):
            if room > most:
                ends[index] = starts[index] + scale * min(room, style.width(text[index]))
    return visible(text, starts, ends, matrix.f, style.size * matrix.d)


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
    text: str, across: list[float], down: list[float], style: _Style
) -> Iterator[tuple[str, float, float, float]]:
    """The characters, where their baselines begin, and their widths."""
    x = y = 0.0
    right, below = _ADVANCE[style.reading]
    for char, step_x, step_y in zip_longest(text, across, down):
        own = style.width(char)
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
def _share(char: str) -> float:
    """The width of a character in parts of its size."""
    return 1.0 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 0.5


def _angle(text: str | None) -> int:
    if text is None:
        return 0
    found = int(number(text, 0)) % 360
    return found if found in _TURN else 0
