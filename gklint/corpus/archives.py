"""The members of archives: what they are called, and where they stand, without unpacking any."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from gklint.corpus.items import INSIDE, NOTHING_KNOWN, Item, Known, Member, state_of
from gklint.corpus.opening import opened, said
from gklint.errors import UsageError
from gklint.run.pool import weigh
from gklint.words import Message

_ZIP = (".zip",)
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_PACKED = (*_ZIP, *_TAR, ".rar", ".7z", ".gz")
_UTF_8 = 0x800  # the flag of a zip entry whose name is in UTF-8


def is_archive(name: str) -> bool:
    """Whether something is called as an archive whose members can be read."""
    return name.lower().endswith((*_ZIP, *_TAR))


def members(archive: str, called: str, source: str, known: Known = NOTHING_KNOWN) -> Iterator[Item]:
    """The files in an archive; one that cannot be read is one item, which is refused.

    Of members with one name the last one counts, as for all that unpack.  ``called``: how the
    tables name it.
    """
    found: dict[str, Item] = {}
    broken: Exception | None = None
    try:
        with opened(archive) as file:
            find = _of_zip if archive.lower().endswith(_ZIP) else _of_tar
            for each in find(archive, file):
                item = _item(called, source, each, known)
                found[item.address] = item
    except UsageError:
        raise
    except Exception as error:  # of readers, and whatever fsspec's systems raise
        broken = error
    yield from found.values()
    if broken is not None:
        refused = Message("corpus.broken-archive", {"error": said(broken)})
        yield Item(called, source, state_of(archive)[0], Member(archive, ""), 0, known, refused)


class _Found(NamedTuple):
    """A member.  ``printed``: its name as people read it."""

    at: Member
    printed: str
    stamp: str
    size: int


def _item(called: str, source: str, found: _Found, known: Known) -> Item:
    name = found.printed.replace("\\", "/")
    refused = None
    if name.startswith("/") or ".." in PurePosixPath(name).parts:
        refused = Message("corpus.upwards")
    elif name.lower().endswith(_PACKED):
        refused = Message("corpus.archive-in-archive")
    weight = weigh(name, found.size)
    return Item(f"{called}{INSIDE}{name}", source, found.stamp, found.at, weight, known, refused)


def _of_zip(archive: str, file: IO[bytes]) -> Iterator[_Found]:
    with zipfile.ZipFile(file) as found:
        for entry in found.infolist():
            if not entry.is_dir():
                stamp = f"{entry.file_size}-{entry.CRC:08x}"
                member = Member(archive, entry.filename)
                yield _Found(member, _printed(entry), stamp, entry.file_size)


def _of_tar(archive: str, file: IO[bytes]) -> Iterator[_Found]:
    """Files, also those that are links to files before them."""
    files: dict[str, Member] = {}
    with tarfile.open(fileobj=file, mode="r:*") as found:
        for entry in found:
            found.members = []  # type: ignore[attr-defined]  # or it keeps them all
            if entry.isfile():
                files[entry.name] = Member(archive, entry.name, entry.offset_data, entry.size)
            elif entry.islnk() and entry.linkname in files:
                files[entry.name] = files[entry.linkname]
            else:
                continue
            member = files[entry.name]
            size = member.size or 0
            yield _Found(member, entry.name, f"{size}-{entry.mtime}", size)
        _require_end(found)


def _require_end(found: tarfile.TarFile) -> None:
    """What is cut, or damaged between two members, looks as if it ended there."""
    assert found.fileobj is not None
    found.fileobj.seek(found.offset)
    if found.fileobj.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
        raise tarfile.ReadError("unexpected end of data")


def _printed(entry: zipfile.ZipInfo) -> str:
    """The name of a member; archives made on Windows mostly have it in GBK, and do not say so."""
    if entry.flag_bits & _UTF_8:
        return entry.filename
    data = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return entry.filename
