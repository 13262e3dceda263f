"""What is drawn on a page: fonts, marks, turned and doubled characters."""

from __future__ import annotations

from tests.support.pdf import Paper, source_of
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
