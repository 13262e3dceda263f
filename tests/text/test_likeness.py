"""What of one text stands in another."""

from __future__ import annotations

import time
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.likeness import Names, Pair, masked, pairs, passages, share

NEAR = 80
FIRST = [
    "全年主动公开政府信息若干条",
    "严格执行先审查后公开的制度",
    "网站专栏由专人维护更新",
    "培训工作按计划完成",
]
OTHER = [
    "林区道路养护列入年度计划",
    "春季造林苗木验收完毕",
    "护林员巡山次数明显增加",
    "病虫害防治实现全覆盖",
]


def shared(left: list[str], right: list[str]) -> float:
    """How many percent of the left text stand in the right one."""
    return share(left, [pair.left for pair in chain(*passages(left, right, NEAR))])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022年度,我局公开信息98条。", "2023年,我局公开信息1,204条。"),
        ("(一)主动公开。", "1.主动公开"),
        ("一是加强培训;", "三是加强培训。"),
        ("我局认真落实条例。", "我镇认真落实条例。"),
        ("组织培训两次,参训60人。", "组织培训3次，参训55人"),
        ("落实“三审三校”制度。", "落实三审三校制度;"),
    ],
)
def test_sentences_that_differ_without_meaning_are_equal(one: str, other: str) -> None:
    assert masked(one) == masked(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("组织培训两次。", "组织检查两次。"), ("统一是目标。", "目标。"), ("自我县里来。", "某里来")],
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert masked(one) != masked(other)


def test_names_of_bodies_are_masked_the_longest_first() -> None:
    names = Names(["青石县水务局", "青石县水务局河道站", "岚溪县司法局", "局"])

    assert "某与某会商" == masked("青石县水务局河道站与岚溪县司法局会商。", names)
    assert ["岚溪县司法局", "青石县水务局"] == names.within(
        "岚溪县司法局、青石县水务局、青石县档案局"
    )


def test_names_that_are_none_mask_nothing() -> None:
    assert (
        "青石县水务局"
        == Names([]).masked("青石县水务局")
        == Names(["", "局"]).masked("青石县水务局")
    )


def test_neighbouring_sentences_are_one_passage() -> None:
    right = [OTHER[0], *FIRST[1:], OTHER[1], FIRST[0]]
    found = passages(FIRST, right, NEAR)

    assert [(Pair(0, 5),), (Pair(1, 1), Pair(2, 2), Pair(3, 3))] == found


def test_a_sentence_with_a_few_words_changed_is_nearly_equal() -> None:
    right = ["网站专栏由专人负责更新"]
    (pair,) = pairs(FIRST, right, NEAR)

    assert (2, 0) == pair[:2]
    assert NEAR <= pair.percent < 100
    assert [] == pairs(FIRST, right, 95)


def test_of_several_nearly_equal_ones_the_most_alike_is_meant() -> None:
    left = ["网站专栏由专人维护更新", "网站专栏由专人维护并更新"]
    right = ["网站专栏由专人维护并且更新"]

    assert [1] == [pair.left for pair in pairs(left, right, NEAR)]


def test_equal_sentences_are_paired_one_by_one_in_runs() -> None:
    left, right = [FIRST[0]] * 100, [FIRST[0]] * 40

    assert [tuple(Pair(number, number) for number in range(40))] == passages(left, right, NEAR)
    assert 40 == round(shared(left, right))


def test_a_run_stays_whole_where_its_first_sentence_is_repeated() -> None:
    right = [FIRST[0], OTHER[0], FIRST[0], FIRST[1]]
    found = passages(FIRST[:2], right, NEAR)

    assert 2 == sum(map(len, found))


@pytest.mark.parametrize(("left", "right"), [([], []), ([], FIRST), (FIRST, []), ([""], [""])])
def test_nothing_has_nothing_in_common(left: list[str], right: list[str]) -> None:
    assert [] == passages(left, right, NEAR)
    assert 0 == shared(left, right)


def test_what_is_no_sentence_any_more_is_only_looked_up() -> None:
    long = "政府信息公开" * 50_000
    started = time.process_time()

    assert [Pair(0, 0)] == pairs([long], [long], NEAR)
    assert [] == pairs([long], [long + "。"], NEAR)
    assert time.process_time() - started < 2


def test_long_texts_take_no_longer_than_their_length() -> None:
    left = [
        f"{chr(0x4E00 + n % 997)}{chr(0x5E00 + n % 991)}{chr(0x6E00 + n % 983)}各项工作"
        for n in range(8000)
    ]
    right = [text + "落实" for text in left]
    started = time.process_time()

    assert 8000 == len(pairs(left, right, NEAR))
    assert time.process_time() - started < 5


TEXT = st.lists(
    st.text(alphabet="公开信息网站审查制度培训条", min_size=1, max_size=24), max_size=12
)


@given(TEXT)
def test_a_text_is_like_itself_by_all_of_it(text: list[str]) -> None:
    assert (100 if text else 0) == round(shared(text, text), 6)


@given(TEXT)
def test_unrelated_texts_have_nothing_in_common(text: list[str]) -> None:
    assert 0 == shared(text, OTHER) == shared(OTHER, text)


@given(TEXT, TEXT)
def test_what_stands_in_the_other_is_the_same_both_ways(one: list[str], other: list[str]) -> None:
    there = pairs(one, other, NEAR)
    back = pairs(other, one, NEAR)

    assert sorted(pair.percent for pair in there) == sorted(pair.percent for pair in back)


@given(TEXT, TEXT)
def test_no_sentence_is_used_twice(one: list[str], other: list[str]) -> None:
    found = pairs(one, other, NEAR)

    assert len({pair.left for pair in found}) == len(found) == len({pair.right for pair in found})


@given(st.text(max_size=60))
def test_any_text_can_be_masked_and_masking_again_changes_nothing_of_equal_ones(text: str) -> None:
    assert masked(text) == masked(text)
