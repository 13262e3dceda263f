"""How often gklint names the wrong cells of a table: `python -m tests.benchmark.suspects`.

Of generated reports, some numbers of table three are written wrongly: one to four of them at
random, or one and the same request in another column or row.  Printed for each kind: in how many
reports all wrong cells are named with the right number, in how many nothing else is, and how many
cells are named for one wrong cell.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

import gklint
from tests.generator.broken import document_of
from tests.generator.defects_numbers import wrong_value
from tests.generator.edits import with_cell
from tests.generator.figures import broken_sums
from tests.generator.labels import CellKey
from tests.generator.layouts import print_document
from tests.generator.lines import assemble
from tests.generator.model import make_report

_TABLE, _TOTAL = "requests", "total"

Counts = Mapping[CellKey, int]
Slip = Callable[[Counts, Random], Counts]
"""What is written in some cells in place of their numbers."""


def wrong(cells: int) -> Slip:
    """So many wrong numbers."""

    def slip(counts: Counts, rng: Random) -> Counts:
        chosen = rng.sample([*counts], k=cells)
        return {cell: wrong_value(counts[cell], rng) for cell in chosen}

    return slip


def moved(column: bool) -> Slip:
    """A few requests in another column, or in another row."""

    def slip(counts: Counts, rng: Random) -> Counts:
        cells = [cell for cell in counts if cell[2] != _TOTAL]
        cell = rng.choice([cell for cell in cells if counts[cell]])
        line = [other for other in cells if other != cell and _same(other, cell, column)]
        there, moving = rng.choice(line), rng.randint(1, min(counts[cell], 3))
        return {cell: counts[cell] - moving, there: counts[there] + moving}

    return slip


def _same(cell: CellKey, other: CellKey, column: bool) -> bool:
    """Whether the cells differ in their column alone, or in their row alone."""
    return cell[1] == other[1] if column else cell[2] == other[2]


KINDS: Mapping[str, Slip] = {
    **{f"{cells} wrong": wrong(cells) for cells in (1, 2, 3, 4)},
    "in another column": moved(True),
    "in another row": moved(False),
}


class Case(NamedTuple):
    """A report as printed, and what should stand in the cells that are wrong."""

    text: str
    right: Counts


def case_of(seed: int, kind: str) -> Case:
    """The report of a seed, or of the first of those behind it, in which a slip breaks a sum."""
    rng = Random(seed)
    while True:
        report = make_report(rng)
        counts = {cell: n for cell, n in report.numbers.counts.items() if cell[0] == _TABLE}
        changes = KINDS[kind](counts, rng) if report.numbers.has_requests else {}
        if broken_sums({**report.numbers.counts, **changes}):
            break
    document = document_of(report)
    for cell, value in changes.items():
        document = with_cell(document, cell, str(value))
    text = assemble(print_document(document, "tab", rng)).text
    return Case(text, {cell: counts[cell] for cell in changes})


def suspected(text: str) -> set[tuple[CellKey, int]]:
    """The cells that are named in a report, with what should stand in them."""
    return {
        ((item.cell.table, item.cell.row, str(item.cell.column)), int(item.expected))
        for found in gklint.check(text).diagnostics
        for item in found.suspects
    }


@dataclass
class Rates:
    """What came of the reports of a kind: in how many all are named, in how many nothing else."""

    reports: int = 0
    wrong: int = 0
    named: int = 0
    alone: int = 0
    suspects: int = 0

    def add(self, right: Counts, suspects: set[tuple[CellKey, int]]) -> None:
        """Take in what was suspected in one report."""
        self.reports += 1
        self.wrong += len(right)
        self.named += suspects >= {*right.items()}
        self.alone += suspects == {*right.items()}
        self.suspects += len(suspects)


def measure(kind: str, seeds: range) -> Rates:
    """What comes of a report of a kind for each seed."""
    rates = Rates()
    for seed in seeds:
        text, right = case_of(seed, kind)
        rates.add(right, suspected(text))
    return rates


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="reports of each kind")
    parser.add_argument("--start", type=int, default=0, help="first seed")
    given = parser.parse_args()
    for kind in KINDS:
        found = measure(kind, range(given.start, given.start + given.count))
        named, alone = found.named / found.reports, found.alone / found.reports
        cells = found.suspects / found.wrong
        print(f"{kind:18} named {named:.1%}, nothing else {alone:.1%}, {cells:.1f} a wrong cell")


if __name__ == "__main__":
    main()
