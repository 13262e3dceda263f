"""Zip archives: what is in them, and what is not unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.limits import DEFAULT, Limits

_LOCAL, _LISTED = (b"PK\x03\x04", 6), (b"PK\x01\x02", 8)
"""What an entry begins with, there and in the list of all, and where its flags stand."""


def zipped(*texts: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive whose entries are called by their numbers."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for number, text in enumerate(texts):
            archive.writestr(str(number), text)
    return stream.getvalue()


def flagged(data: bytes, flag: int) -> bytes:
    """The archive with a flag set in its only entry."""
    changed = bytearray(data)
    for signature, flags in (_LOCAL, _LISTED):
        changed[data.index(signature) + flags] |= flag
    return bytes(changed)


def first(data: bytes, limits: Limits = DEFAULT) -> bytes:
    """The first entry of an archive."""
    archive = Archive(data, "docx", limits)
    return archive.read(archive.entries[0])


def refused(data: bytes, limits: Limits = DEFAULT) -> tuple[str, dict[str, object]]:
    """Why an archive, or its first entry, is not read."""
    with pytest.raises(UnreadableFileError) as caught:
        first(data, limits)
    return caught.value.reason, caught.value.detail


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_entries_are_read_one_by_one(method: int) -> None:
    archive = Archive(zipped(b"one", b"", b"two", method=method), "zip", DEFAULT)

    assert [b"one", b"", b"two"] == [archive.read(entry) for entry in archive.entries]


def test_an_entry_with_a_password_is_told() -> None:
    assert ("encrypted", {}) == refused(flagged(zipped(b"one"), 0x1))


@pytest.mark.parametrize("flag", [0x20, 0x40], ids=["patched", "strongly encrypted"])
def test_what_zipfile_does_not_know_is_damaged(flag: int) -> None:
    assert ("damaged", {"kind": "docx"}) == refused(flagged(zipped(b"one"), flag))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_no_document_is_packed_with_is_damaged(method: int) -> None:
    assert ("damaged", {"kind": "docx"}) == refused(zipped(b"one", method=method))


def test_what_is_no_archive_is_damaged() -> None:
    assert ("damaged", {"kind": "docx"}) == refused(zipped(b"one")[:-1])


def test_an_entry_that_is_not_what_it_was_is_damaged() -> None:
    data = zipped(b"one", method=zipfile.ZIP_STORED)

    assert ("damaged", {"kind": "docx"}) == refused(data.replace(b"one", b"two"))


def test_too_large_an_entry_is_not_unpacked() -> None:
    data = zipped(bytes(2**20 + 1))

    assert ("over-text", {"found": 2, "limit": 1}) == refused(data, Limits(text=1))


def test_too_many_entries_are_not_listed() -> None:
    data = zipped(b"one", b"two", b"three")

    assert ("over-entries", {"found": 3, "limit": 2}) == refused(data, Limits(entries=2))
