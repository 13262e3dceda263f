"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.formats.ofd.geometry import Matrix, Point, placed
from gklint.formats.ofd.nodes import Node, child, is_on, number, numbers, text_of, value

USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d{1,12}(?:\.\d{0,24})?|\.\d{1,24})(?:[eE][-+]?\d{1,3})?")
_OPERANDS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_WHITE = 0.95


def lines(node: Node, outer: Matrix) -> Iterator[list[Point]]:
    """The corners of each straight part of a path, in points; curves part them."""
    matrix = placed(node, outer)
    for corners in _corners(text_of(child(node, "abbreviateddata"))):
        yield [matrix.at(x, y) for x, y in corners]


def _corners(data: str) -> Iterator[list[Point]]:
    """The same in the coordinates of the object."""
    points: list[Point] = []
    for operator, operands in _operations(data):
        if operator == "C":
            points += points[:1]
        elif operator == "L":
            points.append((operands[-2], operands[-1]))
        else:
            if len(points) > 1:
                yield points
            points = [(operands[-2], operands[-1])]
    if len(points) > 1:
        yield points


def _operations(data: str) -> Iterator[tuple[str, list[float]]]:
    """The operators of a path with their operands; what lacks operands is left out."""
    operator, operands = "", list[float]()
    for match in _TOKEN.finditer(data):
        if match[0].isalpha():
            operator, operands = match[0].upper(), []
        else:
            operands.append(number(match[0], 0.0))
        if len(operands) == _OPERANDS.get(operator, -1):
            yield operator, operands
            operands = []


def width_of(node: Node, outer: Matrix) -> float:
    """How wide a path is stroked, in points."""
    width = number(value(node, "LineWidth"), USUAL_WIDTH)
    return float(width * placed(node, outer).area ** 0.5)


def is_stroked(node: Node) -> bool:
    """Whether lines along a path can be seen on white paper."""
    return is_on(node, "Stroke", default=True) and _is_ink(child(node, "strokecolor"))


def is_filled(node: Node) -> bool:
    """Whether what a path encloses is filled so that it can be seen on white paper."""
    return is_on(node, "Fill", default=False) and _is_ink(child(node, "fillcolor"))


def _is_ink(colour: Node | None) -> bool:
    if colour is None:
        return True
    if number(value(colour, "Alpha"), 255.0) == 0:
        return False
    written = value(colour, "Value") or ""
    if "#" in written:
        values = [float(int(each, 16)) for each in re.findall(r"#([0-9A-Fa-f]{2})", written)]
    else:
        values = numbers(written)
    if len(values) == 4:  # cyan, magenta, yellow, black
        return max(values) > 255 * (1 - _WHITE)
    return min(values, default=0.0) < 255 * _WHITE
