"""Reports beside one another: of the year before, and of the bodies of a county."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from gklint.model.abstract import Abstract, Stated
from gklint.model.outcomes import Outcome


class Earlier(NamedTuple):
    """The report of the same body for the year before.

    ``common``: sentences that many bodies write, as ``text.likeness.masked`` gives them; that one
    stands in both years says nothing.  ``stated``: asked for what its running text says of the
    cells of each table, which is not known before.
    """

    report: Abstract
    common: frozenset[str] = frozenset()
    stated: Callable[[], Mapping[str, Stated]] = dict


class Lacking(NamedTuple):
    """Reports of the year before were given, but none can be told to be of the same body.

    ``reason``: the key of a text of ``words``, which ``args`` fill.
    """

    reason: str
    args: Mapping[str, object] = {}


class Member(NamedTuple):
    """A body that has to report.  ``parent``: the body that its numbers are a part of."""

    name: str
    parent: str | None = None
    former: tuple[str, ...] = ()
    level: str | None = None


class Entry(NamedTuple):
    """A report of a county.  ``body``: the name of a member; None where it cannot be told.

    ``earlier``: None where nothing of the year before was given.
    """

    report: Abstract
    body: str | None = None
    earlier: Earlier | Lacking | None = None


class County(NamedTuple):
    """Reports of one year, and the bodies that they are of.  Members by name, in their order.

    ``listed``: the members are those of a list; without one there may be more of them.
    """

    entries: tuple[Entry, ...]
    members: Mapping[str, Member] = {}
    listed: bool = True

    def below(self, name: str) -> Iterator[Member]:
        """The bodies right below one."""
        return (member for member in self.members.values() if member.parent == name)

    def of(self, name: str) -> list[int]:
        """Which entries are of a body."""
        return [number for number, entry in enumerate(self.entries) if entry.body == name]


class Told(NamedTuple):
    """What a check of a county says of one of its entries, by its number."""

    entry: int
    outcome: Outcome
