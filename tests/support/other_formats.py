"""Files as other programs make them, as small as can be."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from email.message import EmailMessage

from tests.support.word import package

_SPACES = "urn:oasis:names:tc:opendocument:xmlns"
_DECLARED = (
    f'xmlns:office="{_SPACES}:office:1.0" xmlns:text="{_SPACES}:text:1.0"'
    f' xmlns:draw="{_SPACES}:drawing:1.0" xmlns:svg="{_SPACES}:svg-compatible:1.0"'
    f' xmlns:script="{_SPACES}:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_ODT = "application/vnd.oasis.opendocument.text"
_SECTOR = 512
_END, _NONE = 0xFFFFFFFE, 0xFFFFFFFF


def odt(
    body: str,
    *,
    before: str = "",
    scripts: str = "",
    listed: str = "",
    parts: Mapping[str, str] = {},
) -> bytes:
    """An OpenDocument text with this body.

    ``before``: what precedes its root; ``listed``: what the manifest says of each part;
    ``parts``: further ones.
    """
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_DECLARED}'
        f' office:version="1.2"><office:scripts>{scripts}</office:scripts><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="text/xml">{listed}</m:file-entry>'
        for name in ("content.xml", *parts)
    )
    manifest = (
        f'<m:manifest xmlns:m="{_SPACES}:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{_ODT}"/>{entries}</m:manifest>'
    )
    named = {"mimetype": _ODT, "content.xml": content, "META-INF/manifest.xml": manifest}
    return package({**named, **parts})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of up to three streams, each of at least 4096 bytes."""
    table = [0xFFFFFFFD, _END]  # of the table itself and of the directory
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    content = b""
    for number, (name, data) in enumerate(streams.items(), 1):
        start, count = len(table), -(-len(data) // _SECTOR)
        following = number + 1 if number < len(streams) else _NONE
        entries.append(_entry(name, 2, start, len(data), right=following))
        content += data.ljust(count * _SECTOR, b"\0")
        table += [*range(start + 1, start + count), _END]
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, _END, 0, _END, 0),
    )
    sectors = struct.pack("<I", 0).ljust(436, b"\xff")  # where the table stands
    chains = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    return head + sectors + chains + b"".join(entries).ljust(_SECTOR, b"\0") + content


def _entry(
    name: str, kind: int, start: int, size: int, right: int = _NONE, child: int = _NONE
) -> bytes:
    encoded = f"{name}\0".encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    return head + struct.pack("<III36xIQ", _NONE, right, child, start, size)


def word_97(flags: int = 0) -> bytes:
    """What makes a compound file one of Word; ``flags`` of its first block ([MS-DOC] 2.5.2)."""
    block = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x0804, 0, flags)
    return ole({"WordDocument": block.ljust(4096, b"\0")})


def mhtml(page: str, charset: str = "utf-8") -> bytes:
    """A page as Word saves it as one file, with a picture before the end."""
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.set_content(page, subtype="html", charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG" * 40, "image", "png")
    return message.as_bytes()
