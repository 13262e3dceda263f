"""The tables of pages: what stands in their cells; a whole table to a block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from gklint.formats.blocks import Cell, Paragraph, Run, Table
from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.grid import Grid
from gklint.formats.fixed.lines import Line, blank_between, lines_of
from gklint.text.source import Place

NEAR = 4.0  # points; edges of the same column on two pages
_PADDING = 11.0  # points, left and right in a cell
_LABEL = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_IN_ORDER = attrgetter("row", "left")
_BEGINNING = re.compile(r"[（(][一二三四五六七八九十]*|\d{1,2}[.．、]")
"""So much of a label that no value looks like it: a page break may come right behind it."""


class Text(NamedTuple):
    """A line of text in a table, and the cell of its page in which it stands."""

    line: Line
    place: Place


@dataclass(eq=False)
class Box:
    """A cell while a table is put together: its edges in points, rows counted from 0."""

    left: float
    right: float
    row: int
    down: int
    place: Place
    texts: list[Text]

    @property
    def text(self) -> str:
        return "".join(text.line.text for text in self.texts)

    @property
    def bottom(self) -> int:
        return self.row + self.down

    @property
    def is_label(self) -> bool:
        return _LABEL.search(self.text) is not None or self.is_beginning

    @property
    def is_beginning(self) -> bool:
        """Whether it is the number of a label without the label."""
        return _BEGINNING.fullmatch(self.text) is not None

    @property
    def is_value(self) -> bool:
        return not self.is_label and _DIGIT.search(self.text) is not None

    def is_beside(self, other: Box) -> bool:
        """Whether it is as wide as another and stands in the same column."""
        return abs(self.left - other.left) < NEAR and abs(self.right - other.right) < NEAR

    def is_full(self, line: Line, head: float) -> bool:
        """Whether no word of that width would have fitted at the end of a line in it, or hardly."""
        return not self.has_room(line, head + line.size / 2)

    def has_room(self, line: Line, width: float) -> bool:
        """Whether so much would have fitted there."""
        return self.right - self.left - (line.end - line.start) >= _PADDING + width


@dataclass(eq=False)
class Part:
    """What of a table stands on one page.  ``top``, ``bottom``: ``y`` in points."""

    page: int
    left: float
    right: float
    top: float
    rows: int
    boxes: list[Box] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All lines of text in it."""
        return [text.line for box in self.boxes for text in box.texts]

    def in_row(self, row: int) -> list[Box]:
        """The cells that begin in a row."""
        return [box for box in self.boxes if box.row == row]


def parts_of(page: int, found: Iterable[tuple[Grid, Mapping[int, Sequence[Glyphs]]]]) -> list[Part]:
    """The tables of a page, from top to bottom, with the glyphs in the frames of each."""
    by_place = sorted(found, key=lambda entry: (entry[0].ys[0], entry[0].xs[0]))
    return [
        _part(page, table, grid, inside) for table, (grid, inside) in enumerate(by_place, start=1)
    ]


def _part(page: int, table: int, grid: Grid, inside: Mapping[int, Sequence[Glyphs]]) -> Part:
    part = Part(page, grid.xs[0], grid.xs[-1], grid.ys[0], len(grid.ys) - 1)
    for row, numbered in groupby(enumerate(grid.frames), key=lambda entry: entry[1].row):
        for cell, (number, frame) in enumerate(numbered, start=1):
            place = Place(page=page, table=table, row=row + 1, cell=cell)
            left, right = grid.sides(number)
            texts = [Text(line, place) for line in lines_of(inside.get(number, ()))]
            part.boxes.append(Box(left, right, row, frame.down, place, texts))
    return part


# -- to a block ----------------------------------------------------------------------


def table_of(part: Part) -> Table[Place]:
    """A table as a block."""
    column = _columns(part.boxes)
    rows: list[list[Cell[Place]]] = [[] for _ in range(part.rows)]
    for box in sorted(part.boxes, key=_IN_ORDER):
        rows[box.row].append(_cell(box, column[box.right] - column[box.left]))
    return Table(tuple(map(tuple, rows)))


def _columns(boxes: Iterable[Box]) -> dict[float, int]:
    """The number of each edge; those near each other are one."""
    found = {edge for box in boxes for edge in (box.left, box.right)}
    edges: list[float] = []
    for edge in sorted(found):
        if not edges or edge - edges[-1] > NEAR:
            edges.append(edge)
    return {edge: _index(edges, edge) for edge in found}


def _index(edges: Sequence[float], at: float) -> int:
    """The number of the edge that is the nearest."""
    right = bisect_left(edges, at, 1, len(edges) - 1)
    return right - (at - edges[right - 1] <= edges[right] - at)


def _cell(box: Box, across: int) -> Cell[Place]:
    blocks = (Paragraph(tuple(_runs(box)), box.texts[-1].place),) if box.texts else ()
    return Cell(blocks, box.place, max(across, 1), box.down)


def _runs(box: Box) -> Iterator[Run[Place]]:
    """The lines of a cell; a number too long for it goes on on the next line."""
    for (line, place), (following, _) in pairwise(box.texts):
        after = following.text
        is_number = (
            line.text[-1:].isdigit() and after[:1].isdigit() and box.is_full(line, line.size)
        )
        yield Run(line.text + ("" if is_number else blank_between(line.text, after)), place)
    line, place = box.texts[-1]
    yield Run(line.text, place)
