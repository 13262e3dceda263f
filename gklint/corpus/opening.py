"""The bytes of a file of a corpus, wherever it is."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from gklint.corpus.items import File, Member, Remote
from gklint.errors import UnreadableFileError
from gklint.formats.archives import ENCRYPTED
from gklint.formats.limits import Limits
from gklint.formats.reading import load


def is_address(text: str) -> bool:
    """Whether it is an address of another system of files (``s3://…``) and no path."""
    return "://" in text or "::" in text


def is_remote(at: File | Remote | Member) -> bool:
    """Whether another system has to answer before it can be read."""
    return isinstance(at, Remote) or (isinstance(at, Member) and is_address(at.archive))


def opened(name: str) -> IO[bytes]:
    """A file, by its path or its address.  Raises OSError, and what fsspec's systems raise."""
    if not is_address(name):
        return Path(name).open("rb")
    import fsspec

    system, path = fsspec.core.url_to_fs(name)
    file: IO[bytes] = system.open(path, "rb")
    return file


class Opener:
    """Reads files; keeps the last archive open, whose members mostly follow one another."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open = ExitStack()
        self._name: str | None = None
        self._archive: Any = None

    def read(self, at: File | Remote | Member) -> bytes:
        """The bytes of a file.  Raises UnreadableFileError."""
        if isinstance(at, File):
            return load(Path(at.path), self._limits)
        try:
            return self._remote(at) if isinstance(at, Remote) else self._member(at)
        except UnreadableFileError:
            raise
        except Exception as error:  # of readers, and whatever fsspec's systems raise
            self.close()
            raise UnreadableFileError("unreadable", error=said(error)) from error

    def close(self) -> None:
        """Let go of the archive."""
        self._name = self._archive = None
        with suppress(Exception):
            self._open.close()

    def _remote(self, at: Remote) -> bytes:
        with opened(at.url) as file:
            return self._all_of(file, None)

    def _member(self, at: Member) -> bytes:
        if at.offset is None:
            archive = self._kept(at.archive, zipfile.ZipFile)
            entry = archive.getinfo(at.name)
            if entry.flag_bits & ENCRYPTED:
                raise UnreadableFileError("encrypted")
            with archive.open(entry) as file:
                return self._all_of(file, entry.file_size)
        archive = self._kept(at.archive, _unpacked)
        archive.seek(at.offset)
        return self._all_of(archive, at.size)

    def _kept(self, name: str, make: Callable[[IO[bytes]], AbstractContextManager[Any]]) -> Any:
        if self._name != name:
            self.close()
            file = self._open.enter_context(opened(name))
            self._archive = self._open.enter_context(make(file))
            self._name = name
        return self._archive

    def _all_of(self, file: IO[bytes], size: int | None) -> bytes:
        """What a file holds; ``size``: what it should hold, None where nobody says so."""
        if size is not None:
            self._limits.check_bytes("file", size)
        data = file.read(self._limits.bytes("file") + 1 if size is None else size)
        self._limits.check_bytes("file", len(data))
        if size is not None and len(data) != size:
            raise UnreadableFileError("changed")
        return data


@contextmanager
def _unpacked(file: IO[bytes]) -> Iterator[IO[bytes] | None]:
    """What a tar archive holds unpacked, at whose offsets its members stand."""
    with tarfile.open(fileobj=file, mode="r:*") as archive:
        yield cast("IO[bytes] | None", archive.fileobj)


def said(error: Exception) -> str:
    """What is wrong, as the reader or the system says it, in one line."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(text.split())
