"""Counties made of numbers: reports without files, with faults planted in their sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from gklint.findings.messages import Speaker
from gklint.model.abstract import Abstract, Figure, Figures, Sentence, State
from gklint.model.county import County, Entry, Member
from gklint.model.outcomes import Finding, Undecided
from gklint.ruleset.loading import load_rules
from gklint.ruleset.rules import Rule
from gklint.ruleset.running import Ran, run_county
from gklint.text.source import Span
from gklint.text.values import Number
from tests.generator.figures import FEES, draw_numbers

Cell = tuple[str, str, str]
Numbers = Mapping[Cell, Number]

CITY, OFFICE_OF_CITY = "江宁市人民政府", "江宁市人民政府办公室"
COUNTY, OFFICE = "青石县人民政府", "青石县人民政府办公室"
WATER, FORESTS, SCHOOLS = "青石县水务局", "青石县林业局", "青石县教育局"
TOWN = "青石县柳树镇人民政府"
PARENTS = {
    CITY: None,
    OFFICE_OF_CITY: CITY,
    "江宁市水务局": CITY,
    COUNTY: CITY,
    OFFICE: COUNTY,
    WATER: COUNTY,
    FORESTS: COUNTY,
    SCHOOLS: COUNTY,
    TOWN: COUNTY,
}
"""Three levels: a city, its county, and what is below the county."""


def drawn(rng: Random, scale: str | None = None) -> Numbers:
    """The numbers of a report, which hold together."""
    numbers = draw_numbers(rng, scale)
    fee = numbers.fee_amount
    return {**numbers.counts, FEES: int(fee) if fee == int(fee) else fee}


def total(of: Iterable[Numbers]) -> dict[Cell, Number]:
    """Numbers added up, cell by cell."""
    found: dict[Cell, Number] = {}
    for numbers in of:
        for cell, number in numbers.items():
            found[cell] = found.get(cell, 0) + number
    return found


@dataclass(frozen=True)
class Made:
    """A county by the numbers of its bodies; governments have their sums.

    ``without``: bodies that handed in nothing; ``blank``: cells in which nothing stands.
    """

    numbers: Mapping[str, Numbers]
    parents: Mapping[str, str | None] = field(default_factory=lambda: PARENTS)
    without: frozenset[str] = frozenset()
    blank: Mapping[str, Sequence[Cell]] = field(default_factory=dict)
    listed: bool = True

    def below(self, parent: str) -> list[str]:
        return [name for name, above in self.parents.items() if above == parent]

    def changed(self, body: str, changes: Mapping[Cell, Number]) -> Made:
        """The same with other numbers in the report of one body alone."""
        return replace(self, numbers={**self.numbers, body: {**self.numbers[body], **changes}})

    def county(self) -> County:
        entries = (
            Entry(report(name, numbers, self.blank.get(name, ())), name)
            for name, numbers in self.numbers.items()
            if name not in self.without
        )
        members = {name: Member(name, parent) for name, parent in self.parents.items()}
        return County(tuple(entries), members, self.listed)


def make(numbers: Mapping[str, Numbers], parents: Mapping[str, str | None] = PARENTS) -> Made:
    """A county in which each government has the sum of the bodies below it."""
    whole: dict[str, Numbers] = {}

    def of(name: str) -> Numbers:
        below = [each for each, above in parents.items() if above == name]
        whole[name] = total(map(of, below)) if below else numbers[name]
        return whole[name]

    for root in (name for name, above in parents.items() if above is None):
        of(root)
    return Made({name: whole[name] for name in parents}, parents)


def draw(rng: Random, parents: Mapping[str, str | None] = PARENTS) -> Made:
    """A county with numbers at random."""
    leaves = [name for name in parents if name not in parents.values()]
    return make({name: drawn(rng) for name in leaves}, parents)


def figures(cells: Mapping[tuple[str, str], Figure]) -> Figures:
    """Cells as a report has them."""
    places = {key: place for place, key in enumerate(cells)}
    states = {places[key]: cell.state for key, cell in cells.items() if cell.number is None}
    starts, ends = zip(*(cell.span or (-1, -1) for cell in cells.values()), strict=True)
    return Figures(places, [cell.number for cell in cells.values()], states, starts, ends)


def report(name: str, numbers: Numbers, blank: Iterable[Cell] = (), path: str = "") -> Abstract:
    """A report with these numbers, each with a place of its own."""
    cells: dict[str, dict[tuple[str, str], Figure]] = {}
    for at, ((table, row, column), number) in enumerate(numbers.items(), start=1):
        figure = Figure(number, State.NUMBER, Span(10 * at, 10 * at + 1))
        if (table, row, column) in blank:
            figure = Figure(None, State.BLANK, figure.span)
        cells.setdefault(table, {})[row, column] = figure
    tables = {table: figures(found) for table, found in cells.items()}
    said = (Sentence("overview", f"{name}积极公开政府信息。", Span(0, 5)),)
    return Abstract(path or f"{name}.txt", name, 2023, "2021", tables, said)


# -- what is found -------------------------------------------------------------------------------


def ran(county: County, code: str) -> list[tuple[str | None, Ran]]:
    """What a rule finds in each report, by its body."""
    rules = load_rules()
    found = run_county(rules, [rule(code)], county, rules.rules["GK003"])
    return [(entry.body, each) for entry, each in zip(county.entries, found, strict=True)]


def rule(code: str) -> Rule:
    return load_rules().rules[code]


def findings(county: County, code: str) -> list[tuple[str | None, Finding]]:
    """All that is found, with the body whose report it is in."""
    return [(body, each) for body, got in ran(county, code) for _, each in got.findings]


def messages(county: County, code: str) -> list[tuple[str | None, str]]:
    """The same in words."""
    speaker = Speaker(load_rules().form.structure, "zh")
    return [(body, speaker.message(rule(code), each)) for body, each in findings(county, code)]


def reasons(county: County, code: str) -> list[tuple[str | None, str]]:
    """What could not be decided, and why."""
    speaker = Speaker(load_rules().form.structure, "zh")
    undecided: list[tuple[str | None, Undecided]] = [
        (body, each) for body, got in ran(county, code) for _, each in got.undecided
    ]
    return [
        (body, speaker.reason(each.reason, each.address, each.args)) for body, each in undecided
    ]
