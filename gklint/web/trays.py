"""What was dropped: each time a tray of its own, in a private folder, for a while."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic

from gklint.errors import GklintError
from gklint.web.work import File, Seen
from gklint.words import Message, say

_KEPT = 3600.0  # seconds since it was last asked for
_MOST_TRAYS = 1000
_MOST_FILES = 1000  # in a tray
_MOST_BYTES = 4 << 30  # of all trays
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]'
)
_LONGEST, _LONGEST_SHOWN = 80, 400  # characters of a name


class TrayError(GklintError):
    """Something cannot be put into a tray; the message says why."""


class Item:
    """A file in a tray, and what came of it; ``problem``: why nothing did."""

    def __init__(self, number: int, file: File) -> None:
        self.number = number
        self.file = file
        self.seen: Seen | None = None
        self.problem: Message | None = Message("web.broken-off")  # until all of it is there


class Tray:
    """What was dropped at one time.

    Its folders have names in a language: they are seen in workbooks, and in findings about the
    reports of last year.
    """

    def __init__(self, name: str, folder: Path, lang: str) -> None:
        self.name = name
        self.folder = folder
        self.items: list[Item] = []
        self.previous = 0
        self.bytes = 0
        self.asked = monotonic()
        self.of_reports = folder / say(lang, "web.folder")
        self.of_last_year = folder / say(lang, "web.folder-last-year")
        for each in (self.of_reports, self.of_last_year):
            each.mkdir(parents=True)

    @property
    def earlier(self) -> Path | None:
        """The folder with last year's reports; None if there are none."""
        return self.of_last_year if self.previous else None

    def shown(self, item: Item, lang: str) -> Path:
        """Where what is shown of a file in a language is kept."""
        return self.folder / f"{item.number}.{lang}.html"

    def disguised(self, item: Item) -> Path:
        """Where the anonymised copy of a file is kept."""
        return self.folder / f"{item.number}.anonymous{item.file.path.suffix}"

    def item(self, number: int) -> Item | None:
        """A file by its number, from 0."""
        return self.items[number] if 0 <= number < len(self.items) else None


class Trays:
    """All of them, below ``folder``."""

    def __init__(self, folder: Path, most: int) -> None:
        """``most``: bytes of a file."""
        self.folder = folder
        self.most = most
        self._trays: dict[str, Tray] = {}

    def new(self, lang: str) -> Tray:
        """Another one; those that nobody asked for in a long time are emptied."""
        now = monotonic()
        oldest = sorted(self._trays.values(), key=lambda tray: tray.asked)
        for tray in oldest:
            full = len(self._trays) >= _MOST_TRAYS or self._bytes() > _MOST_BYTES
            if full or now - tray.asked > _KEPT:
                self.drop(tray)
        name = secrets.token_urlsafe(16)
        self._trays[name] = Tray(name, self.folder / name, lang)
        return self._trays[name]

    def get(self, name: str) -> Tray | None:
        """One by its name; None if there is none, or not any more."""
        tray = self._trays.get(name)
        if tray:
            tray.asked = monotonic()
        return tray

    def drop(self, tray: Tray) -> None:
        """Empty one."""
        self._trays.pop(tray.name, None)
        shutil.rmtree(tray.folder, ignore_errors=True)

    async def put(self, tray: Tray, name: str, data: AsyncIterator[bytes]) -> Item:
        """Keep a report; one that is too large has that as its problem.

        Raises TrayError where there are too many.
        """
        number = len(tray.items)
        path = self._path(tray.of_reports, number, name)
        item = Item(number, File(path, name[-_LONGEST_SHOWN:] or path.name))
        tray.items.append(item)  # before the first wait, so that its number is its own
        try:
            await self._write(tray, path, data)
        except TrayError as error:
            item.problem = error.message
        else:
            item.problem = None
        return item

    async def put_earlier(self, tray: Tray, name: str, data: AsyncIterator[bytes]) -> None:
        """Keep a report of last year's.  Raises TrayError."""
        path = self._path(tray.of_last_year, tray.previous, name)
        tray.previous += 1
        await self._write(tray, path, data)

    def _path(self, folder: Path, number: int, name: str) -> Path:
        """Where a file is to be kept: in a folder of its own, so that it can have its name."""
        if number >= _MOST_FILES:
            raise TrayError("web.too-many", most=_MOST_FILES)
        if self._bytes() > _MOST_BYTES:
            raise TrayError("web.full")
        return folder / str(number + 1) / safe_name(name)

    async def _write(self, tray: Tray, path: Path, data: AsyncIterator[bytes]) -> None:
        path.parent.mkdir()
        with path.open("wb") as file:
            async for chunk in data:
                file.write(chunk)
                tray.bytes += len(chunk)
                if file.tell() > self.most:
                    file.truncate(0)
                    raise TrayError("web.too-large", most=self.most >> 20)

    def _bytes(self) -> int:
        return sum(tray.bytes for tray in self._trays.values())


def safe_name(name: str) -> str:
    """A name of a file that is one on every system, with its suffix."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, suffix = _UNSAFE.sub("_", last).rpartition(".")
    if not dot:
        stem, suffix = suffix, ""
    return (stem.strip(". ")[-_LONGEST:] or "_") + (f".{suffix[:10]}" if suffix else "")
