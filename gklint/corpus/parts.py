"""What a worker of the engine does with a part.  It is sent by its name: gklint has to be there."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gklint.corpus.files import Written, written
from gklint.corpus.items import Item
from gklint.corpus.journal import Entry
from gklint.corpus.opening import is_remote
from gklint.corpus.readers import Readers
from gklint.corpus.rows import Columns, Key
from gklint.corpus.schema import TABLES
from gklint.corpus.setup import Setup
from gklint.corpus.tending import Tender
from gklint.findings.codes import UNREADABLE
from gklint.version import VERSION
from gklint.words import Message


class Task(NamedTuple):
    """A part to be worked on.  ``seconds``: how long one file may take.

    ``run``: by which the processes of a run are known from those of others.
    """

    items: Sequence[Item]
    setup: Setup
    seconds: float
    run: str = ""


class Made(NamedTuple):
    """A part as it is to be written.  ``failed``: how many files gave no report."""

    files: tuple[Written, ...]
    entries: tuple[Entry, ...]
    failed: int


_tenders: dict[int, tuple[str, Tender]] = {}
"""By the thread of this worker, each with the run that it works for."""
_readers: dict[str, Readers] = {}
"""Those of a run, by its name."""
_ended: set[str] = set()
_changing = threading.Lock()


def work(task: Task) -> Made:
    """Read and check the files of a part.  Raises GklintError if that cannot begin."""
    columns = _tender(task).work(task.items)
    failed = sum(len(found[0]) for key, found in columns.items() if key.table == "failures")
    return Made(written(columns), entries_of(task.items, columns), failed)


def entries_of(items: Sequence[Item], columns: Mapping[Key, Columns]) -> tuple[Entry, ...]:
    """The files of a part, with what tells whether they are as they were."""
    digests = dict(_told(columns, "reports", "hash"))
    failures = dict(_told(columns, "failures", "reason"))
    return tuple(
        _entry(item, digests.get(item.number), failures.get(item.number)) for item in items
    )


def smaller(task: Task) -> Iterator[Task]:
    """A part that failed, in halves; of one file, without reading it; then nothing helps."""
    items = task.items
    if len(items) > 1:
        half = len(items) // 2
        yield task._replace(items=items[:half])
        yield task._replace(items=items[half:])
    elif items[0].refused is None:
        yield task._replace(items=[_given_up(items[0])])


def _given_up(item: Item) -> Item:
    return item._replace(refused=Message("corpus.died"))


def version() -> str:
    """The version of gklint where this runs."""
    return VERSION


def close(run: str) -> None:
    """End the processes that read for a run, and start none for parts of it that come late."""
    with _changing:
        _ended.add(run)
        for thread in [thread for thread, (by, _) in _tenders.items() if by == run]:
            _end(thread)


def _told(columns: Mapping[Key, Columns], table: str, name: str) -> Iterator[tuple[object, Any]]:
    """What a column says of each report."""
    at = [column.name for column in TABLES[table]].index(name)
    for key, own in columns.items():
        if key.table == table:
            yield from zip(own[0], own[at], strict=True)


def _entry(item: Item, digest: str | None, failure: str | None) -> Entry:
    """A file of the part.  It is tried again in any case where a network may be to blame."""
    mark = None if failure == UNREADABLE and is_remote(item.at) else item.mark
    return Entry(item.address, item.source, mark, digest)


def _tender(task: Task) -> Tender:
    """That of this thread; what a run left that was killed meanwhile is ended."""
    thread = threading.get_ident()
    with _changing:
        by, tender = _tenders.get(thread, (None, None))
        if tender is None or by != task.run:
            if tender:
                _end(thread)
            readers = _readers.setdefault(task.run, Readers(task.setup))
            tender = Tender(readers, task.seconds)
            _tenders[thread] = task.run, tender
            if task.run in _ended:
                _end(thread)
    return tender


def _end(thread: int) -> None:
    """End what reads for a thread, and what its run started if that was the last one."""
    run, tender = _tenders.pop(thread)
    tender.close()
    if all(run != by for by, _ in _tenders.values()):
        _readers.pop(run).close()
