"""A PDF read: opened within limits, and its pages drawn one by one."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from gklint.errors import GklintError, UnreadableFileError
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Clock, Limits
from gklint.formats.pdf.device import drawn
from gklint.formats.pdf.streams import check_streams
from gklint.text.source import Source

# What pdfminer makes of a file is told by GK001; its warnings are not for our users.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read_pdf(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of a PDF.  Raises UnreadableFileError."""
    return read_pages(_pages(data, limits), path, limits)


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """All pages.  On a damaged file pdfminer raises nearly anything."""
    if data.rfind(b"endobj") > data.rfind(b"startxref"):  # its end is cut off
        raise _damaged()
    clock = Clock(limits)
    check_streams(data, limits, clock)
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        yield from drawn(_listed(document, limits, clock), limits, clock)
    except GklintError:
        raise
    except PDFEncryptionError as error:
        raise UnreadableFileError("encrypted") from error
    except Exception as error:
        raise _damaged() from error


def _listed(document: PDFDocument, limits: Limits, clock: Clock) -> list[PDFPage]:
    pages = []
    for page in PDFPage.create_pages(document):
        clock.tick()
        pages.append(page)
    limits.check("pages", len(pages))
    if not pages:
        raise _damaged()
    return pages


def _damaged() -> UnreadableFileError:
    return UnreadableFileError("damaged", kind="pdf")
