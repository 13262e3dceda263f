"""What a worker of the engine does with a part.  It is sent by its name: gklint has to be there."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gklint.corpus.files import Written, written
from gklint.corpus.items import File, Item
from gklint.corpus.journal import Entry
from gklint.corpus.rows import Columns, Key
from gklint.corpus.schema import TABLES
from gklint.corpus.setup import Setup
from gklint.corpus.tending import Tender
from gklint.version import VERSION
from gklint.words import Message


class Task(NamedTuple):
    """A part to be worked on.  ``seconds``: how long one file may take."""

    items: Sequence[Item]
    setup: Setup
    seconds: float


class Made(NamedTuple):
    """A part as it is to be written.  ``failed``: how many files gave no report."""

    files: tuple[Written, ...]
    entries: tuple[Entry, ...]
    failed: int


class _Here(threading.local):
    """The process of each thread of a worker."""

    tender: Tender | None = None
    given: tuple[Setup, float] | None = None


_here = _Here()
_tenders: list[Tender] = []


def work(task: Task) -> Made:
    """Read and check the files of a part.  Raises GklintError if that cannot begin."""
    columns = _tender(task.setup, task.seconds).work(task.items)
    failed = sum(len(found[0]) for key, found in columns.items() if key.table == "failures")
    return Made(written(columns), entries_of(task.items, columns), failed)


def entries_of(items: Sequence[Item], columns: Mapping[Key, Columns]) -> tuple[Entry, ...]:
    """The files of a part, with what tells whether they are as they were."""
    number, digest = _places("reports", "report", "hash")
    digests = {
        report: found
        for key, own in columns.items()
        if key.table == "reports"
        for report, found in zip(own[number], own[digest], strict=True)
    }
    return tuple(_entry(item, digests.get(item.number)) for item in items)


def smaller(task: Task) -> Iterator[Task]:
    """A part whose worker died again and again, in halves; of one file, without reading it."""
    items = task.items
    if len(items) > 1:
        half = len(items) // 2
        yield task._replace(items=items[:half])
        yield task._replace(items=items[half:])
    else:
        yield task._replace(items=[_given_up(items[0])])


def _given_up(item: Item) -> Item:
    return item._replace(refused=Message("corpus.died"))


def version() -> str:
    """The version of gklint where this runs."""
    return VERSION


def close() -> None:
    """End the processes that read."""
    while _tenders:
        _tenders.pop().close()


def _entry(item: Item, digest: object) -> Entry:
    """A file of the part.  One that could not be read is read again, unless nothing can help."""
    read = digest is not None
    kept = read or (isinstance(item.at, File) and item.refused is None)
    return Entry(
        item.address, item.source, item.mark if kept else None, str(digest) if read else None
    )


def _places(table: str, *names: str) -> list[int]:
    order = [column.name for column in TABLES[table]]
    return [order.index(name) for name in names]


def _tender(setup: Setup, seconds: float) -> Tender:
    if _here.tender is None or _here.given != (setup, seconds):
        if _here.tender:
            _here.tender.close()
        _here.tender, _here.given = Tender(setup, seconds), (setup, seconds)
        _tenders.append(_here.tender)
    return _here.tender
