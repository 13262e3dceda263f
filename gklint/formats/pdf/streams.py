"""The packed parts of a PDF looked through before it is opened.

PDFium unpacks without a limit, and reads on without a word where packed data are damaged.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Clock, Limits

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_END = b"endstream"
_HEAD = 2000  # bytes before a stream that may say what it is
_FILTERS = re.compile(rb"/(\w+Decode)\b")
_LARGE = re.compile(rb"/(?:Image|Length1|Type1C|CIDFontType0C|OpenType)\b")  # pictures, fonts
_ONLY_CHECKSUM = "incorrect data check"


def check_streams(data: bytes, limits: Limits, clock: Clock) -> None:
    """Raise UnreadableFileError when a part is damaged, or over a limit."""
    if b"/Encrypt" in data:
        return
    for head, packed in _streams(data):
        clock.tick()
        try:
            _unpack(head, packed, limits)
        except (zlib.error, ValueError) as error:
            if _ONLY_CHECKSUM not in str(error) and b"/Image" not in head:
                raise UnreadableFileError("damaged", kind="pdf") from error


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each stream in its object, and the stream."""
    at = 0
    while match := _STREAM.search(data, at):
        end = data.find(_END, match.end())
        if end < 0:
            return
        head = data[max(at, match.start() - _HEAD) : match.start()]
        yield head[max(head.rfind(b" obj"), 0) :], data[match.end() : end]
        at = end + len(_END)


def _unpack(head: bytes, packed: bytes, limits: Limits) -> None:
    limit = "file" if _LARGE.search(head) else "text"
    for name in _FILTERS.findall(head):
        if name == b"ASCII85Decode":
            packed = a85decode(packed.strip().removeprefix(b"<~").removesuffix(b"~>"))
        elif name == b"FlateDecode":
            packed = zlib.decompressobj().decompress(packed, limits.bytes(limit) + 1)
        else:
            return
        limits.check_bytes(limit, len(packed))
