"""What the preamble has to say."""

from __future__ import annotations

import pytest

import gklint
from tests.support.sample import changed

BASIS = (
    "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》"
    "（国办公开办函〔2021〕30号）编制。"
)


@pytest.mark.parametrize(
    ("year", "notice"),
    [("2019", "〔2019〕60号"), ("2020", "〔2019〕60号"), ("2023", "〔2021〕30号")],
)
def test_a_missing_basis_names_the_notice_of_the_report_year(year: str, notice: str) -> None:
    text = changed((BASIS, "现将我局有关工作情况报告如下。")).replace("2023", year)
    messages = [each.message for each in gklint.check(text).diagnostics if each.code == "GK112"]

    assert [True] == [f"国办公开办函{notice}" in message for message in messages]
