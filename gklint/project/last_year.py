"""The reports of last year that were given, and which of them is of the same body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from gklint.files.paths import absolute
from gklint.frozen import Frozen
from gklint.model.abstract import Abstract
from gklint.model.county import Earlier, Lacking
from gklint.model.document import Document
from gklint.project.last_year_files import Taken, state_taken
from gklint.words import Message

_MOST_NAMED = 3  # files, in a reason


class Match(NamedTuple):
    """The body that is meant; ``near``: those that may be meant."""

    name: str | None
    near: tuple[str, ...] = ()


class LastYear(Frozen, eq=False):
    """Reports of last year.  ``path``: as the user called it; a file or a ``folder``.

    ``taken``: its files, in their order.
    """

    path: str
    folder: bool
    taken: tuple[Taken, ...]

    @cached_property
    def state(self) -> bytes:
        """What tells the files from others, as they were when they were read."""
        return state_taken(self.taken)

    def find(self, document: Document) -> Earlier | Lacking:
        """The report of the year before of the same body, or why there is none."""
        if document.year is None:
            return Lacking("earlier.own-year")
        find = self._among if self.folder else self._only
        found = find(document, document.year - 1)
        return found if isinstance(found, Lacking) else Earlier(found)

    def _only(self, document: Document, year: int) -> Abstract | Lacking:
        """The one file, unless it certainly is not the right one."""
        ((_, report, problem),) = self.taken
        if _same_file(document.source.path, report.path):
            return Lacking("earlier.itself", {"file": report.path})
        if problem is not None:
            return _unfit(report, problem)
        if report.year != year:
            args = {"file": report.path, "found": report.year, "year": year}
            return Lacking("earlier.other-year", args)
        if document.agency and report.agency:
            match = _find(document.agency, [report.agency])
            if not (match.name or match.near):
                args = {"file": report.path, "found": report.agency, "agency": document.agency}
                return Lacking("earlier.other-body", args)
        return report

    def _among(self, document: Document, year: int) -> Abstract | Lacking:
        """The one of a body, among those of many."""
        if document.agency is None:
            return Lacking("earlier.own-body")
        bodies = self._by_year.get(year, {})
        name, near = _find(document.agency, bodies)
        args = {"path": self.path, "agency": document.agency, "year": year}
        if name is None:
            key = "earlier.likely" if near else "earlier.none"
            return Lacking(key, {**args, "near": near, "others": self._others})
        first, *more = bodies[name]
        if any(_numbers(first.report) != _numbers(each.report) for each in more):
            files = _named([each.report for each in bodies[name]])
            return Lacking("earlier.several", {**args, **files})
        return _unfit(first.report, first.problem) if first.problem else first.report

    @cached_property
    def _by_year(self) -> Mapping[int, Mapping[str, Sequence[Taken]]]:
        """Reports by year and body; of one in several files those first that can be compared."""
        found: dict[int, dict[str, list[Taken]]] = {}
        for each in sorted(self.taken, key=lambda each: each.problem is not None):
            year, body = each.report.year, each.report.agency
            if year is not None and body is not None:
                found.setdefault(year, {}).setdefault(body, []).append(each)
        return found

    @cached_property
    def _others(self) -> Message | str:
        """Which files may be of any body, said where one is not found; "" if there are none."""
        reports = (each.report for each in self.taken)
        unknown = [each for each in reports if each.year is None or each.agency is None]
        if not unknown:
            return ""
        return Message("earlier.others", {"count": len(unknown), **_named(unknown)})


def _find(agency: str, agencies: Iterable[str]) -> Match:
    """The body among others that is the same by its name."""
    return Match(agency if agency in agencies else None)


def _unfit(report: Abstract, problem: Message) -> Lacking:
    return Lacking("earlier.unfit", {"file": report.path, "reason": problem})


def _named(reports: Sequence[Abstract]) -> dict[str, object]:
    """The files of reports; of many, the first."""
    more = Message("messages.and-more") if len(reports) > _MOST_NAMED else ""
    return {"files": [report.path for report in reports[:_MOST_NAMED]], "more": more}


def _numbers(report: Abstract) -> object:
    return {
        name: {key: figure.number for key, figure in table.items()}
        for name, table in report.tables.items()
    }


def _same_file(one: str | None, other: str | None) -> bool:
    if one in (None, "-") or other is None:
        return False
    if absolute(str(one)) == absolute(other):
        return True
    with suppress(OSError):
        return Path(str(one)).samefile(other)
    return False
