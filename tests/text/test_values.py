"""Numbers as they are printed: in cells, and in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.values import (
    Number,
    Value,
    circled,
    is_formula,
    is_formula_error,
    is_value,
    out_of_circle,
    read_value,
    unit_of_column,
)
from tests.support.statements import fold


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("⑥", 6),
        ("⓪", 0),
        (" ⑳ ", 20),
        ("❿", 10),
        ("007", 7),
        (" 5 ", 5),
        ("１２", 12),
        ("　0", 0),
        ("&nbsp;3", 3),
        ("1 024", 1024),
        ("750,524", 750524),
        ("7，505，240", 7505240),
        ("1,234.50", Decimal("1234.50")),
        ("15.62", Decimal("15.62")),
        ("0.00", Decimal("0.00")),
        ("4166.241619", Decimal("4166.241619")),
        ("-3", -3),
        ("－3", -3),
        ("−3", -3),
        ("+3", 3),
        ("-1.5", Decimal("-1.5")),
        ("-1,500", -1500),
        ("22（其中修订16件）", 22),
        ("22(其中修订16件", 22),
    ],
)
def test_a_cell_with_a_number_is_that_number(printed: str, number: Number) -> None:
    value = read_value(fold(printed).text)

    assert Value(False, number) == value
    assert type(number) is type(value.number)


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("160.5964万元", Decimal("160.5964"), "万元"),
        ("160.5 万元", Decimal("160.5"), "万元"),
        ("1,690.9913万元（含税）", Decimal("1690.9913"), "万元"),
        ("0元", 0, "元"),
        ("30元", 30, "元"),
        ("人民币380289.90元", Decimal("380289.90"), "元"),
        ("￥125000", 125000, "元"),
        ("¥ 12.5万元", Decimal("12.5"), "万元"),
        ("1.2亿元", Decimal("1.2"), "亿元"),
        ("5件", 5, "件"),
        ("2 个", 2, "个"),
        ("5件（含修订）", 5, "件"),
    ],
)
def test_a_number_may_have_a_unit(printed: str, number: Number, unit: str) -> None:
    assert Value(False, number, unit) == read_value(fold(printed).text)


@pytest.mark.parametrize(
    ("printed", "unit", "number"),
    [
        ("156200元", "万元", Decimal("15.62")),
        ("15.62万元", "元", 156200),
        ("15.62万元", "万元", Decimal("15.62")),
        ("15.62万", "万元", Decimal("15.62")),
        ("15.62", "万元", Decimal("15.62")),
        ("156200元", None, 156200),
        ("3件", "万元", 3),
        ("无", "万元", None),
    ],
)
def test_money_is_counted_in_the_unit_of_its_column(
    printed: str, unit: str | None, number: Number | None
) -> None:
    assert number == read_value(printed).counted_in(unit)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("本年收费金额(单位:万元)", "万元"),
        ("本年收费金额（元）", "元"),
        ("本年收费金额", None),
        ("采购总金额", None),
    ],
)
def test_a_heading_may_give_the_unit_of_its_column(heading: str, unit: str | None) -> None:
    assert unit == unit_of_column(heading)


@pytest.mark.parametrize("printed", ["=SUM(C8:C28)", "=B2", "=C3+D3", "+SUM(A1:A2)"])
def test_a_formula_is_told_from_other_words(printed: str) -> None:
    assert is_formula(printed)
    assert not is_formula_error(printed)


@pytest.mark.parametrize("printed", ["#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NAME?", "####"])
def test_the_error_of_a_formula_is_told_from_other_words(printed: str) -> None:
    assert is_formula_error(printed)
    assert not is_formula(printed)


@pytest.mark.parametrize("printed", ["无", "-", "—", "=", "-3", "# 一、总体情况", "见附表"])
def test_other_words_are_neither(printed: str) -> None:
    assert not is_formula(printed)
    assert not is_formula_error(printed)


@pytest.mark.parametrize(
    "printed",
    ["", " ", "　", "&nbsp;", "/", "\\", "-", "--", "—", "——", "－", "–", "―", "─", "-/-", "／"],
)
def test_a_stroke_in_place_of_a_number_is_a_blank(printed: str) -> None:
    assert Value(True, None) == read_value(fold(printed).text)


@pytest.mark.parametrize(
    "printed",
    [
        *("无", "二", "五件", "约5", "件", "万元", "abc", "NaN", "inf", "(5)", "²", "½"),
        *("1e3", "1.2.3", "1,2", "12,34", "1,2345", "12%", "5-6", "0/0", ".5", "--5", "5+"),
        *("0x10", "1_000", "元"),
    ],
)
def test_anything_else_is_neither_blank_nor_a_number(printed: str) -> None:
    assert Value(False, None) == read_value(printed)
    assert not is_value(printed)


@pytest.mark.parametrize("printed", ["0", "/", "", "15.62万元"])
def test_a_number_and_its_absence_are_values(printed: str) -> None:
    assert is_value(printed)


@given(st.integers(0, 10**12))
def test_thousands_marks_change_nothing(number: int) -> None:
    assert Value(False, number) == read_value(f"{number:,}")


@given(st.text(max_size=12))
def test_no_cell_is_too_odd_to_read(text: str) -> None:
    blank, number, _ = read_value(text)

    assert not (blank and number is not None)


def test_a_number_longer_than_python_converts_is_unreadable() -> None:
    assert Value(False, None) == read_value("1" * 5000)


@pytest.mark.parametrize(
    ("digits", "sign"),
    [("6", "⑥"), ("６", "⑥"), ("0", "⓪"), ("21", None), ("甲", None), ("", None)],
)
def test_numbers_in_circles_end_at_twenty(digits: str, sign: str | None) -> None:
    assert sign == circled(digits)


@pytest.mark.parametrize(("sign", "digits"), [("⑥", "6"), ("⓪", "0"), ("6", None), ("⑥⑥", None)])
def test_a_circle_holds_its_digits(sign: str, digits: str | None) -> None:
    assert digits == out_of_circle(sign)
