"""A process that reads and checks the files of a part, and gives their rows back.

It is started by ``reader``, and speaks with it by streams: a setup and parts come in; for each file
a sign goes out before it is read, so that it is known which one it died of, and behind the last
one the rows of all.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from typing import IO, Any

from gklint.bodies.divisions import Divisions
from gklint.corpus.copying import copied
from gklint.corpus.items import Item
from gklint.corpus.opening import Opener
from gklint.corpus.rows import Rows
from gklint.corpus.setup import BEGUN, DONE, Setup
from gklint.corpus.telling import Read, fail, tell
from gklint.errors import GklintError
from gklint.findings.codes import UNREADABLE
from gklint.formats.reading import take
from gklint.text.source import Source

_MEMORY = 2 << 30  # bytes that it may allocate
_BODIES = 10_000  # whose divisions are kept: most report every year


class Worker:
    """Makes rows of files."""

    def __init__(self, setup: Setup) -> None:
        """Raises GklintError, also where the rules here are not those of the command."""
        self._linter = setup.settings.linter()
        self._against = setup.against.linter() if setup.against else None
        if Setup.of(setup.settings, setup.against) != setup:
            raise GklintError("corpus.other-rules")
        self._digest = setup.digest
        self._limits = setup.settings.limits
        self._opener = Opener(self._limits)
        self._divisions = Divisions.load(self._linter.rules.form.bodies)
        self._where = lru_cache(_BODIES)(self._divisions.find)

    def work(self, rows: Rows, item: Item) -> None:
        """Add the rows of a file.  Never raises, whatever the file."""
        if item.refused is not None:
            lang = self._linter.speaker.lang
            fail(rows, item, UNREADABLE, item.refused.said(lang))
            return
        data = b""

        def read() -> Source:
            nonlocal data
            data = self._opener.read(item.at)
            return take(data, item.address, self._limits)

        report = self._linter.check_file(item.address, read)
        otherwise = self._against.again(report) if self._against else None
        found = Read(item, report, data, sha256(data).hexdigest(), self._digest, otherwise)
        tell(rows, found, self._linter.rules.form, self._where)


def main(desks: Sequence[int]) -> None:
    """Load what is named, and work until nothing comes any more.

    ``desks``: a socket, if copies of this process are to do so.
    """
    questions: IO[bytes] = sys.stdin.buffer
    answers: IO[bytes] = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what others print must not come between
    gc.disable()
    _bound()
    try:
        worker = Worker(pickle.load(questions))
    except GklintError as error:
        _answer(answers, error.message)
        return
    gc.freeze()
    _answer(answers, None)
    for desk in desks:
        ends = copied(desk)
        if ends is None:
            return
        questions, answers = ends
    with suppress(EOFError, BrokenPipeError):
        while True:
            _part(worker, pickle.load(questions), answers)


def _part(worker: Worker, part: Sequence[Item], answers: IO[bytes]) -> None:
    rows = Rows()
    for item in part:
        answers.write(BEGUN)
        answers.flush()
        worker.work(rows, item)
    answers.write(DONE)
    _answer(answers, rows.columns)
    gc.collect()  # only what is left of this part: all else is frozen


def _answer(answers: IO[bytes], value: Any) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound() -> None:
    """Bound its memory where the system can."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such module
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
