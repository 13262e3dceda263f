"""Tables in which nothing is counted."""

from __future__ import annotations

import gklint
from gklint.docs import sample_text
from gklint.ruleset.loading import load_rules
from tests.support.checking import flagged
from tests.support.sample import replace_once

NEW = "一、本年新收政府信息公开申请数量 | 0 | 0 |"


def zeros() -> str:
    return sample_text(load_rules().rules["GK213"].bad[0].change)


def test_one_number_is_enough() -> None:
    text = replace_once(zeros(), "行政许可 | 0 |", "行政许可 | 1 |")

    assert [] == flagged(text, "GK213")


def test_with_a_blank_cell_it_cannot_be_told() -> None:
    report = gklint.check(replace_once(zeros(), NEW, "一、本年新收政府信息公开申请数量 | | 0 |"))

    assert "GK213" not in [each.code for each in report.diagnostics]
    assert ["有的格空着或者读不出来，不能断定是不是全为零"] == [
        each.reason for each in report.undecided if each.code == "GK213"
    ]


def test_without_a_table_nothing_is_said() -> None:
    text = zeros()
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")

    assert [] == flagged(text[:start] + text[end:], "GK213")
