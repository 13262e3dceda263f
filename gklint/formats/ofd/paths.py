"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.ofd.nodes import Node, Values, is_on, name_of, number, numbers, text_of, values
from gklint.formats.ofd.stencils import stencil

USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_PART = re.compile("([MSCQBA])([^MSCQBA]*)")
_CURVES = frozenset("QBA")
_GLUED = re.compile(r"(?<=[\d.])(?=[-+])")
_WHITE = 0.95


class Path(NamedTuple):
    """A path object as it is written."""

    data: str
    fill: str | None
    stroke: str | None
    width: str | None
    fill_colour: str | None
    fill_alpha: str | None
    stroke_colour: str | None
    stroke_alpha: str | None


def path_of(node: Node, given: Values) -> Path:
    """What stands in a PathObject."""
    parts = {name_of(part): part for part in node}
    filling, stroking = _values(parts.get("FillColor")), _values(parts.get("StrokeColor"))
    return Path(
        text_of(parts.get("AbbreviatedData")),
        given.get("Fill"),
        given.get("Stroke"),
        given.get("LineWidth"),
        filling.get("Value"),
        filling.get("Alpha"),
        stroking.get("Value"),
        stroking.get("Alpha"),
    )


def _values(node: Node | None) -> Values:
    return {} if node is None else values(node)


@stencil
def drawn(path: Path, linear: Linear) -> Page:
    """A path as it is drawn from the corner of a page on."""
    page, matrix = Page(0, 0, 0), Matrix(*linear, 0, 0)
    is_filled = is_on(path.fill, default=False) and _is_ink(path.fill_colour, path.fill_alpha)
    is_stroked = is_on(path.stroke, default=True) and _is_ink(path.stroke_colour, path.stroke_alpha)
    width = number(path.width, USUAL_WIDTH) * matrix.area**0.5
    for corners in _corners(path.data) if is_filled or is_stroked else ():
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
