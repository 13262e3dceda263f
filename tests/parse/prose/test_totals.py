"""Totals with their parts in running text."""

from __future__ import annotations

import pytest

from gklint.text.values import Number
from tests.support.statements import (
    OVERVIEW,
    read,
)


def parts(text: str) -> list[tuple[Number, tuple[Number, ...], str, bool]]:
    return [(p.total, p.parts, p.unit, p.complete) for p in read(text, OVERVIEW).parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息120条，其中网站80条，其他40条。", (120, (80, 40), "条", True)),
        ("公开信息120条，其中网站80条、公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条（其中网站80条，公众号40条）。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中：网站80条，公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条：网站80条，公众号40条。", (120, (80, 40), "条", True)),
        ("收到申请5件，其中自然人4件，法人1件。", (5, (4, 1), "件", False)),
        ("公开信息１，２００条，其中网站８００条，其余４００条。", (1200, (800, 400), "条", True)),
        ("发布二十条，其中解读十二条，公告八条。", (20, (12, 8), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，另有视频9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，比上年增加9条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，公众号40条，解读5篇。", (120, (80, 40), "条", False)),
        ("公开信息120条（其中网站80条，公众号40条），解读5条。", (120, (80, 40), "条", False)),
        ("公开信息120条（其中网站80条，微信40条），解读5条（图）。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条（图文60条），公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80（图文60），公众号40。", (120, (80, 40), "条", False)),
        ("公开信息120条，包括网站80条，公众号40条，其中图解12条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站80条，比上年增加9条，微信40条。", (120, (80, 40), "条", False)),
        ("公开信息120条，包括网站80条，公众号40条。", (120, (80, 40), "条", False)),
        ("公开信息120条，其中网站120条，公众号0条。", (120, (120, 0), "条", False)),
    ],
)
def test_a_total_is_read_with_its_parts(
    text: str, expected: tuple[int, tuple[int, ...], str, bool]
) -> None:
    assert [expected] == parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中网站80条。",
        "公开信息120余条，其中网站80条，公众号40条。",
        "公开信息近120条，其中网站80条，公众号40条。",
        "公开信息120条，回应关切30次，访问900次。",
        "公开信息增加120条，其中网站80条，公众号40条。",
        "较去年120条，其中网站80条，公众号40条。",
        "联系电话：0919-2345678，共2个。",
        "公开信息120条，其中解读5篇，公告3篇。",
    ],
)
def test_sentences_without_two_parts_claim_no_sum(text: str) -> None:
    assert [] == parts(text)


@pytest.mark.parametrize(
    "unit", ["件次", "件", "条", "宗", "次", "份", "起", "例", "项", "个", "篇"]
)
def test_a_total_and_its_parts_have_the_same_unit(unit: str) -> None:
    assert [(9, (5, 4), unit, False)] == parts(f"发布9{unit}，其中网站5{unit}，微信4{unit}。")
    assert [] == parts(f"发布9{unit}，其中网站5点，微信4点。")


@pytest.mark.parametrize("what", ["信息", "文件", "内容"])
@pytest.mark.parametrize(
    "mark", ["，其中", "（其中", "、包括", "包括：", "其中，", "，包括，", "："]
)
def test_a_total_may_be_followed_by_what_it_counts(what: str, mark: str) -> None:
    assert [(9, (5, 4))] == [each[:2] for each in parts(f"发布9条{what}{mark}网站5条，微信4条。")]


@pytest.mark.parametrize(
    "before",
    [
        *("采纳", "较上年", "比上年", "增加", "减少"),
        *("回复5件、", "回复5条、", "回复5份、", "回复5次、", "回复5条和"),
    ],
)
def test_a_number_of_something_else_is_no_total(before: str) -> None:
    assert [] == parts(f"{before}9条，其中网站5条，微信4条。")


@pytest.mark.parametrize(
    "total", ["近九", "约九", "超过九", "超九", "逾九", "上百", "数十", "几十", "八九", "九余"]
)
def test_a_rough_number_is_no_total(total: str) -> None:
    assert [] == parts(f"发布{total}条，其中网站五条，微信四条。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公开信息213条，其中社会救助类86条、养老服务类41条、社会组织管理类32条、其他54条。",
            (213, (86, 41, 32, 54), "条", True),
        ),
        (
            "收办申请16件（县政府4件、县各部门7件、柳树镇3件、河口镇5件）。",
            (16, (4, 7, 3, 5), "件", False),
        ),
        (
            "对3件申请收取信息处理费500元。其中，水政股1件，收取300元；建管股2件，收取100元。",
            (500, (300, 100), "元", True),
        ),
        (
            "受理申请11件，内容涉及征地拆迁5件、社会救助6件。",
            (11, (5, 6), "件", False),
        ),
        (
            "县政府受理申请5件，部门受理6件，合计11件。",
            (11, (5, 6), "件", True),
        ),
        (
            "公开信息120条，其中：网站80条，包括动态30条、公告50条；公众号40条。",
            (120, (80, 40), "条", False),
        ),
    ],
)
def test_lists_of_parts_are_many(
    text: str, expected: tuple[int, tuple[int, ...], str, bool]
) -> None:
    assert expected in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息386条，养老服务类59条、涉及民生类308条、另行公告类3条，其余16条。",
        "办结4件（另有上年1件已办结）。",
        "新收14件，上年结转2件（含县直11件、乡镇5件）。",
    ],
)
def test_a_bracket_about_something_else_is_no_list_of_parts(text: str) -> None:
    assert [] == parts(text)
