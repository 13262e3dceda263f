"""What runs through the pages is left out: headers, footers, page numbers."""

from __future__ import annotations

import pytest

from gklint.text.source import Place
from tests.support.pdf import Paper, source_of
from tests.support.sources import lines_of, place_of


@pytest.mark.parametrize("footer", ["- {} -", "— {} —", "第 {} 页", "第{}页 共9页", "{}/9", "{}"])
def test_page_numbers_are_left_out(footer: str) -> None:
    paper = Paper()
    paper.footer = footer
    paper.line("第一段。", 2)
    paper.turn()
    paper.line("第二段。", 2)

    assert ["第一段。", "第二段。"] == lines_of(source_of(paper))


def test_what_stands_at_the_same_height_of_most_pages_is_left_out() -> None:
    paper = Paper()
    paper.header = "青石县水务局年报"
    paper.footer = "青石县水务局办公室2024年印发 {}"
    for number in "一二三":
        paper.line(f"第{number}段。", 2)
        paper.turn()

    assert ["第一段。", "第二段。", "第三段。"] == lines_of(source_of(paper))


def test_nothing_else_of_a_short_document_is_left_out() -> None:
    paper = Paper()
    paper.header = "青石县水务局文件"
    paper.line("2023")
    paper.draw("2024年1月20日", 300, 60)

    assert ["青石县水务局文件", "2023", "2024年1月20日"] == lines_of(source_of(paper))


def test_lines_are_counted_without_headers_and_page_numbers() -> None:
    paper = Paper()
    paper.header = "第 {} 页"
    paper.line("第一段。", 2)

    assert Place(page=1, line=1) == place_of(source_of(paper), "第一段")
