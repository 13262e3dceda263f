"""The files of last year's that were given: which they are, and what tells them from others."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.errors import UnreadableFileError
from gklint.files.paths import from_here
from gklint.formats.limits import Limits
from gklint.formats.reading import load

if TYPE_CHECKING:  # a run of which all is known reads no report
    from gklint.model.abstract import Abstract
    from gklint.words import Message


class Given(NamedTuple):
    """A file or a folder of last year's, read with the shipped rules and those of some files."""

    path: Path
    rules: tuple[Path, ...]

    @property
    def name(self) -> str:
        """What it is called to the user."""
        return from_here(self.path)


class Taken(NamedTuple):
    """What came of a file.  ``digest``: of its bytes.  ``problem``: why it cannot be compared with.

    Where there is a problem, the report may be empty but for its path.
    """

    digest: bytes
    report: Abstract
    problem: Message | None = None


def state_now(files: Iterable[Path], limits: Limits) -> bytes:
    """What tells the bytes of files from others, as they are now."""
    return _state((str(path), _digest_now(path, limits)) for path in files)


def state_taken(taken: Iterable[Taken]) -> bytes:
    """The same, as they were when they were read."""
    return _state((str(each.report.path), each.digest) for each in taken)


def digest(data: bytes) -> bytes:
    """What tells the bytes of one file from others."""
    return blake2b(data, digest_size=16).digest()


def _digest_now(path: Path, limits: Limits) -> bytes:
    try:
        return digest(load(path, limits))
    except UnreadableFileError:
        return b""


def _state(digests: Iterable[tuple[str, bytes]]) -> bytes:
    return digest(repr([*digests]).encode("utf-8", "surrogatepass"))
