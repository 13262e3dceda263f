"""Pages of a file that are pictures, or have tables that are, read by recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from gklint.extras import is_installed
from gklint.formats.fixed.matrix import INCH
from gklint.formats.limits import Clock, Limits
from gklint.formats.telling import tell

if TYPE_CHECKING:  # numpy is there only where scans are read
    from gklint.formats.fixed.page import Frame, Page
    from gklint.formats.scan.arrays import Pixels

_SMALLEST = (150.0, 12.0)  # points, across and down: no row of a table is smaller
TABLE, REST = 12, 2
"""Cells: so many has a picture of a table, the smallest of the form has 15; of its last rows."""
Picture = Callable[[], "tuple[Pixels, float] | None"]
"""Makes the picture of a page, and tells its resolution; None if it cannot be opened."""


class Scans:
    """Reads what is pictures of the pages of a file, as many as a limit lets it.

    ``count``: how many pages the file has, where that is known.
    """

    def __init__(self, limits: Limits, clock: Clock, count: int | None = None) -> None:
        self.limits = limits
        self.clock = clock
        self.count = count
        self.read = 0
        self._goes_on = False  # the last picture was a table, of which the next may be the rest

    def pages(self, drawn: Page, picture: Picture) -> Sequence[Page]:
        """A page as it was drawn, or what is recognised of it, or of its pictures.

        A picture may show two pages.
        Text that others recognised stands only where nothing is read here, and is compared
        elsewhere.  Raises UnreadableFileError for too many pages, and for too large a picture.
        """
        frames = [] if drawn.is_picture else [*self._frames(drawn)]
        if not (drawn.is_picture or frames) or not self.limits.scans or not is_installed("scan"):
            return [drawn]
        tell(drawn.number, self.count)
        with self.clock.paused():
            made = picture()
            if made is None:
                return [drawn]
            if frames:
                return [self._with_tables(drawn, frames, *made)]
            return self._read(drawn, *made)

    def _read(self, drawn: Page, picture: Pixels, dpi: float) -> Sequence[Page]:
        from gklint.formats.scan.reading import read_pages  # slow to load, as below

        self._count()
        found = read_pages(drawn.number, picture, dpi, drawn.glyphs)
        is_legible = any(page.is_legible for page in found)
        return [drawn] if drawn.recognised and not is_legible else found

    def _frames(self, drawn: Page) -> Iterator[Frame]:
        """The pictures that may be tables: hardly any text stands on them."""
        for frame in drawn.pictures:
            across, down = frame.right - frame.left, frame.bottom - frame.top
            if across >= _SMALLEST[0] and down >= _SMALLEST[1] and drawn.is_bare(frame):
                yield frame

    def _with_tables(
        self, drawn: Page, frames: Iterable[Frame], picture: Pixels, dpi: float
    ) -> Page:
        from gklint.formats.scan.pictures import is_paper
        from gklint.formats.scan.reading import read_table

        scale = dpi / INCH
        for frame in frames:
            left, top, right, bottom = (max(round(each * scale), 0) for each in frame)
            part = picture[top:bottom, left:right]
            least = REST if self._goes_on else TABLE
            table = read_table(drawn.number, part, dpi, least) if is_paper(part) else None
            turned = table and abs(table.width * scale - part.shape[1]) > 1
            self._goes_on = bool(table and table.is_clear and not turned)
            if table and self._goes_on:
                if not drawn.scanned:
                    self._count()
                drawn.take(table, left / scale, top / scale)
        return drawn

    def _count(self) -> None:
        self.read += 1
        self.limits.check("scans", self.read)
