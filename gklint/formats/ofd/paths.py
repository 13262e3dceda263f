"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.ofd.nodes import Node, Values, is_on, number, numbers, values
from gklint.formats.ofd.stencils import Written, stencil

Colour = tuple[str, str | None] | None
USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_PART = re.compile("([MSCQBA])([^MSCQBA]*)")
_CURVES = frozenset("QBA")
_GLUED = re.compile(r"(?<=[\d.])(?=[-+])")
_WHITE = 0.95


class Pen(NamedTuple):
    """How a path is drawn, as it is written; colours with their transparency."""

    fill: str | None
    stroke: str | None
    width: str | None
    fill_colour: Colour
    stroke_colour: Colour


def pen(given: Values, parts: Mapping[str, Node]) -> Pen:
    """How a path is drawn that has these attributes and children."""
    colours = _colour(parts.get("FillColor")), _colour(parts.get("StrokeColor"))
    return Pen(given.get("Fill"), given.get("Stroke"), given.get("LineWidth"), *colours)


def _colour(node: Node | None) -> Colour:
    if node is None:
        return None
    given = values(node)
    return given.get("Value", ""), given.get("Alpha")


@stencil
def drawn(written: Written, pen: Pen, linear: Linear) -> Page:
    """A path as it is drawn from the corner of a page on."""
    page, matrix = Page(0, 0, 0), Matrix(*linear, 0, 0)
    is_filled = is_on(pen.fill, default=False) and _is_ink(pen.fill_colour)
    is_stroked = is_on(pen.stroke, default=True) and _is_ink(pen.stroke_colour)
    width = number(pen.width, USUAL_WIDTH) * matrix.area**0.5
    for corners in _corners(*written) if is_filled or is_stroked else ():
        points = matrix.over(corners)
        if is_filled:
            page.fill(points)
        if is_stroked:
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


def _is_ink(colour: Colour) -> bool:
    """Whether a colour can be seen on white paper."""
    if colour is None:
        return True
    written, alpha = colour
    if number(alpha, 255.0) == 0:
        return False
    if "#" in written:
        parts = [float(int(each, 16)) for each in re.findall(r"#([0-9A-Fa-f]{2})", written)]
    else:
        parts = numbers(written)
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(parts) > 255 * (1 - _WHITE)
    return min(parts, default=0.0) < 255 * _WHITE
