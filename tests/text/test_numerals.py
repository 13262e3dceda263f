"""Numbers written in Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.numerals import chinese_number, is_estimate, is_round


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
        ("叁", 3),
        ("拾", 10),
        ("贰拾叁", 23),
        ("壹佰零伍", 105),
        ("廿", 20),
        ("廿五", 25),
        ("卅", 30),
        ("一百廿三", 123),
        ("一百二", 120),
        ("三千五", 3500),
        ("两万六", 26_000),
    ],
)
def test_a_numeral_is_its_number(text: str, number: int) -> None:
    assert number == chinese_number(text)


@pytest.mark.parametrize("text", ["", "件", "1.5", "5件", "二十四件", "-1", "٣", "²", "万万", "a"])
def test_anything_else_is_no_number(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    "text", ["三四", "十七八", "二三十", "一百五六十", "三五", "两三", "百十", "叁肆"]
)
def test_an_estimate_is_no_number(text: str) -> None:
    assert is_estimate(text)
    assert chinese_number(text) is None


@pytest.mark.parametrize("text", ["百", "三百", "两千", "一万", "十万", "十二万", "伍佰", "三百万"])
def test_hundreds_and_thousands_are_round(text: str) -> None:
    assert is_round(text)


@pytest.mark.parametrize("text", ["十", "二十", "三百五十", "两千零二十三", "一百二", "100", "三"])
def test_tens_and_what_is_counted_further_are_not(text: str) -> None:
    assert not is_round(text)


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
