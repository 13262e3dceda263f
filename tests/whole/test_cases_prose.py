"""Small inputs on the running text against the tables, run where they lie."""

from __future__ import annotations

import pytest

from tests.support.cases import found_in
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

CASES = {
    "fa-estimate-three-or-four": [],
    "fa-fee-zero-in-quotes": [],
    "fa-slogan-finish-one": [],
    "found-no-dispute-said": [("GK402", 5)] * 2,
    "miss-applicant-kinds": [("GK402", 5)] * 2,
    "miss-carried-wordings": [("GK402", 5)] * 2,
    "miss-category-counts": [("GK402", 5)] * 5,
    "miss-decisions": [("GK402", 6)] * 3,
    "miss-documents-plain": [("GK402", 6)] * 3,
    "miss-fee-parts": [("GK407", 62)],
    "miss-fee-unit": [("GK402", 6)],
    "miss-government-whole-county": [("GK402", 5)] * 3,
    "miss-none-received-through": [("GK401", 5)],
    "miss-parts-in-brackets": [("GK407", 5)],
    "miss-round-number-against-zero": [("GK401", 11)],
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_what_is_right_and_nothing_else(name: str) -> None:
    assert CASES[name] == found_in(name, infos=False)
