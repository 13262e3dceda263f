"""What a line of print may be as a number."""

from __future__ import annotations

import pytest

from gklint.formats.scan.numbers import is_dash, readings_of


def readings(*found: tuple[str, float]) -> list[str]:
    return [each.text for each in readings_of(found)[1]]


def test_the_likeliest_number_comes_first() -> None:
    sure, found = readings_of([("3", 0.6), ("8", 0.3), ("B", 0.1)])

    assert ["3", "8"] == [each.text for each in found]
    assert 0.0 == found[0].cost < found[1].cost
    assert 0.6 == pytest.approx(sure)


@pytest.mark.parametrize(
    ("text", "number"),
    [("O", "0"), ("lO", "10"), ("１２", "12"), ("I5", "15"), ("S", "5"), ("1 2", "12")],
)
def test_look_alikes_are_digits(text: str, number: str) -> None:
    assert [number] == readings((text, 1.0))


@pytest.mark.parametrize("text", ["规章", "0.", "007", "—", "2023年", ""])
def test_anything_else_is_no_number(text: str) -> None:
    assert [] == readings((text, 1.0))


def test_a_number_that_is_hardly_likely_is_none() -> None:
    assert [] == readings(("业", 0.99), ("1", 0.01))


@pytest.mark.parametrize(
    ("text", "dash"), [("一", True), ("——", True), ("一、", False), ("", False)]
)
def test_a_stroke_may_be_taken_for_the_number_one(text: str, dash: bool) -> None:
    assert dash is is_dash(text)
