"""How each body stands: whether it may publish, and what changed since the review before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from gklint.review.gathering import Case, Gathered
from gklint.review.reading import Item
from gklint.ruleset.severity import Severity


class Standing(Enum):
    """Whether the report of a body may be published.  Its texts are called by the values."""

    FIT = "fit"
    MEND = "mend"
    UNREAD = "unread"
    MISSING = "missing"


class Kept(NamedTuple):
    """A finding of the review before, known by its body, its code and its place in the form."""

    body: str
    code: str
    place: str
    severity: str
    message: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others, whatever the file is called now."""
        return self.body, self.code, self.place


class Body(NamedTuple):
    """A body, or what calls itself one and is on no list (``listed``).

    ``new``: the keys of findings that were not there in the review before; None if there was none.
    ``mended``: those that are gone.
    """

    name: str
    parent: str | None
    listed: bool
    standing: Standing
    cases: tuple[Case, ...]
    new: Collection[tuple[str, str, str]] | None = None
    mended: tuple[Kept, ...] = ()

    @property
    def items(self) -> list[Item]:
        """All findings in its files, the gravest first, then in their order."""
        found = [item for case in self.cases for item in case.items]
        return sorted(found, key=lambda item: item.found.severity.rank)

    @property
    def undecided(self) -> int:
        """How many checks could not be decided."""
        return sum(len(case.undecided) for case in self.cases)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(item.found.severity is severity for item in self.items)


def bodies_of(
    gathered: Gathered, fails: Collection[Severity], before: Sequence[Kept] | None
) -> list[Body]:
    """All bodies in the order of the list, then those on no list.

    ``fails``: the severities that have to be mended.  ``before``: the findings of the last review.
    """
    by_name: dict[str, list[Case]] = {name: [] for name in gathered.members}
    for case in gathered.cases:
        by_name.setdefault(case.match.name or called(case), []).append(case)
    earlier: dict[str, list[Kept]] = {}
    for each in before or ():
        earlier.setdefault(each.body, []).append(each)
    made = []
    for name, cases in by_name.items():
        member = gathered.members.get(name)
        body = Body(
            name,
            member.parent if member else None,
            member is not None,
            _standing(cases, fails),
            tuple(cases),
        )
        made.append(_compared(body, earlier.get(name, ())) if before is not None else body)
    return made


def called(case: Case) -> str:
    """What a file that is of no member goes by: as it calls itself, or its name."""
    return case.read.report.agency or case.read.path.stem


def kept(bodies: Iterable[Body]) -> list[Kept]:
    """The findings of a review, for the next one."""
    return [_kept(body, item) for body in bodies for item in body.items]


def key_of(body: Body, item: Item) -> tuple[str, str, str]:
    """What tells a finding from others, whatever its file is called."""
    return body.name, item.found.code, item.found.structure


def _kept(body: Body, item: Item) -> Kept:
    return Kept(*key_of(body, item), str(item.found.severity), item.found.message)


def _standing(cases: Sequence[Case], fails: Collection[Severity]) -> Standing:
    if not cases:
        return Standing.MISSING
    if not any(case.is_report for case in cases):
        return Standing.UNREAD
    wrong = any(item.found.severity in fails for case in cases for item in case.items)
    if wrong:
        return Standing.MEND
    late = all(case.other_year for case in cases if case.is_report)
    return Standing.MISSING if late else Standing.FIT


def _compared(body: Body, before: Iterable[Kept]) -> Body:
    now = {key_of(body, item) for item in body.items}
    known: Mapping[tuple[str, str, str], Kept] = {each.key: each for each in before}
    gone = tuple(each for key, each in known.items() if key not in now)
    return body._replace(new=now - known.keys(), mended=gone)
