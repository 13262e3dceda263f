"""The members of archives: what they are called, and where they stand, without unpacking any."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from gklint.corpus.items import NOTHING_KNOWN, Item, Known, Member
from gklint.corpus.opening import BROKEN_TAR, opened
from gklint.errors import UsageError
from gklint.formats.archives import BROKEN
from gklint.run.pool import weigh
from gklint.words import Message

_ZIP = (".zip",)
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_PACKED = (*_ZIP, *_TAR, ".rar", ".7z", ".gz")
_UTF_8 = 0x800  # the flag of a zip entry whose name is in UTF-8


def is_archive(name: str) -> bool:
    """Whether something is called as an archive whose members can be read."""
    return name.lower().endswith((*_ZIP, *_TAR))


def members(archive: str, source: str, known: Known = NOTHING_KNOWN) -> Iterator[Item]:
    """The files in an archive; one that cannot be read is one item, which is refused."""
    try:
        with opened(archive) as file:
            find = _of_zip if archive.lower().endswith(_ZIP) else _of_tar
            for found in find(archive, file):
                yield _item(source, found, known)
    except (*BROKEN, *BROKEN_TAR, KeyError) as error:
        said = getattr(error, "strerror", None) or error
        refused = Message("corpus.broken-archive", {"error": str(said)})
        yield Item(archive, source, None, Member(archive, ""), 0, known, refused)
    except UsageError:
        raise
    except Exception as error:  # whatever fsspec's systems raise
        refused = Message("corpus.broken-archive", {"error": str(error)})
        yield Item(archive, source, None, Member(archive, ""), 0, known, refused)


class _Found(NamedTuple):
    """A member.  ``printed``: its name as people read it."""

    at: Member
    printed: str
    stamp: str
    size: int


def _item(source: str, found: _Found, known: Known) -> Item:
    name = found.printed.replace("\\", "/")
    refused = None
    if name.startswith("/") or ".." in PurePosixPath(name).parts:
        refused = Message("corpus.upwards")
    elif name.lower().endswith(_PACKED):
        refused = Message("corpus.archive-in-archive")
    address = f"{found.at.archive}!/{name.lstrip('/')}"
    return Item(address, source, found.stamp, found.at, weigh(name, found.size), known, refused)


def _of_zip(archive: str, file: IO[bytes]) -> Iterator[_Found]:
    with zipfile.ZipFile(file) as found:
        for entry in found.infolist():
            if not entry.is_dir():
                stamp = f"{entry.file_size}-{entry.CRC:08x}"
                member = Member(archive, entry.filename)
                yield _Found(member, _printed(entry), stamp, entry.file_size)


def _of_tar(archive: str, file: IO[bytes]) -> Iterator[_Found]:
    with tarfile.open(fileobj=file, mode="r:*") as found:
        for entry in found:
            found.members = []  # type: ignore[attr-defined]  # or it keeps them all
            if entry.isfile():
                stamp = f"{entry.size}-{entry.mtime}"
                member = Member(archive, entry.name, entry.offset_data, entry.size)
                yield _Found(member, entry.name, stamp, entry.size)


def _printed(entry: zipfile.ZipInfo) -> str:
    """The name of a member; archives made on Windows mostly have it in GBK, and do not say so."""
    if entry.flag_bits & _UTF_8:
        return entry.filename
    data = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return entry.filename
