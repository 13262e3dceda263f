"""The reports of a county: whose each is, and what is found when they stand beside one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gklint.bodies.matching import Bodies, Match
from gklint.errors import UnreadableFileError
from gklint.findings.codes import CRASHED
from gklint.findings.diagnostics import UndecidedCheck
from gklint.formats.reading import nothing, read
from gklint.linter import Linter
from gklint.model.county import County, Entry, Member
from gklint.project.project import Project
from gklint.review.reading import Item, Read, item_of
from gklint.ruleset.running import Ran, run_county
from gklint.text.source import Source


class Case(NamedTuple):
    """A file under review.  ``match``: whose report it is.  ``items``: all that is found in it.

    ``other_year``: that of its report, where most reports are of another one.
    """

    read: Read
    match: Match
    items: tuple[Item, ...]
    undecided: tuple[UndecidedCheck, ...]
    other_year: int | None = None

    @property
    def is_report(self) -> bool:
        """Whether a report could be read in it."""
        return self.read.abstract is not None

    @property
    def all_zero(self) -> bool:
        """Whether it has numbers, and each of them is zero."""
        tables = self.read.abstract.tables.values() if self.read.abstract else ()
        numbers = [number for table in tables for number in table.numbers.values()]
        return bool(numbers) and all(number == 0 for number in numbers)


class Gathered(NamedTuple):
    """All files.  ``members``: the bodies that have to report.

    ``year``: that of more than half of the reports; only those can be compared with one another.
    """

    cases: tuple[Case, ...]
    members: Mapping[str, Member]
    year: int | None
    county: County


def gather(
    reads: Sequence[Read], project: Project, listed: Mapping[str, Member] | None
) -> Gathered:
    """Compare the reports of a county.  ``listed``: its bodies; None: those that have a report."""
    linter = project.linter(Path())
    names = linter.rules.form.bodies
    agencies = [each.report.agency for each in reads if each.report.agency]
    bodies = Bodies.of(agencies, names) if listed is None else Bodies(listed, names)
    matches = [_match(each, bodies) for each in reads]
    year = _year(reads)
    entries = [
        Entry(each.abstract, match.name)
        for each, match in zip(reads, matches, strict=True)
        if each.abstract and _other_year(each, year) is None
    ]
    county = County(tuple(entries), bodies.members, listed is not None)
    crashed = linter.rules.rules[CRASHED]
    ran = iter(run_county(linter.rules, linter.of_county.values(), county, crashed))
    cases = [
        _beside(each, match, next(ran), project)
        if each.abstract and _other_year(each, year) is None
        else Case(each, match, each.items, each.report.undecided, _other_year(each, year))
        for each, match in zip(reads, matches, strict=True)
    ]
    return Gathered(tuple(cases), bodies.members, year, county)


def _match(one: Read, bodies: Bodies) -> Match:
    """Whose a file is: by the report, or by its own name where no report says it."""
    if one.report.agency:
        return bodies.find(one.report.agency)
    return bodies.named_in(one.path.stem)


def _beside(one: Read, match: Match, ran: Ran, project: Project) -> Case:
    """A file with what the rules about a county found in it."""
    linter = project.linter(one.path)
    undecided = tuple(linter.diagnoser.undecided(rule, each) for rule, each in ran.undecided)
    found = _found(one, ran, linter) if ran.findings else ()
    return Case(one, match, (*one.items, *found), (*one.report.undecided, *undecided))


def _found(one: Read, ran: Ran, linter: Linter) -> tuple[Item, ...]:
    """The findings of a county in a file, which is read again to tell their places."""
    structure = linter.rules.form.structure
    return tuple(item_of(each, structure) for each in linter.beside(source_of(one), ran))


def source_of(one: Read) -> Source:
    """The text of a file; empty if it has gone meanwhile."""
    try:
        return read(one.path, one.limits)
    except UnreadableFileError:
        return nothing(str(one.path))


def _year(reads: Sequence[Read]) -> int | None:
    years = Counter(each.report.year for each in reads if each.report.year)
    year, count = years.most_common(1)[0] if years else (None, 0)
    return year if 2 * count > years.total() else None


def _other_year(one: Read, year: int | None) -> int | None:
    """The year of a report where it is not that of the others."""
    own = one.report.year
    return own if year and one.abstract and own != year else None
