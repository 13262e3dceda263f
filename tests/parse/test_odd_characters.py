"""In names characters are standard that are simplified elsewhere."""

from __future__ import annotations

import pytest

from gklint.bodies.gazetteer import names_by_code
from gklint.parse.report import parse
from gklint.text.simplified import simplifier
from gklint.text.source import Source
from tests.support.tokens import form

TITLE = "云岭县民政局2023年政府信息公开工作年度报告\n"

PLACES = "尖塚镇 鴜鷺树镇 濛江乡 氾水镇 於潜镇 瀂港街道 鮀江街道 礐石街道 织篢镇 洩湖镇 大輋村"


def odd(text: str) -> str:
    """The characters of a report that count as traditional."""
    rest = "全年公开政府信息若干条。\n" * 20
    document = parse(Source(f"{TITLE}一、总体情况\n{text}\n{rest}"), form())
    return "".join(document.source.text[at] for at in document.traditional)


def test_no_name_of_a_division_of_china_has_a_traditional_character() -> None:
    names = "".join(names_by_code().values())

    assert len(names) > 10_000
    assert [] == simplifier().telling.findall(names)


@pytest.mark.parametrize("place", PLACES.split())
def test_names_of_places_are_left_alone_also_of_others_than_the_reporting_body(place: str) -> None:
    assert "錄" == odd(f"在{place}和其他地方公布目錄。")


@pytest.mark.parametrize("name", ["王昇", "张乾", "李陞", "甯静", "於明", "鍾毓", "王薇瑤"])
def test_names_of_persons_are_left_alone(name: str) -> None:
    assert "錄" == odd(f"联系人：{name}，负责目錄。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("防止洩露", "洩"),
        ("山東省", "東"),
        ("各鄉镇", "鄉"),
        ("东大街財政局", "財"),
        ("濛濛细雨", "濛濛"),
    ],
)
def test_what_is_no_such_name_counts(text: str, found: str) -> None:
    assert found == odd(f"本机关{text}。")


def test_where_much_is_traditional_names_are_too() -> None:
    assert "張" in odd("聯繫人：張三，負責依申請公開工作。" * 3)
