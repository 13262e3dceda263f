"""The page around a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.parse.surroundings import Extent, find_extent
from gklint.text.source import Source, Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import normal_of, page_of, shown_page, tokens_of


@snippets("page")
def test_the_report_is_told_from_the_page_around_it(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_page)


def extent(text: str, *containers: Span) -> Extent:
    lines = page_of(text).lines
    return find_extent(
        Source(text, containers=containers), normal_of(text), tokens_of(lines), lines
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (10, 20, True),
        (12, 15, True),
        (9, 15, False),
        (12, 21, False),
        (20, 25, False),
        (30, 40, True),
        (35, 41, False),
        (5, 8, False),
    ],
)
def test_an_element_sets_apart_what_it_encloses(start: int, end: int, expected: bool) -> None:
    apart = (Span(10, 20), Span(30, 40))

    assert expected is Extent((Span(0, 50),), apart).sets_apart(Span(start, end))


def test_the_outermost_elements_inside_the_report_are_set_apart() -> None:
    text = "首页\n一、总体情况\n甲。\n乙。\n丙。\n尾页\n"
    whole, head, foot = Span(0, len(text)), Span(0, 3), Span(20, len(text))
    report = Span(3, 20)
    first, nested, last = Span(11, 17), Span(14, 17), Span(17, 20)

    assert Extent((report,), (first, last)) == extent(
        text, whole, head, report, first, nested, last, foot
    )


@pytest.mark.parametrize(("outside", "expected"), [("甲。", True), ("甲乙。", False)])
def test_the_element_of_the_report_holds_nearly_all_its_sentences(
    outside: str, expected: bool
) -> None:
    front = f"首页\n尾页\n{outside}\n"
    report = "乙丙丁戊己庚辛。\n一、总体情况\n规章 | 1"
    text = front + report + " |"
    inner = Span(len(front), len(front + report))

    assert ((inner if expected else Span(0, len(text))),) == extent(text, inner).spans


def test_the_report_may_end_with_a_heading_and_with_its_element() -> None:
    text = "首页\n一、总体情况"

    assert (Span(3, len(text)),) == extent(text, Span(3, len(text))).spans
