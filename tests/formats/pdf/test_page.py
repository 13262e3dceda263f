"""PDFs: running text, tables, places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reportlab.lib.colors import white

import gklint
from gklint.formats.reading import take
from gklint.text.source import Place, Source, Span
from tests.support.paths import SHARED
from tests.support.pdf import ACROSS, BORDERS, BOTTOM, HEIGHT, LEFT, SIZE, Box, Paper, report
from tests.support.sample import WRONG_SUM, changed

LONG = "全年通过门户网站主动公开政府信息，"  # 17 characters; a line has 27
REPORTS = SHARED / "reports" / "pdf"


def source_of(paper: Paper) -> Source:
    return take(paper.data(), "年报.pdf")


def lines_of(source: Source) -> list[str]:
    return source.text.splitlines()


def place_of(source: Source, text: str) -> Place | None:
    """The place of the only occurrence of a text."""
    assert source.text.count(text) == 1
    at = source.text.index(text)
    return source.locate(Span(at, at + len(text))).place


def rows_of(source: Source) -> list[list[str]]:
    return [[source.text[slice(*cell)] for cell in row.cells] for row in source.rows]


# -- running text --------------------------------------------------------------------


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


# -- headers, footers, page numbers --------------------------------------------------


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


# -- tables --------------------------------------------------------------------------

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

    assert [["信息内容", "本年处理决定数量"], ["行政许可", "36"]] == rows_of(source)
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
    ] == rows_of(source)
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

    assert [["规章", "", "0"]] == rows_of(source)
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

    assert [[read, "0"]] == rows_of(source_of(paper))


@pytest.mark.parametrize("angle", [90, -90])
def test_turned_text_in_a_cell_is_read_in_its_order(angle: int) -> None:
    paper = Paper()
    paper.table([Box(0, 0, "", down=6), *(Box(n, 1, str(n)) for n in range(6))], [40, 60])
    paper.canvas.translate(LEFT + 20, paper.y + 66)
    paper.canvas.rotate(angle)
    paper.draw("三、本年度", -50, 2, 9)
    paper.draw("办理结果", -50, -10, 9)

    assert ["三、本年度办理结果", "0"] == rows_of(source_of(paper))[0]


def test_a_mark_that_hangs_out_of_its_cell_belongs_to_it() -> None:
    paper = Paper()
    paper.table([Box(0, 0, "按收费通知要求缴纳费用、\n不再处理"), Box(0, 1, "0")], [105, 60])

    assert [["按收费通知要求缴纳费用、不再处理", "0"]] == rows_of(source_of(paper))


# -- whole reports -------------------------------------------------------------------


@pytest.mark.parametrize("border", BORDERS)
def test_the_sample_is_clean_with_any_border(border: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(report(changed(), border))

    assert () == tuple(gklint.check(path).diagnostics)


def test_a_wrong_sum_is_found_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(report(WRONG_SUM))

    diagnostics = gklint.check(path).diagnostics

    assert ["GK302", "GK303"] == sorted(found.code for found in diagnostics)
    assert Place(page=2, table=2, row=6, cell=9) in [found.place for found in diagnostics]


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not part of a clone")
@pytest.mark.parametrize(
    ("name", "sums"),
    [("huaian-hongze-2023", [(11, 0), (5, 0)]), ("huaian-hongze-2024", [])],
)
def test_the_sums_that_fail_in_a_published_report_are_found(
    name: str, sums: list[tuple[int, int]]
) -> None:
    diagnostics = gklint.check(REPORTS / f"{name}.pdf").diagnostics
    broken = [found.message for found in diagnostics if found.code.startswith("GK3")]

    assert sums == [
        tuple(map(int, re.search(r"= (\d+)，而.*?写作 (\d+)，", text).groups()))  # type: ignore[union-attr]
        for text in broken
    ]


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not part of a clone")
@pytest.mark.parametrize("name", ["huaian-hongze-2023", "huaian-hongze-2024"])
def test_the_tables_of_a_published_report_are_whole(name: str) -> None:
    found = gklint.check(REPORTS / f"{name}.pdf").diagnostics
    missing = {each.cell.row for each in found if each.code == "GK202" and each.cell}

    assert set() == {each.code for each in found} & {"GK101", "GK201", "GK204", "GK205", "GK207"}
    assert {"other_not_corrected", "other_fee_unpaid", "other_other"} == missing
