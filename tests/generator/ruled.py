"""Tables on paper: widths, heights, ruled lines, texts in their cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from .grids import VALUE
from .ink import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from reportlab.pdfgen.canvas import Canvas

    from .boxes import Box, Boxes

_PAD = 2.0
_LINE = 0.5
_LEAD = 1.2


@dataclass(frozen=True)
class Ruling:
    """How the tables of one file look.

    widths: shares of the columns of each table. lines: "rect" strokes around each cell,
    "strokes" along its edges, "fills" thin filled rectangles along its edges, as Word makes.
    """

    width: float
    ink: Ink
    height: float
    left: bool
    lines: str
    widths: dict[str, tuple[float, ...]]

    def ruled(self, name: str, boxes: Boxes) -> Ruled:
        """A table (or a part of one) with lengths in points."""
        shares = self.widths[name]
        unit = self.width / sum(shares)
        return Ruled(self, tuple(accumulate((s * unit for s in shares), initial=0.0)), boxes)


def draw_ruling(rng: Random, width: float, ink: Ink) -> Ruling:
    """Any look."""
    labels = rng.choice(((3.0, 4.0, 10.0), (1.2, 3.0, 9.0), (2.0, 2.0, 12.0)))
    return Ruling(
        width=width,
        ink=ink._replace(size=rng.choice((7.5, 8.0, 9.0))),
        height=rng.choice((14.0, 20.0, 28.0)),
        left=rng.random() < 0.3,
        lines=rng.choice(("rect", "strokes", "fills")),
        widths={
            "disclosure": (1.0, 1.0, 1.0, 1.0),
            "requests": (*labels, *(2.2,) * 7),
            "disputes": (1.0,) * 15,
        },
    )


@dataclass(frozen=True)
class Ruled:
    """A table with the x of its columns (from its left edge) and the height of its rows."""

    ruling: Ruling
    columns: tuple[float, ...]
    boxes: Boxes

    @property
    def width(self) -> float:
        return self.columns[-1]

    def edges(self, row: int, box: Box) -> tuple[float, float]:
        """Left and right of a cell; cells beyond the last column share its room with it."""
        count = len(self.columns) - 1
        end = max(each.column + each.across for each in self.boxes[row])
        if end <= count:
            return self.columns[box.column], self.columns[box.column + box.across]
        left, room = self.columns[count - 1], self.columns[count] - self.columns[count - 1]
        share = room / (end - count + 1)

        def x(column: int) -> float:
            return self.columns[column] if column < count else left + share * (column - count + 1)

        return x(box.column), x(box.column + box.across)

    def texts(self, row: int, box: Box) -> list[str]:
        """The lines in a cell."""
        left, right = self.edges(row, box)
        text = box.cell.text
        lines = self.ruling.ink.broken(text, right - left - 2 * _PAD)
        return [text[start:end] for start, end in lines] if text else []

    def need(self, row: int, box: Box) -> float:
        """The height that the text of a cell takes."""
        return len(self.texts(row, box)) * self.ruling.ink.size * _LEAD + 2 * _PAD

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """The height of each row; where merged cells need more, their last row grows."""
        heights = [self.ruling.height] * len(self.boxes)
        for row, box in self._all():
            if box.down == 1:
                heights[row] = max(heights[row], self.need(row, box))
        for row, box in self._all():
            end = min(row + box.down, len(heights))
            short = self.need(row, box) - sum(heights[row:end])
            if box.down > 1 and short > 0:
                heights[end - 1] += short
        return tuple(heights)

    def _all(self) -> Iterator[tuple[int, Box]]:
        return ((row, box) for row, boxes in enumerate(self.boxes) for box in boxes)

    def fitting(self, room: float, least: int) -> int:
        """How many rows go into `room`, so that no merged text is cut; 0 if not `least`."""
        tops = list(accumulate(self.heights))
        fitting = sum(top <= room for top in tops)
        while fitting > least and fitting < len(self.boxes) and self._torn(fitting):
            fitting -= 1
        return fitting if fitting >= least else 0

    def _torn(self, at: int) -> bool:
        return any(
            row < at < row + box.down and self.need(row, box) > sum(self.heights[row:at])
            for row, box in self._all()
        )

    # -- drawing ---------------------------------------------------------------------------

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw lines and texts, the upper left corner at (left, top) from the page's bottom."""
        tops = [top, *(top - height for height in accumulate(self.heights))]
        for row, box in self._all():
            start, end = self.edges(row, box)
            upper, lower = tops[row], tops[min(row + box.down, len(self.boxes))]
            self._frame(canvas, left + start, lower, end - start, upper - lower)
            self._write(canvas, left + start, lower, end - start, upper - lower, row, box)

    def _frame(self, canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
        if self.ruling.lines == "rect":
            canvas.setLineWidth(_LINE)
            canvas.rect(x, y, width, height)
            return
        for x0, y0, x1, y1 in (
            (x, y, x + width, y),
            (x, y + height, x + width, y + height),
            (x, y, x, y + height),
            (x + width, y, x + width, y + height),
        ):
            if self.ruling.lines == "fills":
                canvas.rect(x0, y0, x1 - x0 or _LINE, y1 - y0 or _LINE, stroke=0, fill=1)
            else:
                canvas.setLineWidth(_LINE)
                canvas.line(x0, y0, x1, y1)

    def _write(
        self,
        canvas: Canvas,
        x: float,
        y: float,
        width: float,
        height: float,
        row: int,
        box: Box,
    ) -> None:
        ink = self.ruling.ink
        texts = self.texts(row, box)
        base = y + (height + len(texts) * ink.size * _LEAD) / 2 - ink.size
        for text in texts:
            middle = box.cell.kind == VALUE or not self.ruling.left
            space = (width - ink.width(text)) / 2 if middle else _PAD
            ink.draw(canvas, x + space, base, text)
            base -= ink.size * _LEAD
