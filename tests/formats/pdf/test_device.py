"""What is drawn on a page: fonts, marks, turned and doubled characters."""

from __future__ import annotations

import re

from gklint.formats.reading import take
from tests.support.pdf import HEIGHT, WIDTH, Paper, source_of
from tests.support.sources import lines_of


def test_characters_drawn_twice_to_look_bold_are_read_once() -> None:
    paper = Paper()
    for shift in (0.0, 0.3, 0.6):
        paper.draw("一、总体情况100", 80 + shift, 700 + shift / 2)

    assert ["一、总体情况100"] == lines_of(source_of(paper))


def test_fonts_of_several_sizes_stand_on_one_line() -> None:
    paper = Paper()
    paper.draw("截至", 80, 700)
    paper.draw("2023", 112, 700, font="Times-Roman")
    paper.draw("年底①", 144, 701, size=12)

    assert ["截至2023年底①"] == lines_of(source_of(paper))


def test_radicals_are_read_as_the_characters_that_they_look_like() -> None:
    paper = Paper()
    paper.line("青石县⼈⺠政府第⼀⻚")

    assert ["青石县人民政府第一页"] == lines_of(source_of(paper))


def test_marks_across_the_page_are_left_out() -> None:
    paper = Paper()
    paper.line("正文。")
    paper.canvas.rotate(45)
    paper.draw("内部资料", 500, 100, 60)

    assert ["正文。"] == lines_of(source_of(paper))


def test_large_pale_characters_behind_the_text_are_no_part_of_its_lines() -> None:
    paper = Paper()
    paper.draw("公", 120, 700.1, 60)
    paper.draw("全年公开政府信息", 80, 700)
    paper.draw("2023条", 208, 700.2)

    assert "全年公开政府信息2023条" in lines_of(source_of(paper))


def test_a_page_on_its_side_is_read_upright() -> None:
    paper = Paper()
    paper.canvas.setPageRotation(90)
    paper.canvas.rotate(90)
    paper.draw("横排的一页。", 100, -200)

    assert ["横排的一页。"] == lines_of(source_of(paper))


def test_a_page_whose_size_stands_in_the_page_tree_alone_is_read_to_its_edges() -> None:
    paper = Paper()
    paper.draw("在最上面的一行。", 80, HEIGHT - 20)
    before, box, after = re.split(rb"(/MediaBox \[[^]]*\])", paper.data())
    data = (before + after).replace(b"/Type /Pages", b"/Type /Pages " + box)

    assert "在最上面的一行。\n" == take(data, "年报.pdf").text


def test_what_a_page_is_cropped_of_is_left_out() -> None:
    paper = Paper()
    paper.draw("裁去的一行。", 80, HEIGHT - 20)
    paper.draw("留下的一行。", 80, 500)
    paper.canvas.setCropBox((20, 20, WIDTH - 20, HEIGHT - 40))

    assert ["留下的一行。"] == lines_of(source_of(paper))
