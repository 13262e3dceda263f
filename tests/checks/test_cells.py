"""How many values a row has, and what stands in them."""

from __future__ import annotations

import gklint
from tests.support.sample import changed

REPEAT = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
HANDLED = "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"


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
