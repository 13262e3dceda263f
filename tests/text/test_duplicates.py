"""Which of many texts may have much in common."""

from __future__ import annotations

from random import Random

from gklint.text.duplicates import likely


def fragments(rng: Random, number: int) -> set[str]:
    return {f"{rng.randrange(10**9)}" for _ in range(number)}


def test_texts_that_have_two_thirds_in_common_are_found_and_unrelated_ones_not() -> None:
    rng = Random(0)
    texts = [fragments(rng, 300) for _ in range(200)]
    for number in range(0, 200, 2):
        texts[number + 1] = {*sorted(texts[number])[:240], *fragments(rng, 60)}
    found = {*likely(texts, 0.2, 8)}

    assert {(number, number + 1) for number in range(0, 200, 2)} == found


def test_of_many_equal_ones_each_is_held_against_a_few() -> None:
    texts = [{str(number) for number in range(100)}] * 60
    found = [*likely(texts, 0.2, 8)]

    assert {*range(60)} == {number for pair in found for number in pair}
    assert len(found) <= 60 * 8


def test_where_there_is_nothing_nothing_is_alike() -> None:
    assert [] == [*likely([], 0.2, 8)]
    assert [] == [*likely([{"公开"}, {"培训"}], 0.2, 8)]
