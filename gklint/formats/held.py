"""Pictures that Word files and web pages hold: read where they are tables, or pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gklint.errors import UnreadableFileError
from gklint.extras import is_installed
from gklint.formats.blocks import Block, paragraphs_in
from gklint.formats.limits import Limits
from gklint.formats.scan.pages import REST, TABLE
from gklint.formats.scan.shown import Shown
from gklint.formats.telling import tell
from gklint.text.source import Place

if TYPE_CHECKING:  # few files hold pictures: what reads them is loaded then
    from gklint.formats.fixed.page import Page

FEW = 200
"""Characters beside pictures: so much has a file that is all pictures, such as a title."""
Named = Callable[[str], bytes | None]
"""The bytes of a picture by the address that a page has for it; None where it is elsewhere."""


class Held(NamedTuple):
    """A picture of a file, the how many-th it is, from 1."""

    number: int
    data: bytes
    shown: Shown


class Pictures:
    """Reads what pictures of a file are print; ``read``: how many there were so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.read = 0

    @property
    def can_be_read(self) -> bool:
        """Whether any is to be read here, and can be."""
        return bool(self.limits.scans) and is_installed("scan")

    def blocks(self, held: Iterable[Held], *, pages: bool) -> Iterator[tuple[int, Block[Place]]]:
        """What stands on pictures with nothing between them, as on pages; nothing of others.

        Each with the number of the picture that it begins on.  ``pages``: they may be pages without
        a table.  Raises UnreadableFileError for too many.
        """
        from gklint.formats.fixed.reading import blocks_of

        for block in blocks_of([*self._pages(held, pages)]):
            for paragraph in islice(paragraphs_in(block), 1):
                assert paragraph.end.page is not None  # as of all pages
                yield paragraph.end.page, block

    def _pages(self, held: Iterable[Held], pages: bool) -> Iterator[Page]:
        before = False
        for each in held:
            least = 0 if pages else REST if before else TABLE
            page = None
            with suppress(UnreadableFileError):  # damaged, or huge as photos are
                page = self._page(each, least)
            before = page is not None
            if page is not None:
                self.read += 1
                self.limits.check("scans", self.read)
                yield page

    def _page(self, held: Held, least: int) -> Page | None:
        """A picture with a table of so many cells, or any page; None if it is not clear, either."""
        from gklint.formats.scan.pictures import is_print, pictures_in
        from gklint.formats.scan.reading import read_page, read_table

        if not is_print(held.data, self.limits):
            return None
        tell(held.number)
        picture, dpi = next(pictures_in(held.data, self.limits, held.shown))
        if not least:
            page = read_page(held.number, picture, dpi)
            return page if page.is_legible else None
        table = read_table(held.number, picture, dpi, least)
        return table if table is not None and table.is_clear else None
