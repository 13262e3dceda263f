"""Correct sentences in the sample report: none of them is found fault with."""

from __future__ import annotations

import pytest

from tests.support.checking import found
from tests.support.sample import CLEAN

PREAMBLE = "所列数据的统计期限为"
PUBLISHED, ON_REQUEST = "（一）主动公开。", "（二）依申请公开。"
DISPUTES, FEES = "四、政府信息公开行政复议、行政诉讼情况", "2023年，本机关未收取信息处理费。"

SENTENCES = {
    PREAMBLE: [
        "与上年比较的数据取自《青石县水务局2022年政府信息公开工作年度报告》。",
        "上一年度报告见《2022年政府信息公开工作年度报告》。",
    ],
    PUBLISHED: [
        "公开信息120条，撤回3条，其中网站80条、公众号40条。",
        "公开120条，其中重点领域80条，涉及水旱灾害50条、河湖30条，其余40条为动态。",
        "公开120条，其中80条为工作动态，图片新闻33条、文字新闻47条，其余40条为通知公告。",
        "清理规范性文件12件，其中继续有效11件、拟修改1件。",
    ],
    ON_REQUEST: [
        "新收5件，办结5件，结转1件。从申请人看，自然人4件、商业企业1件。",
        "办结5件，结转1件。其中：予以公开3件，部分公开1件，无法提供1件。",
        "新收5件，上年结转1件。其中，自然人4件、商业企业1件。",
        "新收5件，结转1件。从申请人看，自然人4件，商业企业1件；从申请内容看，水费类3件、工程类2件。",
        "代县政府答复政府信息公开申请12件，均计入县政府年度报告；我局新收5件，办结5件。",
        "受县政府委托办理申请12件。",
        "县政府办公室全年收到申请31件；我局收到5件。",
        "收到县政府转办的申请2件、直接收到申请3件，共5件。",
        "网站受理3件，信函受理2件。",
        "局机关收到申请3件、水政监察大队收到申请2件，合计5件。",
        "共收到各类申请41件，其中政府信息公开申请5件、行政许可申请36件。",
        "对上年度结转的1件已予以公开；对本年度新收的5件，办结4件，1件结转下一年度。",
        "新收5件。各乡镇水管站没有收到申请。",
        "局属事业单位未收到政府信息公开申请。",
        "我局下属5个事业单位未收到申请。",
    ],
    DISPUTES: [
        "我局代县政府办理行政复议26件，计入县政府报告。",
        "县司法局办理的行政复议案件26件不计入本报告。",
        "全年办理各类行政复议4件，其中政府信息公开类1件。",
        "全年共有行政复议案件4件，涉及政府信息公开的1件。",
        "行政诉讼3件，均不涉及政府信息公开。",
        "与信息公开无关的行政诉讼3件。",
        "除政府信息公开外的行政诉讼案件5件不计入本表。",
    ],
    FEES: [
        "信息处理费：无。",
        "2023年收取信息处理费1笔，计700元，全额上缴国库。",
        "2023年我局收取信息处理费的申请为0件。",
    ],
}


def with_sentence(line: str, sentence: str) -> str:
    """The sample with a sentence in the line that begins so."""
    lines = CLEAN.splitlines()
    at = next(at for at, each in enumerate(lines) if each.startswith(line))
    if line in (PUBLISHED, ON_REQUEST):
        lines[at] = line + sentence
    elif line == FEES:
        lines[at] = sentence
    else:
        lines.insert(at + 1, sentence)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("line", "sentence"), [(line, each) for line in SENTENCES for each in SENTENCES[line]]
)
def test_a_correct_sentence_is_not_found_fault_with(line: str, sentence: str) -> None:
    assert [] == found(with_sentence(line, sentence))
