"""Expressions that are compiled when they are first used."""

import re

import pytest

from gklint.text.expressions import lazy_compile


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = lazy_compile("(")
    with pytest.raises(re.error):
        wrong.search("(")


def test_it_is_used_like_any_expression() -> None:
    number = lazy_compile(r"(?P<number>\d+)件", re.IGNORECASE)
    assert number.pattern == r"(?P<number>\d+)件"
    assert [match["number"] for match in number.finditer("收到5件，办结4件")] == ["5", "4"]
    assert number.sub("…", "收到5件") == "收到…"
