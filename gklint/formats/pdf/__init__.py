"""PDF: text by the place where it stands, tables by their rules."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from itertools import groupby

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from gklint.errors import GklintError, UnreadableFileError
from gklint.formats.blocks import Block, compose
from gklint.formats.fixed.breaks import whole
from gklint.formats.fixed.grid import grids
from gklint.formats.fixed.lines import lines_of
from gklint.formats.fixed.running import Leaf, Placed, columns, paragraphs, without_furniture
from gklint.formats.fixed.tables import Part, parts_of, table_of
from gklint.formats.limits import Clock, Limits
from gklint.formats.pdf.page import UNKNOWN, Glyph, Sheet, Way, sheets
from gklint.formats.pdf.streams import check_streams
from gklint.text.source import Place, Places, Source

_FEW = 30  # characters on a page: the mark that a scanner leaves
_PICTURE = 0.5  # of a page

# What pdfminer makes of a file is told by GK001; its warnings are not for our users.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read_pdf(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of a PDF.  Raises UnreadableFileError."""
    leaves = without_furniture(_leaves(data, limits))
    composed = compose(_blocks(leaves))
    limits.check_bytes("text", len(composed.text.encode("utf-8", "replace")))
    where = Places(composed.starts, composed.origins)
    return Source(composed.text, path, rows=composed.rows, where=where)


# -- pages ---------------------------------------------------------------------------


def _leaves(data: bytes, limits: Limits) -> list[Leaf]:
    leaves: list[Leaf] = []
    characters = readable = scans = tables = 0
    for sheet in _sheets(data, limits):
        leaf = _leaf(sheet)
        leaves.append(leaf)
        tables += len(leaf.parts)
        limits.check("tables", tables)
        characters += len(sheet.glyphs)
        readable += sum(glyph.text != UNKNOWN for glyph in sheet.glyphs)
        scans += sheet.pictured > _PICTURE
    if not leaves:
        raise UnreadableFileError("damaged", kind="pdf")
    is_scan = readable < _FEW * len(leaves) and 2 * scans >= len(leaves)
    if is_scan or 2 * readable <= characters:
        raise UnreadableFileError("scanned")
    return leaves


def _sheets(data: bytes, limits: Limits) -> Iterator[Sheet]:
    """All pages.  On a damaged file pdfminer raises nearly anything."""
    if data.rfind(b"endobj") > data.rfind(b"startxref"):  # its end is cut off
        raise UnreadableFileError("damaged", kind="pdf")
    clock = Clock(limits)
    check_streams(data, limits, clock)
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        yield from sheets(_pages(document, limits, clock), limits, clock)
    except GklintError:
        raise
    except PDFEncryptionError as error:
        raise UnreadableFileError("encrypted") from error
    except Exception as error:
        raise UnreadableFileError("damaged", kind="pdf") from error


def _pages(document: PDFDocument, limits: Limits, clock: Clock) -> list[PDFPage]:
    pages = []
    for page in PDFPage.create_pages(document):
        clock.tick()
        pages.append(page)
    limits.check("pages", len(pages))
    return pages


def _leaf(sheet: Sheet) -> Leaf:
    """A page cut into lines and tables; of tables within tables, the inner ones have the text."""
    found = sorted(grids(sheet.horizontal, sheet.vertical), key=lambda grid: grid.area)
    inside: list[list[Glyph]] = [[] for _ in found]
    outside: list[Glyph] = []
    for glyph in sheet.glyphs:
        for grid, glyphs in zip(found, inside, strict=True):
            if grid.holds(glyph.x, glyph.y):
                glyphs.append(glyph)
                break
        else:
            outside.append(glyph)
    lines = lines_of(glyph for glyph in outside if glyph.way is Way.RIGHT)
    tables = [(grid, glyphs) for grid, glyphs in zip(found, inside, strict=True) if glyphs]
    parts = parts_of(sheet.number, tables)
    return Leaf(sheet.number, sheet.width, sheet.height, lines, parts)


# -- blocks --------------------------------------------------------------------------


def _blocks(leaves: Sequence[Leaf]) -> Iterator[Block[Place]]:
    for is_text, group in groupby(_entries(leaves), key=lambda entry: isinstance(entry, Placed)):
        if is_text:
            yield from paragraphs([entry for entry in group if isinstance(entry, Placed)])
        else:
            yield from map(table_of, whole(entry for entry in group if isinstance(entry, Part)))


def _entries(leaves: Sequence[Leaf]) -> Iterator[Placed | Part]:
    """Lines and tables in reading order."""
    column = columns(leaves)
    for leaf in leaves:
        entries: list[tuple[float, Placed | Part]] = [(part.top, part) for part in leaf.parts]
        for number, line in enumerate(leaf.lines, start=1):
            place = Place(page=leaf.number, line=number)
            entries.append((line.base - line.size / 2, Placed(line, place, column[leaf.number])))
        yield from (entry for _, entry in sorted(entries, key=lambda entry: entry[0]))
