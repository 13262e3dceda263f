"""A PDF read: opened within limits, and its pages drawn one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gklint.errors import UnreadableFileError
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.pdf.drawing import drawn
from gklint.formats.pdf.fonts import use_own
from gklint.formats.pdf.streams import check_streams
from gklint.text.source import Source


def read_pdf(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of a PDF.  Raises UnreadableFileError."""
    return read_pages(_pages(data, limits), path, limits)


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """All pages."""
    if data.rfind(b"endobj") > data.rfind(b"startxref"):  # its end is cut off
        raise _damaged()
    clock = Clock(limits)
    check_streams(data, limits, clock)
    use_own()
    try:
        # Closed where a limit stops the reading, too: what is open at the end PDFium complains of.
        with closing(pdfium.PdfDocument(data)) as document:
            limits.check("pages", len(document))
            if not len(document):
                raise _damaged()
            yield from drawn(document, limits, clock)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableFileError("encrypted") from error
        raise _damaged() from error


def _damaged() -> UnreadableFileError:
    return UnreadableFileError("damaged", kind="pdf")
