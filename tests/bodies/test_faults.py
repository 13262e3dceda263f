"""What explains that a government's numbers are not the sums of its bodies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gklint.bodies.faults import (
    DOUBLED,
    OMITTED,
    SWAPPED,
    WRITTEN,
    Fault,
    Way,
    differences,
    explain,
)
from gklint.bodies.rollup import Lines, reconcile
from gklint.ruleset.loading import load_rules
from gklint.text.values import Number
from tests.support.county import COUNTY, SCHOOLS, WATER, Cell, Made, draw, drawn, make

pytestmark = pytest.mark.slow

LICENCES = ("disclosure", "licences", "decisions")
slowly = settings(deadline=None)
SEEDS = st.integers(0, 10**9)


def lines(made: Made) -> Lines:
    return reconcile(made.county(), COUNTY, load_rules().form.bodies)


def ways(made: Made) -> list[Way]:
    found = lines(made)
    return [*explain(found, differences(found))]


def stretch(fault: Fault, cell: Cell) -> bool:
    return fault.table in (None, cell[0]) and fault.row in (None, cell[1])


def exchanged(fault: Fault, numbers: dict[Cell, Number]) -> dict[Cell, Number]:
    """Numbers with two columns exchanged."""
    left, right = fault.columns
    other = {left: right, right: left}
    swapped = {
        cell: numbers.get((*cell[:2], other[cell[2]]))
        for cell in numbers
        if stretch(fault, cell) and cell[2] in other
    }
    return {cell: number for cell, number in swapped.items() if number is not None}


def planted(made: Made, *faults: Fault, value: Number = 0) -> dict[Cell, Number]:
    """What a county's report says if these faults were made, one after the other."""
    own = dict(made.numbers[COUNTY])
    for fault in faults:
        if fault.kind == WRITTEN:
            own[str(fault.table), str(fault.row), fault.columns[0]] = value
        elif fault.body is None:
            own.update(exchanged(fault, own))
        else:
            body = dict(made.numbers[fault.body])
            changed = exchanged(fault, body) if fault.kind == SWAPPED else {}
            sign = -1 if fault.kind == OMITTED else 1
            for cell, number in body.items():
                if fault.kind == SWAPPED:
                    own[cell] += changed.get(cell, number) - number
                elif stretch(fault, cell):
                    own[cell] += sign * number
    return own


def drawn_fault(rng: Random, made: Made) -> Fault:
    """One of any kind."""
    body = rng.choice(made.below(COUNTY))
    table, row, column = rng.choice([*made.numbers[COUNTY]])
    kind = rng.choice((OMITTED, DOUBLED, SWAPPED, WRITTEN))
    if kind == WRITTEN:
        return Fault(kind, None, table, row, (column,))
    if kind == SWAPPED:
        columns = [cell[2] for cell in made.numbers[COUNTY] if cell[:2] == (table, row)]
        pair = tuple(sorted(rng.sample(columns, 2), key=columns.index)) if columns[1:] else ()
        assume(pair)
        return Fault(kind, rng.choice((None, body)), table, rng.choice((None, row)), pair)
    return rng.choice((Fault(kind, body), Fault(kind, body, table), Fault(kind, body, table, row)))


def is_true(made: Made, way: Way, reported: dict[Cell, Number]) -> bool:
    """Whether faults lead to a report, in some order; a wrong number may be any."""
    written = {(f.table, f.row, *f.columns) for f in way if f.kind == WRITTEN}
    return any(
        {cell for cell, number in planted(made, *order).items() if number != reported[cell]}
        <= written
        for order in permutations(way)
    )


def same(way: Way, fault: Fault) -> bool:
    """Whether a way is a fault, or a wider one of the same body that comes to the same."""
    return (way[0].kind, way[0].body, len(way)) == (fault.kind, fault.body, 1)


@slowly
@given(SEEDS)
def test_a_clean_county_needs_no_explanation(seed: int) -> None:
    assert [] == ways(draw(Random(seed)))


@slowly
@given(SEEDS)
def test_a_single_fault_is_among_the_explanations_and_all_are_true(seed: int) -> None:
    rng = Random(seed)
    made = draw(rng)
    fault = drawn_fault(rng, made)
    reported = planted(made, fault, value=rng.randint(0, 99))
    bad = made.changed(COUNTY, reported)
    assume(differences(lines(bad)))
    found = ways(bad)

    if fault.kind == WRITTEN:
        assert [(fault.table, fault.row, *fault.columns)] == [*differences(lines(bad))]
    else:
        assert any(same(way, fault) for way in found)
    assert all(is_true(made, way, reported) for way in found)


@slowly
@given(SEEDS)
def test_of_two_faults_both_are_named_or_there_is_truly_more_than_one_explanation(
    seed: int,
) -> None:
    rng = Random(seed)
    made = draw(rng)
    order = (OMITTED, DOUBLED, SWAPPED, WRITTEN)
    pair = sorted(
        (drawn_fault(rng, made) for _ in range(2)),
        key=lambda fault: (fault.body is None, order.index(fault.kind)),
    )
    reported = planted(made, *pair, value=rng.randint(0, 99))
    bad = made.changed(COUNTY, reported)
    found = ways(bad)

    assert all(is_true(made, way, reported) for way in found)
    assert found or len(differences(lines(bad))) < 3


def some(rng: Random) -> Made:
    """A county of bodies with many requests, so that no two have the same numbers."""
    return make({name: drawn(rng, "some") for name in draw(rng).parents})


def test_a_report_left_out_and_a_number_mistyped_are_told_apart() -> None:
    made = some(Random(5))
    pair = Fault(OMITTED, WATER), Fault(WRITTEN, None, *LICENCES[:2], LICENCES[2:])

    assert [pair] == ways(made.changed(COUNTY, planted(made, *pair, value=7)))


def test_two_columns_exchanged_after_a_report_was_left_out_are_told_apart() -> None:
    made = some(Random(6))
    swap = Fault(SWAPPED, None, "requests", None, ("natural_person", "commercial"))
    pair = Fault(OMITTED, WATER), swap

    assert [pair] == ways(made.changed(COUNTY, planted(made, *pair)))


def test_bodies_with_the_same_numbers_are_both_named() -> None:
    made = some(Random(7))
    alike = make({**made.numbers, SCHOOLS: made.numbers[WATER]})
    fault = Fault(OMITTED, WATER)

    assert [(fault,), (Fault(OMITTED, SCHOOLS),)] == ways(
        alike.changed(COUNTY, planted(alike, fault))
    )


def all_wrong(made: Made) -> Iterator[tuple[Cell, Number]]:
    yield from (
        (cell, number + 1 + at) for at, (cell, number) in enumerate(made.numbers[COUNTY].items())
    )


def test_what_nothing_explains_is_not_explained() -> None:
    made = some(Random(8))

    assert [] == ways(made.changed(COUNTY, dict(all_wrong(made))))
