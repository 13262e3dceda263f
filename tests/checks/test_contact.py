"""Contacts: which e-mail addresses can be none."""

from __future__ import annotations

import pytest

from tests.support.checking import flagged
from tests.support.sample import changed

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
    ],
)
def test_what_may_be_an_address_is_left_alone(text: str) -> None:
    assert [] == broken(text)
