"""Open documents, and the one thread that checks them.

All but the checks themselves happens on the main loop.  A document that changes while a check
is under way is checked next, with its newest text only; what an older check has found is
dropped.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from queue import SimpleQueue
from threading import Thread
from urllib.parse import unquote

from gklint.lsp.checking import Checked

_log = logging.getLogger(__name__)

Job = Callable[[], Checked]


@dataclass
class Document:
    """An open document.  ``stamp`` changes with its text and with the settings.

    saved: the text when it was opened or saved last.
    checked: what was found last, perhaps in an older text.  checked_stamp: the stamp it had.
    told: what the user was told to be wrong with the settings, if it still is.
    pulled: whether the client has asked for diagnostics.  shown: whether any were sent that it did
    not ask for, and are shown.  referred: whether the user was told that only a check can read it.
    """

    uri: str
    version: int | None
    text: str
    saved: str = ""
    stamp: int = 0
    checked: Checked | None = None
    checked_stamp: int | None = None
    told: str | None = None
    pulled: bool = False
    shown: bool = False
    referred: bool = False
    waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def fresh(self) -> Checked | None:
        """What was found in the text as it is now; None if that is not known."""
        return self.checked if self.checked_stamp == self.stamp else None

    def release(self) -> None:
        """Let those go on who wait for a check."""
        for future in self.waiting:
            if not future.done():
                future.set_result(None)
        self.waiting.clear()


class Documents:
    """The open documents.

    Args:
        job: What checks a document, run in the thread.

        publish: Called for a document when its newest text has been checked.
    """

    def __init__(self, job: Callable[[Document], Job], publish: Callable[[Document], None]) -> None:
        self._job, self._publish = job, publish
        self._open: dict[str, Document] = {}
        self._stamps = count(1)
        self._dirty: dict[str, None] = {}  # the last one is checked first
        self._busy = False
        self._worker = Worker()

    def __iter__(self) -> Iterator[Document]:
        return iter([*self._open.values()])

    def get(self, uri: str) -> Document | None:
        """The document, if it is open; however the client quotes its URI."""
        return self._open.get(unquote(uri))

    def put(self, uri: str, version: int | None, text: str) -> None:
        """Open a document, or change the text of one.  What is no character becomes ``?``."""
        text = text.encode("utf-8", "replace").decode("utf-8")
        document = self._open.setdefault(unquote(uri), Document(uri, version, text, text))
        document.version, document.text = version, text
        self._touch(unquote(uri))

    def saved(self, uri: str) -> None:
        """The text of a document is now that of its file."""
        document = self.get(uri)
        if document:
            document.saved = document.text

    def close(self, uri: str) -> Document | None:
        """Forget a document.  Returns it if it was open."""
        self._dirty.pop(unquote(uri), None)
        document = self._open.pop(unquote(uri), None)
        if document:
            document.release()
        return document

    def check_all(self) -> None:
        """Check all documents anew."""
        for key in [*self._open]:
            self._touch(key)

    async def checked(self, uri: str) -> Checked | None:
        """What is found in the newest text; None if the document is not open (any more)."""
        document = self.get(uri)
        if document and document.fresh is None:
            future = asyncio.get_running_loop().create_future()
            document.waiting.append(future)
            await future
        return document.fresh if document and document is self.get(uri) else None

    def _touch(self, key: str) -> None:
        self._open[key].stamp = next(self._stamps)
        self._dirty.pop(key, None)
        self._dirty[key] = None
        self._next()

    def _next(self) -> None:
        if self._busy or not self._dirty:
            return
        self._busy = True
        key, _ = self._dirty.popitem()
        document = self._open[key]
        self._worker.run(self._job(document), partial(self._done, key, document.stamp))

    def _done(self, key: str, stamp: int, checked: Checked | None) -> None:
        self._busy = False
        document = self._open.get(key)
        if document and document.stamp == stamp:
            document.checked = checked or document.checked
            document.checked_stamp = stamp if checked else None
            if checked:
                self._publish(document)
            document.release()
        self._next()


class Worker:
    """A thread that does one job after the other, and does not keep the process alive."""

    def __init__(self) -> None:
        self._inbox: SimpleQueue[
            tuple[asyncio.AbstractEventLoop, Job, Callable[[Checked | None], None]]
        ] = SimpleQueue()
        Thread(target=self._work, name="gklint-check", daemon=True).start()

    def run(self, job: Job, done: Callable[[Checked | None], None]) -> None:
        """Do a job; ``done`` is called on the main loop, with None if the job has failed."""
        self._inbox.put((asyncio.get_running_loop(), job, done))

    def _work(self) -> None:
        while True:
            loop, job, done = self._inbox.get()
            result = None
            try:
                result = job()
            except Exception:  # the server stays up
                _log.exception("a check has failed")
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(done, result)
