"""A photograph taken at an angle: its lines run together; they are made to run side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product, starmap
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.matrix import Point
from gklint.formats.scan.arrays import Grey, Pixels
from gklint.formats.scan.cleaning import dark_ink
from gklint.formats.scan.spread import is_wide
from gklint.formats.scan.straight import Placing, angle_of, levelness, scaled_down

_SIDE = 600  # pixels of the longer side, on which it is looked for
_MOST = 4.0  # degrees by which lines of a half may differ from those of the whole
_STEP = 0.5  # degrees; lines of halves that differ by less do no harm
_FAR = 5.0  # degrees between both halves; more is read, and misread
_FINER = (0.4, 0.2, 0.1)  # degrees
_BETTER = 1.2  # how many times as level the lines have to be then


class Lean(NamedTuple):
    """By how many degrees lines are not level, in the middles of the two halves of a page."""

    upper: float
    lower: float


class Squared(NamedTuple):
    """A page without perspective.

    placing: where its points came to stand; None if it had none.  askew: so much of it that the
    page cannot be relied on.
    """

    page: Grey
    placing: Placing | None = None
    askew: bool = False


def squared(page: Grey, dpi: float) -> Squared:
    """A page that is set straight, without perspective."""
    if is_wide(page):  # it may be two pages, each with lines of its own
        return Squared(page)
    across = _made_level(page, dpi)
    down = _made_level(np.ascontiguousarray(across.page.T), dpi)
    if not across.placing and not down.placing:
        return Squared(page)

    def placing(x: float, y: float) -> Point:
        x, y = across.placing(x, y) if across.placing else (x, y)
        y, x = down.placing(y, x) if down.placing else (y, x)
        return x, y

    upright = np.ascontiguousarray(down.page.T)
    return Squared(upright, placing, across.askew or down.askew)


def _made_level(page: Grey, dpi: float) -> Squared:
    lean = lean_of(dark_ink(page, dpi))
    if lean is None:
        return Squared(page)
    turn = _turn(page, lean)

    def placing(x: float, y: float) -> Point:
        across, down, scale = turn @ (x, y, 1.0)
        return across / scale, down / scale

    level = _warped(page, turn, 255, cv2.INTER_CUBIC)
    return Squared(level, placing, abs(lean.lower - lean.upper) > _FAR)


def lean_of(ink: Grey) -> Lean | None:
    """How the lines of a page that is set straight run together; None if they do not."""
    small = scaled_down(ink, _SIDE).astype(np.float32)
    middle = small.shape[0] // 2
    halves = (small[:middle], small[middle:])
    first = Lean(*(angle_of(half, _MOST, (_STEP,)) for half in halves))
    if abs(first.lower - first.upper) < _STEP / 2:
        return None
    angles = np.arange(-_MOST, _MOST + _STEP / 2, _STEP).tolist()
    other = max(starmap(Lean, product(angles, angles)), key=lambda each: _levelness(small, each))
    best = max(
        (_best(small, each) for each in (first, other)), key=lambda it: _levelness(small, it)
    )
    better = _levelness(small, best) >= _BETTER * levelness(small, 0.0)
    return best if better else None


def _best(ink: Grey, lean: Lean) -> Lean:
    """With which lines are most level, going from one step by step."""
    for step in _FINER:
        while (best := max(_near(lean, step), key=lambda each: _levelness(ink, each))) != lean:
            lean = best
    return lean


def _near(lean: Lean, step: float) -> Iterator[Lean]:
    """That, and those a step away."""
    for upper, lower in product((0.0, -step, step), repeat=2):
        yield Lean(round(lean.upper + upper, 1), round(lean.lower + lower, 1))


def _levelness(ink: Grey, lean: Lean) -> float:
    return levelness(_warped(ink, _turn(ink, lean), 0, cv2.INTER_LINEAR), 0.0)


def _warped(picture: Grey, turn: Pixels, ground: int, how: int) -> Grey:
    height, width = picture.shape
    return cv2.warpPerspective(picture, turn, (width, height), flags=how, borderValue=ground)


def _turn(picture: Grey, lean: Lean) -> Pixels:
    """What makes lines that lean so level."""
    height, width = picture.shape
    upper, lower = np.tan(np.radians(lean))
    rise = (1.5 * upper - 0.5 * lower) * width / 2  # at the upper edge
    fall = (1.5 * lower - 0.5 * upper) * width / 2  # at the lower edge
    come = ((0, -rise), (width, rise), (width, height + fall), (0, height - fall))
    go = ((0, 0), (width, 0), (width, height), (0, height))
    return cv2.getPerspectiveTransform(np.array(come, np.float32), np.array(go, np.float32))
