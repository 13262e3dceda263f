"""Amounts with a unit, in a column that prints one or not."""

from __future__ import annotations

from decimal import Decimal

import gklint
from tests.support.checking import found, messages
from tests.support.sample import changed

HEADING = "信息内容 | 本年收费金额（单位：万元） | ||"
FEES = "行政事业性收费 | 15.62 | ||"


def test_yuan_in_a_column_of_ten_thousands_are_said_and_converted() -> None:
    text = changed((FEES, "行政事业性收费 | 156,200元 | ||"))
    document = gklint.check(text).document

    assert [
        "表二“行政事业性收费”一行的“本年收费金额（单位：万元）”写作 156,200元，"
        "而这一列的单位是万元，换算过来是 15.62。请核对。"
    ] == messages(text, "GK214")
    assert document
    assert Decimal("15.62") == document.tables["disclosure"].number("fees", "amount")


def test_yuan_are_right_where_the_heading_says_so() -> None:
    text = changed(
        (HEADING, "信息内容 | 本年收费金额（单位：元） | ||"),
        (FEES, "行政事业性收费 | 156200元 | ||"),
    )

    assert [] == messages(text, "GK214")


def test_the_heading_that_is_lost_is_that_of_the_form() -> None:
    text = changed((HEADING + "\n", ""), (FEES, "行政事业性收费 | 156200元 | ||"))

    assert "GK214" in [code for code, _ in found(text)]


def test_a_fee_is_held_to_the_fees_of_the_table_in_the_same_unit() -> None:
    fee = ("本机关未收取信息处理费。", "本机关收取信息处理费200元。")

    assert "GK405" in [
        code for code, _ in found(changed(fee, (FEES, "行政事业性收费 | 100元 | ||")))
    ]
    assert "GK405" not in [
        code for code, _ in found(changed(fee, (FEES, "行政事业性收费 | 400元 | ||")))
    ]
