"""Processes that work on chunks of items; one that dies or hangs costs the item that it was at."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as SlowError
from typing import Any, Generic, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

_SECONDS = 300  # for a chunk, and for an item by itself; the readers give up long before
DIED, SLOW = "died", "too-slow"
"""Why an item is lost, as UnreadableFileError has it."""

_TRIES = 2  # for an item: a process may also be killed for what others take

Item = TypeVar("Item")
Result = TypeVar("Result")


class Begun(NamedTuple):
    """A chunk that is worked on."""

    chunk: Sequence[Any]
    future: ProcessFuture[Sequence[Any]]


class Processes(Generic[Item, Result]):
    """So many processes.  To be used in ``with``."""

    def __init__(
        self,
        count: int,
        work: Callable[[Item], Result],
        lost: Callable[[Item, str], Result],
        seconds: float = _SECONDS,
    ) -> None:
        """``lost``: what is made of an item without its process, and why."""
        self._pool = ProcessPool(count, initializer=_start, initargs=[work])
        self._lost = lost
        self._seconds = seconds

    def __enter__(self) -> Processes[Item, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def begin(self, chunk: Sequence[Item]) -> Begun:
        """Have a chunk worked on."""
        return Begun(chunk, self._pool.schedule(_work, args=[chunk], timeout=self._seconds))

    def end(self, begun: Begun) -> Iterator[Result]:
        """What came of a chunk, item by item where its process did not come to an end."""
        try:
            done: Sequence[Result] = begun.future.result()
        except (ProcessExpired, SlowError):
            yield from map(self._alone, begun.chunk)
        else:
            yield from done

    def _alone(self, item: Item) -> Result:
        for _ in range(_TRIES):
            try:
                done: Result = self.begin([item]).future.result()[0]
            except SlowError:
                return self._lost(item, SLOW)
            except ProcessExpired:
                continue
            return done
        return self._lost(item, DIED)


_worker: list[Callable[[Any], Any]] = []


def _start(work: Callable[[Any], Any]) -> None:
    import signal

    # Ctrl+C reaches every process; a worker that ends at its queue would leave it locked for ever.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.append(work)
    gc.disable()  # as in the process that started this one


def _work(chunk: Sequence[Any]) -> list[Any]:
    return [*map(_worker[0], chunk)]
