"""Where things stand on a page of an OFD: matrices, boxes, steps from character to character."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gklint.formats.fixed.matrix import Matrix, Point
from gklint.formats.ofd.nodes import Node, floats, number, numbers

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


def placed(node: Node, outer: Matrix) -> Matrix:
    """From the coordinates within an object to those of the page."""
    moved = Matrix(*outer.linear, *corner(node, outer))
    return within_object(node.get("CTM"), moved)


def within_object(written: str | None, outer: Matrix) -> Matrix:
    """The same by the matrix of an object, if its corner is where ``outer`` begins."""
    own = numbers(written)
    return outer.after(Matrix(*own)) if len(own) == 6 else outer


def corner(node: Node, outer: Matrix) -> Point:
    """Where the left upper corner of an object comes to stand on the page."""
    return corners([node], outer)[0]


def corners(nodes: Sequence[Node], outer: Matrix) -> list[Point]:
    """The same of many: at once, if each is written as it should be."""
    written = [node.get("Boundary", "") for node in nodes]
    words = " ".join(written).replace(",", " ").split()
    xs, ys = floats(words[::4]), floats(words[1::4])
    if 4 * len(written) == len(words) == 4 * len(xs) == 4 * len(ys):
        return outer.over(zip(xs, ys, strict=True))
    return outer.over(map(_corner, written))


def _corner(written: str) -> Point:
    words = written.replace(",", " ").split(None, 2)
    return (number(words[0], 0.0), number(words[1], 0.0)) if len(words) == 3 else (0.0, 0.0)


def steps(text: str | None, most: int) -> list[float]:
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
