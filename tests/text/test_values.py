"""Numbers as they are printed: in cells, and in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.numerals import chinese_number
from gklint.text.values import Number, Value, is_value, read_value
from tests.support.statements import fold


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("0", 0),
        ("12", 12),
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
        ("160.5964万元", Decimal("160.5964")),
        ("160.5 万元", Decimal("160.5")),
        ("0元", 0),
        ("5件", 5),
        ("2 个", 2),
        ("-3", -3),
        ("－3", -3),
        ("−3", -3),
        ("+3", 3),
        ("-1.5", Decimal("-1.5")),
        ("-1,500", -1500),
        ("22（其中修订16件）", 22),
        ("22(其中修订16件", 22),
        ("5件（含修订）", 5),
    ],
)
def test_a_cell_with_a_number_is_that_number(printed: str, number: Number) -> None:
    value = read_value(fold(printed).text)

    assert Value(False, number) == value
    assert type(number) is type(value.number)


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
        *("0x10", "1_000", "30元"),
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
    blank, number = read_value(text)

    assert not (blank and number is not None)


def test_a_number_longer_than_python_converts_is_unreadable() -> None:
    assert Value(False, None) == read_value("1" * 5000)


# -- running text ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("5", 5),
        ("1,024", 1024),
        ("零", 0),
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("二十四", 24),
        ("九十九", 99),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("三百二十一", 321),
        ("两百", 200),
        ("一千零三", 1003),
        ("两千零二十三", 2023),
        ("二零二三", 2023),
        ("一二零", 120),
        ("一万", 10_000),
        ("三万五千", 35_000),
        ("两万零六", 20_006),
        ("十二万三千四百五十六", 123_456),
    ],
)
def test_a_numeral_is_its_number(text: str, number: int) -> None:
    assert number == chinese_number(text)


@pytest.mark.parametrize("text", ["", "件", "1.5", "5件", "二十四件", "-1", "٣", "²", "万万", "a"])
def test_anything_else_is_no_number(text: str) -> None:
    assert chinese_number(text) is None


def test_a_bare_ten_thousand_is_never_zero() -> None:
    assert chinese_number("万") in (None, 10_000)


def test_a_numeral_longer_than_python_converts_is_no_number() -> None:
    assert chinese_number("9" * 5000) is None


DIGITS = "零一二三四五六七八九"


def spell(number: int) -> str:
    """A number from 1 to 9999 as it is said."""
    said = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            said += DIGITS[digit] + name
        elif said and number and not said.endswith("零"):
            said += "零"
    return said.rstrip("零")


@given(st.integers(1, 9999))
def test_every_number_that_is_spelled_is_read_back(number: int) -> None:
    assert number == chinese_number(spell(number))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_ten_thousands_are_read_back(high: int, low: int) -> None:
    zero = "零" if low < 1000 else ""

    assert high * 10_000 + low == chinese_number(f"{spell(high)}万{zero}{spell(low)}")
