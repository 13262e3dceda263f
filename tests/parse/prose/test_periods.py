"""Periods in running text."""

from __future__ import annotations

import pytest

from tests.support.statements import PREAMBLE, Place, printed, read

Day = tuple[int | None, int, int]
FULL: tuple[Day, Day] = ((2023, 1, 1), (2023, 12, 31))
SHORT: tuple[Day, Day] = ((2023, 1, 1), (None, 12, 31))


def periods(text: str, place: Place = PREAMBLE) -> list[tuple[Day, Day]]:
    return [(period.first, period.last) for period in read(text, place).periods]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("统计期限为2023年1月1日至2023年12月31日。", FULL),
        ("统计期限自2023年1月1日起至2023年12月31日止。", FULL),
        ("统计期限自2023年1月1日起，至2023年12月31日止。", FULL),
        ("统计期限从2023年1月1日开始到2023年12月31日。", FULL),
        ("（2023年01月01日—2023年12月31日）", FULL),
        ("2023年1月1日——2023年12月31日", FULL),
        ("2023年1月1日-2023年12月31日", FULL),
        ("2023年1月1日～2023年12月31日", FULL),
        ("2023 年 1 月 1 日至 2023 年\n12 月 31 日", FULL),
        ("２０２３年１月１日至２０２３年１２月３１日", FULL),
        ("2023年1月1日至12月31日", SHORT),
        ("20231月1日至12月31日", SHORT),
        ("20231月1日至202312月31日", FULL),
        ("2023年1月1日至202312月31日", FULL),
        ("1月1日至12月31日", ((None, 1, 1), (None, 12, 31))),
        ("2023.1.1-2023.12.31", FULL),
        ("2023.01.01至2023.12.31", FULL),
        ("2023-01-01—2023-12-31", FULL),
        ("2022年1月1日至2023年12月31日", ((2022, 1, 1), (2023, 12, 31))),
        ("2023年1月1日至2023年11月30日", ((2023, 1, 1), (2023, 11, 30))),
        ("2023年3月15日至2023年12月31日", ((2023, 3, 15), (2023, 12, 31))),
    ],
)
@pytest.mark.parametrize("place", [PREAMBLE, ("overview", None)])
def test_a_period_is_read(text: str, expected: tuple[Day, Day], place: Place) -> None:
    assert [expected] == periods(text, place)


@pytest.mark.parametrize(
    "text",
    ["截至2023年12月31日。", "2023年1月至12月。", "2024年1月15日发布。", "每月1日至5日更新。"],
)
def test_a_single_day_is_no_period(text: str) -> None:
    assert [] == periods(text)


def test_a_period_is_where_it_is_printed() -> None:
    text = "本报告数据的统计期限为 2023年1月1日\n至12月31日，特此说明。"
    (period,) = read(text, PREAMBLE).periods

    assert "2023年1月1日\n至12月31日" == printed(text, period.where)
    assert period.where.section is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二三年一月一日至二〇二三年十二月三十一日", FULL),
        ("二○二三年一月一日至十二月三十一日", SHORT),
        ("2023年1月1至2023年12月31。", FULL),
        ("20230101-20231231", FULL),
        ("20230101至20231231。", FULL),
        ("20230101—1231", SHORT),
        ("20230301～20231130", ((2023, 3, 1), (2023, 11, 30))),
        ("2023年1月1日至2023年12月底", FULL),
        ("2023年1月1日起至12月末止", SHORT),
        ("二〇二三年一月一日至二〇二三年十二月底", FULL),
        ("2023年1月1日到2023年底", FULL),
        ("2023年1月1日至年末", SHORT),
    ],
)
def test_a_period_in_other_signs_or_without_some_of_them_is_read(
    text: str, expected: tuple[Day, Day]
) -> None:
    assert [expected] == periods(f"统计期限为{text}")
    assert () == read(f"统计期限为{text}", PREAMBLE).damaged_periods


@pytest.mark.parametrize(
    ("printed_as", "meant"),
    [
        ("202311日至20231231日", 2023),
        ("2023年11日至12月31日", 2023),
        ("20230101日至20231231日", 2023),
        ("202311-20231231", 2023),
        ("2023年1月日至2023年12月日", None),
        ("2023年月日至2023年月日", None),
        ("2023年1月1日至2023年3日", None),
        ("2023年1月1日至2023年12月", None),
        ("20231301至20231231", None),
    ],
)
def test_a_period_that_has_lost_characters_means_a_year_or_cannot_be_told(
    printed_as: str, meant: int | None
) -> None:
    text = f"所列数据的统计期限为{printed_as}，特此说明。"
    (damaged,) = read(text, PREAMBLE).damaged_periods

    assert (printed_as, meant) == (damaged.printed, damaged.meant)
    assert printed_as == printed(text, damaged.where)


@pytest.mark.parametrize("text", ["2023年1月至12月。", "2023年1月至2023年12月底。", "2023年度。"])
def test_months_and_years_have_lost_nothing(text: str) -> None:
    assert () == read("统计期限为" + text, PREAMBLE).damaged_periods
