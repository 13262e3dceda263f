"""How many faults of a county a review finds: `python -m tests.benchmark.planted --seeds N`.

Generated counties of 60 bodies with last year's reports: with nothing wrong, with one fault of
each kind, and with two.  Printed for each kind: how many were planted; how many found, that is all
that has to be found of one, at its cells; where one body explains it, how often it is named; what
followed from it in other reports, and how much of that was found; and what else was said.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gklint.bodies.listing import read_bodies
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.review.output import Output
from gklint.review.reading import Item, Read, Reader
from gklint.review.reviewing import Review, Reviewed
from gklint.review.standing import Standing
from gklint.ruleset.severity import Severity
from gklint.run.last_year import read_last_year
from gklint.run.pool import Job
from tests.generator.county import (
    FAULTS,
    LAST,
    LIST,
    MISSING,
    UNREAD,
    County,
    Planted,
    Wrong,
    make_county,
)

_SUMS = "GK604"
_STANDINGS = {Standing.MISSING: MISSING, Standing.UNREAD: UNREAD}


class Said(NamedTuple):
    """A finding, or how a body stands, as the generator calls it.  ``message``: in words."""

    body: str
    code: str
    file: str | None = None
    cells: frozenset[tuple[str, str, str]] = frozenset()
    message: str = ""

    def tells(self, wrong: Wrong) -> bool:
        """Whether it is this that is wrong, at its cells; of a sum all of them are named."""
        if (self.body, self.code) != (wrong.body, wrong.code) or wrong.file not in (
            None,
            self.file,
        ):
            return False
        if self.code == _SUMS:
            return self.cells == wrong.cells
        return not wrong.cells or (bool(self.cells) and self.cells <= wrong.cells)


class Desk:
    """A folder in which counties are reviewed one after another.

    What is read of a file is kept, and read again only where it or last year's has changed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._there: Mapping[str, bytes] = {}
        self._known: dict[tuple[Path, bytes], Read] = {}

    def review(self, county: County) -> tuple[Said, ...]:
        """What a review says of a county: errors, warnings, and who stands otherwise than fit."""
        self._put(county)
        project = Project(Options(isolated=True, previous=self._folder / LAST))
        paths = [self._folder / name for name in sorted(county.bodies)]
        listed = read_bodies(self._folder / LIST)
        read_last_year(project, paths, 1, listed)
        review = Review(project, Output(self._folder / "审核", "zh"), 1)
        review.reader = _Keeping.in_(self._known)
        done = review.run(paths, listed)
        return tuple(self._said(done, county))

    def _put(self, county: County) -> None:
        if _of_last_year(county.files) != _of_last_year(self._there):
            self._known.clear()
        for name in self._there.keys() - county.files.keys():
            (self._folder / name).unlink()
        county.write(self._folder)
        self._there = county.files

    def _said(self, done: Reviewed, county: County) -> Iterator[Said]:
        for body in done.bodies:
            if not body.listed:
                yield Said(body.name, "not listed")
            if body.standing in _STANDINGS:
                yield Said(body.name, _STANDINGS[body.standing])
            for case in body.cases:
                name = case.read.path.relative_to(self._folder).as_posix()
                for item in case.items:
                    if item.found.severity is not Severity.INFO:
                        yield _said(county.bodies[name], case.read.path.name, item)


class _Keeping(Reader):
    """Reads files that have not been read as they are."""

    known: dict[tuple[Path, bytes], Read]

    def read(self, project: Project, job: Job) -> Read:
        key = job.path, job.path.read_bytes()
        if key not in self.known:
            self.known[key] = super().read(project, job)
        return self.known[key]

    @classmethod
    def in_(cls, known: dict[tuple[Path, bytes], Read]) -> _Keeping:
        """One that keeps what it reads there."""
        made = cls()
        made.known = known
        return made


def _of_last_year(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: data for name, data in files.items() if name.startswith(f"{LAST}/")}


def _said(body: str, file: str, item: Item) -> Said:
    found = item.found
    whole = found.code == _SUMS
    names = [each.cell for each in found.suspects] if whole else [found.cell]
    cells = {(each.table, each.row, each.column or "") for each in names if each and each.row}
    said = (found.message, *(each.message for each in found.related))
    return Said(body, found.code, file, frozenset(cells), "".join(said))


@dataclass
class Score:
    """Of one kind, or of all: counts, and in words what was not found and what else was said."""

    planted: int = 0
    found: int = 0
    to_name: int = 0
    named: int = 0
    following: int = 0
    followed: int = 0
    false: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, county: County, fault: Planted, said: Sequence[Said]) -> None:
        """Enter one fault, and what was said of it."""
        wrong = [each for each in county.wrong if fault.of(each)]
        telling = [[each for each in said if each.tells(one)] for one in wrong]
        missed = [one for one, tell in zip(wrong, telling, strict=True) if not tell]
        self.planted += 1
        self.found += not missed
        self.notes += (f"not found: {one}" for one in missed)
        if fault.says and not missed:
            self.to_name += 1
            words = "".join(each.message for tell in telling for each in tell)
            self.named += all(name in words for name in fault.says)

    def count_others(self, county: County, said: Sequence[Said]) -> None:
        """Enter what follows from the faults, and what else was said."""
        for each in county.wrong:
            if not any(fault.of(each) for fault in county.planted):
                self.following += 1
                if any(one.tells(each) for one in said):
                    self.followed += 1
                else:
                    self.notes.append(f"does not follow: {each}")
        others = [each for each in said if not any(each.tells(one) for one in county.wrong)]
        self.false += len(others)
        self.notes += (f"else: {each}" for each in others)

    def row(self, kind: str) -> str:
        """A line of a table."""
        shares = (
            f"{part} of {whole}" if whole else ""
            for part, whole in ((self.named, self.to_name), (self.followed, self.following))
        )
        return f"| {kind} | {self.planted} | {self.found} | {' | '.join(shares)} | {self.false} |"


HEAD = (
    "| fault | planted | found | body named | what follows | false |",
    "| --- | --- | --- | --- | --- | --- |",
)
NOTHING = "nothing"


def score(seed: int, faults: Sequence[str], desk: Desk, into: Score, size: int = 60) -> None:
    """Review one county."""
    county = make_county(seed, faults, size)
    said = desk.review(county)
    before = len(into.notes)
    for fault in county.planted:
        into.count(county, fault, said)
    into.count_others(county, said)
    into.notes[before:] = [
        f"seed {seed} {' '.join(faults)}: {each}" for each in into.notes[before:]
    ]


def main() -> None:
    """Parse options, plant, review, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="counties with each kind of fault")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--pairs", type=int, default=10, help="with two, of each county")
    parser.add_argument("--size", type=int, default=60, help="bodies of a county")
    parser.add_argument("--only", nargs="+", choices=FAULTS, default=[*FAULTS], metavar="FAULT")
    parser.add_argument("--show", action="store_true", help="what was not found, and what else was")
    arguments = parser.parse_args()
    scores = {kind: Score() for kind in (NOTHING, *arguments.only, "two faults")}
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        with TemporaryDirectory() as folder:
            desk = Desk(Path(folder))
            score(seed, (), desk, scores[NOTHING], arguments.size)
            for kind in arguments.only:
                score(seed, (kind,), desk, scores[kind], arguments.size)
            rng = Random(f"pairs {seed}")
            for _ in range(arguments.pairs):
                pair = rng.sample(arguments.only, k=2)
                score(seed, pair, desk, scores["two faults"], arguments.size)
        print("county", seed, file=sys.stderr)
    print(*HEAD, *(found.row(kind) for kind, found in scores.items()), sep="\n")
    if arguments.show:
        print(*(note for each in scores.values() for note in each.notes), sep="\n")


if __name__ == "__main__":
    main()
