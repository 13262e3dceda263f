"""A process that reads files, as who started it sees it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any, Protocol

from gklint.corpus.setup import Setup
from gklint.errors import GklintError
from gklint.words import Message

GONE = (EOFError, OSError, ValueError, pickle.UnpicklingError)
"""What is raised where the other end of a stream is gone."""

START = "import sys; sys.path[:] = {path!r}; from gklint.corpus.working import main; main({desks})"
"""How a process begins: with the modules of this one, and none of the working folder."""


class NoProcessError(GklintError):
    """A process was not there, or died, before it had anything to do."""

    def __init__(self) -> None:
        super().__init__("corpus.no-process")


class Process(Protocol):
    """What ``Popen`` has of a process.  Both may be done again."""

    def kill(self) -> None: ...

    def wait(self) -> object: ...


class Reader:
    """A process, and the streams to it and from it."""

    def __init__(self, process: Process, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._process = process
        self._questions = questions
        self.answers = answers

    @classmethod
    def started(cls, desks: Sequence[int] = ()) -> Reader:
        """A new one; ``desks``: sockets that it has, too.  Raises NoProcessError."""
        command = [sys.executable, "-c", START.format(path=sys.path, desks=[*desks])]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=nothing, pass_fds=desks
            )
        except OSError as error:
            raise NoProcessError from error
        assert process.stdin is not None
        assert process.stdout is not None
        return cls(process, process.stdin, process.stdout)

    def load(self, setup: Setup) -> None:
        """Have it load what a setup names.  Raises GklintError."""
        try:
            self.ask(setup)
            said: Message | None = pickle.load(self.answers)
        except GONE as error:
            raise NoProcessError from error
        if said is not None:
            raise GklintError(said.key, **said.args)

    def ask(self, value: Any) -> None:
        """Send it something.  Raises one of ``GONE``."""
        pickle.dump(value, self._questions, pickle.HIGHEST_PROTOCOL)
        self._questions.flush()

    def kill(self) -> None:
        """Have it die, whatever it is at."""
        with suppress(OSError):
            self._process.kill()

    def close(self) -> None:
        """End it."""
        self.kill()
        for stream in (self._questions, self.answers):
            with suppress(OSError):
                stream.close()
        self._process.wait()
