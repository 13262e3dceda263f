"""The pages of a PDF as pdfminer's interpreter draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pdfminer.layout import LTChar
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect

from gklint.formats.fixed.page import UNKNOWN, Bounds, Page, way_of
from gklint.formats.limits import Clock, Limits

_WHITE = 0.95
_TICK = 256  # operations


def drawn(pages: Iterable[PDFPage], limits: Limits, clock: Clock) -> Iterator[Page]:
    """What is drawn on pages, one after the other.

    Raises UnreadableFileError over a limit, and whatever pdfminer raises on a damaged file.
    """
    resources = PDFResourceManager(caching=True)
    device = _Device(resources, limits, clock)
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(pages, start=1):
        device.number = number
        interpreter.process_page(page)
        yield device.page


class _Device(PDFTextDevice):
    """Takes down what is drawn, watching time and amount.

    The coordinates of a PDF grow upwards, from the left lower corner of the page.
    """

    def __init__(self, resources: PDFResourceManager, limits: Limits, clock: Clock) -> None:
        super().__init__(resources)
        self.limits = limits
        self.clock = clock
        self.number = 0
        self.page = Page(0, 0.0, 0.0)
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
        self.page = Page(self.number, right - left, top - bottom)
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
        scale = fontsize * scaling
        way = way_of(matrix[0] * scale, matrix[1] * scale, is_vertical=font.is_vertical())
        if way is not None and self.is_inside(char):
            height = self.page.height
            bounds = Bounds(char.x0, height - char.y1, char.x1, height - char.y0)
            baseline = height - apply_matrix_pt(matrix, (0, rise))[1]
            self.page.write(text, way, bounds, baseline)
            self.characters += len(text)
        return char.adv

    def is_inside(self, char: LTChar) -> bool:
        """Whether it stands on the page; false for numbers that are none."""
        left, bottom, right, top = self.box
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        return left <= x <= right and bottom <= y <= top and 0 < char.height < self.page.height

    # -- pictures and rules --------------------------------------------------------------

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002
        self.tick()
        if self.ctm:
            self.page.picture(_stretched(self.ctm))

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
        width = graphicstate.linewidth * _stretched(self.ctm) ** 0.5
        is_stroke = stroke and _is_ink(graphicstate.scolor, graphicstate.scs)
        is_fill = fill and _is_ink(graphicstate.ncolor, graphicstate.ncs)
        if is_stroke or is_fill:
            for corners in _lines_of(path):
                points = [self.on_page(corner) for corner in corners]
                if is_fill:
                    self.page.fill(points)
                if is_stroke:
                    self.page.stroke(points, width)

    def on_page(self, point: Point) -> Point:
        assert self.ctm is not None
        x, y = apply_matrix_pt(self.ctm, point)
        return x, self.page.height - y


def _stretched(matrix: Matrix) -> float:
    """The area that a square with sides of 1 has after a transformation."""
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c)


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
