"""The pages of a PDF as PDFium draws them: characters, lines and shapes, pictures.

PDFium's coordinates grow upwards, from the left lower corner of the page before it is turned.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gklint.formats.fixed.glyphs import UNKNOWN, Bounds, Way, way_of, within
from gklint.formats.fixed.matrix import Linear, Matrix, Point
from gklint.formats.fixed.page import Page
from gklint.formats.limits import Clock, Limits
from gklint.formats.pdf.pictures import is_opaque
from gklint.formats.pdf.scans import picture_of
from gklint.formats.scan.pages import Scans

_ABOVE, _BELOW = 0.88, 0.12  # of a character's size, above and below its baseline
_WHITE = 0.95 * 255
_TICK = 256  # objects
_HYPHEN = 2  # what PDFium makes of a hyphen at the end of a line
_NO_TEXT = frozenset((0, 0xFFFE, 0xFFFF))
_PLACED = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
_SMALL = 0.01  # of a page: a stamp or a mark covers no text
_NESTED = 20  # forms within each other; more is no page


def drawn(document: pdfium.PdfDocument, limits: Limits, clock: Clock) -> Iterator[Page]:
    """What is drawn on the pages, one after the other.

    Raises UnreadableFileError over a limit, and whatever PDFium raises on a damaged page.
    """
    scans = Scans(limits, clock, len(document))
    for index in range(len(document)):
        clock.tick()
        page = document[index]
        drawing = _Drawing(document, index + 1, page, limits, clock)
        drawing.characters()
        drawing.objects()
        found = scans.pages(drawing.page, partial(picture_of, page, limits))
        page.close()
        yield from found


def _upright(page: pdfium.PdfPage) -> tuple[float, float, Matrix]:
    """Width and height of a page as it is shown, and from its coordinates to ``Page``'s."""
    left, bottom, right, top = page.get_bbox()  # its other boxes are not those of the page tree
    width, height = right - left, top - bottom
    to_left_upper = {
        0: Matrix(1, 0, 0, -1, -left, top),
        90: Matrix(0, 1, 1, 0, -bottom, -left),
        180: Matrix(-1, 0, 0, 1, right, -bottom),
        270: Matrix(0, -1, -1, 0, top, right),
    }[page.get_rotation() % 360]
    sizes = (width, height) if page.get_rotation() % 180 == 0 else (height, width)
    return (*sizes, to_left_upper)


class _Drawing:
    """A page while it is taken down, watching time and amount."""

    def __init__(
        self,
        document: pdfium.PdfDocument,
        number: int,
        page: pdfium.PdfPage,
        limits: Limits,
        clock: Clock,
    ) -> None:
        width, height, self.upright = _upright(page)
        self.page = Page(number, width, height)
        self.document = document
        self.source = page
        self.limits = limits
        self.clock = clock
        self.operations = 0

    def tick(self) -> None:
        self.operations += 1
        if self.operations % _TICK == 0:
            self.clock.tick()
            self.limits.check("pieces", self.operations)

    # -- characters ------------------------------------------------------------------------

    def characters(self) -> None:
        text = self.source.get_textpage()
        found = _Character()
        for index in range(raw.FPDFText_CountChars(text)):
            if not raw.FPDFText_IsGenerated(text, index):
                self.tick()
                self.character(text, index, found)
        text.close()

    def character(self, text: pdfium.PdfTextPage, index: int, found: _Character) -> None:
        linear, origin, box = found.look(text, index)
        turn = _turn(linear, self.upright.linear)
        _, base = self.upright.at(*origin)
        size = raw.FPDFText_GetFontSize(text, index) * turn.scale
        left, right, top, bottom = _bounds(self.upright.over(box))
        if turn.way is None or not self.is_inside(left, right, top, bottom, size):
            return
        if turn.is_level:
            top, bottom = base - _ABOVE * size, base + _BELOW * size
        bounds = Bounds(left, top, right, bottom)
        self.page.write(within(_named(text, index), turn.way, bounds, base))

    def is_inside(self, left: float, right: float, top: float, bottom: float, size: float) -> bool:
        """Whether it stands on the page; false for numbers that are none."""
        x, y = (left + right) / 2, (top + bottom) / 2
        return (
            0 <= x <= self.page.width and 0 <= y <= self.page.height and 0 < size < self.page.height
        )

    # -- lines, shapes and pictures --------------------------------------------------------

    def objects(self) -> None:
        count, get = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
        found: Iterator[object] = (get(self.source, n) for n in range(count(self.source)))
        stack = [(found, self.upright)]
        while stack:
            inside, outer = stack[-1]
            for each in inside:
                self.tick()
                kind = raw.FPDFPageObj_GetType(each)
                own = outer.after(_matrix_of(each)) if kind in _PLACED else outer
                if kind == raw.FPDF_PAGEOBJ_TEXT:
                    self.page.text(visible=raw.FPDFTextObj_GetTextRenderMode(each) != _INVISIBLE)
                elif kind == raw.FPDF_PAGEOBJ_PATH:
                    self.path(each, own)
                elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                    self.picture(each, own)
                elif kind == raw.FPDF_PAGEOBJ_FORM and len(stack) < _NESTED:
                    stack.append((_within(each), own))
                    break
            else:
                stack.pop()

    def picture(self, found: object, own: Matrix) -> None:
        over_text = self.page.shown and own.area > _SMALL * self.page.width * self.page.height
        opaque = not over_text or is_opaque(self.document, self.source, found)
        self.page.picture(own, opaque=opaque)

    def path(self, found: object, own: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(found, fill, stroke)
        is_fill = fill.value and _is_ink(found, raw.FPDFPageObj_GetFillColor)
        is_stroke = stroke.value and _is_ink(found, raw.FPDFPageObj_GetStrokeColor)
        if not is_fill and not is_stroke:
            return
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(found, width)
        for corners in _lines_of(found):
            points = own.over(corners)
            if is_fill:
                self.page.fill(points)
            if is_stroke:
                self.page.stroke(points, width.value * own.area**0.5)


class _Character:
    """Where PDFium writes what it says of a character, the same room for all."""

    def __init__(self) -> None:
        self.matrix, self.box = raw.FS_MATRIX(), raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def look(self, text: pdfium.PdfTextPage, index: int) -> tuple[Linear, Point, list[Point]]:
        """How it is turned, where its baseline begins, two corners of what it fills."""
        matrix, box = self.matrix, self.box
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetCharOrigin(text, index, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        corners = [(box.left, box.bottom), (box.right, box.top)]
        return (matrix.a, matrix.b, matrix.c, matrix.d), (self.x.value, self.y.value), corners


class _Turn(NamedTuple):
    """How characters are turned, and by how much they are scaled."""

    way: Way | None
    scale: float
    is_level: bool


@lru_cache(maxsize=256)
def _turn(linear: Linear, upright: Linear) -> _Turn:
    own = Matrix(*upright, 0, 0).after(Matrix(*linear, 0, 0))
    return _Turn(way_of(own.a, -own.b), own.area**0.5, own.b == 0)


def _bounds(corners: list[Point]) -> tuple[float, float, float, float]:
    """Left, right, top and bottom."""
    (x, y), (to_x, to_y) = corners
    left, right = (x, to_x) if x < to_x else (to_x, x)
    top, bottom = (y, to_y) if y < to_y else (to_y, y)
    return left, right, top, bottom


def _named(text: pdfium.PdfTextPage, index: int) -> str:
    """The character; of a font that does not say what it stands for, the sign for that."""
    code = raw.FPDFText_GetUnicode(text, index)
    if code == _HYPHEN:
        return "-"
    unknown = code in _NO_TEXT or raw.FPDFText_HasUnicodeMapError(text, index) == 1
    return UNKNOWN if unknown else chr(code)


def _matrix_of(found: object) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(found, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _within(form: object) -> Iterator[object]:
    """What a form holds, which is drawn as one."""
    for index in range(raw.FPDFFormObj_CountObjects(form)):
        yield raw.FPDFFormObj_GetObject(form, index)


def _is_ink(found: object, colour: object) -> bool:
    """Whether something drawn in its colour can be seen on white paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour(found, red, green, blue, alpha):  # type: ignore[operator]
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _lines_of(path: object) -> Iterator[list[Point]]:
    """The corners of each part of a path; a curve ends one and begins another."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            points.append((x.value, y.value))
        else:
            if len(points) > 1:
                yield points
            points = [(x.value, y.value)]
        if raw.FPDFPathSegment_GetClose(segment):
            points += points[:1]
    if len(points) > 1:
        yield points
