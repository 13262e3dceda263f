"""Where things stand on a page of an OFD: matrices, boxes, steps from character to character."""

from __future__ import annotations

from typing import NamedTuple

from gklint.formats.fixed.matrix import Matrix, Point
from gklint.formats.ofd.nodes import Values, number, numbers
from gklint.formats.ofd.stencils import stencil

_POINTS = 72 / 25.4
"""Points in a millimetre."""


PAGE = Matrix(_POINTS, 0, 0, _POINTS, 0, 0)
"""From millimetres to points."""


class Box(NamedTuple):
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float


def box(text: str | None) -> Box | None:
    """A box as it is written."""
    found = numbers(text)
    return Box(*found) if len(found) == 4 else None


def placed(given: Values, outer: Matrix) -> Matrix:
    """From the coordinates within an object to those of the page."""
    boundary, own = given.get("Boundary"), given.get("CTM")
    moved = outer.moved(*_corner(boundary)) if boundary else outer
    return moved.after(_matrix((own,))) if own else moved


@stencil
def _matrix(written: tuple[str]) -> Matrix:
    found = numbers(*written)
    return Matrix(*found) if len(found) == 6 else Matrix(1, 0, 0, 1, 0, 0)


def _corner(boundary: str) -> Point:
    """The left upper corner of a box."""
    words = boundary.replace(",", " ").split(None, 2)
    return (number(words[0], 0.0), number(words[1], 0.0)) if len(words) == 3 else (0.0, 0.0)


def steps(text: str, most: int) -> list[float]:
    """A list of deltas, ``g n d`` in it read as n times d; at most so many."""
    if not text or most <= 0:
        return []
    found: list[float] = []
    words = iter(text.split())
    for word in words:
        if len(found) >= most:
            break
        if word in "gG":
            times, delta = int(number(next(words, None), 0)), next(words, None)
            found += [number(delta, 0.0)] * min(times, most) if delta else []
        else:
            found.append(number(word, 0.0))
    return found[:most]
