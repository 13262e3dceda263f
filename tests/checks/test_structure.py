"""Headings and labels of rows, and what they are mended to."""

from __future__ import annotations

import pytest

import gklint
from tests.support.checking import messages
from tests.support.fixes import applied, fixes, mend, silent, unmended
from tests.support.sample import changed

FEE = "2023年，本机关未收取信息处理费。"
OTHER = "六、其他需要报告的事项"
LAST_RESULT = "3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("六、其他需要说明的事项", "六、其他需要报告的事项"),
        ("## 六、 其他需要说明的事项", "## 六、 其他需要报告的事项"),
        ("**六、其他事项**", "**六、其他需要报告的事项**"),
        ("　　六、需要报告的其他事项：", "　　六、其他需要报告的事项："),
    ],
)
def test_only_the_words_of_a_heading_are_changed(printed: str, expected: str) -> None:
    assert expected == mend(OTHER, printed, "GK104")


def test_the_words_of_a_heading_without_number_are_changed_too() -> None:
    text = changed((OTHER, "其他需要说明的事项"))
    new = applied(gklint.check(text), "GK104")

    assert changed((OTHER, "其他需要报告的事项")) == new
    assert ["GK105"] == [found.code for found in gklint.check(new).diagnostics]


@pytest.mark.parametrize(
    "printed",
    [
        "七、其他需要说明的事项",
        "六、其他需要说明的**事项**",
        "六、其他需要报告的有关事项",
    ],
)
def test_a_heading_that_is_not_sure_is_left_alone(printed: str) -> None:
    unmended(OTHER, printed, "GK104")


def test_a_heading_that_comes_twice_is_left_alone() -> None:
    unmended(OTHER, "六、其他需要说明的事项\n无。\n六、其他事项", "GK104")


def test_a_misplaced_heading_is_left_alone() -> None:
    text = changed((OTHER + "\n", ""), (FEE, ""))
    text = text.replace(
        "二、主动公开政府信息情况", "六、其他事项\n" + FEE + "\n二、主动公开政府信息情况"
    )
    report = gklint.check(text)

    assert {"GK102", "GK104"} <= {found.code for found in report.diagnostics}
    assert [] == fixes(report, "GK104")


@pytest.mark.parametrize("mark", ["。", "：", "；", "·"])
def test_a_wrong_mark_behind_the_number_of_a_row_becomes_its_point(mark: str) -> None:
    assert LAST_RESULT == mend(LAST_RESULT, LAST_RESULT.replace(".", mark), "GK211")


def test_the_words_of_a_row_are_left_alone() -> None:
    unmended(LAST_RESULT, LAST_RESULT.replace("3.其他", "3。其它"), "GK211")


@pytest.mark.parametrize("mark", ["、", "．", ")", " "])
def test_other_marks_behind_the_number_of_a_row_are_as_good(mark: str) -> None:
    silent(LAST_RESULT, LAST_RESULT.replace(".", mark), "GK211")


@pytest.mark.parametrize(
    ("row", "below", "where"),
    [
        ("行政强制 | 0 | ||", "行政许可 | 36 | ||", "应紧接在“行政处罚”一行之后"),
        (
            "一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||",
            "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||",
            "应为第一行",
        ),
        (
            LAST_RESULT,
            "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||",
            "行政机关不再处理其政府信息公开申请”一行之后",
        ),
    ],
)
def test_a_row_in_the_wrong_place_is_told_where_it_belongs(
    row: str, below: str, where: str
) -> None:
    text = changed((row + "\n", ""), (below, f"{below}\n{row}"))

    assert [where] == [where for each in messages(text, "GK204") if where in each]


@pytest.mark.parametrize(
    "printed",
    [
        "（三）健全工作机制，加强政府信息管理\n严格落实信息发布审核制度，定期清理失效文件。",
        "三是健全工作机制，加强政府信息管理\n严格落实信息发布审核制度，定期清理失效文件。",
        "## 健全工作机制，加强政府信息管理\n严格落实信息发布审核制度。",
        "政府信息管理如下：\n1.严格落实信息发布审核制度。\n2.定期清理失效文件。",
        "政府信息管理如下——\n- 严格落实信息发布审核制度。\n- 定期清理失效文件。",
        "政府信息管理情况\n====================\n严格落实信息发布审核制度。",
        "政府信息管理情况\n--------------------\n严格落实信息发布审核制度。",
    ],
)
def test_no_heading_and_no_list_is_joined_to_a_paragraph(printed: str) -> None:
    silent("（三）政府信息管理。严格落实信息发布审核制度，定期清理失效文件。", printed, "GK704")


@pytest.mark.parametrize(
    "title",
    [
        "青石县水务局\n2023年政府信息公开工作的年度报告",
        "青石县水务局2023年政府信息公开工作年度报告\n====================",
        "青石县水务局2023年政府信息公开工作年度报告_青石县人民政府",
        "青石县水务局2023年政府信息公开工作年度报告格式模板",
        "青石县水务局2023年水务信息汇总报告",
    ],
)
def test_no_title_is_joined_to_the_preamble(title: str) -> None:
    silent("青石县水务局2023年政府信息公开工作年度报告", title, "GK704")
