"""Headings, titles, years and broken lines in small inputs, run where they lie."""

from __future__ import annotations

import pytest

from tests.support.cases import found_in
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

CASES: dict[str, list[tuple[str, int]]] = {
    "fa-award-of-last-year": [],
    "fa-colon-before-list": [],
    "fa-heading-arabic-number": [("GK105", 3)],
    "fa-heading-behind-preamble": [("GK119", 2)],
    "fa-kangxi-radicals": [],
    "fa-setext-title": [],
    "fa-slogan-subheading": [],
    "fa-title-with-de": [],
    "fa-title-with-site-name": [],
    "miss-aspects-only-named": [("GK107", 3)],
    "miss-form-instruction": [("GK707", 10), ("GK707", 26)],
    "miss-period-digits-lost": [("GK114", 2)],
    "miss-period-in-chinese-numerals": [("GK115", 3)],
    "miss-plan-for-the-year-past": [("GK116", 60)],
    "message-one-paragraph": [("GK002", 3)],
    "wrong-county-qian": [("GK702", 79)],
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_exactly_what_is_right(name: str) -> None:
    assert CASES[name] == found_in(name)
