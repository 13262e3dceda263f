"""A report as a PDF or an OFD, drawn here, so that the place of every word is known."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import lightgrey, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.support import ofd

from .boxes import HEAD_ROWS, boxes_of, cut
from .document import Table
from .grids import grid_of
from .ink import CHINESE, Ink
from .layouts import Text, outline
from .lines import FILE_FIRST, FILE_LAST
from .ruled import Ruled, draw_ruling
from .where import Register, Where, Written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .document import Document
    from .labels import Address
    from .lines import Line

_WIDTH, _HEIGHT = map(float, A4)
_FOOT = 40.0
_GAP = 0.01


@dataclass(frozen=True)
class _Style:
    """What one file does everywhere; lengths in points."""

    margin: float
    sizes: dict[int, float]
    leading: float
    ink: Ink
    number: str
    header: str
    backgrounds: bool
    repeated: bool
    gap: float
    justified: bool

    @property
    def across(self) -> float:
        """The width between the margins."""
        return _WIDTH - 2 * self.margin

    @staticmethod
    def draw(rng: Random, font: str) -> _Style:
        """Any style."""
        size = rng.choice((12.0, 14.0, 16.0))
        return _Style(
            margin=rng.choice((60.0, 72.0, 80.0)),
            sizes={
                0: size,
                1: size + rng.choice((4.0, 6.0)),
                2: size + rng.choice((0.0, 2.0)),
                3: size,
            },
            leading=rng.choice((1.4, 1.6, 1.9)),
            ink=Ink(size, rng.random() < 0.5, font),
            number=rng.choice(("", "— {} —", "— {} —", "- {} -", "第 {} 页", "{}")),
            header=rng.choice(("", "", "", "政府信息公开年报")),
            backgrounds=rng.random() < 0.2,
            repeated=rng.random() < 0.3,
            gap=rng.choice((0.0, 0.0, 6.0)),
            justified=rng.random() < 0.5,
        )


def write_pdf(document: Document, rng: Random, font: str = CHINESE) -> Written:
    """A PDF of A4 pages; the usual font is not in the file."""
    stream = io.BytesIO()
    places = draw(document, Canvas(stream, pagesize=A4, invariant=1), rng, font)
    return Written(stream.getvalue(), ".pdf", places)


def write_ofd(document: Document, rng: Random) -> Written:
    """An OFD of A4 pages, in the manner of any program."""
    stream = io.BytesIO()
    places = draw(document, ofd.Canvas(stream, rng.choice([*ofd.MANNERS])), rng)
    return Written(stream.getvalue(), ".ofd", places)


def draw(
    document: Document, canvas: Canvas, rng: Random, font: str = CHINESE
) -> Mapping[Address, frozenset[Where]]:
    """Draw it, and note where everything stands."""
    paper = _Paper(canvas, _Style.draw(rng, font), rng)
    for item in outline(document):
        if isinstance(item, Table):
            paper.table(item)
        else:
            paper.text(item)
    paper.end()
    return paper.register.finished()


class _Paper:
    """The pages while they are drawn; `y` is the height that is still free."""

    def __init__(self, canvas: Canvas, style: _Style, rng: Random) -> None:
        self.canvas = canvas
        self.style = style
        self.ruling = draw_ruling(rng, style.across, style.ink)
        self.register = Register()
        self.page = 0
        self.begin()

    # -- pages -----------------------------------------------------------------------------

    def begin(self) -> None:
        """A new page, with its running header."""
        self.page += 1
        self.lines = self.tables = 0
        self.y = _HEIGHT - self.style.margin
        if self.style.header:
            self.margin_line(self.style.header, _HEIGHT - _FOOT)

    def finish(self) -> None:
        """The end of a page: its number."""
        if self.style.number:
            self.margin_line(self.style.number.format(self.page), _FOOT)
        self.canvas.showPage()

    def margin_line(self, text: str, y: float) -> None:
        """A line above or below the text of the page, in its middle; it does not count."""
        ink = self.style.ink._replace(size=10.5)
        ink.draw(self.canvas, (_WIDTH - ink.width(text)) / 2, y, text)

    def turn(self) -> None:
        self.finish()
        self.begin()

    def end(self) -> None:
        self.finish()
        self.canvas.save()

    @property
    def room(self) -> float:
        return self.y - self.style.margin + _GAP

    # -- paragraphs ------------------------------------------------------------------------

    def text(self, item: Text) -> None:
        """A paragraph: indented by two characters; a title in the middle."""
        ink = self.style.ink._replace(size=self.style.sizes[item.level])
        leading = ink.size * self.style.leading
        text = item.line.text
        indent = 0.0 if item.level == 1 else 2 * ink.size
        for start, end in ink.broken(text, self.style.across, indent):
            if self.room < leading:
                self.turn()
            self.y -= leading
            if self.style.backgrounds:
                self.background(ink.size)
            x = self.style.margin + (0.0 if start else indent)
            self.line(ink, text[start:end], x, centred=item.level == 1, last=end == len(text))
            self.note(item.line, start, end)
        self.y -= self.style.gap

    def line(self, ink: Ink, text: str, x: float, *, centred: bool, last: bool) -> None:
        """A line of a paragraph from `x` on; the last one is not stretched."""
        room = self.style.margin + self.style.across - x
        if centred:
            ink.draw(self.canvas, x + (room - ink.width(text)) / 2, self.y, text)
        elif last or not self.style.justified:
            ink.draw(self.canvas, x, self.y, text)
        else:
            ink.justified(self.canvas, x, self.y, text, room)

    def background(self, size: float) -> None:
        """A white rectangle behind a line, as browsers print them."""
        self.canvas.setFillColor(white)
        self.canvas.rect(
            self.style.margin, self.y - 3, self.style.across, size + 6, stroke=0, fill=1
        )
        self.canvas.setFillGray(0)

    def note(self, line: Line, start: int, end: int) -> None:
        """Note the place of a drawn part of a line."""
        self.lines += 1
        where = Where(page=self.page, line=self.lines)
        self.register.places[FILE_LAST] = {where}
        if where == Where(page=1, line=1):
            self.register.add((FILE_FIRST,), where)
        for mark in line.marks:
            if mark.start < end and start < max(mark.end, mark.start + 1):
                self.register.add((mark.address,), where)

    # -- tables ----------------------------------------------------------------------------

    def table(self, table: Table) -> None:
        """A table, over as many pages as it takes; rows are never cut."""
        self.y -= 6
        head = HEAD_ROWS[table.name]
        boxes = boxes_of(grid_of(table))
        repeated = boxes[:head] if self.style.repeated and table.name == "requests" else ()
        while boxes:
            fitting = self.ruling.ruled(table.name, boxes).fitting(self.room, head + 1)
            if not fitting and self.y < _HEIGHT - 2 * self.style.margin:
                self.turn()
                continue
            part, rest = cut(boxes, fitting or head + 1)
            self.part(self.ruling.ruled(table.name, part))
            head = len(repeated)
            boxes = (*repeated, *rest) if rest else ()
            if boxes:
                self.turn()
        self.y -= 10

    def part(self, ruled: Ruled) -> None:
        """Draw what stands on one page of a table."""
        self.tables += 1
        if self.style.backgrounds:
            self.canvas.setFillColor(lightgrey)
            self.canvas.rect(
                self.style.margin, self.y - ruled.heights[0], ruled.width, ruled.heights[0], 0, 1
            )
            self.canvas.setFillGray(0)
        ruled.draw(self.canvas, self.style.margin, self.y)
        for row, boxes in enumerate(ruled.boxes, 1):
            for cell, box in enumerate(boxes, 1):
                where = Where(page=self.page, table=self.tables, row=row, cell=cell)
                self.register.add(box.cell.marks, where)
        self.y -= sum(ruled.heights)
