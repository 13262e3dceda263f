"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.ofd.nodes import Node, Values, is_on, number, numbers, values
from gklint.formats.ofd.stencils import Written, stencil

USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_PART = re.compile("([MSCQBA])([^MSCQBA]*)")
_CURVES = frozenset("QBA")
_GLUED = re.compile(r"(?<=[\d.])(?=[-+])")
_WHITE = 0.95


class Pen(NamedTuple):
    """How a path is drawn; ``width``: of lines, as it is written."""

    is_filling: bool
    is_stroking: bool
    width: str | None


@stencil
def drawn(written: Written, pen: Pen, linear: Linear) -> Page:
    """A path as it is drawn from the corner of a page on."""
    page = Page(0, 0, 0)
    matrix = Matrix(*linear, 0, 0)
    width = number(pen.width, USUAL_WIDTH) * matrix.area**0.5
    for corners in _corners(*written):
        points = matrix.over(corners)
        if pen.is_filling:
            page.fill(points)
        if pen.is_stroking:
            page.stroke(points, width)
    return page


def _corners(data: str) -> Iterator[list[Point]]:
    """The corners of each straight part of a path; curves part them."""
    points: list[Point] = []
    if "-" in data or "+" in data:
        data = _GLUED.sub(" ", data)
    for operator, operands in _PART.findall(data.upper()):
        end: list[float] = []
        if operator in _CURVES:
            curve, _, operands = operands.partition("L")
            end = numbers(curve)[-2:]
        found = end + numbers(operands.replace("L", " "))
        following = zip(found[::2], found[1::2], strict=False)
        if operator == "C":
            points += points[:1]
            points += following
        else:
            if len(points) > 1:
                yield points
            points = [*following]
    if len(points) > 1:
        yield points


def is_stroked(given: Values, colour: Node | None) -> bool:
    """Whether lines along a path can be seen on white paper."""
    return is_on(given, "Stroke", default=True) and _is_ink(colour)


def is_filled(given: Values, colour: Node | None) -> bool:
    """Whether what a path encloses is filled so that it can be seen on white paper."""
    return is_on(given, "Fill", default=False) and _is_ink(colour)


def _is_ink(colour: Node | None) -> bool:
    if colour is None:
        return True
    given = values(colour)
    return _can_be_seen(given.get("Value", ""), given.get("Alpha"))


@lru_cache(maxsize=64)
def _can_be_seen(written: str, alpha: str | None) -> bool:
    if number(alpha, 255.0) == 0:
        return False
    if "#" in written:
        parts = [float(int(each, 16)) for each in re.findall(r"#([0-9A-Fa-f]{2})", written)]
    else:
        parts = numbers(written)
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(parts) > 255 * (1 - _WHITE)
    return min(parts, default=0.0) < 255 * _WHITE
