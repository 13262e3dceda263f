"""Running text as it is quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.quoting import differing, quoted


def test_a_quotation_has_chinese_marks_but_for_those_in_numbers() -> None:
    assert "公开1,204条，办结（含结转）：5件；" == quoted("公开1,204条,办结(含结转):5件;", 40)


def test_a_long_text_is_cut() -> None:
    assert "全年主动公…" == quoted("全年主动公开信息", 5)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("公开信息120条。", "公开信息125条。", ("公开信息120条。", "公开信息125条。")),
        (
            "全年累计主动公开政府信息120条,其中网站公开80条。",
            "全年累计主动公开政府信息128条,其中网站公开80条。",
            ("…公开政府信息120条，其中网站…", "…公开政府信息128条，其中网站…"),
        ),
        (
            "一二三四五六七八九甲一二三四五六七八九一二三四五六七八九乙一二三四五六七八九",
            "一二三四五六七八九丙一二三四五六七八九一二三四五六七八九丁一二三四五六七八九",
            (
                "…四五六七八九甲一二三四五六…四五六七八九乙一二三四五六…",
                "…四五六七八九丙一二三四五六…四五六七八九丁一二三四五六…",
            ),
        ),
        ("及时清理文件。", "及时清理失效文件。", ("及时清理文件。", "及时清理失效文件。")),
    ],
)
def test_only_what_differs_is_shown(left: str, right: str, shown: tuple[str, str]) -> None:
    assert shown == differing(left, right)


def test_of_very_long_texts_the_first_difference_is_shown() -> None:
    left, right = ("甲" * 9 + sign + "乙" * 100_000 + sign for sign in "丙丁")

    assert ("…甲甲甲甲甲甲丙乙乙乙乙乙乙…", "…甲甲甲甲甲甲丁乙乙乙乙乙乙…") == differing(
        left, right
    )


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_shown(left: str, right: str) -> None:
    shown = differing(left, right)

    assert (shown == ("", "")) == (left == right)
