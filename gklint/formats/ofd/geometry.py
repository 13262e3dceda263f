"""Where things stand on a page of an OFD: matrices, boxes, steps from character to character."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from gklint.formats.ofd.nodes import Values, number, numbers

_POINTS = 72 / 25.4
"""Points in a millimetre."""
Point = tuple[float, float]


class Matrix(NamedTuple):
    """``x' = a x + c y + e`` and ``y' = b x + d y + f``; ``y`` grows downwards."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> Point:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """The two as one, ``first`` done first."""
        e, f = self.at(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def moved(self, x: float, y: float) -> Matrix:
        """The same with its origin at a point."""
        return Matrix(self.a, self.b, self.c, self.d, *self.at(x, y))

    @property
    def is_upright(self) -> bool:
        """Whether what it places stands upright and unmirrored."""
        return self.b == 0 == self.c and self.a > 0 < self.d

    @property
    def area(self) -> float:
        """The area that a square with sides of 1 takes."""
        return abs(self.a * self.d - self.b * self.c)


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
