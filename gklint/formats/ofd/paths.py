"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.ofd.geometry import within_object
from gklint.formats.ofd.nodes import Node, is_on, number, numbers
from gklint.formats.ofd.stencils import Look, Stencils

USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_PART = re.compile("([MSCQBA])([^MSCQBA]*)")
_CURVES = frozenset("QBA")
_GLUED = re.compile(r"(?<=[\d.])(?=[-+])")
_WHITE = 0.95
_PLAIN = None, None  # a colour that is not given is black


class _Path(NamedTuple):
    """A path object as it is written, but for its place."""

    data: str | None
    matrix: str | None
    fill: str | None
    stroke: str | None
    width: str | None
    fill_colour: str | None
    fill_alpha: str | None
    stroke_colour: str | None
    stroke_alpha: str | None


def lines_and_shapes(node: Node, linear: Linear) -> Page:
    """What a PathObject shows, from its corner on."""
    get, fill, stroke = node.get, node.find("FillColor"), node.find("StrokeColor")
    style = get("CTM"), get("Fill"), get("Stroke"), get("LineWidth")
    filled = _PLAIN if fill is None else (fill.get("Value"), fill.get("Alpha"))
    stroked = _PLAIN if stroke is None else (stroke.get("Value"), stroke.get("Alpha"))
    return _STENCILS[(node.findtext("AbbreviatedData"), *style, *filled, *stroked), linear]


def _drawn(look: Look[Linear]) -> Page:
    written, linear = look
    path = _Path(*written)
    page, matrix = Page(0, 0, 0), within_object(path.matrix, Matrix(*linear, 0, 0))
    is_filled = is_on(path.fill, default=False) and _is_ink(path.fill_colour, path.fill_alpha)
    is_stroked = is_on(path.stroke, default=True) and _is_ink(path.stroke_colour, path.stroke_alpha)
    width = number(path.width, USUAL_WIDTH) * matrix.area**0.5
    for corners in _corners(path.data or "") if is_filled or is_stroked else ():
        points = matrix.over(corners)
        if is_filled:
            page.fill(points)
        if is_stroked:
            page.stroke(points, width)
    return page


_STENCILS = Stencils(_drawn)


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


def _is_ink(written: str | None, alpha: str | None) -> bool:
    """Whether a colour can be seen on white paper."""
    if number(alpha, 255.0) == 0:
        return False
    if not written:
        return True
    if "#" in written:
        parts = [float(int(each, 16)) for each in re.findall(r"#([0-9A-Fa-f]{2})", written)]
    else:
        parts = numbers(written)
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(parts) > 255 * (1 - _WHITE)
    return min(parts, default=0.0) < 255 * _WHITE
