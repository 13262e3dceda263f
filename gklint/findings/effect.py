"""What other rules do to a report: which findings come, which go, which only move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic


class Moved(NamedTuple):
    """A finding of the same rule and severity at another place of the form."""

    now: Diagnostic
    then: Diagnostic


class Effect(NamedTuple):
    """The findings that only one of two rule sets has.

    ``came``: only those in force.  ``gone``: only the others.
    """

    came: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]

    def parted(self) -> tuple[list[Diagnostic], list[Diagnostic], list[Moved]]:
        """What came, what is gone, and what moved, which is then neither."""
        waiting: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
        for found in reversed(self.gone):
            waiting[_kind(found)].append(found)
        moved = [*_moved(self.came, waiting)]
        now = {id(each.now) for each in moved}
        then = {id(each.then) for each in moved}
        came = [found for found in self.came if id(found) not in now]
        return came, [found for found in self.gone if id(found) not in then], moved


def effect_of(own: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> Effect:
    """The findings by the rules in force beside those by others, of one file."""
    now, then = {*map(identity, own)}, {*map(identity, others)}
    return Effect(
        tuple(found for found in own if identity(found) not in then),
        tuple(found for found in others if identity(found) not in now),
    )


def _moved(
    came: Iterable[Diagnostic], waiting: dict[tuple[str, str], list[Diagnostic]]
) -> Iterator[Moved]:
    for found in came:
        if alike := waiting[_kind(found)]:
            yield Moved(found, alike.pop())


def identity(found: Diagnostic) -> tuple[str, str]:
    """A finding, and how serious it is: that may change too."""
    return found.structure, str(found.severity)


def _kind(found: Diagnostic) -> tuple[str, str]:
    return found.code, str(found.severity)
