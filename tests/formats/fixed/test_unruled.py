"""Tables without lines: rows and columns by how the text is aligned."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.page import Page, Rule
from gklint.formats.fixed.reading import read_pages
from gklint.formats.limits import DEFAULT
from gklint.text.source import Place, Source, Span
from tests.support.drawing import LINE, SIZE, blank_page, write

ROW = 20.0  # from row to row; lines of a cell are LINE apart
COLUMNS = (300.0, 340.0, 380.0)
HEADING = "三、收到和处理政府信息公开申请情况"
TEXT = "本机关全年通过门户网站主动公开政府信息一百二十条，其中网站公开八十条。"


def read(*pages: Page) -> Source:
    return read_pages(pages, "年报", DEFAULT)


def values(page: Page, y: float, *texts: str, columns: tuple[float, ...] = COLUMNS) -> None:
    """Write values in their columns; of some there may be none."""
    for x, text in zip(columns, texts, strict=True):
        write(page, text, x, y)


def header(page: Page, y: float) -> None:
    """A header of one row over a column of labels and three of values."""
    write(page, "项目", 100, y)
    values(page, y, "个人", "企业", "总计")


def text_with(page: Page) -> str:
    """What is read of a page below a heading."""
    write(page, HEADING, 100, 80, 14)
    first, _, rest = read(page).text.partition("\n")
    assert HEADING == first
    return rest


# -- rows and columns ----------------------------------------------------------------


def test_values_below_each_other_are_columns_and_what_stands_beside_them_is_their_label() -> None:
    page = blank_page()
    header(page, 120)
    write(page, "新收", 100, 140)
    values(page, 140, "3", "15", "18")
    write(page, "结转", 100, 160)
    values(page, 160, "0", "1", "1")

    assert "项目\t个人\t企业\t总计\n新收\t3\t15\t18\n结转\t0\t1\t1\n" == text_with(page)


def test_a_blank_cell_stays_blank() -> None:
    page = blank_page()
    header(page, 120)
    for number, texts in enumerate((("3", "5", "8"), ("", "2", "2"), ("3", "7", "10"))):
        write(page, "新收申请", 100, 140 + number * ROW)
        values(page, 140 + number * ROW, *texts)

    assert ["新收申请\t3\t5\t8", "新收申请\t\t2\t2", "新收申请\t3\t7\t10"] == text_with(
        page
    ).splitlines()[1:]


def test_a_last_row_with_a_blank_cell_belongs_to_the_table() -> None:
    page = blank_page()
    header(page, 120)
    write(page, "新收", 100, 140)
    values(page, 140, "3", "5", "8")
    write(page, "结转", 100, 160)
    values(page, 160, "", "2", "2")

    assert "结转\t\t2\t2" == text_with(page).splitlines()[-1]


def test_values_stand_beside_the_middle_or_the_first_line_of_their_label() -> None:
    page = blank_page()
    header(page, 120)
    write(page, "部分公开\n不计其他", 100, 140)
    values(page, 146, "3", "5", "8")
    write(page, "属于国家\n秘密", 100, 174)
    values(page, 174, "1", "2", "3")
    write(page, "其他", 100, 206)
    values(page, 206, "1", "2", "3")
    write(page, "总计", 100, 226)
    values(page, 226, "1", "2", "3")

    assert [
        "部分公开不计其他\t3\t5\t8",
        "属于国家秘密\t1\t2\t3",
        "其他\t1\t2\t3",
        "总计\t1\t2\t3",
    ] == text_with(page).splitlines()[1:]


def test_each_cell_has_the_place_of_its_line() -> None:
    page = blank_page()
    header(page, 120)
    write(page, "部分公开\n不计其他", 100, 140)
    values(page, 146, "3", "5", "8")
    source = read(page)
    at = [source.text.index(text) for text in ("部分", "不计", "5")]

    assert [Place(page=1, line=2), Place(page=1, line=4), Place(page=1, line=3)] == [
        source.locate(Span(start, start + 1)).place for start in at
    ]


def test_where_rules_part_the_rows_lines_of_a_cell_may_be_as_far_apart_as_they() -> None:
    page = blank_page()
    header(page, 100 + LINE)
    for number, label in enumerate(("新收", "部分公开\n不计其他", "结转")):
        y = 100 + (2, 3, 5)[number] * LINE
        write(page, label, 100, y)
        values(page, y, "3", "5", "8")
        page.horizontal.append(Rule(y - 9, 90, 420))

    assert ["新收\t3\t5\t8", "部分公开不计其他\t3\t5\t8", "结转\t3\t5\t8"] == text_with(
        page
    ).splitlines()[1:]


# -- headers -------------------------------------------------------------------------


def test_a_cell_over_several_columns_stands_in_the_row_above_theirs() -> None:
    page = blank_page()
    write(page, "申请人情况", 325, 120)
    write(page, "单位", 365, 140)
    values(page, 150, "个人", "", "")  # in the middle of the two rows that it spans
    values(page, 160, "", "企业", "其他")
    write(page, "项目", 100, 140)
    write(page, "新收", 100, 180)
    values(page, 180, "3", "5", "8")

    assert "项目\t申请人情况\n个人\t单位\n企业\t其他\n新收\t3\t5\t8\n" == text_with(page)


def test_a_header_in_two_lines_is_one_cell() -> None:
    page = blank_page()
    write(page, "项目", 100, 126)
    for x, text in zip(COLUMNS, ("结果\n维持", "结果\n纠正", "总\n计"), strict=True):
        write(page, text, x, 120)
    for number in range(2):
        write(page, "复议", 100, 152 + number * ROW)
        values(page, 152 + number * ROW, "3", "5", "8")

    assert "项目\t结果维持\t结果纠正\t总计" == text_with(page).splitlines()[0]


def test_a_header_that_the_next_page_repeats_is_read_once() -> None:
    pages = [blank_page(1), blank_page(2)]
    for page in pages:
        write(page, HEADING if page.number == 1 else TEXT, 100, 200 if page.number == 2 else 80)
        header(page, 120)
        write(page, "新收", 100, 140)
        values(page, 140, "3", "5", "8")

    assert [
        HEADING,
        "项目\t个人\t企业\t总计",
        "新收\t3\t5\t8",
        "新收\t3\t5\t8",
        TEXT,
    ] == read(*pages).text.splitlines()


def test_rows_below_another_header_are_another_table() -> None:
    page = blank_page()
    for top in (120, 160):
        header(page, top)
        write(page, "新收", 100, top + ROW)
        values(page, top + ROW, "3", "5", "8")

    assert ["项目\t个人\t企业\t总计", "新收\t3\t5\t8"] * 2 == text_with(page).splitlines()


# -- labels of groups ----------------------------------------------------------------


@pytest.mark.parametrize("at", ["middle", "top"])
def test_the_label_of_a_group_stands_before_the_first_of_its_rows(at: str) -> None:
    page = blank_page()
    header(page, 120)
    for number in range(7):
        label, x = ("共计", 100) if number in (0, 6) else (f"{number}.其他", 180)
        write(page, label, x, 140 + number * ROW)
        values(page, 140 + number * ROW, "3", "5", "8")
    firsts = {"不予公开": 1, "无法提供": 4}
    for (label, first), last in zip(firsts.items(), (3, 5), strict=True):
        row = first if at == "top" else (first + last) / 2
        write(page, label, 100, 140 + row * ROW)

    assert [
        "共计\t3\t5\t8",
        "不予公开\t1.其他\t3\t5\t8",
        "2.其他\t3\t5\t8",
        "3.其他\t3\t5\t8",
        "无法提供\t4.其他\t3\t5\t8",
        "5.其他\t3\t5\t8",
        "共计\t3\t5\t8",
    ] == text_with(page).splitlines()[1:]


def test_labels_that_are_centred_tell_how_deep_in_groups_a_row_is() -> None:
    page = blank_page()
    header(page, 120)
    for number, label in enumerate(("一、新收申请", "1.重复", "2.重复申请", "四、结转")):
        middle = 160 if label[1] == "、" else 200
        write(
            page,
            label,
            middle - (len(label) * SIZE - 5 * (label[1] == ".")) / 2,
            140 + number * ROW,
        )
        values(page, 140 + number * ROW, "3", "5", "8")
    write(page, "不予", 100, 140 + 1.5 * ROW)

    assert ["一、新收申请\t3\t5\t8", "不予\t1.重复\t3\t5\t8"] == text_with(page).splitlines()[1:3]


# -- page breaks ---------------------------------------------------------------------


def test_a_label_that_a_page_break_parts_from_its_values_is_that_of_its_row() -> None:
    first, second = blank_page(1), blank_page(2)
    write(first, HEADING, 100, 640, 14)
    header(first, 680)
    write(first, "新收", 100, 700)
    values(first, 700, "3", "5", "8")
    values(first, 720, "1", "2", "3")
    write(second, "补正后仍\n不明确", 100, 110)
    write(second, "总计", 100, 142)
    values(second, 142, "4", "7", "11")

    assert ["新收\t3\t5\t8", "补正后仍不明确\t1\t2\t3", "总计\t4\t7\t11"] == read(
        first, second
    ).text.splitlines()[2:]


def test_a_label_that_a_page_break_divides_is_put_together() -> None:
    first, second = blank_page(1), blank_page(2)
    write(first, HEADING, 100, 640, 14)
    header(first, 680)
    write(first, "新收", 100, 700)
    values(first, 700, "3", "5", "8")
    write(first, "补正后仍", 100, 720)
    values(first, 720, "1", "2", "3")
    write(second, "不明确", 100, 110)
    write(second, "总计", 100, 130)
    values(second, 130, "4", "7", "11")

    assert ["新收\t3\t5\t8", "补正后仍不明确\t1\t2\t3", "总计\t4\t7\t11"] == read(
        first, second
    ).text.splitlines()[2:]


# -- what does not agree -------------------------------------------------------------


def test_a_row_without_a_label_among_others_leaves_all_as_text() -> None:
    page = blank_page()
    header(page, 120)
    write(page, "新收", 100, 140)
    values(page, 140, "3", "5", "8")
    values(page, 160, "3", "5", "8")

    assert "\t" not in text_with(page)


def test_a_column_without_a_header_leaves_all_as_text() -> None:
    page = blank_page()
    write(page, "项目", 100, 120)
    values(page, 120, "个人", "", "总计")
    write(page, "新收", 100, 140)
    values(page, 140, "3", "5", "8")

    assert "\t" not in text_with(page)


def test_a_label_of_a_group_that_is_in_the_middle_of_no_rows_leaves_all_as_text() -> None:
    page = blank_page()
    header(page, 120)
    for number in range(4):
        write(page, f"{number}.其他", 180, 140 + number * ROW)
        values(page, 140 + number * ROW, "3", "5", "8")
    write(page, "不予公开", 100, 140 + 2 * ROW)
    write(page, "无法提供", 100, 140 + 3 * ROW)

    assert "\t" not in text_with(page)


def test_numbers_in_a_line_of_text_are_no_table() -> None:
    page = blank_page()
    write(page, "电话： 0310 555 1234", 100, 140)

    assert "电话：0310 555 1234\n" == text_with(page)
