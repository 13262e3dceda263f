"""In generated reports with wrong numbers, the wrong cells are named."""

from __future__ import annotations

import pytest

from tests.benchmark.suspects import KINDS, measure

NAMED = {
    "1 wrong": 1,
    "2 wrong": 0.99,
    "3 wrong": 0.97,
    "4 wrong": 0.95,
    "in another column": 1,
    "in another row": 1,
}
MOST_A_CELL = {"in another column": 4, "in another row": 3}
COUNT = 150


@pytest.mark.parametrize("kind", KINDS)
def test_the_wrong_cells_are_named_and_few_others(kind: str) -> None:
    rates = measure(kind, range(COUNT))

    assert rates.named >= NAMED[kind] * rates.reports
    assert rates.suspects <= MOST_A_CELL.get(kind, 1.2) * rates.wrong
