"""PDFs, drawn here, to paragraphs and tables."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.colors import lightgrey, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

import gklint
from gklint.errors import UnreadableFileError
from gklint.limits import DEFAULT, Limits
from gklint.readers import take
from gklint.source import Place, Source
from tests.helpers import SHARED, changed

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))
WIDTH, HEIGHT = map(float, A4)
LEFT = 80.0
SIZE = 16.0
CELL = 9.0


@dataclass(frozen=True)
class Box:
    """A cell of a drawn table."""

    row: int
    column: int
    text: str
    down: int = 1
    across: int = 1


class Paper:
    """Draws pages from top to bottom; ``y`` is the height that is left."""

    def __init__(self, encrypt: StandardEncryption | None = None, rotation: int = 0) -> None:
        self.stream = io.BytesIO()
        size = A4 if rotation == 0 else (HEIGHT, WIDTH)
        self.canvas = Canvas(self.stream, pagesize=size, invariant=1, encrypt=encrypt)
        self.rotation = rotation
        self.number = 1
        self.footer = ""
        self.header = ""
        self.begin()

    def begin(self) -> None:
        self.y = HEIGHT - 80
        if self.rotation:
            self.canvas.setPageRotation(self.rotation)
            self.canvas.rotate(90)
            self.canvas.translate(0, -HEIGHT)

    def turn(self) -> None:
        for text, y in ((self.header, HEIGHT - 45), (self.footer, 45)):
            if text:
                self.draw(text.format(self.number), WIDTH / 2 - 20, y, 10.5)
        self.canvas.showPage()
        self.number += 1
        self.begin()

    def data(self) -> bytes:
        self.turn()
        self.canvas.save()
        return self.stream.getvalue()

    def draw(self, text: str, x: float, y: float, size: float = SIZE, font: str = FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def line(self, text: str, indent: float = 0.0, size: float = SIZE) -> None:
        """A line of running text."""
        self.y -= 1.75 * size
        if self.y < 80:
            self.turn()
            self.y -= 1.75 * size
        self.draw(text, LEFT + indent * size, self.y, size)

    def title(self, text: str, size: float = 22) -> None:
        self.line(text, (WIDTH / 2 - LEFT - stringWidth(text, FONT, size) / 2) / size, size)

    def paragraph(self, text: str, indent: float = 2.0) -> None:
        """Running text, broken at the right margin."""
        for number, line in enumerate(wrapped(text, WIDTH - 2 * LEFT, indent * SIZE)):
            self.line(line, 0 if number else indent)

    def table(self, boxes: Iterable[Box], widths: list[float], border: str = "strokes") -> None:
        boxes = list(boxes)
        heights = [22.0] * max(box.row + box.down for box in boxes)
        for box in boxes:
            lines = len(list(wrapped(box.text, sum_of(widths, box.column, box.across) - 6, 0, CELL)))
            if box.down == 1:
                heights[box.row] = max(heights[box.row], lines * 11.0 + 8)
        for box in boxes:
            x, y = LEFT + sum(widths[: box.column]), self.y - sum(heights[: box.row])
            width = sum_of(widths, box.column, box.across)
            height = sum_of(heights, box.row, box.down)
            BORDERS[border](self.canvas, x, y - height, width, height)
            lines = list(wrapped(box.text, width - 6, 0, CELL))
            for number, line in enumerate(lines):
                self.draw(line, x + 3, y - height / 2 + (len(lines) / 2 - number) * 11 - 9, CELL)
        self.y -= sum(heights)


def sum_of(lengths: list[float], start: int, count: int) -> float:
    return sum(lengths[start : start + count])


def wrapped(text: str, width: float, indent: float, size: float = SIZE) -> Iterator[str]:
    """The lines of a text; what must not begin a line hangs out of it."""
    line, room = "", width - indent
    for char in text:
        if stringWidth(line + char, FONT, size) > room and char not in "，。、；：）”":
            yield line
            line, room = "", width
        line += char
    yield line


def strokes(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setLineWidth(0.5)
    for start in ((x, y), (x, y + height)):
        canvas.line(*start, x + width, start[1])
    for at in (x, x + width):
        canvas.line(at, y, at, y + height)


def thin_rectangles(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    for left, bottom, across, up in (
        (x, y, width, 0.5),
        (x, y + height, width, 0.5),
        (x, y, 0.5, height),
        (x + width, y, 0.5, height),
    ):
        canvas.rect(left, bottom, across, up, stroke=0, fill=1)


def outlines(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setFillColor(lightgrey)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setFillGray(0)


def double(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    strokes(canvas, x, y, width, height)
    strokes(canvas, x + 1.5, y + 1.5, width - 3, height - 3)


def without_sides(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.line(x, y, x + width, y)
    canvas.line(x, y + height, x + width, y + height)
    if x > LEFT:
        canvas.line(x, y, x, y + height)


BORDERS = {
    "strokes": strokes,
    "thin rectangles": thin_rectangles,
    "outlines": outlines,
    "double": double,
    "without sides": without_sides,
}


def source_of(paper: Paper, limits: Limits = DEFAULT) -> Source:
    return take(paper.data(), "年报.pdf", limits)


def lines_of(source: Source) -> list[str]:
    return source.text.splitlines()


def place_of(source: Source, text: str) -> Place | None:
    """The place of the first occurrence of a text."""
    at = source.text.index(text)
    return source.locate(source.line_span(1)._replace(start=at, end=at)).place


def cells_of(source: Source) -> list[list[str]]:
    return [[source.text[slice(*cell)] for cell in row.cells] for row in source.rows]


def reason_of(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.pdf", limits)
    return caught.value.reason


def drawn(*lines: str) -> Paper:
    """A page with some lines."""
    paper = Paper()
    for line in lines:
        paper.line(line)
    return paper
