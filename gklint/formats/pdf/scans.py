"""Pages of a PDF that are pictures, read by recognition."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gklint.extras import is_installed
from gklint.formats.fixed.page import Page
from gklint.formats.limits import Clock, Limits

_INCH = 72.0  # points


class Scans:
    """Reads the pages of a PDF that are pictures, as many as a limit lets it."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits = limits
        self.clock = clock
        self.read = 0

    def page(self, drawn: Page, source: pdfium.PdfPage) -> Page:
        """A page as it was drawn, or what is recognised of it if it is a picture.

        Text that others recognised of it stands only where nothing is read here.
        """
        if not self.limits.scans or not drawn.is_picture or not is_installed("scan"):
            return drawn
        from gklint.formats.scan.reading import read_page  # slow to load

        self.read += 1
        self.limits.check("scans", self.read)
        with self.clock.paused():
            dpi = self._dpi(source)
            bitmap = source.render(scale=dpi / _INCH)
            picture = bitmap.to_numpy()
            found = read_page(drawn.number, picture[:, :, :3] if picture.ndim > 2 else picture, dpi)
            bitmap.close()
        return drawn if drawn.recognised and not found.is_legible else found

    def _dpi(self, source: pdfium.PdfPage) -> float:
        """The resolution of the largest picture of a page."""
        from gklint.formats.scan.pictures import drawable

        found = [0.0]
        for width, height, across in _pictures(source):
            self.limits.check_pixels(width * height)
            found.append(width / across * _INCH if across > 0 else 0.0)
        return drawable(max(found), *source.get_size())


def _pictures(source: pdfium.PdfPage) -> Iterator[tuple[int, int, float]]:
    """Of each picture how many pixels wide and high it is, and how many points wide."""
    for each in source.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        width, height = ctypes.c_uint(), ctypes.c_uint()
        if raw.FPDFImageObj_GetImagePixelSize(each, width, height):
            matrix = each.get_matrix()
            yield width.value, height.value, float((matrix.a**2 + matrix.b**2) ** 0.5)
