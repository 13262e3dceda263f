"""The processes that read by one setup: copies of one that has loaded all that it names.

So modules and rules are loaded once for a worker of the engine, and are once in its memory.  Where
a system cannot copy processes (Windows), each is started, and loads, by itself.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from contextlib import suppress

from gklint.corpus.reader import GONE, NoProcessError, Reader
from gklint.corpus.setup import COPY, Setup
from gklint.errors import GklintError

_CAN_COPY = hasattr(os, "fork")
_ANSWER = 32  # bytes, of which a number of a process needs a few


class Readers:
    """To be closed once all that were started are."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._origin: _Origin | None = None
        self._starting = threading.Lock()
        self._closed = False

    def start(self) -> Reader:
        """Another one.  Raises GklintError if none starts, or none is to start any more."""
        if not _CAN_COPY:
            return self._loaded(Reader.started())
        with self._starting:
            try:
                if self._origin is None:
                    self._origin = _Origin()
                    self._loaded(self._origin.reader)
                return self._origin.copy()
            except GONE as error:
                self._end()
                raise NoProcessError from error
            except GklintError:
                self._end()
                raise

    def close(self) -> None:
        """Start no other one."""
        self._closed = True
        self._end()

    def _loaded(self, reader: Reader) -> Reader:
        try:
            if self._closed:
                raise NoProcessError
            reader.load(self._setup)
        except GklintError:
            reader.close()
            raise
        return reader

    def _end(self) -> None:
        origin, self._origin = self._origin, None
        if origin:
            origin.close()


class _Origin:
    """A process that others are copied from."""

    def __init__(self) -> None:
        """Raises NoProcessError."""
        self._asking = threading.Lock()
        self._desk, theirs = socket.socketpair()
        with theirs:
            try:
                self.reader = Reader.started((theirs.fileno(),))
            except NoProcessError:
                self._desk.close()
                raise

    def copy(self) -> Reader:
        """A copy.  Raises one of ``GONE``."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            with self._asking:
                socket.send_fds(self._desk, [COPY], [theirs.fileno()])
                pid = int(self._desk.recv(_ANSWER))
            return Reader(_Copy(self, pid), ours.makefile("wb"), ours.makefile("rb"))

    def forget(self, pid: int) -> None:
        """Have it forget a copy that was killed: until then no other process has its number."""
        with self._asking, suppress(OSError):
            self._desk.sendall(b"%d" % pid)
            self._desk.recv(_ANSWER)

    def close(self) -> None:
        """End it."""
        self.reader.close()
        self._desk.close()


class _Copy:
    """A process that was copied from another one."""

    def __init__(self, origin: _Origin, pid: int) -> None:
        self._origin = origin
        self._pid: int | None = pid
        self._ending = threading.Lock()

    def kill(self) -> None:
        with self._ending:
            if self._pid is not None:
                os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> None:
        with self._ending:
            pid, self._pid = self._pid, None
        if pid is not None:
            self._origin.forget(pid)
