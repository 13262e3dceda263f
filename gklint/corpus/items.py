"""A file of a corpus: what it is called, where its bytes are, what is known of it before."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from gklint.words import Message


class Known(NamedTuple):
    """What a manifest says of a file; ``said``: all of it, as JSON."""

    body: str | None = None
    division: str | None = None
    year: int | None = None
    said: str | None = None


NOTHING_KNOWN = Known()
INSIDE = "!/"
"""What stands in an address between an archive and its member."""


class File(NamedTuple):
    """A file in a folder."""

    path: str


class Remote(NamedTuple):
    """A file that fsspec opens."""

    url: str


class Member(NamedTuple):
    """A member of an archive, read in place.  ``archive``: a path, or an address for fsspec.

    ``name``: as the archive has it; "": the archive as a whole.  ``offset``, ``size``: in a tar
    archive, in what it holds unpacked; None in a zip archive.
    """

    archive: str
    name: str
    offset: int | None = None
    size: int | None = None


class Item(NamedTuple):
    """One file.  ``address``: by which it is known in the tables; ``source``: what was asked for.

    ``stamp``: another one means that it may have changed; None where that cannot be told.
    ``refused``: why it is not read at all.  ``weight``: how many usual texts take as long.
    """

    address: str
    source: str
    stamp: str | None
    at: File | Remote | Member
    weight: float = 1.0
    known: Known = NOTHING_KNOWN
    refused: Message | None = None

    @property
    def mark(self) -> str | None:
        """Its stamp, and what is known of it: if neither is another one, it is as it was."""
        if self.stamp is None or self.known.said is None:
            return self.stamp
        return f"{self.stamp}-{_digest(self.known.said).hex()}"

    @property
    def number(self) -> int:
        """The number of its report in the tables: of its address, and so the same in every run."""
        return number_of(self.address)


def state_of(path: str) -> tuple[str | None, int]:
    """The stamp of a file in a folder, and its bytes; None and 0 if it is not there."""
    try:
        state = Path(path).stat()
    except (OSError, ValueError):  # a name that no file can have
        return None, 0
    return f"{state.st_size}-{state.st_mtime_ns}", state.st_size


def number_of(address: str) -> int:
    """The number of the report at an address, from -2**63 on."""
    return int.from_bytes(_digest(address), "big", signed=True)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
