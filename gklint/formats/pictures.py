"""A picture as a file: a page, or the pages of a TIFF, as a scanner leaves them."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.errors import UnreadableFileError
from gklint.extras import is_installed
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import Limits, scanned
from gklint.text.source import Source


def read_picture(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text and the tables of a picture.  Raises UnreadableFileError."""
    if not limits.scans or not is_installed("scan"):
        raise scanned(limits)
    return read_pages(_pages(data, limits), path, limits)


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    from gklint.formats.scan.pictures import pictures_in
    from gklint.formats.scan.reading import read_pages as recognised
    from gklint.formats.telling import tell

    number = 0
    for picture, dpi in pictures_in(data, limits):
        number += 1
        tell(number)
        yield from recognised(number, picture, dpi)
    if not number:
        raise UnreadableFileError("blank")
