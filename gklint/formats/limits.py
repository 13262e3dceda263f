"""How much of a file is read before it is refused (GK001): a report is small, an attack is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import NamedTuple

from gklint.errors import UnreadableFileError
from gklint.extras import installing, is_installed

_MIB = 1024 * 1024
_MILLION = 1_000_000


class Limits(NamedTuple):
    """Limits for one file, to be changed by ``--limit NAME=N``.

    file: size on disk, in MiB.
    text: size of a text, of an HTML page or of one XML part of a Word file or an OFD, in MiB.
    entries: files within a file (Word, ODT, OFD, MHTML).
    pages: pages of a PDF or an OFD.
    pieces: lines of a text; paragraphs, cells and pieces of text of a Word file or an HTML page;
        what is drawn in an OFD.
    tables: tables of a Word file, an HTML page, a PDF or an OFD.
    depth: how deep HTML elements or XML elements may nest.
    seconds: time for one PDF, one OFD or for one conversion by LibreOffice; pages read by
        recognition take theirs besides.
    scans: pages that are read by recognition; 0: none, as if they could not be.
    pixels: pixels of one picture, in millions.
    """

    file: int = 100
    text: int = 10
    entries: int = 5000
    pages: int = 200
    pieces: int = 100_000
    tables: int = 1000
    depth: int = 1000
    seconds: int = 120
    scans: int = 50
    pixels: int = 100

    def check(self, name: str, found: int) -> None:
        """Raise UnreadableFileError when ``found`` (in the unit of the limit) is over it."""
        limit: int = getattr(self, name)
        if found > limit:
            raise UnreadableFileError(f"over-{name}", found=found, limit=limit)

    def check_bytes(self, name: str, found: int) -> None:
        """The same for a number of bytes against a limit in MiB."""
        limit: int = getattr(self, name)
        if found > limit * _MIB:
            raise UnreadableFileError(f"over-{name}", found=-(-found // _MIB), limit=limit)

    def reading(self, *, scans: bool) -> Limits:
        """The same; without ``scans`` no page is read by recognition."""
        return self if scans else self._replace(scans=0)

    def check_pixels(self, found: int) -> None:
        """The same for pixels of a picture against a limit in millions."""
        if found > self.pixels * _MILLION:
            raise UnreadableFileError("over-pixels", found=-(-found // _MILLION), limit=self.pixels)

    def bytes(self, name: str) -> int:
        """A limit in MiB as bytes."""
        limit: int = getattr(self, name)
        return limit * _MIB


DEFAULT = Limits()

MARK = 30
"""Characters on a page: the mark that a scanner leaves; a page with no more is a picture."""


def scanned(limits: Limits) -> UnreadableFileError:
    """That pages are pictures, which are not to be read here, or cannot be."""
    if not limits.scans or is_installed("scan"):
        return UnreadableFileError("scanned")
    return UnreadableFileError("scanned-not-installed", command=installing("scan"))


class Clock:
    """The time that one file takes; ``tick`` raises UnreadableFileError when it is up."""

    def __init__(self, limits: Limits, started: float | None = None) -> None:
        """``started``: in seconds of the monotonic clock; now, where it is not said."""
        self.limits = limits
        self.started = monotonic() if started is None else started

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What takes its own time meanwhile does not count."""
        before = monotonic()
        yield
        self.started += monotonic() - before

    def tick(self) -> None:
        self.limits.check("seconds", int(monotonic() - self.started))
