"""Messages over standard input and output: framing, and what is to be said to bad ones.

pygls gives up on a stream after one wrong length and never answers what it cannot parse; here
each request gets an answer, and reading goes on at the next header that can be found.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import asyncio

    from gklint.lsp.protocol import Protocol

_HEADER = re.compile(rb"Content-Length:[ \t]*([0-9]{1,9})[ \t]*\r?$", re.IGNORECASE)
_ANY_HEADER = re.compile(rb"Content-Length:", re.IGNORECASE)
_LONGEST_LINE = 4096
_LARGEST = 256 * 1024 * 1024
_CHUNK = 1 << 16
_PULSE = 2.0  # seconds

Read = Callable[[int], bytes]


class Broken(NamedTuple):
    """What is no JSON, and why."""

    reason: str


class Messages:
    """The messages of a stream; ``read(n)`` gives at most n bytes, none at its end."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._buffer = bytearray()

    def __iter__(self) -> Iterator[Any]:
        """Each message as JSON has it, or ``Broken``."""
        while (length := self._length()) is not None:
            if not self._fill(length):
                return
            body = bytes(self._buffer[:length])
            del self._buffer[:length]
            yield self._parse(body)

    def _parse(self, body: bytes) -> Any:
        try:
            return json.loads(body.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            if header := _ANY_HEADER.search(body):  # the length was wrong
                self._buffer[:0] = body[header.start() :]
            return Broken(str(error))

    def _length(self) -> int | None:
        """Skip to the next body.  Returns its length, or None at the end of the stream."""
        length = None
        while (line := self._line()) is not None:
            if header := _HEADER.search(line):
                length = int(header[1])
            elif not line.strip() and length is not None and length <= _LARGEST:
                return length
        return None

    def _line(self) -> bytes | None:
        while (end := self._buffer.find(b"\n")) < 0:
            del self._buffer[:-_LONGEST_LINE]
            if not self._more():
                return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def _fill(self, length: int) -> bool:
        while len(self._buffer) < length:
            if not self._more():
                return False
        return True

    def _more(self) -> bool:
        data = self._read(_CHUNK)
        self._buffer += data
        return bool(data)


class Output:
    """Standard output for messages alone."""

    def __init__(self, descriptor: int, lost: Callable[[], None]) -> None:
        self._descriptor, self._lost = descriptor, lost

    def write(self, data: bytes) -> None:
        """Write all; a client that is gone is no error."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            self._lost()

    def close(self) -> None:
        """Nothing is kept back."""


def own_streams() -> tuple[int, int]:
    """Descriptors of what were standard input and output; others find none and stderr there.

    So nothing that a library prints, or a program that it starts, comes between messages.
    """
    if sys.platform == "win32":
        import msvcrt

        for stream in (0, 1):
            msvcrt.setmode(stream, os.O_BINARY)
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return source, target


async def serve(protocol: Protocol, source: int, target: int) -> int:
    """Talk to the client until it says ``exit`` or is gone.  Returns the exit status."""
    import asyncio

    loop = asyncio.get_running_loop()
    inbox: asyncio.Queue[Any] = asyncio.Queue()

    def end() -> None:
        inbox.put_nowait(_END)

    protocol.set_writer(Output(target, end))
    Thread(target=_listen, args=(source, loop, inbox), name="gklint-read", daemon=True).start()
    watching = None
    while protocol.status is None and (message := await inbox.get()) is not _END:
        protocol.receive(message)
        if watching is None and protocol.client is not None:
            watching = loop.create_task(_watch(protocol.client, end))
    return protocol.status or 0


_END = object()


async def _watch(client: int, lost: Callable[[], None]) -> None:
    """Notice when the client has gone, even if another process still holds its end of a pipe.

    One that is not there to begin with runs elsewhere, as outside of a container.
    """
    import asyncio

    if is_running(client):
        while is_running(client):
            await asyncio.sleep(_PULSE)
        lost()


def is_running(process: int) -> bool:
    """Whether there is such a process; where that cannot be told, there is none."""
    if sys.platform == "win32":  # there, kill would do harm
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _listen(source: int, loop: asyncio.AbstractEventLoop, inbox: asyncio.Queue[Any]) -> None:
    """Hand over what comes in; runs in a thread of its own, as reading waits."""
    with suppress(RuntimeError):  # the loop has ended meanwhile
        for message in Messages(lambda size: _read(source, size)):
            loop.call_soon_threadsafe(inbox.put_nowait, message)
        loop.call_soon_threadsafe(inbox.put_nowait, _END)


def _read(source: int, size: int) -> bytes:
    try:
        return os.read(source, size)
    except OSError:
        return b""
