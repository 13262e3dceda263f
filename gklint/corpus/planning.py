"""What a run has to do: which files are new or changed, cut into parts that take about as long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import NamedTuple

from gklint.corpus.items import INSIDE, File, Item, Member
from gklint.corpus.journal import Entry, Journal
from gklint.errors import UnreadableFileError
from gklint.formats.limits import DEFAULT
from gklint.formats.reading import load

PART = 400
"""Texts: a second of work and more, beside which the share of a scheduler is small."""
_LEAST = 16
_SHARES = 2  # parts for each worker, so that none waits long for the last one
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")


class Plan(NamedTuple):
    """``todo``: what is to be read.  ``fresh``: how many files are as they were.

    ``failed``: how many of those gave no report.  ``seen``: new stamps of those that were only
    touched.  ``gone``: addresses that were there before and are not any more, though their source
    is; ``lapsed``: those that never gave a report, of which nothing need be kept.
    """

    todo: Sequence[Item]
    fresh: int
    failed: int
    seen: dict[str, str]
    gone: frozenset[str]
    lapsed: frozenset[str]


def plan(
    items: Iterable[Item],
    sources: Iterable[str],
    journal: Journal,
    rules: str,
    *,
    again: bool = False,
) -> Plan:
    """What is to be done; ``rules``: the digest of those in force.

    ``again``: also what gave no report before.
    """
    known = {entry.address: (entry, part.rules) for entry, part in journal.entries()}
    asked = {*sources}
    gone = {address: entry.digest for address, (entry, _) in known.items() if entry.source in asked}
    broken = set[str]()
    fresh = failed = 0
    seen, todo = dict[str, str](), list[Item]()
    for item in items:
        gone.pop(item.address, None)
        if isinstance(item.at, Member) and not item.at.name:
            broken.add(item.address)
        entry, by = known.get(item.address, (None, None))
        if (
            entry is None
            or by != rules
            or (again and entry.digest is None)
            or not _unchanged(item, entry)
        ):
            todo.append(item)
            continue
        fresh += 1
        failed += entry.digest is None
        if item.mark and item.mark != entry.stamp:
            seen[item.address] = item.mark
    return Plan(
        todo,
        fresh,
        failed,
        seen,
        frozenset(each for each, digest in gone.items() if digest and not _within(each, broken)),
        frozenset(each for each, digest in gone.items() if not digest),
    )


def _within(address: str, archives: set[str]) -> bool:
    """Whether something is a member of one of these archives."""
    return address.rpartition(INSIDE)[0] in archives


def _unchanged(item: Item, entry: Entry) -> bool:
    """Whether a file is as it was; one that was only touched is read and hashed."""
    if item.mark is None or entry.stamp is None:
        return False
    if item.mark == entry.stamp:
        return True
    if not isinstance(item.at, File) or entry.digest is None or item.known.said:
        return False
    try:
        return sha256(load(Path(item.at.path), DEFAULT)).hexdigest() == entry.digest
    except UnreadableFileError:
        return False


def cut(todo: Sequence[Item], journal: Journal, workers: int) -> Iterator[list[Item]]:
    """Parts, for so many workers.

    Files that were in one part before stay together, so that it can go as a whole.  Those of a
    year mostly come together: the tables have a file for each year of a part.
    """
    whole = sum(item.weight for item in todo)
    most = max(whole / max(_SHARES * workers, ceil(whole / PART)), _LEAST) if todo else PART
    ordered = sorted(todo, key=lambda item: (journal.homes.get(item.address, ""), _year(item)))
    part: list[Item] = []
    room, home = most, ""
    for item in ordered:
        own = journal.homes.get(item.address, "")
        if part and (item.weight > room or own != home):
            yield part
            part, room = [], most
        part.append(item)
        room -= item.weight
        home = own
    if part:
        yield part


def _year(item: Item) -> str:
    """The year that an address names last; it need not be that of the report."""
    found = _YEAR.findall(item.address)
    return found[-1] if found else ""
