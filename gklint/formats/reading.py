"""A file of any kind read: its bytes in, a ``Source`` out.  Nothing after it knows the format.

A reader is ``(data, path, limits) -> Source``; it raises UnreadableFileError with the
reason.  Each is imported when the first file of its kind comes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gklint.errors import UnreadableFileError
from gklint.files.paths import may_be_read
from gklint.formats.limits import DEFAULT, Limits
from gklint.formats.sniff import KINDS, PICTURES, Kind, kind_of, suffix_of
from gklint.text.source import Places, Source

_TABLES = ("<table", "<TABLE", "+--", "+==", "├", "╠", "┣")
Reader = Callable[[bytes, str | None, Limits], Source]


def read(path: Path, limits: Limits = DEFAULT) -> Source:
    """Read a file of any supported kind.  Raises UnreadableFileError."""
    return take(load(path, limits), str(path), limits)


def take(data: bytes, name: str | None, limits: Limits = DEFAULT) -> Source:
    """Read the bytes of a file that is called ``name``.  Raises UnreadableFileError."""
    limits.check_bytes("file", len(data))
    return _reader(kind_of(data, name, limits))(data, name, limits)


def nothing(name: str) -> Source:
    """The source of a file that could not be read."""
    suffix = suffix_of(name)
    kind = Kind.PICTURE if suffix in PICTURES else KINDS.get(suffix) if suffix else Kind.TEXT
    return Source("", name, where=None if kind and kind.has_lines else Places())


def _refused(path: Path, error: OSError) -> UnreadableFileError:
    """Why the system does not open a file."""
    # In place of what is in it; Path.is_dir raises where a folder above cannot be entered.
    if os.path.isdir(path):  # noqa: PTH112
        return UnreadableFileError("folder")
    if isinstance(error, PermissionError):
        return UnreadableFileError("no-permission")
    return UnreadableFileError("unreadable", error=error.strerror or str(error))


def load(path: Path, limits: Limits) -> bytes:
    """The bytes of a file.  Raises UnreadableFileError, also when it changed meanwhile."""
    try:
        if not may_be_read(path):
            raise UnreadableFileError("not-a-file")
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            limits.check_bytes("file", before.st_size)
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise _refused(path, error) from error
    if (before.st_size, before.st_mtime_ns) != (len(data), after.st_mtime_ns):
        raise UnreadableFileError("changed")
    return data


def _read_text(data: bytes, path: str | None, limits: Limits) -> Source:
    """A text, which may have tables in HTML, or drawn with characters."""
    from gklint.formats.plain import read_text

    source = read_text(data, path, limits)
    if not any(each in source.text for each in _TABLES):
        return source
    from gklint.formats.mixed import with_tables

    return with_tables(source, limits)


def _reader(kind: Kind) -> Reader:
    """Raises UnreadableFileError for a kind without a reader."""
    if kind is Kind.TEXT:
        return _read_text
    if kind is Kind.HTML:
        from gklint.formats.html.reading import read_html

        return read_html
    if kind is Kind.MHTML:
        from gklint.formats.mhtml import read_mhtml

        return read_mhtml
    if kind is Kind.DOCX:
        from gklint.formats.docx.reading import read_docx

        return read_docx
    if kind is Kind.PDF:
        from gklint.formats.pdf.reading import read_pdf

        return read_pdf
    if kind is Kind.OFD:
        from gklint.formats.ofd.reading import read_ofd

        return read_ofd
    if kind is Kind.PICTURE:
        from gklint.formats.pictures import read_picture

        return read_picture
    from gklint.formats.convert import read_converted

    return partial(read_converted, kind)
