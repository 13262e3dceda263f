"""The lines and shapes of path objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.formats.fixed.matrix import Matrix, Point
from gklint.formats.ofd.nodes import Node, Values, child, is_on, number, numbers, text_of, values

USUAL_WIDTH = 0.353
"""The width of lines, in millimetres, where none is given (GB/T 33190)."""
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d{1,12}(?:\.\d{0,24})?|\.\d{1,24})(?:[eE][-+]?\d{1,3})?")
_GLUED = re.compile(r"[A-Za-z][^\sA-Za-z]|[^\sA-Za-z][A-Za-z]|,|\d[-+]")
_OPERANDS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_WHITE = 0.95


def lines(node: Node, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each straight part of a path; curves part them."""
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
    most = -1
    for word in _TOKEN.findall(data) if _GLUED.search(data) else data.split():
        if word.isalpha():
            operator, operands = word.upper(), []
            most = _OPERANDS.get(operator, -1)
        else:
            operands.append(number(word, 0.0))
        if len(operands) == most:
            yield operator, operands
            operands = []


def width_of(given: Values, matrix: Matrix) -> float:
    """How wide a path is stroked, in points."""
    return float(number(given.get("linewidth"), USUAL_WIDTH) * matrix.area**0.5)


def is_stroked(node: Node, given: Values) -> bool:
    """Whether lines along a path can be seen on white paper."""
    return is_on(given, "stroke", default=True) and _is_ink(child(node, "strokecolor"))


def is_filled(node: Node, given: Values) -> bool:
    """Whether what a path encloses is filled so that it can be seen on white paper."""
    return is_on(given, "fill", default=False) and _is_ink(child(node, "fillcolor"))


def _is_ink(colour: Node | None) -> bool:
    if colour is None:
        return True
    given = values(colour)
    if number(given.get("alpha"), 255.0) == 0:
        return False
    written = given.get("value", "")
    if "#" in written:
        parts = [float(int(each, 16)) for each in re.findall(r"#([0-9A-Fa-f]{2})", written)]
    else:
        parts = numbers(written)
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return max(parts) > 255 * (1 - _WHITE)
    return min(parts, default=0.0) < 255 * _WHITE
