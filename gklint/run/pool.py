"""Work on many files in several processes, in their order and in bounded memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

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
    """A file that is to be worked on, and what is known of it before.

    ``lost``: why it is not even read, as UnreadableFileError has it: it took its process with it.
    """

    path: Path
    known: Known = _UNKNOWN
    lost: str | None = None


Work = Callable[[Project, Job], Result]
"""What is made of one file; it can be sent to another process."""


def each_file(
    todo: Sequence[Job], project: Project, jobs: int | None, work: Work[Result]
) -> Iterator[Result]:
    """What ``work`` makes of each file, in their order.

    A file at which a process dies, or does not come to an end, is lost; the others go on.
    """
    own = partial(work, project)
    return each(todo, _weight, jobs, own, lambda job, why: own(job._replace(lost=why)))


def each(
    todo: Sequence[Item],
    weigh: Callable[[Item], float],
    jobs: int | None,
    work: Callable[[Item], Result],
    lost: Callable[[Item, str], Result],
) -> Iterator[Result]:
    """What ``work`` makes of each item, in their order; all of them can be sent to a process.

    ``weigh``: how many usual texts take as long.  ``lost``: what is made of an item at which the
    process dies, or does not come to an end.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(todo))
    weights = [*map(weigh, todo)] if jobs > 1 else []
    if sum(weights) < _WORTH_A_POOL or not _may_have_children():
        yield from map(work, todo)
        return
    from gklint.run.processes import Processes

    chunks = _chunks(todo, weights, jobs)
    with Processes(jobs, work, lost) as processes:
        waiting = deque(map(processes.begin, islice(chunks, _WAITING * jobs)))
        while waiting:
            yield from processes.end(waiting.popleft())
            waiting.extend(map(processes.begin, islice(chunks, 1)))


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
