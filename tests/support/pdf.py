"""PDFs drawn for tests: lines, paragraphs and ruled tables, and the sample report of them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import lightgrey
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfgen.canvas import Canvas

from gklint.formats.reading import take
from gklint.text.source import Source
from tests.support import ofd

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))
WIDTH, HEIGHT = map(float, A4)
LEFT = 80.0
ACROSS = WIDTH - 2 * LEFT
BOTTOM = 80.0
SIZE = 16.0
CELL = 9.0
_HANGING = frozenset("，。、；：）”")


@dataclass(frozen=True)
class Box:
    """A cell of a drawn table; rows and columns count from 0."""

    row: int
    column: int
    text: str
    down: int = 1
    across: int = 1


class Paper:
    """Draws pages from top to bottom; ``y`` is the height up to which it has come."""

    def __init__(
        self, encrypt: StandardEncryption | None = None, manner: str | None = None
    ) -> None:
        self.stream = io.BytesIO()
        self.canvas: Canvas  # or one of OFD, which draws all that a report needs
        if manner:
            self.canvas = ofd.Canvas(self.stream, manner)
        else:
            self.canvas = Canvas(self.stream, pagesize=A4, invariant=1, encrypt=encrypt)
        self.page = 1
        self.y = HEIGHT - 80
        self.header = ""
        self.footer = ""

    def turn(self) -> None:
        """Finish the page; ``{}`` in its header and footer is its number."""
        for text, y in ((self.header, HEIGHT - 45), (self.footer, 45)):
            if text:
                self.draw(text.format(self.page), WIDTH / 2 - 20, y, 10.5)
        self.canvas.showPage()
        self.page += 1
        self.y = HEIGHT - 80

    def data(self) -> bytes:
        """Finish the file."""
        self.turn()
        self.canvas.save()
        return self.stream.getvalue()

    def draw(self, text: str, x: float, y: float, size: float = SIZE, font: str = FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    # -- running text --------------------------------------------------------------------

    def line(self, text: str, indent: float = 0.0, size: float = SIZE) -> None:
        """A line, indented by so many characters."""
        if self.y - 1.75 * size < BOTTOM:
            self.turn()
        self.y -= 1.75 * size
        self.draw(text, LEFT + indent * size, self.y, size)

    def title(self, text: str, size: float = 22.0) -> None:
        self.line(text, (ACROSS - stringWidth(text, FONT, size)) / 2 / size, size)

    def paragraph(self, text: str, indent: float = 2.0) -> None:
        """Text broken at the right margin."""
        for number, line in enumerate(wrapped(text, ACROSS, indent * SIZE)):
            self.line(line, 0 if number else indent)

    # -- tables --------------------------------------------------------------------------

    def table(self, boxes: Sequence[Box], widths: Sequence[float], border: str = "strokes") -> None:
        """A table where it fits on the page."""
        self.y -= 8
        lines = {box: list(wrapped(box.text, _room(box, widths), 0, CELL)) for box in boxes}
        heights = [22.0] * max(box.row + box.down for box in boxes)
        for box in boxes:
            if box.down == 1:
                heights[box.row] = max(heights[box.row], len(lines[box]) * 11.0 + 8)
        for box in boxes:
            x, y = LEFT + sum(widths[: box.column]), self.y - sum(heights[: box.row + box.down])
            width = sum(widths[box.column : box.column + box.across])
            height = sum(heights[box.row : box.row + box.down])
            BORDERS[border](self.canvas, x, y, width, height)
            above = y + height / 2 + len(lines[box]) * 5.5
            for number, line in enumerate(lines[box], start=1):
                self.draw(line, x + 3, above - number * 11 + 2, CELL)
        self.y -= sum(heights)

    def table_over_pages(
        self, boxes: Sequence[Box], widths: Sequence[float], at: int, repeated: int = 0
    ) -> None:
        """A table with a page break above row ``at``, and so many rows of header once more."""
        self.table(list(upper(boxes, at)), widths)
        self.turn()
        header = [box for box in boxes if box.row < repeated]
        rest = [replace(box, row=box.row + repeated) for box in lower(boxes, at)]
        self.table([*header, *rest], widths)


def upper(boxes: Iterable[Box], at: int) -> Iterator[Box]:
    """What stands above row ``at``; of a cell that spans the cut, its text too."""
    for box in boxes:
        if box.row < at:
            yield replace(box, down=min(box.down, at - box.row))


def lower(boxes: Iterable[Box], at: int) -> Iterator[Box]:
    """What stands from row ``at`` on, counted anew; what spans the cut is blank there."""
    for box in boxes:
        if box.row >= at:
            yield replace(box, row=box.row - at)
        elif box.row + box.down > at:
            yield replace(box, row=0, text="", down=box.row + box.down - at)


def wrapped(text: str, width: float, indent: float, size: float = SIZE) -> Iterator[str]:
    """The lines of a text, which ``\\n`` breaks too; what must not begin a line hangs out."""
    line, room = "", width - indent
    for char in text:
        if char == "\n" or (char not in _HANGING and stringWidth(line + char, FONT, size) > room):
            yield line
            line, room = "", width
        line += char.strip("\n")
    yield line


def _room(box: Box, widths: Sequence[float]) -> float:
    return sum(widths[box.column : box.column + box.across]) - 6


# -- borders -------------------------------------------------------------------------


def _strokes(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setLineWidth(0.5)
    canvas.line(x, y, x + width, y)
    canvas.line(x, y + height, x + width, y + height)
    canvas.line(x, y, x, y + height)
    canvas.line(x + width, y, x + width, y + height)


def _thin_rectangles(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.rect(x, y, width, 0.5, stroke=0, fill=1)
    canvas.rect(x, y + height, width, 0.5, stroke=0, fill=1)
    canvas.rect(x, y, 0.5, height, stroke=0, fill=1)
    canvas.rect(x + width, y, 0.5, height, stroke=0, fill=1)


def _outlines(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.setFillColor(lightgrey)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setFillGray(0)


def _double(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    _strokes(canvas, x, y, width, height)
    _strokes(canvas, x + 1.5, y + 1.5, width - 3, height - 3)


def _without_sides(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.line(x, y, x + width, y)
    canvas.line(x, y + height, x + width, y + height)
    if x > LEFT:
        canvas.line(x, y, x, y + height)


BORDERS = {
    "strokes": _strokes,
    "thin rectangles": _thin_rectangles,
    "outlines": _outlines,
    "double": _double,
    "without sides": _without_sides,
}


# -- the sample report ---------------------------------------------------------------

_WIDTHS = {4: [160.0, 90.0, 90.0, 90.0], 10: [30.0, 70.0, 120.0, *[30.0] * 7], 15: [28.0] * 15}
_HEADINGS = ("二、主动", "三、收到", "四、政府")
_GROUPS = ("三、", "（")


def report(text: str, border: str = "strokes", manner: str | None = None) -> bytes:
    """The sample report, or a variation of it, as a PDF with page numbers, or as an OFD."""
    paper = Paper(manner=manner)
    paper.footer = "— {} —"
    rows: list[list[str]] = []
    for number, line in enumerate([*text.splitlines(), ""]):
        if "|" in line:
            rows.append([cell.strip() for cell in line.rstrip("| ").split("|")])
            continue
        if rows:
            _draw_table(paper, rows, border)
            rows = []
        if number == 0:
            paper.title(line, 18.0)
        elif line:
            paper.paragraph(line)
    return paper.data()


def _draw_table(paper: Paper, rows: list[list[str]], border: str) -> None:
    """A table of the sample, with a page break where there is no room left."""
    if rows[0][0].startswith("第二十条"):
        boxes = list(_disclosure(rows))
    elif rows[0][0] == "行政复议":
        boxes = list(_disputes(rows))
    else:
        boxes = list(_requests(rows))
    widths = _WIDTHS[max(box.column + box.across for box in boxes)]
    while boxes:
        fits = int((paper.y - BOTTOM) // 30)
        last = max(box.row + box.down for box in boxes)
        if fits < min(last, 4):
            paper.turn()
            continue
        paper.table(list(upper(boxes, min(fits, last))), widths, border)
        boxes = list(lower(boxes, min(fits, last)))


def _disclosure(rows: list[list[str]]) -> Iterator[Box]:
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            is_last = column == len(cells) - 1
            yield Box(row, column, text, across=4 - column if is_last else 1)


def _requests(rows: list[list[str]]) -> Iterator[Box]:
    yield Box(0, 0, rows[0][0], 3, 3)
    yield Box(0, 3, rows[0][1], 1, 7)
    yield Box(1, 3, rows[1][0], 2)
    yield Box(1, 4, rows[1][1], across=5)
    yield Box(1, 9, rows[1][2], 2)
    yield from (Box(2, 4 + column, text) for column, text in enumerate(rows[2]))
    for row, cells in enumerate(rows[3:], start=3):
        labels, values = cells[:-7], cells[-7:]
        column = 0 if labels[0][1] == "、" else 1 if labels[0][0] == "（" else 2
        for label in labels:
            down = _group(rows, row, column) if label != labels[-1] else 1
            across = 3 - column if label == labels[-1] else 1
            yield Box(row, column, label, down, across)
            column += 1
        yield from (Box(row, 3 + number, value) for number, value in enumerate(values))


def _group(rows: list[list[str]], row: int, column: int) -> int:
    """How many rows the group spans that begins in a row."""
    ends = (lambda label: label[1] == "、", lambda label: label[0] == "（" or label[1] == "、")
    following = (n for n in range(row + 1, len(rows)) if ends[column](rows[n][0]))
    return next(following, len(rows)) - row


def _disputes(rows: list[list[str]]) -> Iterator[Box]:
    yield Box(0, 0, rows[0][0], across=5)
    yield Box(0, 5, rows[0][1], across=10)
    yield from (Box(1, column, text, 2) for column, text in enumerate(rows[1][:5]))
    yield Box(1, 5, rows[1][5], across=5)
    yield Box(1, 10, rows[1][6], across=5)
    yield from (Box(2, 5 + column, text) for column, text in enumerate(rows[2]))
    yield from (Box(3, column, text) for column, text in enumerate(rows[3]))


def source_of(paper: Paper) -> Source:
    """What is read of a file."""
    return take(paper.data(), "年报.pdf")
