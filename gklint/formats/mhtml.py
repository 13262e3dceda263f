"""Pages saved as one file (.mht, also named .doc): the page among its pictures."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes
from email.message import Message
from functools import cached_property
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin

from gklint.errors import UnreadableFileError
from gklint.formats.html.reading import decode_page, read_html
from gklint.formats.limits import Limits
from gklint.formats.sniff import Kind
from gklint.text.source import Source

_HEADERS = 1 << 16  # bytes
_FRAME = re.compile(
    r"""<iframe\b[^<>]{0,2000}?\ssrc\s{0,9}=\s{0,9}["']?(?P<src>[^"'<>\s]{1,2000})[^<>]{0,2000}>""",
    re.IGNORECASE,
)


def read_mhtml(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of the page, and of the frames in it.  Raises UnreadableFileError.

    Places are counted as in Word, which shows such a file: its lines are not those of the page.
    """
    page = page_of(data, limits)
    source = read_html(codecs.BOM_UTF8 + page.encode(), path, limits, _Pictures(data, limits).named)
    return source._replace(where=source.counted)


def page_of(data: bytes, limits: Limits) -> str:
    """The page with its frames, as HTML.  Raises UnreadableFileError."""
    pages = [page for part in _parts(data, limits) if (page := _page(part, limits))]
    if not pages:
        raise UnreadableFileError("damaged", kind=Kind.MHTML.value)
    return _with_frames(pages[0].text, pages[1:], limits)


class _Page(NamedTuple):
    """A page of the file, and the names by which another may show it in a frame."""

    text: str
    names: tuple[str, ...]


def _page(part: bytes, limits: Limits) -> _Page | None:
    headers = _headers(part)
    if headers.get_content_type() != "text/html":
        return None
    limits.check_bytes("text", len(part))
    page = message_from_bytes(part).get_payload(decode=True)
    if not isinstance(page, bytes):
        return None
    return _Page(decode_page(page), _names(headers))


class _Pictures:
    """The pictures of the file, by the addresses that its page may have for them."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits

    def named(self, address: str) -> bytes | None:
        """A picture; None for one that is not in the file."""
        part = self._by_name.get(address) or self._by_name.get(urljoin(self._home, address))
        found = message_from_bytes(part).get_payload(decode=True) if part else None
        return found if isinstance(found, bytes) else None

    @cached_property
    def _by_name(self) -> Mapping[str, bytes]:
        found = ((name, part) for part in self._parts for name in _names(_headers(part)))
        return {name: part for name, part in found if name}

    @cached_property
    def _parts(self) -> Sequence[bytes]:
        return [*_parts(self._data, self._limits)]

    @cached_property
    def _home(self) -> str:
        """The address of the page, from which those in it go on."""
        pages = (_headers(part) for part in self._parts)
        named = (it["Content-Location"] for it in pages if it.get_content_type() == "text/html")
        return str(next(named, None) or "").strip()


def _names(headers: Message) -> tuple[str, ...]:
    """The names by which a page may show a part."""
    number = headers.get("Content-ID", "").strip().strip("<>")
    return headers.get("Content-Location", "").strip(), f"cid:{number}" if number else ""


def _with_frames(text: str, frames: Sequence[_Page], limits: Limits) -> str:
    """A page with each frame, which is shown once, in its place."""
    by_name = {name: frame for frame in frames for name in frame.names if name}
    parts: list[str] = []
    stack = [(text, 0)]
    while stack:
        shown, start = stack.pop()
        match = _FRAME.search(shown, start)
        parts.append(shown[start : match.end() if match else None])
        if match is None:
            continue
        stack.append((shown, match.end()))
        frame = by_name.get(unescape(match["src"]))
        if frame is not None:
            by_name = {name: each for name, each in by_name.items() if each is not frame}
            stack.append((f"</iframe><div>{frame.text}</div><iframe>", 0))
    limits.check_bytes("text", sum(map(len, parts)))
    return "".join(parts)


def _parts(data: bytes, limits: Limits) -> Iterator[bytes]:
    """The file itself if it is only a page, otherwise its parts."""
    boundary = _headers(data).get_boundary()
    if boundary is None:
        yield data
        return
    mark = b"\n--" + boundary.encode("utf-8", "surrogateescape")
    limits.check("entries", data.count(mark))
    start = data.find(mark)
    while start >= 0:
        following = data.find(mark, start + len(mark))
        yield data[start + len(mark) : following if following >= 0 else None].lstrip(b"\r\n")
        start = following


def _headers(part: bytes) -> Message:
    return message_from_bytes(part[:_HEADERS])
