"""The text of one file, and positions in it.

Everywhere in gklint a position is an **offset**: a 0-based count of code points
from the start of the decoded text (a byte order mark is not part of it).  Lines,
columns and UTF-16 units are computed here, and only when something is shown.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from gklint.errors import UnreadableFileError

MAX_BYTES = 10 * 1024 * 1024
"""Larger files are refused (GK001): a report has some 10 kB, the longest about 1 MB."""

# Not str.splitlines(): editors do not break lines at form feed, U+0085 or U+2028.
_BREAK = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Span(NamedTuple):
    """A stretch of the original text: offsets, ``end`` is one past the last character."""

    start: int
    end: int


class Position(NamedTuple):
    """``line`` and ``column`` from 1, the column in code points."""

    line: int
    column: int


class Range(NamedTuple):
    """Two positions; ``end`` is one past the last character."""

    start: Position
    end: Position


@dataclass(frozen=True)
class Source:
    """One decoded file.  ``path`` is what the user called it, None for bare text."""

    text: str
    path: str | None = None

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; there is always one line."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def line_span(self, number: int) -> Span:
        """Line ``number`` (from 1) without its line break."""
        starts = self.line_starts
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Line and column (from 1) of ``offset``."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """The range of ``span``, cut at the end of its first line."""
        line = self.position(span.start).line
        first, last = self.line_span(line)
        begin = min(span.start, last)
        end = max(min(span.end, last), begin)
        return Range(Position(line, begin - first + 1), Position(line, end - first + 1))

    def utf16(self, position: Position) -> tuple[int, int]:
        """``position`` as editors count it: line and UTF-16 unit, both from 0."""
        start = self.line_starts[position.line - 1]
        before = self.text[start : start + position.column - 1]
        return position.line - 1, len(before.encode("utf-16-le", "surrogatepass")) // 2


def read(path: Path) -> Source:
    """Read and decode a file.  Raises UnreadableFileError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError("too-large", limit=MAX_BYTES // 1024**2)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError("unreadable", error=error.strerror or str(error)) from error
    return Source(decode(data), str(path))


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 or GB18030 (which contains GBK and GB2312) to text.

    Raises UnreadableFileError when the bytes are no text in any of them.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFileError("too-large", limit=MAX_BYTES // 1024**2)
    text = _decode(data)
    if len(_CONTROL.findall(text[:65536])) > len(text[:65536]) // 200 + 8:
        raise UnreadableFileError("binary")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data[:1024]:
        return _strict(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _undecodable(data, error) from error
    return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error) from error


def _undecodable(data: bytes, error: UnicodeDecodeError) -> UnreadableFileError:
    readable = data[: error.start].decode(error.encoding, "ignore")
    return UnreadableFileError("undecodable", line=len(_BREAK.findall(readable)) + 1)


def _utf16_without_mark(data: bytes) -> str:
    head = data[:1024]
    if head[1::2].count(0) + head[0::2].count(0) < len(head) // 64 or len(data) % 2:
        raise UnreadableFileError("binary")
    return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few damaged bytes stand in a UTF-8 text (and not GB18030 text)."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 100 < sum(char >= "\u4e00" for char in text)
