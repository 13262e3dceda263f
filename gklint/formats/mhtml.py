"""Pages saved as one file (.mht, also named .doc): the page among its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from gklint.errors import UnreadableFileError
from gklint.formats.html.reading import read_html
from gklint.formats.limits import Limits
from gklint.formats.sniff import Kind
from gklint.text.source import Source

_HEADERS = 1 << 16  # bytes


def read_mhtml(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of the page.  Raises UnreadableFileError.

    Places are counted as in Word, which shows such a file: its lines are not those of the page.
    """
    for part in _parts(data, limits):
        if _headers(part).get_content_type() == "text/html":
            limits.check_bytes("text", len(part))
            page = message_from_bytes(part).get_payload(decode=True)
            if isinstance(page, bytes):
                source = read_html(page, path, limits)
                return replace(source, where=source.counted)
    raise UnreadableFileError("damaged", kind=Kind.MHTML.value)


def _parts(data: bytes, limits: Limits) -> Iterator[bytes]:
    """The file itself if it is only a page, otherwise its parts."""
    boundary = _headers(data).get_boundary()
    if boundary is None:
        yield data
        return
    mark = b"\n--" + boundary.encode("ascii", "surrogateescape")
    limits.check("entries", data.count(mark))
    start = data.find(mark)
    while start >= 0:
        following = data.find(mark, start + len(mark))
        yield data[start + len(mark) : following if following >= 0 else None].lstrip(b"\r\n")
        start = following


def _headers(part: bytes) -> Message:
    return message_from_bytes(part[:_HEADERS])
