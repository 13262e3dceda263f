"""A government's cells beside those of its bodies."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from gklint.bodies.rollup import Addend, Line, Lines, reconcile
from gklint.model.abstract import State
from gklint.model.county import County, Entry
from gklint.ruleset.loading import load_rules
from gklint.text.values import Number
from tests.support.county import (
    CITY,
    COUNTY,
    FORESTS,
    OFFICE,
    SCHOOLS,
    TOWN,
    WATER,
    Made,
    draw,
    figures,
    make,
    report,
)

LICENCES = ("disclosure", "licences", "decisions")
FEES = ("disclosure", "fees", "amount")
BODIES = (OFFICE, WATER, FORESTS, SCHOOLS, TOWN)


def plain(**changed: Number) -> Made:
    """A county in whose bodies 3 licences were decided, but for some, by their names."""
    leaves = [name for name in draw(Random(1)).parents if name not in (CITY, COUNTY)]
    return make({name: {LICENCES: changed.get(name, 3)} for name in leaves})


def lines(county: County, parent: str = COUNTY) -> Lines:
    return reconcile(county, parent, load_rules().form.bodies)


def test_a_cell_has_its_number_the_sum_and_what_each_body_adds() -> None:
    made = plain(**{WATER: 5}).changed(COUNTY, {LICENCES: 16})
    (line,) = lines(made.county()).values()

    assert Line(16, tuple(Addend(name, 5 if name == WATER else 3) for name in BODIES)) == line
    assert (17, -1, False) == (line.sum, line.difference, line.agrees)


def test_only_the_bodies_right_below_are_added_up() -> None:
    (line,) = lines(plain().county(), CITY).values()

    assert [("江宁市人民政府办公室", 3), ("江宁市水务局", 3), (COUNTY, 15)] == [
        each[:2] for each in line.addends
    ]
    assert line.agrees


def test_a_body_without_any_below_it_has_nothing_to_compare() -> None:
    assert {} == lines(plain().county(), TOWN)
    assert {} == lines(replace(plain(), without=frozenset([COUNTY])).county())


def test_only_the_reports_of_governments_are_sums() -> None:
    station = "青石县水库管理站"
    made = make({station: {LICENCES: 1}}, {WATER: None, station: WATER})

    assert {} == lines(made.county(), WATER)


@pytest.mark.parametrize(
    ("state", "lack"),
    [
        (State.BLANK, "messages.addend-blank"),
        (State.UNREADABLE, "messages.addend-unreadable"),
        (State.MISSING, "messages.addend-missing"),
    ],
)
def test_without_the_number_of_a_body_there_is_no_sum(state: State, lack: str) -> None:
    county = plain().county()
    entries = [replaced(entry, state) if entry.body == WATER else entry for entry in county.entries]
    (line,) = lines(county._replace(entries=tuple(entries))).values()

    assert Addend(WATER, None, lack) == line.addends[1]
    assert (None, None, None, 12) == (line.sum, line.difference, line.agrees, line.known)


def replaced(entry: Entry, state: State) -> Entry:
    """A report in which the one cell has no number."""
    tables = {
        table: figures(
            {key: cell._replace(number=None, state=state) for key, cell in cells.items()}
        )
        for table, cells in entry.report.tables.items()
    }
    return entry._replace(report=entry.report._replace(tables=tables))


def test_a_missing_report_or_table_is_no_zero() -> None:
    county = replace(plain(), without=frozenset([WATER])).county()
    (line,) = lines(county).values()

    assert Addend(WATER, None, "messages.addend-no-report") == line.addends[1]

    bare = Entry(report(WATER, {}), WATER)
    (line,) = lines(county._replace(entries=(*county.entries, bare))).values()

    assert Addend(WATER, None, "messages.addend-missing") == line.addends[1]


def test_of_two_reports_of_a_body_the_numbers_count_that_both_have() -> None:
    county = plain().county()
    same, other = (Entry(report(WATER, {LICENCES: number}), WATER) for number in (3, 4))

    (line,) = lines(county._replace(entries=(*county.entries, same))).values()
    assert Addend(WATER, 3) == line.addends[1]

    (line,) = lines(county._replace(entries=(*county.entries, other))).values()
    assert Addend(WATER, None, "messages.addend-differs") == line.addends[1]


@pytest.mark.parametrize(
    ("own", "agrees"),
    [
        ("31.2546", True),
        ("31.25", True),
        ("31.3", True),
        ("31", True),
        ("31.24", False),
        ("31.26", False),
        ("0", False),
        ("3.12546", False),
    ],
)
def test_a_rounded_amount_is_the_sum(own: str, agrees: bool) -> None:
    fees = [Decimal("15.6273")] * 2
    leaves: dict[str, Number] = dict(zip(BODIES, [*fees, 0, 0, 0], strict=True))
    parents = {COUNTY: None, **dict.fromkeys(BODIES, COUNTY)}
    made = make({name: {FEES: amount} for name, amount in leaves.items()}, parents)
    number = Decimal(own) if "." in own else int(own)
    (line,) = lines(made.changed(COUNTY, {FEES: number}).county()).values()

    assert agrees is line.agrees


def test_amounts_count_in_the_unit_of_the_report_that_has_the_sum() -> None:
    parents = {COUNTY: None, OFFICE: COUNTY, WATER: COUNTY}
    made = make({OFFICE: {FEES: 1}, WATER: {FEES: 20_000}}, parents)
    county = made.changed(COUNTY, {FEES: 3}).county()
    units = {COUNTY: "万元", OFFICE: "万元", WATER: "元"}
    entries = [
        entry._replace(report=entry.report._replace(units={"amount": units[str(entry.body)]}))
        for entry in county.entries
    ]
    (line,) = lines(county._replace(entries=tuple(entries))).values()

    assert [1, 2] == [each.number for each in line.addends]
    assert line.agrees


@pytest.mark.parametrize("counted", [True, False])
def test_a_body_of_a_ministry_may_be_counted_or_not(counted: bool) -> None:
    tax = "国家税务总局青石县税务局"
    parents = {COUNTY: None, OFFICE: COUNTY, WATER: COUNTY, tax: COUNTY}
    made = make({name: {LICENCES: 3} for name in (OFFICE, WATER, tax)}, parents)
    made = made.changed(COUNTY, {LICENCES: 9 if counted else 6})
    (line,) = lines(made.county()).values()

    assert [OFFICE, WATER, *([tax] if counted else [])] == [each.body for each in line.addends]
    assert line.agrees


def test_a_city_may_have_added_up_what_a_county_should_have_written() -> None:
    made = plain().changed(COUNTY, {LICENCES: 51})
    (line,) = lines(made.county(), CITY).values()

    assert Addend(COUNTY, 15, None, 51) == line.addends[2]
    assert line.agrees

    (line,) = lines(made.changed(CITY, {LICENCES: 57}).county(), CITY).values()
    assert Addend(COUNTY, 51) == line.addends[2]
    assert line.agrees


def test_the_office_that_a_list_has_under_the_name_of_its_government_is_added_up() -> None:
    parents = {COUNTY: None, WATER: COUNTY}
    made = make({COUNTY: {}, WATER: {LICENCES: 3}}, parents).changed(COUNTY, {LICENCES: 5})
    county = made.county()
    office = Entry(report(OFFICE, {LICENCES: 2}), COUNTY)
    (line,) = lines(county._replace(entries=(*county.entries, office))).values()

    assert (Addend(WATER, 3), Addend(COUNTY, 2)) == line.addends
    assert line.agrees
