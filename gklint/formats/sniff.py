"""What kind of file it is, told by its content; its name only decides among texts."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePath

from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT, Limits


class Kind(Enum):
    """A kind of file that can be read, or that LibreOffice may convert; its usual suffix."""

    TEXT = "txt"
    HTML = "html"
    MHTML = "mht"
    DOCX = "docx"
    PDF = "pdf"
    DOC = "doc"
    WPS = "wps"
    RTF = "rtf"
    WORDML = "xml"
    ODT = "odt"
    OFD = "ofd"
    PICTURE = "png"

    @property
    def has_lines(self) -> bool:
        """Whether places in it are given as lines and columns."""
        return self in (Kind.TEXT, Kind.HTML)


KINDS = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".pdf": Kind.PDF,
    ".doc": Kind.DOC,
    ".wps": Kind.WPS,
    ".rtf": Kind.RTF,
    ".odt": Kind.ODT,
    ".ofd": Kind.OFD,
}
"""Names of files to look for in folders, and what they should hold."""
SUFFIXES = tuple(KINDS)
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Names of pictures, which may be scans of pages."""

LOCK = ("~$", ".~")
"""How names begin that Word and WPS give to what they leave beside a file that is open."""

_MARKDOWN = (".md", ".markdown")
_HEAD = 4096
_LARGEST_LOCK = 1024
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_PDF_WITHIN = 1024  # readers of PDF accept something before the signature
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_COMMENTS = rb"(?:<!--(?:(?!-->).)*-->\s*)*"
_NO_WIKI = rb"(?!<span id=\"[^\"\n]*\"></span>\s*=)"  # a place to link to, above a heading
# How a file of a kind begins, by what has to stand in it; compiled where that does.
_BEGINNINGS = {
    Kind.MHTML: (
        b"content-type:",
        rb"\s*(?:[\w-]+:.*\n(?:[ \t].*\n)*){0,40}?content-type:\s*(?:multipart/|text/html)",
        re.IGNORECASE,
    ),
    Kind.WORDML: (
        b"<?xml",
        rb"\s*<\?xml\b[^>]*>\s*" + _COMMENTS + rb"(?:<\?mso-application\b[^>]*Word\.Document"
        rb"|<w:wordDocument\b|<pkg:package\b)",
        re.DOTALL,
    ),
    Kind.HTML: (
        b"<",
        rb"\s*(?:<\?xml\b[^>]*>\s*)?"
        + _COMMENTS
        + _NO_WIKI
        + rb"<(?:!doctype\s+html|html|head|body|meta"
        rb"|title|link|style|script|div|table|center|font|span|p|h[1-6])\b",
        re.IGNORECASE | re.DOTALL,
    ),
}


def suffix_of(name: str) -> str:
    """The suffix of a file's name in lower case."""
    return PurePath(name).suffix.lower()


def kind_of(data: bytes, name: str | None, limits: Limits = DEFAULT) -> Kind:
    """The kind of a file.  Raises UnreadableFileError for one that cannot be read."""
    suffix = suffix_of(name or "")
    if data.startswith(_OLE):
        return _kind_of_ole(data, suffix)
    if data.startswith((_ZIP_ENTRY, _ZIP_END)):
        return _kind_of_archive(data, suffix, limits)
    if data.startswith(b"{\\rtf"):
        return Kind.RTF
    if data.startswith(_PICTURES):
        return Kind.PICTURE
    named = KINDS.get(suffix)
    if b"%PDF-" in data[: 5 if named and named.has_lines else _PDF_WITHIN]:
        return Kind.PDF
    if suffix not in _MARKDOWN:
        head = _without_mark(data[:_HEAD]).replace(b"\0", b"")  # UTF-16 as ASCII
        lower = head.lower()
        for kind, (sign, beginning, flags) in _BEGINNINGS.items():
            if sign in lower and re.compile(beginning, flags).match(head):
                return kind
    return Kind.TEXT if name is None else _kind_of_rest(data, name, suffix)


def _without_mark(data: bytes) -> bytes:
    for mark in (codecs.BOM_UTF8, *_UTF_16):
        data = data.removeprefix(mark)
    return data


def _kind_of_rest(data: bytes, name: str, suffix: str) -> Kind:
    """The kind of what tells nothing of itself: a text, if it is called so or may be one."""
    if len(data) <= _LARGEST_LOCK and PurePath(name).name.startswith(LOCK):
        raise UnreadableFileError("lock-file")
    named = KINDS.get(suffix)
    if suffix in PICTURES:
        raise UnreadableFileError("damaged", kind=suffix.removeprefix("."))
    if named is None:
        raise UnreadableFileError("unknown-type", suffix=suffix or PurePath(name).name)
    if named.has_lines:
        return named
    if not data:
        raise UnreadableFileError("empty")
    if b"\0" in data[:_HEAD] and not data.startswith(_UTF_16):
        raise UnreadableFileError("damaged", kind=named.value)
    return Kind.TEXT


# -- compound files: .doc, .wps, and what a password hides -------------------------------------

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = 2  # the type of a directory entry
_FIB_ENCRYPTED = 0x0100
_OTHER_STREAMS = {"Workbook": "Excel", "Book": "Excel", "PowerPoint Document": "PowerPoint"}


def _kind_of_ole(data: bytes, suffix: str) -> Kind:
    kind = Kind.WPS if suffix == ".wps" else Kind.DOC
    if any(_streams(data, "EncryptedPackage")) or any(
        _is_encrypted(data, start) for start in _streams(data, "WordDocument")
    ):
        raise UnreadableFileError("encrypted")
    if any(_streams(data, "WordDocument")):
        return kind
    for stream, program in _OTHER_STREAMS.items():
        if any(_streams(data, stream)):
            raise _foreign(program, suffix)
    raise UnreadableFileError("damaged", kind=kind.value)


def _streams(data: bytes, name: str) -> Iterator[int]:
    """Where each stream with this name begins: offsets, found by their directory entries."""
    entry = f"{name}\0".encode("utf-16-le")
    shift = struct.unpack_from("<H", data.ljust(32, b"\0"), 30)[0]
    at = data.find(entry)
    while at >= 0:
        if at % 128 == 0 and data[at + 64 : at + 67] == struct.pack("<HB", len(entry), _STREAM):
            start = struct.unpack_from("<I", data[at : at + 128].ljust(128, b"\0"), 116)[0]
            yield (start + 1) << min(shift, 16)
        at = data.find(entry, at + 1)


def _is_encrypted(data: bytes, start: int) -> bool:
    """Whether the flags at the beginning of a WordDocument stream ([MS-DOC] 2.5.2) say so."""
    flags = data[start + 10 : start + 12]
    return bool(int.from_bytes(flags, "little") & _FIB_ENCRYPTED)


# -- archives: .docx, .odt, .ofd ---------------------------------------------------------------

_ZIP_ENTRY, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_ODT = b"application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_OTHER_FOLDERS = {"xl/": "Excel", "ppt/": "PowerPoint"}


def _kind_of_archive(data: bytes, suffix: str, limits: Limits) -> Kind:
    from gklint.formats.archives import Archive  # slow to import, and most files are texts

    archive = Archive(data, suffix.lstrip(".") or "zip", limits)
    entries = {entry.filename: entry for entry in archive.entries}
    if "OFD.xml" in entries:
        return Kind.OFD
    if "[Content_Types].xml" in entries and any(each.startswith("word/") for each in entries):
        return Kind.DOCX
    if "mimetype" in entries and archive.read(entries["mimetype"]).startswith(_ODT):
        if _MANIFEST in entries and b"encryption-data" in archive.read(entries[_MANIFEST]):
            raise UnreadableFileError("encrypted")
        return Kind.ODT
    for folder, program in _OTHER_FOLDERS.items():
        if any(each.startswith(folder) for each in entries):
            raise _foreign(program, suffix)
    raise _foreign("ZIP", suffix)


def _foreign(program: str, suffix: str) -> UnreadableFileError:
    """The error for a file of another program, which may be called as if it were a report."""
    if suffix in KINDS:
        return UnreadableFileError("misnamed", suffix=suffix, kind=program)
    return UnreadableFileError("unknown-type", suffix=suffix or program)
