"""The least that is needed, found by halving."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.anonymise.searching import needed

ITEMS = st.integers(1, 60)


@given(ITEMS, st.data())
def test_exactly_what_is_needed_is_found(count: int, data: st.DataObject) -> None:
    items = [*range(count)]
    wanted = data.draw(st.sets(st.sampled_from(items)))

    assert sorted(wanted) == sorted(needed(items, lambda some: wanted <= {*some}))


def test_of_what_will_do_either_way_the_first_is_taken() -> None:
    assert [2] == needed(range(10), lambda some: not {2, 7}.isdisjoint(some))


@pytest.mark.parametrize("size", [0, 1, 1000])
def test_few_of_many_take_few_tries(size: int) -> None:
    tries = 0

    def holds(some: Collection[int]) -> bool:
        nonlocal tries
        tries += 1
        return size // 2 in some or not size

    assert [size // 2][:size] == needed(range(size), holds)
    assert tries <= 2 + 2 * size.bit_length()
