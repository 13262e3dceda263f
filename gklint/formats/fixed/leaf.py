"""A page cut into its tables and the lines around them."""

from __future__ import annotations

from dataclasses import dataclass

from gklint.formats.fixed.decoration import undecorated
from gklint.formats.fixed.grid import grids
from gklint.formats.fixed.lines import Line, lines_of
from gklint.formats.fixed.page import Glyph, Page, Way
from gklint.formats.fixed.tables import Part, parts_of


@dataclass(frozen=True)
class Leaf:
    """A page: its lines outside of tables, from top to bottom, and its tables.

    struck: how many stretches of its text are struck through, and left out.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    parts: list[Part]
    struck: int = 0


def leaf_of(page: Page) -> Leaf:
    """Cut a page up; of tables within tables, the inner ones have the text."""
    shown = undecorated(page)
    found = sorted(grids(shown.horizontal, page.vertical), key=lambda grid: grid.area)
    inside: list[list[Glyph]] = [[] for _ in found]
    outside: list[Glyph] = []
    for glyph in shown.glyphs:
        for grid, glyphs in zip(found, inside, strict=True):
            if grid.holds(glyph.x, glyph.y):
                glyphs.append(glyph)
                break
        else:
            outside.append(glyph)
    lines = lines_of(glyph for glyph in outside if glyph.way is Way.RIGHT)
    tables = [(grid, glyphs) for grid, glyphs in zip(found, inside, strict=True) if glyphs]
    parts = parts_of(page.number, tables)
    return Leaf(page.number, page.width, page.height, lines, parts, shown.struck)
