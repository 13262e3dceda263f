"""Standard input and output for the client alone, for as long as it is there."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event, Semaphore, Thread

from pygls.io_ import run_async

from gklint.lsp.protocol import Protocol
from gklint.lsp.wire import Reader

_CHUNK = 1 << 16
_WAITING = 1024  # chunks that are read while others are still worked on
_PULSE = 2.0  # seconds


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


async def serve(protocol: Protocol, source: int, target: int) -> None:
    """Talk to the client until it is gone.  Raises SystemExit when it says ``exit``."""
    inbox = Inbox()
    end = partial(inbox.put, b"")
    loop = asyncio.get_running_loop()
    protocol.set_writer(Output(target, end))
    Thread(target=listen, args=(source, loop, inbox), name="gklint-read", daemon=True).start()
    watching = loop.create_task(_watch(protocol, end))
    await run_async(Event(), Reader(inbox.get), protocol, error_handler=protocol.failed)
    watching.cancel()


class Inbox:
    """What has come in; whoever brings more than a fair amount has to wait.

    That is much: a client that waits itself, until it has said everything, must not be waited for.
    """

    def __init__(self) -> None:
        self._chunks: asyncio.Queue[bytes] = asyncio.Queue()
        self.room = Semaphore(_WAITING)

    def put(self, data: bytes) -> None:
        """Put something in, from the loop."""
        self._chunks.put_nowait(data)

    async def get(self) -> bytes:
        """What came first."""
        data = await self._chunks.get()
        self.room.release()
        return data


def listen(source: int, loop: asyncio.AbstractEventLoop, inbox: Inbox) -> None:
    """Hand over what comes in, nothing at the end; in a thread of its own, as reading waits."""
    data = b"more"
    with suppress(RuntimeError):  # the loop has ended meanwhile
        while data:
            data = _read(source)
            inbox.room.acquire()
            loop.call_soon_threadsafe(inbox.put, data)


def _read(source: int) -> bytes:
    try:
        return os.read(source, _CHUNK)
    except OSError:
        return b""


async def _watch(protocol: Protocol, lost: Callable[[], None]) -> None:
    """Notice when the client has gone, even if another process still holds its end of a pipe.

    One that is not there to begin with runs elsewhere, as outside of a container.
    """
    client = await protocol.introduced()
    if is_running(client):
        while is_running(client):
            await asyncio.sleep(_PULSE)
        lost()


def is_running(process: int | None) -> bool:
    """Whether there is such a process; where that cannot be told, there is none."""
    if process is None or sys.platform == "win32":  # there, kill would do harm
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
