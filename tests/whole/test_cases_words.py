"""Words that a report should not have, in small inputs, run where they lie."""

from __future__ import annotations

import pytest

from tests.support.cases import found_in
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

CASES: dict[str, list[tuple[str, int]]] = {
    "miss-other-agency": [("GK711", 2)],
    "miss-wrong-document-number": [("GK712", 2), ("GK712", 2)],
    "miss-doubled-words": [("GK716", 6)] * 4,
    "miss-generic-overview": [("GK118", 3)],
    "miss-number-left-out": [("GK715", 6)],
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_exactly_what_is_right(name: str) -> None:
    assert CASES[name] == found_in(name)
