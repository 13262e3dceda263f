"""Tables of contents."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import gklint
from gklint.docs import sample_text
from gklint.parse.contents import has_leaders
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import page_of, shown_text, tokens_of


@snippets("contents")
def test_entries_of_a_table_of_contents_are_no_headings(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)


def test_a_list_of_the_sections_right_above_the_first_is_no_finding() -> None:
    listed = [line for line in sample_text().splitlines() if line[1:2] == "、" and "|" not in line]
    assert 6 == len(listed)

    text = sample_text().replace(listed[0], "\n".join([*listed, listed[0]]), 1)

    assert () == gklint.check(text).diagnostics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主动公开....1", True),
        ("主动公开情况...1", False),
        ("主动公开情况……12", True),
        ("主动公开情况…12", False),
        ("主动公开···· 123", True),
        ("主动公开情况···123", False),
        ("主动公开 . ....·… 3", True),
        ("主动公开.. ..3", False),
        ("主动公开....1234", False),
        ("主动公开....页", False),
        ("主动公开....", False),
        ("公开信息....1", True),
        ("公开信....1", False),
    ],
)
def test_dots_lead_to_the_number_of_a_page(text: str, expected: bool) -> None:
    assert expected is has_leaders(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "." * 50_000 + "x1",
        "一" + " " * 50_000 + "x1",
        "一、总体情况 1\n" * 20_000,
        "一、总体情况\n" + "二、主动公开政府信息情况\n" * 20_000,
        "一、总体情况\n二、主动公开政府信息情况\n三、附则\n四、附则\n无。\n" * 4_000,
    ],
    ids=["dots", "blanks", "entries", "headings", "rows"],
)
def test_a_long_text_takes_no_longer_than_its_length(text: str) -> None:
    lines = page_of(text).lines
    started = time.process_time()
    tokens_of(lines)
    assert time.process_time() - started < 5
