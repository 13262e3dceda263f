"""Generated copies are found, and what was written by itself is not taken for one."""

from __future__ import annotations

import pytest

from tests.benchmark.copied import AGAIN, ANEW, TENTH, Score, of_county, of_years

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("template", [False, True])
@pytest.mark.parametrize(("size", "counties"), [(2, 15), (12, 15), (40, 3)])
def test_copies_in_a_county_are_found_and_nothing_else(
    size: int, counties: int, template: bool
) -> None:
    total = sum((of_county(seed, size, template) for seed in range(counties)), Score())

    assert 0.95 * total.copies <= total.found
    assert 0 == total.false


def test_texts_of_last_year_are_found_and_others_not() -> None:
    again, tenth, anew = (
        sum((of_years(seed, kind) for seed in range(15)), Score()) for kind in (AGAIN, TENTH, ANEW)
    )

    assert again.copies == again.found
    assert 0.95 * tenth.copies <= tenth.found
    assert (15, 0) == (anew.pairs, anew.false)
