"""A page cut into lines and tables."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.glyphs import Way
from gklint.formats.fixed.leaf import Leaf, leaf_of
from tests.support.drawing import blank_page, draw_table, full, write


def cells(leaf: Leaf) -> list[list[str]]:
    """The texts in each table."""
    return [[box.text for box in part.boxes] for part in leaf.parts]


def test_what_stands_between_rules_is_in_a_table_and_the_rest_in_lines() -> None:
    page = blank_page(3)
    write(page, "上文", 100, 90)
    draw_table(page, [100, 200, 300], [100, 120, 140], full("规章|1", "规范性文件|2"))
    write(page, "下文", 100, 160)

    leaf = leaf_of(page)

    assert (3, page.width, page.height) == (leaf.number, leaf.width, leaf.height)
    assert ["上文", "下文"] == [line.text for line in leaf.lines]
    assert [["规章", "1", "规范性文件", "2"]] == cells(leaf)


def test_of_a_table_in_a_table_the_inner_one_has_the_text() -> None:
    page = blank_page()
    draw_table(page, [100, 300, 500], [100, 200, 300], full("外|", "|"))
    draw_table(page, [320, 400, 480], [120, 140, 160], full("内|1", "里|2"))

    assert [["外", "", "", ""], ["内", "1", "里", "2"]] == cells(leaf_of(page))


def test_empty_boxes_are_no_table() -> None:
    page = blank_page()
    draw_table(page, [100, 200, 300], [100, 120], full("|"))
    write(page, "正文", 100, 160)

    assert [] == leaf_of(page).parts


def test_turned_text_is_read_in_tables_only() -> None:
    page = blank_page()
    draw_table(page, [100, 200, 300], [100, 180], full("|1"))
    write(page, "合计", 120, 110, way=Way.DOWN)
    write(page, "装订线", 30, 300, way=Way.UP)

    leaf = leaf_of(page)

    assert [["合计", "1"]] == cells(leaf)
    assert [] == leaf.lines


def test_a_frame_around_an_article_that_its_tables_touch_is_no_table() -> None:
    page = blank_page()
    draw_table(page, [100, 200, 300], [200, 220, 240], full("规章|1", "规范性文件|2"))
    page.fill([(100, 100), (100.5, 300)])  # the sides of the frame, and its top
    page.fill([(500, 100), (500.5, 300)])
    page.fill([(100, 100), (500, 100.5)])
    page.fill([(100, 200), (500, 200.5)])  # a line right across, above the table
    write(page, "标题", 110, 120)
    write(page, "一句正文。", 110, 140)
    write(page, "下一部分的标题", 260, 280)

    leaf = leaf_of(page)

    assert ["标题", "一句正文。"] == [line.text for line in leaf.lines]
    assert [["规章", "1", "", "规范性文件", "2", "下一部分的标题"]] == cells(leaf)


def test_a_sentence_in_a_table_of_one_column_stays_in_it() -> None:
    page = blank_page()
    draw_table(page, [100, 300], [100, 120, 140], full("一句正文。", "又一句。"))

    assert [["一句正文。", "又一句。"]] == cells(leaf_of(page))


@pytest.mark.parametrize(
    ("foot", "text", "y", "expected"),
    [
        (False, "他处理", 175, "（六）其他处理"),
        (True, "他处理", 175, "（六）其"),
        (False, "他处理", 190, "（六）其"),
        (False, "四、政府信息公开行政复议、行政诉讼情况", 175, "（六）其"),
    ],
    ids=["hangs out", "closed", "far below", "wider"],
)
def test_words_hang_out_of_a_cell_that_a_page_break_leaves_open(
    foot: bool, text: str, y: float, expected: str
) -> None:
    page = blank_page()
    draw_table(page, [100, 200, 300], [100, 130], full("规章|1"))
    for x in (100, 200, 300):
        page.fill([(x, 130), (x + 0.5, 160)])
    if foot:
        page.fill([(100, 160), (300, 160.5)])
    write(page, "（六）其", 110, 150)
    write(page, "0", 210, 150)
    write(page, text, 110, y)

    leaf = leaf_of(page)

    assert [["规章", "1", expected, "0"]] == cells(leaf)
    assert ([] if expected.endswith(text) else [text]) == [line.text for line in leaf.lines]


def test_a_bar_beside_a_changed_heading_does_not_draw_it_into_the_table_below() -> None:
    page = blank_page()
    write(page, "政府信息六、其他", 100, 96)
    page.stroke([(100, 93), (140, 93)], 0.5)
    page.stroke([(98, 84), (98, 99)], 0.5)
    draw_table(page, [100, 200, 300], [102, 122, 142], full("规章|1", "规范性文件|2"))

    leaf = leaf_of(page)

    assert (["六、其他"], 1) == ([line.text for line in leaf.lines], leaf.struck)
    assert [["规章", "1", "规范性文件", "2"]] == cells(leaf)
