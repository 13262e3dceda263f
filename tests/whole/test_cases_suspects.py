"""Which cells are suspected in small inputs, run where they lie."""

from __future__ import annotations

import pytest

import gklint
from tests.support.cases import case
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

Named = dict[tuple[str, str | None], object]

CASES: dict[str, list[tuple[str, int, Named]]] = {
    "suspects-two-ways": [
        ("GK301", 51, {("new", "natural_person"): 10, ("carried_out", "natural_person"): 1}),
        ("GK301", 51, {("new", "other"): 0, ("carried_out", "other"): 1}),
    ],
}
"""Code and line of each finding, and its suspected cells with what should stand in them."""


@pytest.mark.parametrize("name", CASES)
def test_a_case_names_exactly_these_cells(name: str) -> None:
    assert CASES[name] == [
        (
            each.code,
            each.range.start.line if each.range else 0,
            {item.cell[1:]: item.expected for item in each.suspects},
        )
        for each in gklint.check(case(name)).diagnostics
        if each.severity != gklint.Severity.INFO
    ]
