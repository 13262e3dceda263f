"""Headers, footers and page numbers are no text."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gklint.formats.fixed.furniture import without_furniture
from gklint.formats.fixed.leaf import Leaf, leaf_of
from tests.support.drawing import blank_page, write

HEAD, TOP, MIDDLE, BOTTOM, FOOT, EDGE = 80.0, 110.0, 400.0, 690.0, 720.0, 740.0
"""Heights on a page of 800: the margins end at 104 and 696, their edges at 64 and 736."""


def leaf(number: int, *lines: tuple[float, str]) -> Leaf:
    page = blank_page(number)
    for y, text in lines:
        write(page, text, 100, y)
    return leaf_of(page)


def left(leaves: Iterable[Leaf]) -> list[list[str]]:
    """The lines that are left on each page."""
    return [[line.text for line in leaf.lines] for leaf in without_furniture([*leaves])]


@pytest.mark.parametrize("text", ["- 7 -", "第7页", "7/12"])
def test_what_can_only_be_a_page_number_is_taken_out_of_the_margins(text: str) -> None:
    assert [["正文"]] == left([leaf(1, (HEAD, text), (MIDDLE, "正文"))])
    assert [["正文"]] == left([leaf(1, (MIDDLE, "正文"), (FOOT, text))])
    assert [[text, "正文"]] == left([leaf(1, (TOP, text), (MIDDLE, "正文"))])
    assert [["正文", text]] == left([leaf(1, (MIDDLE, "正文"), (BOTTOM, text))])


def test_the_number_of_the_page_itself_is_taken_out() -> None:
    assert [["正文"]] == left([leaf(3, (MIDDLE, "正文"), (FOOT, "3"))])


def test_any_other_number_stays() -> None:
    assert [["正文", "8"]] == left([leaf(3, (MIDDLE, "正文"), (FOOT, "8"))])


def test_numbers_that_grow_with_the_pages_are_taken_out() -> None:
    pages = [leaf(number, (MIDDLE, "正文"), (FOOT, str(number + 11))) for number in (1, 2)]

    assert [["正文"], ["正文"]] == left(pages)


def test_a_number_that_is_not_the_outermost_line_stays() -> None:
    page = leaf(2, (HEAD - 20, "上"), (HEAD, "2"), (MIDDLE, "正文"), (FOOT, "2"), (EDGE, "下"))

    assert [["上", "2", "正文", "2", "下"]] == left([page])


def test_a_header_on_most_pages_is_taken_out_whatever_its_number() -> None:
    header = "某局年度报告第{}号"
    pages = [leaf(page, (HEAD, header.format(page)), (MIDDLE, "正文")) for page in (1, 2, 3)]

    assert [["正文"]] * 3 + [["别的", "正文"]] == left(
        [*pages, leaf(4, (HEAD, "别的"), (MIDDLE, "正文"))]
    )


def test_a_header_on_left_pages_only_is_taken_out() -> None:
    pages = [
        leaf(page, *([(HEAD, "某局")] if page % 2 else []), (MIDDLE, "正文"))
        for page in range(1, 7)
    ]

    assert [["正文"]] * 6 == left(pages)


def test_what_comes_on_a_few_of_many_pages_stays() -> None:
    pages = [
        leaf(page, *([(HEAD, "续表")] if page < 4 else []), (MIDDLE, "正文"))
        for page in range(1, 10)
    ]

    assert [["续表", "正文"]] * 3 + [["正文"]] * 6 == left(pages)


@pytest.mark.parametrize(("step", "rest"), [(3.9, []), (4.0, ["小结"])])
def test_what_comes_at_another_height_on_each_page_stays(step: float, rest: list[str]) -> None:
    pages = [leaf(page, (60 + step * page, "小结"), (MIDDLE, "正文")) for page in (1, 2, 3)]

    assert [[*rest, "正文"]] * 3 == left(pages)


def test_what_comes_on_all_pages_but_not_in_the_margins_stays() -> None:
    pages = [leaf(page, (TOP, "小结"), (MIDDLE, "正文")) for page in (1, 2, 3)]

    assert [["小结", "正文"]] * 3 == left(pages)


@pytest.mark.parametrize(("y", "rest"), [(EDGE, ["正文"]), (FOOT, ["正文", "某局"])])
def test_on_two_pages_a_footer_stands_at_the_very_edge(y: float, rest: list[str]) -> None:
    assert [rest] * 2 == left(leaf(page, (MIDDLE, "正文"), (y, "某局")) for page in (1, 2))
