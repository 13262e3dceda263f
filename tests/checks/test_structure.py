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


PARTS = {
    "proactive": "（一）主动公开。全年主动公开政府信息120条，其中网站公开80条，其他渠道公开40条。",
    "on_request": (
        "（二）依申请公开。2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。"
    ),
    "management": "（三）政府信息管理。严格落实信息发布审核制度，定期清理失效文件。",
    "platform": "（四）政府信息公开平台建设。做好网站专栏维护，优化检索功能。",
    "supervision": "（五）监督保障。组织业务培训两次，主动接受社会评议，未发生责任追究情形。",
}


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("proactive", "（一）信息公开情况。全年公开各类政府信息120条。"),
        ("proactive", "（一）公开政府信息情况。全年公开120条。"),
        ("proactive", "（一）政府信息发布情况。全年发布120条。"),
        ("proactive", "（一）主动发布信息情况。全年发布120条。"),
        ("on_request", "（二）申请办理情况。新收5件，办结5件。"),
        ("on_request", "（二）收到和处理申请情况。新收5件，办结5件。"),
        ("management", "（三）信息发布管理。定期清理失效文件。"),
        ("management", "（三）信息公开审查。定期清理失效文件。"),
        ("management", "（三）信息审核管理情况。定期清理失效文件。"),
        ("management", "（三）政府信息资源规范化管理情况。定期清理失效文件。"),
        ("management", "（三）行政规范性文件管理情况。定期清理失效文件。"),
        ("management", "此外，落实发布审查制度。"),
        ("management", "此外，做到四审四校。"),
        ("platform", "（四）政务公开阵地建设。维护网站专栏、微信公众号和政务公开专区。"),
        ("platform", "（四）网站及新媒体建设情况。维护网站专栏。"),
        ("platform", "（四）“两微一端”建设情况。推送信息。"),
        ("platform", "（四）公开渠道建设。维护网站专栏。"),
        ("platform", "（四）政务新媒体建设情况。维护微信公众号。"),
        ("supervision", "（五）工作考核、社会评议和责任追究情况。组织考核1次。"),
        ("supervision", "（五）保障措施。组织培训2次，年终考核1次。"),
        ("supervision", "（五）组织保障。组织培训2次。"),
        ("supervision", "（五）监管与保障。组织会议2次。"),
        ("supervision", "（五）教育培训情况。组织培训2次。"),
        ("supervision", "（五）督查考核情况。组织培训2次。"),
        ("supervision", "（五）强化考核评估。组织培训2次。"),
        ("supervision", "此外，开展社会评议，未发生责任追究。"),
    ],
)
def test_an_aspect_is_told_by_other_words_too(part: str, line: str) -> None:
    assert [] == messages(changed((PARTS[part], line)), "GK107")


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("proactive", "此外，及时更新重点领域的栏目。"),
        ("on_request", "此外，网上许可申请办理便捷。"),
        ("management", "此外，档案实行动态管理，文件管理有序。"),
        ("platform", "此外，拓宽渠道，用好新媒体。"),
        ("supervision", "此外，医疗保障水平提高，工作考核优秀。"),
    ],
)
def test_words_of_sub_headings_tell_no_aspect_in_the_prose(part: str, line: str) -> None:
    (message,) = messages(changed((PARTS[part], line)), "GK107")

    assert PARTS[part].split("。", maxsplit=1)[0] in message


@pytest.mark.parametrize("behind", ["", " |", " | |"])
def test_a_heading_at_the_end_of_a_row_is_found_there(behind: str) -> None:
    last, heading = "0 | 1 | ||", "四、政府信息公开行政复议、行政诉讼情况"
    text = changed((f"{last}\n{heading}", f"0 | 1 | {heading}{behind}"))
    (found,) = gklint.check(text).diagnostics

    assert "GK119" == found.code
    assert heading == text[slice(*found.span or (0, 0))]
