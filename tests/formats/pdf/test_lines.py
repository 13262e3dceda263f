"""Lines of a page put together to paragraphs."""

from __future__ import annotations

import pytest

from gklint.text.source import Place
from tests.support.pdf import BOTTOM, SIZE, Paper, source_of
from tests.support.sources import lines_of, place_of

LONG = "全年通过门户网站主动公开政府信息，"  # 17 characters; a line has 27


def test_the_lines_of_a_paragraph_are_one_and_each_keeps_its_place() -> None:
    paper = Paper()
    paper.paragraph(LONG * 4 + "其中公告5条。")
    paper.paragraph("另一段。")

    source = source_of(paper)

    assert [LONG * 4 + "其中公告5条。", "另一段。"] == lines_of(source)
    assert Place(page=1, line=3) == place_of(source, "公告5条")
    assert Place(page=1, line=4) == place_of(source, "另一段")


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    paper = Paper()
    paper.footer = "- {} -"
    paper.y = BOTTOM + 2 * 1.75 * SIZE
    paper.paragraph(LONG * 4 + "其中公告5条。")

    source = source_of(paper)

    assert [LONG * 4 + "其中公告5条。"] == lines_of(source)
    assert Place(page=2, line=1) == place_of(source, "公告5条")


@pytest.mark.parametrize("heading", ["二、主动公开政府信息情况", "（二）依申请公开。"])
def test_a_heading_at_the_margin_is_no_part_of_the_paragraph_above(heading: str) -> None:
    above = "组织业务培训两次，主动接受社会评议，没有发生责任追究。"
    paper = Paper()
    paper.line(above)
    paper.line(heading)

    assert [above, heading] == lines_of(source_of(paper))


def test_a_numeral_at_the_margin_is_no_heading_where_the_sentence_goes_on() -> None:
    paper = Paper()
    paper.line("现将《中华人民共和国政府信息公开条例》第二十条规定的第")
    paper.line("（一）项信息公开如下。")

    assert 1 == len(lines_of(source_of(paper)))


def test_a_title_is_no_part_of_what_follows() -> None:
    paper = Paper()
    paper.title("青石县水务局")
    paper.title("二〇二三年政府信息公开工作年度报告书")
    paper.paragraph("本报告根据条例编制。", indent=0)

    assert ["青石县水务局", "二〇二三年政府信息公开工作年度报告书", "本报告根据条例编制。"] == (
        lines_of(source_of(paper))
    )


def test_short_lines_without_indent_stay_apart() -> None:
    paper = Paper()
    paper.line("地址：青石县河滨路8号")
    paper.line("电话：0919-2345678")

    assert ["地址：青石县河滨路8号", "电话：0919-2345678"] == lines_of(source_of(paper))


def test_gaps_make_blanks_between_latin_words_only() -> None:
    paper = Paper()
    for x, text in ((80, "截至"), (116, "2023"), (150, "年，Open"), (222, "Data"), (262, "平台")):
        paper.draw(text, x, 700)

    assert ["截至2023年，Open Data平台"] == lines_of(source_of(paper))
