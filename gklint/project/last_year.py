"""The reports of last year that were given, and which of them is of the same body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from gklint.bodies.matching import Bodies
from gklint.files.paths import absolute
from gklint.form.form import Form
from gklint.frozen import Frozen
from gklint.model.abstract import Abstract
from gklint.model.county import Earlier, Lacking, Member
from gklint.model.document import Document
from gklint.project.last_year_files import Taken, state_taken
from gklint.words import Message

_MOST_NAMED = 3  # files, in a reason


class _Year(NamedTuple):
    """The reports for a year.

    ``of``: by the member; those first that can be compared with.  ``common``: what so many bodies
    write that it tells nothing.
    """

    bodies: Bodies
    of: Mapping[str, Sequence[Taken]]
    common: frozenset[str]


class LastYear(Frozen, eq=False):
    """Reports of last year.  ``path``: as the user called it; a file or a ``folder``.

    ``taken``: its files, in their order.  ``members``: those of the list of bodies, by whose former
    names they are known too.
    """

    path: str
    folder: bool
    taken: tuple[Taken, ...]
    members: Mapping[str, Member] = {}

    @cached_property
    def state(self) -> bytes:
        """What tells the files from others, as they were when they were read."""
        return state_taken(self.taken)

    def prepare(self, form: Form) -> None:
        """Tell now what is known of each year, for all processes that get it."""
        for year in filter(None, {each.report.year for each in self.taken}):
            self._for_year(year, form)

    def find(self, document: Document, form: Form) -> Earlier | Lacking:
        """The report of the year before of the same body, or why there is none."""
        if document.year is None:
            return Lacking("earlier.own-year")
        if self.folder:
            return self._among(document, document.year - 1, form)
        found = self._only(document, document.year - 1, form)
        return found if isinstance(found, Lacking) else Earlier(found)

    def _only(self, document: Document, year: int, form: Form) -> Abstract | Lacking:
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
            bodies = Bodies.of([report.agency], form.bodies, self.members)
            match = bodies.find(document.agency)
            same = match.name == bodies.find(report.agency).name
            if not ((match.name and same) or match.near):
                args = {"file": report.path, "found": report.agency, "agency": document.agency}
                return Lacking("earlier.other-body", args)
        return report

    def _among(self, document: Document, year: int, form: Form) -> Earlier | Lacking:
        """The one of a body, among those of many."""
        if document.agency is None:
            return Lacking("earlier.own-body")
        bodies, reports, common = self._for_year(year, form)
        name, near = bodies.find(document.agency)
        args = {"path": self.path, "agency": document.agency, "year": year}
        if name is None or name not in reports:
            key = "earlier.likely" if near else "earlier.none"
            return Lacking(key, {**args, "near": near, "others": self._others})
        first, *more = reports[name]
        if any(_numbers(first.report) != _numbers(each.report) for each in more):
            files = _named([each.report for each in reports[name]])
            return Lacking("earlier.several", {**args, **files})
        if first.problem:
            return _unfit(first.report, first.problem)
        return Earlier(first.report, common)

    def _for_year(self, year: int, form: Form) -> _Year:
        if year not in self._years:
            reports = [each for each in self.taken if each.report.year == year]
            agencies = filter(None, (each.report.agency for each in reports))
            bodies = Bodies.of(agencies, form.bodies, self.members)
            of: dict[str, list[Taken]] = {}
            for each in sorted(reports, key=lambda each: each.problem is not None):
                match = bodies.find(each.report.agency) if each.report.agency else None
                if match and match.name:
                    of.setdefault(match.name, []).append(each)
            firsts = [each[0].report for each in of.values()]
            self._years[year] = _Year(bodies, of, _common(firsts, form))
        return self._years[year]

    @cached_property
    def _years(self) -> dict[int, _Year]:
        return {}

    @cached_property
    def _others(self) -> Message | str:
        """Which files may be of any body, said where one is not found; "" if there are none."""
        reports = (each.report for each in self.taken)
        unknown = [each for each in reports if each.year is None or each.agency is None]
        if not unknown:
            return ""
        return Message("earlier.others", {"count": len(unknown), **_named(unknown)})


def _common(reports: Sequence[Abstract], form: Form) -> frozenset[str]:
    """What many bodies write; ``reports``: one of each."""
    from gklint.checks.texts import common_to, own_text
    from gklint.text.likeness import Names

    named = ((report, Names(filter(None, [report.agency]))) for report in reports)
    texts = [own_text(report, form, names) for report, names in named]
    return common_to(texts, form.bodies.template)


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
