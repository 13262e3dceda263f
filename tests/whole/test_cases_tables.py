"""Small inputs with odd cells and tables, run where they lie."""

from __future__ import annotations

import pytest

import gklint
from tests.support.cases import case
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

Expected = list[tuple[str, int, tuple[str, str | None] | None]]

FOUND: dict[str, Expected] = {
    "fa-amount-with-unit-tab": [],
    "fa-one-table-per-row": [],
    "found-split-number": [("GK205", 28, ("new", None))],
    "mixed-old-first-block": [("GK209", 11, None)],
    "grid-t4-wrong-total": [("GK304", 122, ("review", "total"))],
    "header-in-two-lines-t4-wrong-total": [("GK304", 582, ("review", "total"))],
    "miss-rules-in-force-town": [("GK212", 12, ("regulations", "in_force"))],
    "noise-blank-columns": [("GK206", 32, None)],
    "wrong-long-text-in-cell": [("GK207", 51, ("handled_total", "natural_person"))],
    "miss-space-columns": [
        ("GK303", 28, ("new", "total")),
        ("GK301", 51, ("handled_total", "total")),
    ],
    "single-spaces-t3-wrong-cell": [
        ("GK303", 41, ("new", "total")),
        ("GK301", 64, ("handled_total", "commercial")),
    ],
    "pre-space-t3-wrong-cell": [
        ("GK303", 19, ("granted", "total")),
        ("GK302", 40, ("handled_total", "commercial")),
    ],
    "wrong-full-stop-labels": [
        ("GK211", 47, ("denied_state_secret", None)),
        ("GK211", 65, ("other_other", None)),
    ],
}
"""Code and line of every error and warning, with row and column where it is at a cell."""


@pytest.mark.parametrize("name", FOUND)
def test_a_case_gives_exactly_its_findings(name: str) -> None:
    assert FOUND[name] == [
        (
            each.code,
            each.range.start.line if each.range else 0,
            each.cell and (each.cell.row, each.cell.column),
        )
        for each in gklint.check(case(name)).diagnostics
        if each.severity != gklint.Severity.INFO
    ]


@pytest.mark.parametrize("name", ["single-spaces-t3-wrong-cell", "pre-space-t3-wrong-cell"])
def test_nothing_is_undecided_where_blanks_part_the_numbers(name: str) -> None:
    assert () == gklint.check(case(name)).undecided
