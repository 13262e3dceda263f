"""A page set straight, by the few degrees at which it lay."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import cv2
import numpy as np

from gklint.formats.fixed.matrix import Matrix, Point
from gklint.formats.scan.arrays import Grey, Pixels

_MOST = 4.0  # degrees
_SIDE = 1400  # pixels of the longer side, on which the angle is looked for
_STEPS = (0.5, 0.1, 0.02)  # degrees


Placing = Callable[[float, float], Point]
"""Where a point comes to stand."""


def after(first: Placing, then: Placing) -> Placing:
    """Where a point comes to stand by one, and then by another."""
    return lambda x, y: then(*first(x, y))


def skew_of(ink: Grey) -> float:
    """By how many degrees a page is to be turned so that its lines and rules are level."""
    return angle_of(scaled_down(ink, _SIDE).astype(np.float32), _MOST, _STEPS)


def angle_of(ink: Grey, most: float, steps: Iterable[float]) -> float:
    """The angle at which lines run, in degrees, at most so large; found step by step."""
    best, width = 0.0, most
    for step in steps:
        angles = np.arange(best - width, best + width + step / 2, step)
        best = max(angles, key=lambda angle: levelness(ink, float(angle)))
        width = step
    return float(best)


def turned(picture: Grey, degrees: float, ground: int) -> Grey:
    """A picture turned about its middle; what comes in from outside is ground."""
    height, width = picture.shape
    return cv2.warpAffine(
        picture,
        _turn(picture, degrees),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderValue=ground,
    )


def turn_of(picture: Grey, degrees: float) -> Matrix:
    """Where ``turned`` puts the points of a picture."""
    (a, c, e), (b, d, f) = _turn(picture, degrees).tolist()
    return Matrix(a, b, c, d, e, f)


def by_quarters(picture: Grey, quarters: int) -> tuple[Grey, Matrix]:
    """A picture turned by so many quarters, against the clock, and where that puts its points."""
    height, width = picture.shape
    turn = {
        1: Matrix(0, -1, 1, 0, 0, width),
        2: Matrix(-1, 0, 0, -1, width, height),
        3: Matrix(0, 1, -1, 0, height, 0),
    }[quarters]
    return np.ascontiguousarray(np.rot90(picture, quarters)), turn


def _turn(picture: Grey, degrees: float) -> Pixels:
    height, width = picture.shape
    return cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)


def scaled_down(ink: Grey, side: int) -> Grey:
    """A picture made smaller, so that its longer side is not longer than that."""
    scale = min(side / max(ink.shape), 1.0)
    return cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def levelness(ink: Grey, angle: float) -> float:
    """How sharply rows of ink and rows of ground are parted when a page is turned so."""
    height, width = ink.shape
    shear = np.tan(np.radians(angle))
    matrix = np.array([[1, 0, 0], [-shear, 1, shear * width / 2]], np.float32)
    rows = cv2.warpAffine(ink, matrix, (width, height)).mean(axis=1, dtype=np.float64)
    return float((np.diff(rows) ** 2).sum())
