"""Pages of a PDF as pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gklint.formats.fixed.matrix import INCH
from gklint.formats.limits import Limits

if TYPE_CHECKING:  # numpy is there only where scans are read
    from gklint.formats.scan.arrays import Pixels


def picture_of(page: pdfium.PdfPage, limits: Limits) -> tuple[Pixels, float]:
    """What a page shows, and its resolution.  Raises UnreadableFileError over a limit."""
    dpi = _dpi(page, limits)
    bitmap = page.render(scale=dpi / INCH)
    picture = bitmap.to_numpy()
    copied = picture[:, :, :3].copy() if picture.ndim > 2 else picture.copy()
    bitmap.close()
    return copied, dpi


def _dpi(page: pdfium.PdfPage, limits: Limits) -> float:
    """The resolution of the largest picture of a page."""
    from gklint.formats.scan.pictures import drawable

    found = [0.0]
    for width, height, across in _pictures(page):
        limits.check_pixels(width * height)
        found.append(width / across * INCH if across > 0 else 0.0)
    return drawable(max(found), *page.get_size())


def _pictures(source: pdfium.PdfPage) -> Iterator[tuple[int, int, float]]:
    """Of each picture how many pixels wide and high it is, and how many points wide."""
    for each in source.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=5):
        width, height = ctypes.c_uint(), ctypes.c_uint()
        if raw.FPDFImageObj_GetImagePixelSize(each, width, height):
            matrix = each.get_matrix()
            yield width.value, height.value, float((matrix.a**2 + matrix.b**2) ** 0.5)
