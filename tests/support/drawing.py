"""Pages drawn by hand: text and ruled tables as plain values, of no format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Bounds, Glyphs, Way, within
from gklint.formats.fixed.page import Page

WIDTH, HEIGHT = 600.0, 800.0
SIZE = 10.0
LINE = 12.0
LEFT = 100.0


class Drawn(NamedTuple):
    """A cell of a table; rows and columns count from 0, ``\\n`` breaks its text."""

    row: int
    column: int
    text: str
    down: int = 1
    across: int = 1


def blank_page(number: int = 1) -> Page:
    return Page(number, WIDTH, HEIGHT)


def write(
    page: Page, text: str, x: float, y: float, size: float = SIZE, way: Way = Way.RIGHT
) -> None:
    """Write a text from a point on; to the right ``y`` is its baseline.

    Blanks leave room, ``\\n`` begins a line below.
    """
    left, top = x, y
    for char in text:
        room = size if char >= "\u2000" else size / 2
        if char == "\n":
            left, top = x, top + LINE
        elif way is Way.RIGHT:
            bounds = Bounds(left, top - 0.8 * size, left + room, top + 0.2 * size)
            page.write(within(char, way, bounds, top))
            left += room
        elif way is Way.DOWN:
            page.write(within(char, way, Bounds(left, top, left + size, top + room), top))
            top += room
        else:
            page.write(within(char, way, Bounds(left, top - room, left + size, top), top))
            top -= room


def glyphs_of(
    text: str, x: float, y: float, size: float = SIZE, way: Way = Way.RIGHT
) -> list[Glyphs]:
    """The glyphs of a text that is written so."""
    page = blank_page()
    write(page, text, x, y, size, way)
    return page.glyphs


def frame(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a rectangle."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    page.stroke(corners, 0.5)


def draw_table(
    page: Page, xs: Sequence[float], ys: Sequence[float], cells: Iterable[Drawn]
) -> None:
    """Draw cells between the edges of columns and rows."""
    for row, column, text, down, across in cells:
        frame(page, xs[column], ys[row], xs[column + across], ys[row + down])
        write(page, text, xs[column] + 2, ys[row] + SIZE)


def full(*rows: str) -> list[Drawn]:
    """The cells of a table without merged ones; ``|`` stands between those of a row."""
    return [
        Drawn(row, column, text)
        for row, line in enumerate(rows)
        for column, text in enumerate(line.split("|"))
    ]
