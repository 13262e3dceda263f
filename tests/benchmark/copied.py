"""How often copies are found, and others taken for copies: `python -m tests.benchmark.copied`.

Counties are generated, each report written by itself, one of them taken from another one: names,
dates and every tenth sentence are changed.  In some counties all reports hold sentences of the
county's template.  Then reports of one body for two years: the same again but for the years, the
same with every tenth sentence anew, and written anew.
"""

from __future__ import annotations

import argparse
from random import Random
from typing import NamedTuple

from gklint.linter import Linter
from gklint.model.county import County, Earlier, Entry
from gklint.text.source import Source
from tests.generator.agencies import Agency
from tests.generator.copies import a_year_later, bodies, copied, printed, written
from tests.generator.document import Document
from tests.support.counties import abstract, flagged, rules

YEAR = 2023
SIZES = (2, 5, 12, 60)


class Score(NamedTuple):
    """``copies`` of which ``found``; ``pairs`` of reports written by themselves, and ``false``."""

    copies: int = 0
    found: int = 0
    pairs: int = 0
    false: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, tuple)
        return Score(*map(sum, zip(self, other, strict=True)))

    def cells(self, kind: str) -> str:
        """A line of a table."""
        share = f"{100 * self.found / self.copies:.1f} %" if self.copies else ""
        return f"| {kind} | {self.copies} | {self.found} | {share} | {self.pairs} | {self.false} |"


def of_county(seed: int, size: int, template: bool) -> Score:
    """One county with one copy, which both reports have to be told of, and no others."""
    rng = Random(f"{seed} {size}")
    agencies = bodies(size + 1)
    rng.shuffle(agencies)
    documents = [written(each, YEAR, rng, template) for each in agencies[:size]]
    documents.append(copied(documents[0], agencies[0], agencies[size], rng))
    reports = [abstract(printed(each, rng), f"{n}.txt") for n, each in enumerate(documents)]
    told = {*flagged(County(tuple(Entry(each, each.agency) for each in reports)), "GK605")}
    false = told - {0, size}
    return Score(1, int({0, size} <= told), size * (size - 1) // 2, len(false))


def of_years(seed: int, kind: str) -> Score:
    """One body in two years."""
    rng = Random(f"{seed} {kind}")
    agency = rng.choice(bodies(60))
    before = written(agency, YEAR, rng)
    after = _after(kind, before, agency, rng)
    earlier = Earlier(abstract(printed(before, rng), "before.txt"))
    linter = Linter(rules(), earlier=lambda _: earlier)
    report = linter.check(Source(printed(after, rng), "after.txt"))
    found = int("GK603" in [each.code for each in report.diagnostics])
    return Score(pairs=1, false=found) if kind == ANEW else Score(1, found)


AGAIN, TENTH, ANEW = "years changed", "years and every tenth sentence changed", "written anew"


def _after(kind: str, before: Document, agency: Agency, rng: Random) -> Document:
    if kind == ANEW:
        return written(agency, YEAR + 1, rng)
    after = a_year_later(before)
    return copied(after, agency, agency, rng) if kind == TENTH else after


def main() -> None:
    """Parse options, run, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=60, help="copies of each kind")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    seeds = range(arguments.seed, arguments.seed + arguments.copies)
    print("| what | copies | found | share | others, in pairs | of them taken for copies |")
    print("| --- | --- | --- | --- | --- | --- |")
    for template in (False, True):
        for size in SIZES:
            total = sum((of_county(seed, size, template) for seed in seeds), Score())
            kind = f"county of {size + 1} reports" + (", on one template" if template else "")
            print(total.cells(kind), flush=True)
    for kind in (AGAIN, TENTH, ANEW):
        print(sum((of_years(seed, kind) for seed in seeds), Score()).cells(f"last year's, {kind}"))


if __name__ == "__main__":
    main()
