"""Work on many files in several processes, in their order and in bounded memory."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from gklint.errors import UsageError
from gklint.formats.sniff import KINDS, Kind, suffix_of
from gklint.project.project import Project
from gklint.render.rendering import Known

_UNKNOWN = Known()
_USUAL = 10_000  # bytes of a report; a file without any takes a third of its time
_NONE = 5_000
_WEIGHT = {Kind.TEXT: 1, Kind.HTML: 2, Kind.DOCX: 4}  # texts that take as long to read
_HEAVY = 24
_WORTH_A_POOL = 40  # texts; below that, starting processes takes longer than it saves
_CHUNKS = 8  # for each process, but none of more texts than
_CHUNK = 16
_WAITING = 3  # chunks for each process; what is done stays in memory until its turn comes

Item = TypeVar("Item")
Result = TypeVar("Result")


class Job(NamedTuple):
    """A file that is to be worked on, and what is known of it before."""

    path: Path
    known: Known = _UNKNOWN


Work = Callable[[Project, Job], Result]
"""What is made of one file; it can be sent to another process."""


def each_file(
    todo: Sequence[Job], project: Project, jobs: int | None, work: Work[Result]
) -> Iterator[Result]:
    """What ``work`` makes of each file, in their order."""
    return each(todo, _weight, jobs, partial(work, project))


def each(
    todo: Sequence[Item],
    weigh: Callable[[Item], float],
    jobs: int | None,
    work: Callable[[Item], Result],
) -> Iterator[Result]:
    """What ``work`` makes of each item, in their order; all of them can be sent to a process.

    ``weigh``: how many usual texts take as long.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(todo))
    weights = [*map(weigh, todo)] if jobs > 1 else []
    if sum(weights) < _WORTH_A_POOL or not _may_have_children():
        yield from map(work, todo)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunks = _chunks(todo, weights, jobs)
    pool = ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(work,))
    try:
        first = islice(chunks, _WAITING * jobs)
        waiting = deque(pool.submit(_work, chunk) for chunk in first)
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(pool.submit(_work, chunk) for chunk in islice(chunks, 1))
    except BrokenProcessPool as error:
        raise UsageError("usage.process-ended") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _may_have_children() -> bool:
    """Whether this is no daemonic process, such as a worker of another pool."""
    from multiprocessing import current_process

    return not current_process().daemon


def _weight(job: Job) -> float:
    """How many usual texts take as long."""
    try:
        size = job.path.stat().st_size if kind_named(job.path.name).has_lines else 0
    except OSError:
        size = 0
    return weigh(job.path.name, size)


def weigh(name: str, size: int) -> float:
    """How many usual texts take as long as a file that is called so and has so many bytes."""
    kind = kind_named(name)
    if not kind.has_lines:
        return _WEIGHT.get(kind, _HEAVY)
    return _WEIGHT[kind] * (size + _NONE) / (_USUAL + _NONE)


def kind_named(name: str) -> Kind:
    """The kind that a file should be of, by its name."""
    return KINDS.get(suffix_of(name), Kind.TEXT)


def _chunks(todo: Sequence[Item], weights: Sequence[float], jobs: int) -> Iterator[list[Item]]:
    """The items in their order, so many at once that they take about as long."""
    most = min(sum(weights) / (_CHUNKS * jobs), _CHUNK)
    chunk: list[Item] = []
    room = most
    for item, weight in zip(todo, weights, strict=True):
        if chunk and weight > room:
            yield chunk
            chunk, room = [], most
        chunk.append(item)
        room -= weight
    if chunk:
        yield chunk


_worker: list[Callable[[Any], Any]] = []


def _start_worker(work: Callable[[Any], Any]) -> None:
    import signal

    # Ctrl+C reaches every process; a worker that ends at its queue would leave it locked for ever.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.append(work)
    gc.disable()  # as in the process that started this one


def _work(chunk: Sequence[Any]) -> list[Any]:
    return [*map(_worker[0], chunk)]
