"""Pictures of a PDF: whether something can be seen through them."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_PROBES = 1000
_SOLID = 250  # of 255


def is_opaque(document: pdfium.PdfDocument, page: pdfium.PdfPage, picture: object) -> bool:
    """Whether a picture hides nearly all of what lies below it; a watermark does not."""
    if raw.FPDFPageObj_HasTransparency(picture):  # by its blending, which no bitmap tells
        return False
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(document, page, picture)
    if not bitmap:
        return False
    try:
        return _is_solid(bitmap)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _is_solid(bitmap: object) -> bool:
    if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
        return True
    size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
    start = ctypes.cast(raw.FPDFBitmap_GetBuffer(bitmap), ctypes.POINTER(ctypes.c_ubyte))
    step = max(size // 4 // _PROBES, 1)
    alphas = [int(start[at * 4 + 3]) for at in range(0, size // 4, step)]
    return 2 * len([alpha for alpha in alphas if alpha >= _SOLID]) > len(alphas)
