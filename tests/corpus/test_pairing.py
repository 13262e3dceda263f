"""Signatures that are alike are found, and of large groups not each pair."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gklint.corpus import pairing
from gklint.corpus.files import Stored, written
from gklint.corpus.likening import SIZE, Signed, Texts, sign
from gklint.corpus.pairing import groups, likely
from tests.support.corpora import Made


def signed(*texts: str, bodies: list[str | None] | None = None) -> Signed:
    """The signatures of reports with these texts."""
    made = Made()
    for number, text in enumerate(texts):
        made.report(number, bodies[number] if bodies else None, 2023)
        made.add("texts", 2023, report=number, section="overview", text=text)
    found = {
        file.key.table: Stored(Path(file.key.table), file.data)
        for file in written(made.rows.columns)
    }
    return sign(Texts([found["texts"]], [found["reports"]]))


def sentences(*numbers: int) -> str:
    """Some sentences of which no two are alike: of characters that follow their numbers."""
    rng = (np.random.default_rng(number) for number in numbers)
    return "".join(
        "".join(map(chr, each.integers(0x5000, 0x6000, 40).tolist())) + "。" for each in rng
    )


def pairs(*texts: str) -> list[tuple[int, int, int]]:
    """Which of some texts are alike, and how much."""
    found = signed(*texts)
    like = likely(found.signatures)
    return [*zip(*(each.tolist() for each in like), strict=True)]


def test_equal_texts_are_alike_and_others_not() -> None:
    assert [(0, 2, 100)] == pairs(
        sentences(*range(10)), sentences(*range(10, 20)), sentences(*range(10))
    )


@pytest.mark.parametrize(("common", "percent"), [(19, 95), (18, 90), (17, 85)])
def test_how_much_is_common_is_told_within_a_few_percent(common: int, percent: int) -> None:
    left, right = range(20), (*range(common), *range(100, 120 - common))
    ((_, _, found),) = pairs(sentences(*left), sentences(*right))

    assert abs(found - percent) <= 4


def test_texts_with_half_in_common_are_not_alike() -> None:
    assert [] == pairs(sentences(*range(20)), sentences(*range(10, 30)))


def test_years_numbers_and_the_names_of_both_bodies_make_no_difference() -> None:
    more = sentences(*range(8))
    found = signed(
        f"{more}2023年石澜县水务局公开信息12条，比上年多。",
        f"{more}2024年云岭县财政局公开信息345条，比上年多。",
        bodies=["石澜县水务局", "云岭县财政局"],
    )

    assert found.signatures[0].tolist() == found.signatures[1].tolist()


def test_what_the_form_prescribes_and_short_texts_are_left_out() -> None:
    formal = "根据《中华人民共和国政府信息公开条例》和有关规定编制本报告。" * 20

    assert [] == signed(sentences(1), formal).reports.tolist()
    assert [1] == signed(sentences(1), sentences(*range(4))).reports.tolist()


def test_a_signature_is_the_same_in_every_run() -> None:
    one, other = (signed(sentences(*range(9))) for _ in range(2))

    assert (1, SIZE) == one.signatures.shape
    assert one.signatures.tolist() == other.signatures.tolist()


def test_a_large_group_is_no_pair_of_each_with_each_but_one_group() -> None:
    count = 300
    found = signed(*[sentences(*range(10))] * count, sentences(*range(50, 60)))
    like = likely(found.signatures)

    assert len(like.left) <= 20 * count
    assert {*range(count)} == {*like.left.tolist(), *like.right.tolist()}
    assert {1} == {*groups(like).tolist()}


def test_groups_are_what_hangs_together() -> None:
    numbers = (np.array(each) for each in ([1, 4, 2], [2, 5, 3], [90, 90, 90]))

    assert [1, 2, 1] == groups(pairing.Pairs(*numbers)).tolist()


def test_nothing_is_alike_where_there_is_nothing() -> None:
    nothing = sign(Texts([], []))

    assert [[], [], []] == [each.tolist() for each in likely(nothing.signatures)]
    assert [] == pairs(sentences(*range(9)))
