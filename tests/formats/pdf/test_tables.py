"""Ruled tables of a page."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import white

from gklint.text.source import Place
from tests.support.pdf import ACROSS, BORDERS, HEIGHT, LEFT, Box, Paper, source_of
from tests.support.sources import lines_of, place_of, rows

LICENCES = [
    Box(0, 0, "信息内容"),
    Box(0, 1, "本年处理决定数量"),
    Box(1, 0, "行政许可"),
    Box(1, 1, "36"),
]


@pytest.mark.parametrize("border", BORDERS)
def test_a_table_is_found_by_its_borders(border: str) -> None:
    paper = Paper()
    paper.line("上文。")
    paper.table(LICENCES, [200, 200], border)
    paper.line("下文。")

    source = source_of(paper)

    assert [["信息内容", "本年处理决定数量"], ["行政许可", "36"]] == rows(source)
    assert ["上文。", "下文。"] == [lines_of(source)[0], lines_of(source)[-1]]
    assert Place(page=1, table=1, row=2, cell=2) == place_of(source, "36")


def test_backgrounds_and_frames_and_underlines_make_no_table() -> None:
    paper = Paper()
    for text in ("第一行。", "第二行。", "第三行。"):
        paper.line(text, 2)
        paper.canvas.setFillColor(white)
        paper.canvas.rect(LEFT, paper.y - 6, ACROSS, 28, stroke=0, fill=1)
        paper.canvas.setFillGray(0)
        paper.draw(text, LEFT + 32, paper.y)
        paper.canvas.line(LEFT + 32, paper.y - 2, LEFT + 96, paper.y - 2)
    paper.canvas.rect(40, 40, 515, HEIGHT - 80)

    source = source_of(paper)

    assert ["第一行。", "第二行。", "第三行。"] == lines_of(source)
    assert () == source.rows


def test_cells_that_span_rows_and_columns_are_there_once() -> None:
    paper = Paper()
    paper.table(
        [
            Box(0, 0, "（本列数据）", down=2, across=2),
            Box(0, 2, "申请人情况", across=2),
            Box(1, 2, "自然人"),
            Box(1, 3, "总计"),
            Box(2, 0, "三、本年度办理结果", down=2),
            *(Box(2, 1 + n, text) for n, text in enumerate(("（一）予以公开", "1", "2"))),
            *(Box(3, 1 + n, text) for n, text in enumerate(("（二）部分公开", "3", "4"))),
        ],
        [60, 100, 50, 50],
    )

    source = source_of(paper)

    assert [
        ["（本列数据）", "申请人情况"],
        ["自然人", "总计"],
        ["三、本年度办理结果", "（一）予以公开", "1", "2"],
        ["（二）部分公开", "3", "4"],
    ] == rows(source)
    assert [(0, 2), (2, 3), (0, 1, 2, 3), (1, 2, 3)] == [row.columns for row in source.rows]
    assert Place(page=1, table=1, row=4, cell=2) == place_of(source, "3")


def test_each_line_of_a_page_and_each_table_is_counted_for_itself() -> None:
    paper = Paper()
    paper.line("上文。", 2)
    paper.table(LICENCES, [100, 200])
    paper.line("中间。", 2)
    paper.table([Box(0, 0, "行政处罚"), Box(0, 1, "3")], [150, 200])

    source = source_of(paper)

    assert Place(page=1, line=2) == place_of(source, "中间")
    assert Place(page=1, table=2, row=1, cell=2) == place_of(source, "3\n")


def test_a_blank_cell_has_a_place() -> None:
    paper = Paper()
    paper.table([Box(0, 0, "规章"), Box(0, 1, ""), Box(0, 2, "0")], [100, 60, 60])

    source = source_of(paper)

    assert [["规章", "", "0"]] == rows(source)
    assert Place(page=1, table=1, row=1, cell=2) == source.locate(source.rows[0].cells[1]).place


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("三\n、\n本\n年\n度", "三、本年度"),
        ("商业\n企业", "商业企业"),
        ("12345\n67", "1234567"),
        ("1\n2", "1 2"),
        ("Open\nData", "Open Data"),
    ],
)
def test_the_lines_of_a_cell_are_put_together(text: str, read: str) -> None:
    paper = Paper()
    paper.table([Box(0, 0, text), Box(0, 1, "0")], [36, 60])

    assert [[read, "0"]] == rows(source_of(paper))


@pytest.mark.parametrize("angle", [90, -90])
def test_turned_text_in_a_cell_is_read_in_its_order(angle: int) -> None:
    paper = Paper()
    paper.table([Box(0, 0, "", down=6), *(Box(n, 1, str(n)) for n in range(6))], [40, 60])
    paper.canvas.translate(LEFT + 20, paper.y + 66)
    paper.canvas.rotate(angle)
    paper.draw("三、本年度", -50, 2, 9)
    paper.draw("办理结果", -50, -10, 9)

    assert ["三、本年度办理结果", "0"] == rows(source_of(paper))[0]


def test_a_mark_that_hangs_out_of_its_cell_belongs_to_it() -> None:
    paper = Paper()
    paper.table([Box(0, 0, "按收费通知要求缴纳费用、\n不再处理"), Box(0, 1, "0")], [105, 60])

    assert [["按收费通知要求缴纳费用、不再处理", "0"]] == rows(source_of(paper))
