"""Parts worked on in a process that may die: it costs the file that it died of, nothing else.

A process of our own, and no worker of the engine, reads the files: an engine gives up a part whose
worker died, and does not know of which file.  It also starts in a tenth of the time.
"""

from __future__ import annotations

import pickle
import threading
from collections import Counter
from collections.abc import Mapping, Sequence

from gklint.corpus.items import Item
from gklint.corpus.reader import GONE, NoProcessError, Reader
from gklint.corpus.readers import Readers
from gklint.corpus.rows import Columns, Key, Rows
from gklint.corpus.setup import BEGUN
from gklint.words import Message

_STARTS = 5  # before it is said that none starts
_TRIES = 3  # a process may also die for other reasons than its file
_TICK = 0.5  # seconds


class DiedError(Exception):
    """A process died at a file of its part, by its number, or ``slow``: it was ended there."""

    def __init__(self, at: int, *, slow: bool) -> None:
        super().__init__(at)
        self.at = at
        self.slow = slow


class Tender:
    """Works on parts in a process, and starts another one where that is gone."""

    def __init__(self, readers: Readers, seconds: float) -> None:
        """``seconds``: how long one file may take."""
        self._readers = readers
        self._seconds = seconds
        self._process: _Process | None = None
        self._closed = False

    def work(self, part: Sequence[Item]) -> Mapping[Key, Columns]:
        """The rows of a part: of each file, once.

        Raises GklintError if no process starts; that, or DiedError, once it is closed.
        """
        rows = Rows()
        deaths: Counter[str] = Counter()
        waiting = [[*part]]
        while waiting:
            batch = waiting.pop()
            try:
                rows.update(self._started().work(batch))
            except DiedError as died:
                self._end()
                if self._closed:
                    raise
                waiting += self._again(batch, died, deaths)
        return rows.columns

    def close(self) -> None:
        """End the process, whatever it is at, and start no other one."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.close()

    def _again(
        self, batch: list[Item], died: DiedError, deaths: Counter[str]
    ) -> Sequence[list[Item]]:
        """What is to be done now: the file by itself, and the others; or all without it."""
        item = batch[died.at]
        deaths[item.address] += 1
        if died.slow or deaths[item.address] == _TRIES:
            why = Message("corpus.slow", {"seconds": round(self._seconds)})
            batch[died.at] = item._replace(refused=why if died.slow else Message("corpus.died"))
            return [batch]
        others = batch[: died.at] + batch[died.at + 1 :]
        return [[item], others] if others else [[item]]

    def _started(self) -> _Process:
        if self._process is None:
            self._process = self._start(_STARTS)
            if self._closed:  # meanwhile
                self._end()
                raise NoProcessError
        return self._process

    def _start(self, tries: int) -> _Process:
        try:
            return _Process(self._readers.start(), self._seconds)
        except NoProcessError:
            if tries == 1 or self._closed:
                raise
        return self._start(tries - 1)


class _Process:
    """A process that reads, watched."""

    def __init__(self, reader: Reader, seconds: float) -> None:
        self._reader = reader
        self._watch = _Watch(reader, seconds)

    def work(self, part: Sequence[Item]) -> Mapping[Key, Columns]:
        """The rows of a part.  Raises DiedError."""
        at, answers = 0, self._reader.answers
        try:
            self._reader.ask(part)
            with self._watch:
                while answers.read(1) == BEGUN:
                    at += 1
                    self._watch.rest()
                found: Mapping[Key, Columns] = pickle.load(answers)
        except GONE as error:
            raise DiedError(max(at - 1, 0), slow=self._watch.rang) from error
        return found

    def close(self) -> None:
        """End it."""
        self._watch.close()
        self._reader.close()


class _Watch:
    """Ends a process that shows no sign for too long.  ``rang``: whether it did."""

    def __init__(self, reader: Reader, seconds: float) -> None:
        self.rang = False
        self._reader = reader
        self._ticks = round(seconds / _TICK)
        self._left: int | None = None
        self._closed = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def __enter__(self) -> None:
        self.rest()

    def __exit__(self, *_: object) -> None:
        self._left = None

    def rest(self) -> None:
        """It showed a sign."""
        self._left = self._ticks

    def close(self) -> None:
        """There is nothing to watch any more."""
        self._closed.set()

    def _run(self) -> None:
        while not self._closed.wait(_TICK):
            left = self._left
            if left is None:
                continue
            self._left = left - 1
            if left <= 0:
                self.rang = True
                self._reader.kill()
                return
