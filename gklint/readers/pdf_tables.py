"""The tables of a PDF: what stands in their cells, and their parts on several pages joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from gklint.blocks import Cell, Paragraph, Run, Table
from gklint.readers.pdf_grid import Grid
from gklint.readers.pdf_lines import Line, blank_between, lines_of
from gklint.readers.pdf_page import Glyph, Way
from gklint.source import Place

_NEAR = 4.0  # points; edges of the same column on two pages
_MARGIN = 40.0  # points by which the margins of left and right pages differ
_PADDING = 11.0  # points, left and right in a cell
_LABEL = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|[①-⑳]")


class Text(NamedTuple):
    """A line of text in a table, and the cell of the file in which it stands."""

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
        return _LABEL.search(self.text) is not None

    @property
    def is_value(self) -> bool:
        return not self.is_label and _DIGIT.search(self.text) is not None

    def is_beside(self, other: Box) -> bool:
        """Whether it is as wide as another and stands in the same column."""
        return abs(self.left - other.left) < _NEAR and abs(self.right - other.right) < _NEAR

    def fills(self, line: Line) -> bool:
        """Whether nothing more would have fitted on a line in it."""
        free = self.right - self.left - (line.end - line.start)
        return free < _PADDING + 1.5 * line.size


@dataclass(eq=False)
class Part:
    """What of a table stands on one page.  ``top``, ``bottom``: ``y`` in points."""

    page: int
    left: float
    right: float
    top: float
    rows: int
    boxes: list[Box] = field(default_factory=list)

    def in_row(self, row: int) -> list[Box]:
        """The cells that begin in a row."""
        return [box for box in self.boxes if box.row == row]


def parts_of(page: int, found: Iterable[tuple[Grid, Sequence[Glyph]]]) -> list[Part]:
    """The tables of a page, from top to bottom, with the glyphs in each."""
    by_place = sorted(found, key=lambda entry: (entry[0].ys[0], entry[0].xs[0]))
    return [
        _part(page, table, grid, glyphs) for table, (grid, glyphs) in enumerate(by_place, start=1)
    ]


def _part(page: int, table: int, grid: Grid, glyphs: Iterable[Glyph]) -> Part:
    owner = {
        (row, column): number
        for number, box in enumerate(grid.boxes)
        for row in range(box.row, box.row + box.down)
        for column in range(box.column, box.column + box.across)
    }
    inside: list[list[Glyph]] = [[] for _ in grid.boxes]
    for glyph in glyphs:
        inside[owner[grid.square(glyph.x, glyph.y)]].append(glyph)
    part = Part(page, grid.xs[0], grid.xs[-1], grid.ys[0], len(grid.ys) - 1)
    for row, numbered in groupby(enumerate(grid.boxes), key=lambda entry: entry[1].row):
        for cell, (number, box) in enumerate(numbered, start=1):
            place = Place(page=page, table=table, row=row + 1, cell=cell)
            left, right = grid.xs[box.column], grid.xs[box.column + box.across]
            texts = [Text(line, place) for line in _read(inside[number])]
            part.boxes.append(Box(left, right, row, box.down, place, texts))
    return part


def _read(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines in a cell, also when they are turned."""
    return [line for way in Way for line in lines_of(glyph for glyph in glyphs if glyph.way is way)]


# -- over page breaks ----------------------------------------------------------------


def continues(upper: Part, lower: Part) -> bool:
    """Whether ``lower``, first on its page, may go on with ``upper``, last on the page before."""
    width, other = upper.right - upper.left, lower.right - lower.left
    return (
        lower.page > upper.page
        and abs(width - other) < _NEAR
        and abs(upper.left - lower.left) < _MARGIN
    )


def joined(upper: Part, lower: Part) -> Part:
    """One table of two parts.  ``upper`` is the whole of what came before."""
    rest = _moved(_without_header(upper, lower), upper.left - lower.left)
    first = rest.in_row(0)
    last = [box for box in upper.boxes if box.bottom == upper.rows]
    beside = {id(box): above for box in first for above in last if box.is_beside(above)}
    shift = upper.rows
    if len(beside) == len(last) == len(first) and _is_same_row(
        [(beside[id(box)], box) for box in first], upper.rows - 1
    ):
        shift -= 1
        goes_on = first
    else:
        goes_on = [box for box in first if _goes_on(beside.get(id(box)), box, first)]
    for box in goes_on:
        above = beside[id(box)]
        above.down = box.bottom + shift - above.row
        if box.text != above.text:
            above.texts += box.texts
    for box in rest.boxes:
        box.row += shift
    own = [box for box in rest.boxes if box not in goes_on]
    _number(box for box in own if box.row == shift)
    return Part(
        lower.page, upper.left, upper.right, upper.top, shift + rest.rows, upper.boxes + own
    )


def _number(boxes: Iterable[Box]) -> None:
    """Count the cells of a row anew: the rest of a cell on the page before is none."""
    for cell, box in enumerate(boxes, start=1):
        box.place = box.place._replace(cell=cell)
        box.texts = [Text(line, box.place) for line, _ in box.texts]


def _moved(part: Part, by: float) -> Part:
    for box in part.boxes:
        box.left += by
        box.right += by
    return part


def _without_header(upper: Part, lower: Part) -> Part:
    """``lower`` without the rows that are the first ones of ``upper`` once more."""
    rows = 0
    while rows < min(lower.rows - 1, upper.rows) and _as_header(upper, rows) == _as_header(
        lower, rows
    ):
        rows += 1
    while rows and any(box.row < rows < box.bottom for box in lower.boxes):
        rows -= 1
    header = [box for box in lower.boxes if box.row < rows]
    if not any(box.is_label for box in header):
        return lower
    below = [box for box in lower.boxes if box.row >= rows]
    for box in below:
        box.row -= rows
    return Part(lower.page, lower.left, lower.right, lower.top, lower.rows - rows, below)


def _as_header(part: Part, row: int) -> list[tuple[str, int]]:
    return [(box.text, box.down) for box in part.in_row(row)]


def _goes_on(above: Box | None, box: Box, first: Sequence[Box]) -> bool:
    """Whether ``box``, in the first row of a page, is the rest of a group's cell ``above``.

    That takes a label right of it, and its text to be none, the same, or plainly the end.
    """
    if above is None or not above.is_label:
        return False
    if not any(other.is_label for other in first if other.left >= box.right - _NEAR):
        return False
    if not box.text:
        return True
    if above.down == box.down == 1:
        return False
    if box.text == above.text:
        return True
    return bool(_NUMBERED.match(above.text)) and not _NUMBERED.match(box.text)


def _is_same_row(pairs: Sequence[tuple[Box, Box]], last: int) -> bool:
    """Whether a page break divides a row: the cells above it and below it, column by column."""
    pairs = [(above, box) for above, box in pairs if above.row == last and box.down == 1]
    values = any(above.is_value for above, _ in pairs)
    values_below = any(box.is_value for _, box in pairs)
    if not pairs or (values and values_below):
        return False
    if any(above.text and box.is_value for above, box in pairs):
        return False
    labels = [(above, box) for above, box in pairs if box.is_label]
    if not labels:
        has_label = any(above.is_label for above, _ in pairs)
        return has_label if values_below else not any(box.text for _, box in pairs)
    if not values and not values_below:
        return False
    return all(_is_broken(above, box) for above, box in labels)


def _is_broken(above: Box, box: Box) -> bool:
    """Whether the label ``above`` goes on in ``box``."""
    return above.is_label and above.fills(above.texts[-1].line) and not _NUMBERED.match(box.text)


# -- to a block ----------------------------------------------------------------------


def table_of(part: Part) -> Table[Place]:
    """A table as a block."""
    edges = _columns(part.boxes)
    rows: list[list[Cell[Place]]] = [[] for _ in range(part.rows)]
    for box in sorted(part.boxes, key=lambda box: (box.row, box.left)):
        rows[box.row].append(_cell(box, _index(edges, box.right) - _index(edges, box.left)))
    return Table(tuple(map(tuple, rows)))


def _columns(boxes: Iterable[Box]) -> list[float]:
    edges: list[float] = []
    for edge in sorted(edge for box in boxes for edge in (box.left, box.right)):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _index(edges: Sequence[float], at: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - at))


def _cell(box: Box, across: int) -> Cell[Place]:
    runs = tuple(_runs(box))
    blocks = (Paragraph(runs, box.texts[-1].place),) if runs else ()
    return Cell(blocks, box.place, max(across, 1), box.down)


def _runs(box: Box) -> Iterator[Run[Place]]:
    """The lines of a cell; a number too long for it goes on on the next line."""
    following = [text.line.text for text in box.texts[1:]] + [""]
    for (line, place), after in zip(box.texts, following, strict=False):
        is_number = line.text[-1:].isdigit() and after[:1].isdigit() and box.fills(line)
        yield Run(line.text + ("" if is_number else blank_between(line.text, after)), place)
