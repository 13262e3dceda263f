"""Text on paper: how wide it is, where its lines break, drawing it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.pdfgen.canvas import Canvas

CHINESE = "STSong-Light"
LATIN = "Times-Roman"
_TIED = re.compile(r"[0-9A-Za-z.,@:%/-]+|.", re.DOTALL)
_SCRIPTS = re.compile(r"[!-~]+|[^!-~]+")
_NOT_FIRST = frozenset("，。、；：！？）》〉”’〕】")

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


class Ink(NamedTuple):
    """Size in points, whether Latin letters and digits have a font of their own, and the font."""

    size: float
    mixed: bool
    chinese: str = CHINESE

    def width(self, text: str) -> float:
        """Width in points."""
        return sum(_width(char, self.font(char)) for char in text) * self.size

    def font(self, char: str) -> str:
        return LATIN if self.mixed and "!" <= char <= "~" else self.chinese

    def draw(self, canvas: Canvas, x: float, y: float, text: str) -> None:
        """Draw a line, its base at `y` from the bottom of the page."""
        self._draw(canvas, x, y, [text], 0.0)

    def justified(self, canvas: Canvas, x: float, y: float, text: str, width: float) -> None:
        """Draw a line `width` points wide; numbers and Latin words are not spread."""
        words = [word for _, word in _words(text)]
        spread = (width - self.width(text)) / max(len(words) - 1, 1)
        self._draw(canvas, x, y, words, spread)

    def _draw(
        self, canvas: Canvas, x: float, y: float, words: Iterable[str], spread: float
    ) -> None:
        """Draw words, as one piece of text: between two, programs see a line break."""
        drawn = canvas.beginText()
        for word in words:
            for piece in _SCRIPTS.findall(word) if self.mixed else (word,):
                drawn.setFont(self.font(piece[0]), self.size)
                drawn.setTextOrigin(x, y)
                drawn.textOut(piece)
                x += self.width(piece)
            x += spread
        canvas.drawText(drawn)

    def broken(self, text: str, room: float, first: float = 0.0) -> list[tuple[int, int]]:
        """Lines of at most `room` points, the first indented; spans of code points."""
        lines = []
        start, before, width = 0, 0, first
        for begin, word in _words(text):
            wide = self.width(word)
            cut = before if word in _NOT_FIRST else begin
            if width + wide > room and cut > start:
                lines.append((start, cut))
                start, width = cut, self.width(text[cut:begin])
            width += wide
            before = begin
        return [*lines, (start, len(text))]


def _words(text: str) -> Iterator[tuple[int, str]]:
    """What no line break may cut."""
    return ((match.start(), match.group()) for match in _TIED.finditer(text))


@lru_cache(maxsize=8192)
def _width(char: str, font: str) -> float:
    """Width at 1 point."""
    return float(pdfmetrics.stringWidth(char, font, 1))
