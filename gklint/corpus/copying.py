"""A process that makes copies of itself for those who ask at its desk (``readers``)."""

from __future__ import annotations

import os
import signal
import socket
from typing import IO

_QUESTION = 32  # bytes: with a socket, for a copy; otherwise the number of one


def copied(desk: int) -> tuple[IO[bytes], IO[bytes]] | None:
    """In each copy the streams at which it is to work; None once nobody asks any more.

    A copy that ended keeps its number until it is asked to be forgotten: so nobody kills another
    process instead.
    """
    copies: set[int] = set()
    with socket.socket(fileno=desk) as asked:
        while True:
            question, ends, *_ = socket.recv_fds(asked, _QUESTION, 1)
            if not question:
                break
            if not ends:
                _forget(copies, int(question))
                asked.sendall(question)
                continue
            copy = os.fork()
            if not copy:
                return os.fdopen(ends[0], "rb"), os.fdopen(os.dup(ends[0]), "wb")
            os.close(ends[0])
            copies.add(copy)
            asked.sendall(b"%d" % copy)
    for copy in copies:
        os.kill(copy, signal.SIGKILL)
    return None


def _forget(copies: set[int], copy: int) -> None:
    if copy in copies:
        copies.remove(copy)
        os.waitpid(copy, 0)
