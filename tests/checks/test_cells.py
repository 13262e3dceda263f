"""How many values a row has, and what stands in them."""

from __future__ import annotations

import pytest

import gklint
from tests.support.checking import messages
from tests.support.sample import changed

REPEAT = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
HANDLED = "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"


@pytest.mark.parametrize(
    ("old", "printed", "torn"),
    [
        # The sums of row and columns leave one way.
        (
            "1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
            "1.本机关不掌握相关政府信息 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 12 |",
            None,
        ),
        (
            "一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |",
            "一、本年新收政府信息公开申请数量 | 1 | 4 | 1 | 0 | 0 | 0 | 0 | 15 |",
            None,
        ),
        (
            "行政规范性文件 | 2 | 1 | 12 |",
            "行政规范性文件 | 2 | 1 | 1 | 2 |",
            "1 | 1 → 11；1 | 2 → 12",
        ),
        ("行政许可 | 36 | ||", "行政许可 | 3 | 6 ||", "3 | 6 → 36"),
        (REPEAT, "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 ||", None),
    ],
)
def test_one_value_too_many_may_be_a_torn_number(old: str, printed: str, torn: str | None) -> None:
    (message,) = messages(changed((old, printed)), "GK205")

    assert (f"也可能是一个数被拆成了两格（{torn}）。" in message) is (torn is not None)


def test_the_sums_tell_a_torn_number() -> None:
    text = changed(
        (
            "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |",
            "（一）予以公开 | 1 | 2 | 1 | 0 | 0 | 0 | 0 | 13 |",
        ),
    )

    assert [
        "表三“（一）予以公开”一行有 8 个数据，应为 7 个。可能是一个数被拆成了两格："
        "合起来（1 | 2 → 12）就与各列、各项合计对得上。请核对。"
    ] == messages(
        text.replace(
            "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5", "（七）总计 | 14 | 1 | 0 | 0 | 0 | 0 | 15"
        ),
        "GK205",
    )


def test_numbers_that_only_blanks_part_are_told_from_digits_that_run_together() -> None:
    text = changed(
        (REPEAT, "2.重复申请 12 0 0 0 0 12"),
        (HANDLED, "（七）总计4100000005"),
    )
    reasons = [each.reason for each in gklint.check(text).undecided if each.code == "GK205"]

    assert [
        "表三“2.重复申请”一行的 6 个数字只用空格隔开，与 7 列对不上，无法分到各列",
        "表三“（七）总计”一行的数字连在一起，无法分开",
    ] == reasons


def test_two_cells_without_a_number_are_two_findings_and_three_with_the_same_are_one() -> None:
    two = REPEAT.replace("| 0 | 0 |", "| 无 | 无 |", 1)
    three = REPEAT.replace("| 0 | 0 | 0 |", "| 无 | 无 | 无 |", 1)

    assert [
        "表三“2.重复申请”一行的“自然人”写的是“无”，不是数字。请改为阿拉伯数字，没有的填0。",
        "表三“2.重复申请”一行的“商业企业”写的是“无”，不是数字。请改为阿拉伯数字，没有的填0。",
    ] == messages(changed((REPEAT, two)), "GK207")
    assert [
        "表三有 3 格写的是“无”，不是数字：“2.重复申请”（自然人、商业企业、科研机构）。"
        "请改为阿拉伯数字，没有的填0。"
    ] == messages(changed((REPEAT, three)), "GK207")


def test_each_of_many_such_cells_has_its_place() -> None:
    text = changed((REPEAT, REPEAT.replace("| 0 | 0 | 0 |", "| 无 | 无 | 无 |", 1)))
    (found,) = (each for each in gklint.check(text).diagnostics if each.code == "GK207")

    assert ["natural_person", "commercial", "research"] == [
        each.cell.column for each in found.related if each.cell
    ]
    assert [10, 14, 18] == [each.range.start.column for each in found.related if each.range]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("〇", "〇"), ("（约）", "（约）"), ("Ｏ", "Ｏ"), ("无<!-- 待核 -->", "无"), ("⑴", "⑴")],
)
def test_what_is_no_number_is_shown_as_it_is_written(written: str, shown: str) -> None:
    (message,) = messages(changed((REPEAT, REPEAT.replace("| 0", f"| {written}", 1))), "GK207")

    assert f"写的是“{shown}”" in message
