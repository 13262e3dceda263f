"""Totals that follow from the numbers that are given."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from gklint.model.outcomes import CellName
from tests.generator.layouts import render
from tests.generator.model import make_report
from tests.support.extracting import facts_of
from tests.support.filling import cell, filled, is_total, numbers_of, sample_numbers, without


def test_blank_totals_are_computed_also_those_of_totals() -> None:
    whole = sample_numbers()
    found = filled(without(whole, is_total))

    assert whole == found.numbers
    assert {name for name in whole if is_total(name)} == found.computed
    assert () == found.broken


@pytest.mark.parametrize("seed", range(12))
def test_totals_of_generated_reports_come_out_as_they_are_printed(seed: int) -> None:
    of_2019 = seed % 3 == 0
    rng = Random(seed)
    report = make_report(rng, of_2019=of_2019)
    whole = numbers_of(facts_of(render(report, "pipe", rng).text))
    found = filled(without(whole, is_total), "2019" if of_2019 else "2021")

    assert whole == found.numbers
    assert () == found.broken


def test_what_is_given_stays_and_sums_that_do_not_hold_are_told() -> None:
    wrong = {**sample_numbers(), cell("requests.granted.total"): 5}
    found = filled(wrong)

    assert wrong == found.numbers
    assert frozenset() == found.computed
    assert [("granted", "total"), ("handled_total", "total")] == sorted(
        each.identity.right.added[0] for each in found.broken
    )
    assert {(3, 5), (7, 5)} == {each.sums for each in found.broken}


def test_a_blank_that_is_no_total_stays_blank_though_one_number_would_do() -> None:
    given = without(sample_numbers(), lambda name: name == cell("requests.granted.commercial"))

    assert given == filled(given).numbers
    assert () == filled(given).broken


def test_a_blank_is_no_zero() -> None:
    blank = {cell("disputes.review.upheld"), cell("disputes.review.total")}
    given = without(sample_numbers(), blank.__contains__)

    assert given == filled(given).numbers


def test_a_total_that_two_sums_give_otherwise_stays_blank() -> None:
    both = cell("requests.handled_total.total")
    wrong = {**without(sample_numbers(), {both}.__contains__), cell("requests.granted.total"): 5}
    found = filled(wrong)

    assert both not in found.numbers
    assert [("granted", "total")] == [each.identity.right.added[0] for each in found.broken]


def test_amounts_add_up_exactly() -> None:
    names = ("upheld", "corrected", "other", "pending")
    given = {CellName("disputes", "review", name): Decimal("0.1") for name in names}

    assert Decimal("0.4") == filled(given).numbers[cell("disputes.review.total")]


def test_nothing_follows_from_nothing() -> None:
    assert ({}, frozenset(), ()) == filled({})
