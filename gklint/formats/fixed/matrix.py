"""From the coordinates of what is drawn to those of its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

INCH = 72.0
"""Points in an inch."""
Point = tuple[float, float]
Linear = tuple[float, float, float, float]
"""A matrix without ``e`` and ``f``: it turns and stretches, and moves nothing."""


class Matrix(NamedTuple):
    """``x' = a x + c y + e`` and ``y' = b x + d y + f``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> Point:
        """Where a point comes to stand."""
        a, b, c, d, e, f = self
        return a * x + c * y + e, b * x + d * y + f

    def over(self, points: Iterable[Point]) -> list[Point]:
        """Where many points come to stand."""
        a, b, c, d, e, f = self
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

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
        a, b, c, d, e, f = self
        return Matrix(a, b, c, d, a * x + c * y + e, b * x + d * y + f)

    @property
    def linear(self) -> Linear:
        return self[:4]

    @property
    def is_upright(self) -> bool:
        """Whether what it places stands upright and unmirrored."""
        return self.b == 0 == self.c and self.a > 0 < self.d

    @property
    def area(self) -> float:
        """The area that a square with sides of 1 takes."""
        return abs(self.a * self.d - self.b * self.c)
