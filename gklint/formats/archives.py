"""Zip archives whose makers are not trusted: nothing is unpacked beyond what is allowed."""

from __future__ import annotations

import io
import zipfile
import zlib

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits

BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
"""What zipfile raises for archives that are damaged, or packed in a way that it cannot read."""
ENCRYPTED = 0x1
"""The flag of an entry that a password hides."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # all that documents may use
_LISTED = b"PK\x01\x02"


class Archive:
    """An archive in memory; ``kind``: what a damaged one is called.

    Raises UnreadableFileError from every method: ``damaged``, ``encrypted``, ``over-entries``
    for too many entries, ``over-text`` for too large a one.
    """

    def __init__(self, data: bytes, kind: str, limits: Limits) -> None:
        limits.check("entries", data.count(_LISTED))  # before a list of them is made
        self._kind = kind
        self._limits = limits
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise self.damaged() from error
        self.entries = self._file.infolist()

    def damaged(self) -> UnreadableFileError:
        """The error for an archive that is not whole."""
        return UnreadableFileError("damaged", kind=self._kind)

    def read(self, entry: zipfile.ZipInfo, limit: str = "text") -> bytes:
        """The bytes of an entry, which may be as large as ``limit`` says."""
        if entry.flag_bits & ENCRYPTED:
            raise UnreadableFileError("encrypted")
        if entry.compress_type not in _METHODS:
            raise self.damaged()
        self._limits.check_bytes(limit, entry.file_size)
        try:
            with self._file.open(entry) as stream:
                data = stream.read(entry.file_size + 1)  # never more than is declared
        except BROKEN as error:
            raise self.damaged() from error
        if len(data) != entry.file_size:
            raise self.damaged()
        return data
