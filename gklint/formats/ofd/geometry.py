"""Where things stand on a page of an OFD: matrices, boxes, steps from character to character."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from gklint.formats.fixed.matrix import Matrix
from gklint.formats.ofd.nodes import Values, number, numbers

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
    boundary = box(given.get("boundary"))
    moved = outer.moved(boundary.x, boundary.y) if boundary else outer
    own = numbers(given.get("ctm"))
    return moved.after(Matrix(*own)) if len(own) == 6 else moved


def steps(text: str | None, most: int) -> list[float]:
    """A list of deltas, ``g n d`` in it read as n times d; at most so many."""
    return list(islice(_steps((text or "").split()), max(most, 0)))


def _steps(words: list[str]) -> Iterator[float]:
    at = 0
    while at < len(words):
        if words[at].lower() == "g" and at + 2 < len(words):
            delta = number(words[at + 2], 0.0)
            for _ in range(int(number(words[at + 1], 0))):
                yield delta
            at += 3
        else:
            yield number(words[at], 0.0)
            at += 1
