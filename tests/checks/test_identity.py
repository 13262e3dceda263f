"""Sums of tables, in each version of the form."""

from __future__ import annotations

import pytest

import gklint
from tests.support.checking import found, messages
from tests.support.sample import changed

OTHER_HANDLING = "（六）其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
HANDLED = "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"


def of_2019(*pairs: tuple[str, str]) -> str:
    """The sample for 2019, when other ways of handling had one row."""
    return in_one_row(*pairs).replace("2023年", "2019年").replace("〔2021〕30号", "〔2019〕60号")


def in_one_row(*pairs: tuple[str, str]) -> str:
    """The sample with one row for other ways of handling."""
    text = changed(*pairs)
    start, end = text.index("（六）其他处理"), text.index("（七）总计")
    return text[:start] + OTHER_HANDLING + "\n" + text[end:]


def sums(text: str) -> list[tuple[str, str]]:
    """The columns whose results do not add up, and the messages."""
    return [
        (each.cell.column or "", each.message)
        for each in gklint.check(text).diagnostics
        if each.code == "GK302" and each.cell
    ]


def test_results_that_add_up_in_the_table_of_2019_are_no_finding() -> None:
    assert [] == sums(of_2019())


def test_the_results_of_2019_are_summed_too() -> None:
    (only,) = sums(of_2019(("1.属于国家秘密 | 0 | 0", "1.属于国家秘密 | 0 | 1")))

    assert "commercial" == only[0]
    assert (
        "（一）予以公开 1 + 1.属于国家秘密 1 = 2 件，而“（七）总计”写作 1 件，相差 1 件。"
        in only[1]
    )


@pytest.mark.parametrize(("handled", "broken"), [("2", []), ("1", ["commercial"])])
def test_what_was_handled_otherwise_in_one_row_is_part_of_the_sum(
    handled: str, broken: list[str]
) -> None:
    text = of_2019((HANDLED, f"（七）总计 | 4 | {handled} | 0 | 0 | 0 | 0 | 5 | ||")).replace(
        "（六）其他处理 | 0 | 0", "（六）其他处理 | 0 | 1"
    )

    assert broken == [column for column, _ in sums(text)]


def test_a_row_of_2019_in_a_later_report_is_one_finding_and_part_of_the_sum() -> None:
    text = in_one_row((HANDLED, "（七）总计 | 4 | 1 | 0 | 0 | 0 | 3 | 8 | ||"))

    assert ["GK203", "GK301", "GK302"] == sorted({code for code, _ in found(text)} - {"GK402"})
    assert ["other", "total"] == [column for column, _ in sums(text)]
    assert [
        "表三的“(六)其他处理”只写了一行，应分 3 行填写："
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请；"
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请；3.其他。"
        "写成一行的是2019年的试行格式。"
    ] == messages(text, "GK203")


def test_a_sum_of_one_number_is_not_said_twice() -> None:
    ((_, message),) = sums(
        changed(("1.属于国家秘密 | 0 | 0 | 0 | 0", "1.属于国家秘密 | 0 | 0 | 0 | 2"))
    )

    assert (
        "表三“社会公益组织”一列：1.属于国家秘密 2 件，而“（七）总计”写作 0 件，相差 2 件。"
        in message
    )
