"""Where an output goes, and when: its pieces as they come, or all of it at the end."""

from __future__ import annotations

import json
import os
import sys
from abc import ABC, abstractmethod
from codecs import getincrementaldecoder
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from gklint.files import writing
from gklint.render.rendering import Ending, Renderer, encoded
from gklint.render.text import Styled, plain

if TYPE_CHECKING:
    from typing import Protocol

    from rich.console import Console

    class Target(Protocol):
        """What takes an output in."""

        def write(self, data: bytes, /) -> None:
            """Take some more of it."""

        def close(self) -> None:
            """All of it was there."""


_IN_MEMORY = 1 << 18  # bytes that wait without a file


def put_bytes(data: bytes) -> None:
    """Write to standard output, line ends as they are; text where it takes nothing else."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8", "backslashreplace"))
    else:
        buffer.write(data)


def put_document(parts: Iterable[bytes], output: Path | None, inputs: Sequence[Path]) -> None:
    """Write to a file, which must be none of the inputs, or to standard output.

    Raises UsageError.
    """
    if output is None:
        for part in parts:
            put_bytes(part)
    else:
        writing.refuse_inputs(output, inputs)
        writing.write(output, parts)


class Screen:
    """Standard output."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")()
        sys.stdout.flush()
        # As it is, where lines need not come one by one nor end in another way.
        direct = os.linesep == "\n" and not sys.stdout.isatty()
        self._buffer: IO[bytes] | None = getattr(sys.stdout, "buffer", None) if direct else None

    def write(self, data: bytes) -> None:
        if self._buffer is None:
            sys.stdout.write(self._decoder.decode(data))
        else:
            self._buffer.write(data)

    def close(self) -> None:
        pass


class Terminal:
    """A terminal; what it takes is pieces with styles, and each time whole ones."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def write(self, data: bytes) -> None:
        put((Styled(*piece) for piece in json.loads(data)), self._console)

    def close(self) -> None:
        pass


class End:
    """The end of a file that others write to as well."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data: list[bytes] = []

    def write(self, data: bytes) -> None:
        self._data.append(data)

    def close(self) -> None:
        writing.append(self._path, *self._data)


def put(pieces: Iterable[Styled], console: Console | None) -> None:
    """Write pieces to standard output, which is a terminal or not."""
    if console is None:
        sys.stdout.write(plain(pieces))
        return
    from rich.text import Text

    console.print(Text.assemble(*pieces), end="", soft_wrap=True)


class Out(ABC):
    """An output in the making."""

    def __init__(self, renderer: Renderer, target: Target) -> None:
        self.renderer = renderer
        self.target = target

    @abstractmethod
    def add(self, pieces: Sequence[bytes]) -> None:
        """Take in the pieces of one report, one for each lane."""

    @abstractmethod
    def finish(self, ending: Ending) -> None:
        """Write the rest."""

    def close(self) -> None:  # noqa: B027 (most have nothing that waited)
        """Forget what waited."""


class Flowing(Out):
    """One whose pieces are written as they come."""

    filled = False

    def add(self, pieces: Sequence[bytes]) -> None:
        for piece in filter(None, pieces):
            before = self.renderer.joint if self.filled else self.renderer.begin()
            self.target.write(encoded(before) + piece)
            self.filled = True

    def finish(self, ending: Ending) -> None:
        before = "" if self.filled else self.renderer.begin()
        end = self.renderer.end(ending._replace(filled=(self.filled,)))
        self.target.write(encoded(before + end))
        self.target.close()


class Waiting(Out):
    """One whose beginning is known only at the end: its pieces wait in files without a name."""

    def __init__(self, renderer: Renderer, target: Target) -> None:
        from tempfile import SpooledTemporaryFile

        super().__init__(renderer, target)
        self._lanes: list[IO[bytes]] = [
            SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (until it is closed)
            for _ in range(renderer.lanes)
        ]

    def add(self, pieces: Sequence[bytes]) -> None:
        for lane, piece in zip(self._lanes, pieces, strict=True):
            if piece:
                lane.write(encoded(self.renderer.joint) + piece if lane.tell() else piece)

    def finish(self, ending: Ending) -> None:
        filled = tuple(lane.tell() > 0 for lane in self._lanes)
        for lane in self._lanes:
            lane.seek(0)
        for data in self.renderer.whole(ending._replace(filled=filled), self._lanes):
            self.target.write(data)
        self.target.close()

    def close(self) -> None:
        for lane in self._lanes:
            lane.close()
