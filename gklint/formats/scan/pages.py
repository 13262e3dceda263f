"""Pages of a file that are pictures, read by recognition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gklint.extras import is_installed
from gklint.formats.fixed.page import Page
from gklint.formats.limits import Clock, Limits

if TYPE_CHECKING:  # numpy is there only where scans are read
    from gklint.formats.scan.arrays import Pixels


class Scans:
    """Reads the pages of a file that are pictures, as many as a limit lets it."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits = limits
        self.clock = clock
        self.read = 0

    def page(self, drawn: Page, picture: Callable[[], tuple[Pixels, float] | None]) -> Page:
        """A page as it was drawn, or what is recognised of it if it is a picture.

        ``picture``: makes it, with its resolution; None if it cannot be opened.  Text that others
        recognised of it stands only where nothing is read here.
        """
        if not self.limits.scans or not drawn.is_picture or not is_installed("scan"):
            return drawn
        from gklint.formats.scan.reading import read_page  # slow to load

        self.read += 1
        self.limits.check("scans", self.read)
        with self.clock.paused():
            made = picture()
            found = read_page(drawn.number, *made) if made else drawn
        return drawn if drawn.recognised and not found.is_legible else found
