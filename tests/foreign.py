"""Files as other programs make them, as small as can be, and some that mean harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_SECTOR = 512
_END = 0xFFFFFFFE


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def docx(body: str, before: str = "", **parts: bytes | str) -> bytes:
    """A Word file with this body (WordprocessingML); ``before``: what precedes its root."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    relationships = (
        f'<Relationships xmlns="{_RELATIONSHIPS}">'
        f'<Relationship Id="r1" Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>'
    )
    return archive(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": relationships,
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{before}{document}',
            **parts,
        }
    )


def paragraph(text: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, before: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this body; ``manifest``: what its list of files says of one."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    listed = (
        f'<m:manifest xmlns:m="{office}:manifest:1.0">'
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
        f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{manifest}'
        "</m:file-entry></m:manifest>"
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<o:document-content xmlns:o="{office}'
        f':office:1.0" xmlns:text="{office}:text:1.0" xmlns:draw="{office}:drawing:1.0"'
        f' xmlns:svg="{office}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' o:version="1.2"><o:body><o:text>{body}</o:text></o:body></o:document-content>'
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": listed,
        }
    )


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) of up to three streams, each of at least 4096 bytes."""
    table = [0xFFFFFFFD, _END]  # of the table itself and of the directory
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    content = b""
    for number, (name, data) in enumerate(streams.items(), 1):
        start, count = len(table), -(-len(data) // _SECTOR)
        following = number + 1 if number < len(streams) else 0xFFFFFFFF
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
    listed = b"".join(struct.pack("<I", each) for each in table).ljust(_SECTOR, b"\xff")
    return head + sectors + listed + b"".join(entries).ljust(_SECTOR, b"\0") + content


def _entry(
    name: str, kind: int, start: int, size: int, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    encoded = f"{name}\0".encode("utf-16-le")
    tree = struct.pack("<III", 0xFFFFFFFF, right, child)
    place = struct.pack("<IQ", start, size)
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + tree
        + (bytes(36) + place)
    )


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
