"""Plain text and Markdown: bytes to text."""

from __future__ import annotations

import codecs
import re

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.text.source import BREAK, Source

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_text(data: bytes, path: str | None, limits: Limits) -> Source:
    """The text of a file as it is.  Raises UnreadableFileError."""
    limits.check_bytes("text", len(data))
    source = Source(decode(data), path)
    limits.check("pieces", len(source.line_starts))
    return source


def decode(data: bytes, otherwise: str = "gb18030") -> str:
    """UTF-8, UTF-16 or ``otherwise`` (GB18030 contains GBK and GB2312) to text.

    Raises UnreadableFileError when the bytes are no text in any of them.
    """
    text = _decode(data, otherwise)
    if len(_CONTROL.findall(text[:65536])) > len(text[:65536]) // 200 + 8:
        raise UnreadableFileError("binary")
    return text


def decode_marked(data: bytes) -> str | None:
    """The text after a byte order mark, if there is one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], encoding)
    return None


def decode_as(data: bytes, encoding: str) -> str:
    """The text in a known encoding.  Raises UnreadableFileError with the damaged line."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error) from error


def _decode(data: bytes, otherwise: str) -> str:
    if (marked := decode_marked(data)) is not None:
        return marked
    if b"\0" in data[:1024]:
        return decode_as(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _undecodable(data, error) from error
    return decode_as(data, otherwise)


def _undecodable(data: bytes, error: UnicodeDecodeError) -> UnreadableFileError:
    readable = data[: error.start].decode(error.encoding, "ignore")
    return UnreadableFileError("undecodable", line=len(BREAK.findall(readable)) + 1)


def _utf16_without_mark(data: bytes) -> str:
    head = data[:1024]
    if head[1::2].count(0) + head[0::2].count(0) < len(head) // 64 or len(data) % 2:
        raise UnreadableFileError("binary")
    return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few damaged bytes stand in a UTF-8 text (and not GB18030 text)."""
    text = data.decode("utf-8", "replace")
    damaged = 100 * text.count("\ufffd")
    return damaged < len(text) and damaged < sum(char >= "\u4e00" for char in text)
