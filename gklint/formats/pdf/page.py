"""What is drawn on a page of a PDF: its glyphs, and the rules that may be borders of tables.

Lengths are points (1/72 inch); ``x`` grows to the right, ``y`` downwards, both from 0 at the
page's left upper corner.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pdfminer.layout import LTChar
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect

from gklint.formats.limits import Clock, Limits

_THIN = 3.0  # a filled shape that is not thicker is a rule
_THICK = 6.0  # a stroke that is thicker is a background
_WHITE = 0.95
_SLANT = 0.2
_TICK = 256  # operations
_HANGING = 0.3  # of a character's size
UNKNOWN = "\ufffd"
"""A character of a font that does not say what it stands for."""
CLOSING = frozenset("，。、；：？！…）》〉”’】〕」』％%·,.;:?!)]")
"""What does not begin a line."""

# Some programs name a character by the radical that has the same glyph; these are the
# radicals that Unicode itself does not relate to their characters.
_RADICALS = str.maketrans(
    "⺁⺎⺒⺓⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
    "厂兀巳幺民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
)


class Way(Enum):
    """Where text reads to: to the right, or turned in a narrow cell, down or up."""

    RIGHT = 0
    DOWN = 1
    UP = 2


class Glyph(NamedTuple):
    """A visible character.

    ``start``, ``end`` along its way and ``base`` across it, so that reading goes from small to
    large in both; for text to the right they are left and right edge and the ``y`` of its
    baseline.  ``x``, ``y``: a point in its middle.
    """

    text: str
    start: float
    end: float
    base: float
    size: float
    way: Way
    x: float
    y: float


class Rule(NamedTuple):
    """A straight line: at ``at`` (``y`` of a horizontal one), from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass
class Sheet:
    """A page.  ``pictured``: the share of its area that pictures cover."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    pictured: float = 0.0


def sheets(pages: Iterable[PDFPage], limits: Limits, clock: Clock) -> Iterator[Sheet]:
    """What is drawn on pages, one after the other.

    Raises UnreadableFileError over a limit, and whatever pdfminer raises on a damaged file.
    """
    resources = PDFResourceManager(caching=True)
    device = _Device(resources, limits, clock)
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(pages, start=1):
        device.number = number
        interpreter.process_page(page)
        yield device.sheet


class _Device(PDFTextDevice):
    """Takes down what pdfminer's interpreter draws, watching time and amount."""

    def __init__(self, resources: PDFResourceManager, limits: Limits, clock: Clock) -> None:
        super().__init__(resources)
        self.limits = limits
        self.clock = clock
        self.number = 0
        self.sheet = Sheet(0, 0.0, 0.0)
        self.box: Rect = (0.0, 0.0, 0.0, 0.0)
        self.operations = 0
        self.characters = 0

    def tick(self) -> None:
        self.operations += 1
        if self.operations % _TICK == 0:
            self.clock.tick()
            self.limits.check_bytes("text", self.characters)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        self.clock.tick()
        left, bottom, right, top = apply_matrix_rect(ctm, page.mediabox)
        self.sheet = Sheet(self.number, right - left, top - bottom)
        self.box = apply_matrix_rect(ctm, page.cropbox)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:  # noqa: ARG002
        self.tick()

    # -- glyphs --------------------------------------------------------------------------

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        self.tick()
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        width, shift = font.char_width(cid), font.char_disp(cid)
        char = LTChar(matrix, font, fontsize, scaling, rise, text, width, shift, ncs, graphicstate)
        way = _way(matrix, fontsize * scaling, font.is_vertical())
        visible = _visible(text)
        if visible and way is not None and self.is_inside(char):
            base = apply_matrix_pt(matrix, (0, rise))[1]
            self.add(_glyph(visible, char, way, base, self.sheet.height))
        return char.adv

    def add(self, glyph: Glyph) -> None:
        """Add a glyph; a mark that hangs out of a cell stands where the one before it does."""
        glyphs = self.sheet.glyphs
        if glyph.text in CLOSING and glyphs and _follows(glyphs[-1], glyph):
            glyph = glyph._replace(x=glyphs[-1].x, y=glyphs[-1].y)
        glyphs.append(glyph)
        self.characters += len(glyph.text)

    def is_inside(self, char: LTChar) -> bool:
        """Whether it stands on the page; false for numbers that are none."""
        left, bottom, right, top = self.box
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        return left <= x <= right and bottom <= y <= top and 0 < char.height < self.sheet.height

    # -- rules and pictures --------------------------------------------------------------

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        self.tick()
        if self.ctm and (area := self.sheet.width * self.sheet.height):
            a, b, c, d, _, _ = self.ctm
            self.sheet.pictured += abs(a * d - b * c) / area

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,  # noqa: ARG002
        path: Sequence[PathSegment],
    ) -> None:
        self.tick()
        if self.ctm is None:
            return
        a, b, c, d, _, _ = self.ctm
        width = graphicstate.linewidth * abs(a * d - b * c) ** 0.5
        is_stroke = stroke and width <= _THICK and _is_ink(graphicstate.scolor, graphicstate.scs)
        is_fill = fill and _is_ink(graphicstate.ncolor, graphicstate.ncs)
        if is_stroke or is_fill:
            for points in _lines_of(path):
                drawn = [self.on_page(point) for point in points]
                if is_fill:
                    self.filled(drawn)
                if is_stroke:
                    self.stroked(drawn)

    def on_page(self, point: Point) -> Point:
        assert self.ctm is not None
        x, y = apply_matrix_pt(self.ctm, point)
        return x, self.sheet.height - y

    def filled(self, points: Sequence[Point]) -> None:
        """A shape; a thin one is a rule."""
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if bottom - top <= min(_THIN, right - left):
            self.sheet.horizontal.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN:
            self.sheet.vertical.append(Rule((left + right) / 2, top, bottom))

    def stroked(self, points: Sequence[Point]) -> None:
        """A line; each straight part of it is a rule."""
        for (x, y), (to_x, to_y) in pairwise(points):
            if abs(y - to_y) <= _SLANT < abs(x - to_x):
                self.sheet.horizontal.append(Rule((y + to_y) / 2, min(x, to_x), max(x, to_x)))
            elif abs(x - to_x) <= _SLANT < abs(y - to_y):
                self.sheet.vertical.append(Rule((x + to_x) / 2, min(y, to_y), max(y, to_y)))


def _glyph(text: str, char: LTChar, way: Way, base: float, height: float) -> Glyph:
    x, y = (char.x0 + char.x1) / 2, height - (char.y0 + char.y1) / 2
    if way is Way.RIGHT:
        size = char.height  # a font's own descent is not to be relied on
        return Glyph(text, char.x0, char.x1, height - base, size, way, x, height - base - size / 3)
    if way is Way.DOWN:
        return Glyph(text, height - char.y1, height - char.y0, -x, char.width, way, x, y)
    return Glyph(text, char.y0, char.y1, x, char.width, way, x, y)


def _follows(before: Glyph, glyph: Glyph) -> bool:
    near = _HANGING * glyph.size
    return (
        before.way is glyph.way
        and abs(before.end - glyph.start) < near
        and abs(before.base - glyph.base) < near
    )


def _way(matrix: Matrix, scale: float, vertical: bool) -> Way | None:
    """None for what is turned otherwise: marks across the page, and what is upside down."""
    right, up = matrix[0] * scale, matrix[1] * scale
    if right > 0 and abs(up) <= _SLANT * right:
        return Way.DOWN if vertical else Way.RIGHT
    if abs(right) <= _SLANT * abs(up):
        return Way.UP if up > 0 else Way.DOWN
    return None


@lru_cache(maxsize=8192)
def _visible(text: str) -> str:
    """The characters that can be seen, radicals as the characters that they look like."""
    shown = text.translate(_RADICALS)
    if any("\u2e80" <= char < "\u2fe0" or "\ufb00" <= char < "\ufb07" for char in shown):
        shown = unicodedata.normalize("NFKC", shown)
    hidden = ("Cc", "Cf", "Zs", "Zl", "Zp")
    return "".join(char for char in shown if unicodedata.category(char) not in hidden)


def _is_ink(colour: object, space: PDFColorSpace) -> bool:
    """Whether something drawn in it can be seen on white paper."""
    values = colour if isinstance(colour, (tuple, list)) else (colour,)
    numbers = [value for value in values if isinstance(value, (int, float))]
    if len(numbers) != len(values) or space.name in ("Separation", "DeviceN", "Indexed"):
        return True
    if len(numbers) == 4:
        return max(numbers) > 1 - _WHITE
    return min(numbers, default=0) < _WHITE


def _lines_of(path: Iterable[PathSegment]) -> Iterator[list[Point]]:
    """The corners of each part of a path; a curve ends one and begins another."""
    points: list[Point] = []
    for segment in path:
        operator, values = segment[0], segment[1:]
        if operator == "h":
            points += points[:1]
        elif operator == "l":
            points.append(_end(values))
        else:
            if len(points) > 1:
                yield points
            points = [_end(values)]
    if len(points) > 1:
        yield points


def _end(values: Sequence[object]) -> Point:
    x, y = values[-2:]
    return float(x), float(y)  # type: ignore[arg-type]
