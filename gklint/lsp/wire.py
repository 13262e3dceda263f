"""What a client sends, as the loop of pygls can bear it: after a wrong message it hears the next.

pygls 2.1.1 knows a header in one spelling only and believes its length: where that is wrong, the
next message is lost without a word, and if it is great, so are all that come.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

_HEADER = re.compile(rb"Content-Length:[ \t]*([0-9]{1,40})[ \t]*\r?\n", re.IGNORECASE)
_LONGEST_HEADER = 64
_LARGEST = 32 * 1024 * 1024  # as JSON, that may take thirty times the room


class Reader:
    """What ``pygls.io_.run_async`` reads.  ``more()`` waits for what comes; nothing at the end."""

    def __init__(self, more: Callable[[], Awaitable[bytes]]) -> None:
        self._more = more
        self._buffer = bytearray()
        self._before = b""  # the end of a body, in which a header may have begun
        self._length = 0

    async def readline(self) -> bytes:
        """The next line of a header, spelled as pygls wants it; nothing at the end.

        A body that is too large is read as an empty one, which is refused, and then passed over.
        """
        while line := await self._line():
            header = _HEADER.search(self._before + line)
            self._before = b""
            if header:
                length = int(header[1])
                self._length = length if length <= _LARGEST else 0
                return b"Content-Length: %d\r\n" % (self._length or 1)  # 0 would be overlooked
            if not line.strip():
                return b"\r\n"
        return b""

    async def readexactly(self, _: int) -> bytes:
        """The body, as long as the last header says; nothing at the end.

        No JSON holds a line like a header: what goes that far is broken, and reading goes on there.
        """
        start = 0
        while not (header := self._header(start)) and len(self._buffer) < self._length:
            start = max(0, len(self._buffer) - _LONGEST_HEADER)
            if not await self._fetch():
                return b""
        if header and header.start() < self._length:
            body, rest = self._buffer[: header.end()], header.start()
        else:
            body, rest = self._buffer[: self._length], self._length
            self._before = bytes(body[-_LONGEST_HEADER:])
        del self._buffer[:rest]
        return bytes(body) or b" "

    def _header(self, start: int) -> re.Match[bytes] | None:
        """The first header from there on; searched, which is slow, only around line breaks."""
        end = self._buffer.find(b"\n", start)
        return _HEADER.search(self._buffer, max(start, end - _LONGEST_HEADER)) if end >= 0 else None

    async def _line(self) -> bytes:
        while not (end := self._buffer.find(b"\n") + 1):
            del self._buffer[:-_LONGEST_HEADER]
            if not await self._fetch():
                return b""
        line = bytes(self._buffer[:end])
        del self._buffer[:end]
        return line

    async def _fetch(self) -> bool:
        data = await self._more()
        self._buffer += data
        return bool(data)
