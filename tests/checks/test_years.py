"""Years that are not the report's own, and what of them is history."""

from __future__ import annotations

import pytest

from tests.support.checking import messages
from tests.support.sample import changed

PROBLEMS = (
    "一是政策解读的形式还不够丰富；二是个别栏目更新不够及时。"
    "下一步将增加图解和视频解读，并按月检查栏目更新情况。"
)
SUPERVISION = "（五）监督保障。组织业务培训两次，主动接受社会评议，未发生责任追究情形。"
PLAN = "报告年度是2023年，这里说的是下一步的打算，却写作{}，是否应为2024年，请核对。"
STALE = "报告年度是2023年，这里却写作{}，可能是往年报告留下的，请核对。"


def said(old: str, new: str) -> list[str]:
    return messages(changed((old, new)), "GK116")


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局将进一步加强公开。",
        "2023年我局将重点做好解读。",
        "（二）改进措施。2023年，我局将从三个方面改进：一是增加图解。",
        "（二）2023年工作打算：增加图解。",
        "2023年计划通过培训提高水平。",
        "2023年我们计划按月检查栏目，力争更新率100%。",
        "下一步，在2023年工作中，我局将着力抓好整改。",
        "2022年，我局将加大工作力度。",
        "下一步，我局将在2023年采取以下措施：一是增加图解。",
    ],
)
def test_measures_for_a_year_past_are_told(text: str) -> None:
    year = "2022年" if "2022" in text else "2023年"

    assert [PLAN.format(year)] == said(PROBLEMS, "解读形式单一。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局将政务公开纳入考核。",
        "2023年，我局将重点领域信息公开列入清单。",
        "2023年，我局将规范性文件全部公开。",
        "2023年计划生育信息公开不够。",
        "2023年度培训计划落实不到位。",
        "2024年，我局将进一步加强公开。",
        "2023年，我局公开工作仍有不足，将进一步加强。",
        "2023年，我局虽已将继续教育纳入培训，但人数不多。",
    ],
)
def test_what_was_done_or_is_planned_for_the_next_year_is_right(text: str) -> None:
    assert [] == said(PROBLEMS, "解读形式单一。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "2022年组织业务培训2次。",
        "组织业务培训2次。2022年，未发生责任追究情形。",
        "落实责任，2022年组织业务培训2次。",
        "2022年组织业务培训2次。\n（六）政策解读。2023年发布图解5个。",
        "2022年收到政府信息公开申请3件。2023年未发生行政复议。",
        "一是2022年全局共开展培训2次。",
        "2022年度青石县水务局公开工作还存在不足。",
    ],
)
def test_work_of_another_year_is_told(text: str) -> None:
    assert [STALE.format("2022年")] == said(SUPERVISION, "（五）监督保障。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "2022年，我局被评为优秀单位。",
        "2022年，我局组织培训1次。2023年组织培训2次。",
        "继2022年获评示范单位后，2023年我局持续巩固公开成效。",
        "2022年，我局收到申请3件。2023年，我局收到申请5件。",
        "自2022年起，每年组织培训2次。",
        "2022年，我局建成公开专区，每月更新。",
        "2022年度部门决算已经公开。",
        "组织培训2次，2022年组织培训1次，2023年比2022年增加1次。",
    ],
)
def test_history_is_no_left_over(text: str) -> None:
    assert [] == said(SUPERVISION, "（五）监督保障。" + text)


def test_each_sentence_is_told_once() -> None:
    old = "2023年新收政府信息公开申请5件，上年结转1件，办结5件，结转下年1件。"
    new = old.replace("2023年", "2022年")

    assert [STALE.format("2022年")] == said(old, new)
