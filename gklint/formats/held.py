"""Pictures that Word files and web pages hold: read where they are tables, or pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from gklint.errors import UnreadableFileError
from gklint.extras import is_installed
from gklint.formats.blocks import Block
from gklint.formats.limits import Limits
from gklint.formats.scan.pages import REST, TABLE
from gklint.text.source import Place

if TYPE_CHECKING:  # few files hold pictures: what reads them is loaded then
    from gklint.formats.fixed.page import Page

FEW = 200
"""Characters beside pictures: so much has a file that is all pictures, such as a title."""
Named = Callable[[str], bytes | None]
"""The bytes of a picture by the address that a page has for it; None where it is elsewhere."""
WHOLE = (0.0, 0.0, 0.0, 0.0)


class Held(NamedTuple):
    """A picture as a file shows it.

    number: the how many-th of the file it is, from 1.  inches: how wide it is shown, if that is
    said.  cut: parts of it that are not shown: left, top, right, bottom, of 1.
    """

    number: int
    data: bytes
    inches: float | None = None
    cut: tuple[float, float, float, float] = WHOLE


class Pictures:
    """Reads what pictures of a file are print; ``read``: how many there were so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.read = 0

    @property
    def can_be_read(self) -> bool:
        """Whether any is to be read here, and can be."""
        return bool(self.limits.scans) and is_installed("scan")

    def blocks(self, held: Iterable[Held], *, pages: bool) -> Sequence[Block[Place]]:
        """What stands on pictures with nothing between them, as on pages; nothing of others.

        ``pages``: they may be pages without a table.  The page of a place is the number of its
        picture.  Raises UnreadableFileError for too many.
        """
        from gklint.formats.fixed.reading import blocks_of

        return blocks_of([*self._pages(held, pages)])

    def _pages(self, held: Iterable[Held], pages: bool) -> Iterator[Page]:
        before = False
        for each in held:
            least = 0 if pages else REST if before else TABLE
            page = None
            with suppress(UnreadableFileError):  # Word shows a damaged picture as nothing, too
                page = self._page(each, least)
            before = page is not None
            if page is not None:
                self.read += 1
                self.limits.check("scans", self.read)
                yield page

    def _page(self, held: Held, least: int) -> Page | None:
        """A picture with a table of so many cells, or any page; None if it is not clear, either."""
        from gklint.formats.scan.pictures import Shown, is_print, pictures_in
        from gklint.formats.scan.reading import read_page, read_table

        if not is_print(held.data, self.limits):
            return None
        picture, dpi = next(pictures_in(held.data, self.limits, Shown(held.inches, held.cut)))
        if not least:
            page = read_page(held.number, picture, dpi)
            return page if page.is_legible else None
        table = read_table(held.number, picture, dpi, least)
        return table if table is not None and table.is_clear else None
