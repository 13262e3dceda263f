"""Contacts: which e-mail addresses can be none."""

from __future__ import annotations

import pytest

import gklint
from tests.support.checking import flagged, loud
from tests.support.sample import changed

WHOLE_CONTACT = (
    "如有疑问，请与青石县水务局办公室联系（地址：青石县河滨路8号，电话：0919-2345678）。"
)
CONTACT = "电话：0919-2345678）。"


def broken(text: str) -> list[str]:
    return flagged(changed((CONTACT, f"{CONTACT}{text}。")), "GK504")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("电子邮箱：xxgk12@example", "xxgk12@example"),
        ("电子邮箱：xxgk12@@example.com", "xxgk12@@example.com"),
        ("电子邮箱：xxgk12@example..com", "xxgk12@example..com"),
        ("电子邮箱：xxgk12example.com", "xxgk12example.com"),
        ("电子邮箱：xxgk12@example，com", "xxgk12@example"),
        ("电子邮箱：xxgk12@example。com", "xxgk12@example"),
        ("电子信箱：xx gk.example.com", "xx gk.example.com"),
        ("E-mail：xxgk12@", "xxgk12@"),
        ("邮箱：@example.com", "@example.com"),
        ("邮箱：xxgk12@example.con", "xxgk12@example.con"),
    ],
)
def test_an_address_that_can_be_none_is_found(text: str, address: str) -> None:
    assert [address] == broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "电子邮箱：yt-xx_gk.12@mail.example.gov.cn",
        "电子邮箱：xxgk12＠example．com",
        "电子邮箱：xxgk12(at)example.com、xxgk12#example.com",
        "邮箱：[xxgk@example.com](mailto:xxgk@example.com)",
        "邮箱：xxgk\\_12@example.com",
        "官方微博：@云亭发布、@yunting",
        "邮箱：www.example.gov.cn，邮箱：见网站，邮箱：12345",
        "网址：https://example.com/@yunting.gov",
        "电子邮箱：yunting@16\n3.com",
        "电子邮箱：yunting@example.\ncom，邮编：712345",
    ],
)
def test_what_may_be_an_address_is_left_alone(text: str) -> None:
    assert [] == broken(text)


@pytest.mark.parametrize(
    "line",
    [
        "联系方式：河滨路8号，0919-2345678",
        "联系方式：水务局办公室（0919-2345678）",
        "联系我们：0919-2345678",
        "请与0919-2345678联系。",
        "办公室：0919-2345678",
    ],
)
def test_a_number_without_the_word_telephone_is_a_contact(line: str) -> None:
    assert [] == loud(gklint.check(changed((WHOLE_CONTACT, line))))


@pytest.mark.parametrize("line", ["联系我们", "联系我们 | 网站地图", "联系方式：河滨路8号办公室"])
def test_a_line_without_a_number_is_no_contact(line: str) -> None:
    assert ["GK501"] == [
        code for code, _ in loud(gklint.check(changed((WHOLE_CONTACT, line)))) if code == "GK501"
    ]
