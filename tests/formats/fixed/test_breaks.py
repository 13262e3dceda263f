"""Tables that go on over a page break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from gklint.formats.fixed.breaks import whole
from gklint.formats.fixed.leaf import leaf_of
from gklint.formats.fixed.tables import Part
from gklint.text.source import Place
from tests.support.drawing import SIZE, Drawn, blank_page, draw_table, full

XS = (100.0, 150.0, 250.0, 300.0, 350.0)
"""Columns of a group, a label and two numbers."""


def part(page: int, cells: Iterable[Drawn], xs: Sequence[float] = XS) -> Part:
    """A table on a page; each row has room for four lines."""
    cells = list(cells)
    paper = blank_page(page)
    rows = max(cell.row + cell.down for cell in cells)
    draw_table(paper, xs, [100 + 5 * SIZE * row for row in range(rows + 1)], cells)
    (found,) = leaf_of(paper).parts
    return found


def rows(table: Part) -> list[list[str]]:
    """The texts of the cells that begin in each row, with the rows that they span if many."""
    return [
        [f"{box.text}×{box.down}" if box.down > 1 else box.text for box in table.in_row(row)]
        for row in range(table.rows)
    ]


def group(text: str, *rest: str) -> list[Drawn]:
    """Rows whose first column is one cell."""
    cells = [cell._replace(column=cell.column + 1) for cell in full(*rest)]
    return [Drawn(0, 0, text, down=len(rest)), *cells]


def joined(
    upper: Iterable[Drawn], lower: Iterable[Drawn], xs: Sequence[float] = XS
) -> list[list[str]]:
    """The rows of the only table that two parts on pages one and two make."""
    (table,) = whole([part(1, upper, xs), part(2, lower, xs)])
    return rows(table)


# -- which tables go on ------------------------------------------------------------------------


def test_a_table_goes_on_on_the_next_page() -> None:
    upper, lower = full("甲|规章|1|2", "乙|办法|3|4"), full("丙|细则|5|6")

    assert [
        ["甲", "规章", "1", "2"],
        ["乙", "办法", "3", "4"],
        ["丙", "细则", "5", "6"],
    ] == joined(upper, lower)


def test_it_may_go_on_over_many_pages() -> None:
    parts = [part(page, full(f"甲|规章|{page}|2")) for page in (1, 2, 4)]

    (table,) = whole(parts)

    assert (3, 4) == (table.rows, table.page)


@pytest.mark.parametrize(
    ("page", "move", "widen", "count"),
    [
        (2, 0.0, 0.0, 1),
        (2, 39.0, 0.0, 1),
        (2, 41.0, 0.0, 2),
        (2, 0.0, 3.0, 1),
        (2, 0.0, 5.0, 2),
        (1, 0.0, 0.0, 2),
    ],
    ids=["same", "other margin", "elsewhere", "nearly as wide", "wider", "same page"],
)
def test_what_goes_on_is_as_wide_and_stands_in_the_same_column(
    page: int, move: float, widen: float, count: int
) -> None:
    xs = (*(x + move for x in XS[:-1]), XS[-1] + move + widen)
    lower = part(page, full("乙|办法|3|4"), xs)

    assert count == len(whole([part(1, full("甲|规章|1|2")), lower]))


def test_columns_are_the_same_on_pages_with_another_margin() -> None:
    lower = part(2, full("乙|办法|3|4"), [x + 30 for x in XS])

    (table,) = whole([part(1, full("甲|规章|1|2")), lower])

    assert [box.left for box in table.in_row(0)] == [box.left for box in table.in_row(1)]
    assert [box.right for box in table.in_row(0)] == [box.right for box in table.in_row(1)]


def test_each_cell_keeps_its_place() -> None:
    (table,) = whole([part(1, full("甲|规章|1|2")), part(2, full("乙|办法|3|4"))])

    assert [
        *(Place(page=1, table=1, row=1, cell=cell) for cell in (1, 2, 3, 4)),
        *(Place(page=2, table=1, row=1, cell=cell) for cell in (1, 2, 3, 4)),
    ] == [box.place for box in table.boxes]
    assert [box.place for box in table.boxes] == [box.texts[0].place for box in table.boxes]


# -- headers -----------------------------------------------------------------------------------

HEADER = "项目|内容|新收|办结"


def test_a_header_that_is_printed_again_is_left_out() -> None:
    upper, lower = full(HEADER, "甲|规章|1|2"), full(HEADER, "乙|办法|3|4", "丙|细则|5|6")

    assert [
        HEADER.split("|"),
        ["甲", "规章", "1", "2"],
        ["乙", "办法", "3", "4"],
        ["丙", "细则", "5", "6"],
    ] == joined(upper, lower)


def test_so_is_one_whose_marks_are_other_ones() -> None:
    upper, lower = (
        full("组|（项目）|新收|办结", "甲|规章|1|2"),
        full("组|(项目|新收|办结", "乙|办法|3|4"),
    )

    assert [
        ["组", "（项目）", "新收", "办结"],
        ["甲", "规章", "1", "2"],
        ["乙", "办法", "3", "4"],
    ] == joined(upper, lower)


def test_other_numbers_are_no_header_though_only_a_mark_differs() -> None:
    upper, lower = full("甲|规章|15|2", "乙|办法|3|4"), full("甲|规章|1.5|2", "丙|细则|5|6")

    assert 4 == len(joined(upper, lower))


def test_what_is_printed_again_without_anything_below_it_stays() -> None:
    upper, lower = full(HEADER, "甲|规章|1|2"), full(HEADER)

    assert [HEADER.split("|"), ["甲", "规章", "1", "2"], HEADER.split("|")] == joined(upper, lower)


def test_of_a_header_with_merged_cells_nothing_is_left_out_by_halves() -> None:
    header = [Drawn(0, 0, "项目", down=2)]
    header += [cell for cell in full("|内容|新收|办结", "|名称|件|件") if cell.text]
    upper, lower = (
        [*header, *(cell._replace(row=2) for cell in full(row))]
        for row in ("甲|规章|1|2", "乙|办法|3|4")
    )

    assert [
        ["项目×2", "内容", "新收", "办结"],
        ["名称", "件", "件"],
        ["甲", "规章", "1", "2"],
        ["乙", "办法", "3", "4"],
    ] == joined(upper, lower)


def test_a_row_that_is_printed_again_is_no_header_if_its_group_goes_on_below_it() -> None:
    upper, lower = (
        [*full(HEADER), *(cell._replace(row=cell.row + 1) for cell in group("三、处理", *rest))]
        for rest in (("予以公开|1|2", "不予公开|3|4"), ("予以公开|1|2", "总计|7|8"))
    )

    assert [
        HEADER.split("|"),
        ["三、处理×4", "予以公开", "1", "2"],
        ["不予公开", "3", "4"],
        ["予以公开", "1", "2"],
        ["总计", "7", "8"],
    ] == joined(upper, lower)


def test_equal_numbers_are_no_header() -> None:
    assert [["1", "2", "3", "4"]] * 2 + [["", "", "", "5"]] == joined(
        full("1|2|3|4"), full("1|2|3|4", "|||5")
    )


# -- what a page break divides -----------------------------------------------------------------


def test_a_row_whose_label_stands_above_the_break_and_its_numbers_below_is_one() -> None:
    assert [["甲", "规章", "1", "2"], ["乙", "办法", "3", "4"]] == joined(
        full("甲|规章|1|2", "乙|办法||"), full("||3|4")
    )


@pytest.mark.parametrize("below", ["", "三、处理"], ids=["blank", "printed again"])
def test_so_is_one_of_a_group(below: str) -> None:
    upper = group("三、处理", "予以公开|1|2", "不予公开||")

    assert [["三、处理×2", "予以公开", "1", "2"], ["不予公开", "3", "4"]] == joined(
        upper, group(below, "|3|4")
    )


@pytest.mark.parametrize("label", ["不予公开", "（三）不予公开", "1.其他"])
def test_a_row_whose_numbers_stand_above_the_break_and_its_label_below_is_one(label: str) -> None:
    upper = group("三、处理", "（一）予以公开|1|2", "|3|4")

    assert [["三、处理×2", "（一）予以公开", "1", "2"], [label, "3", "4"]] == joined(
        upper, group("", f"{label}||")
    )


def test_a_row_of_which_all_stands_below_the_break_is_one() -> None:
    assert [["甲", "规章", "1", "2"], ["乙", "办法", "3", "4"]] == joined(
        full("甲|规章|1|2", "|||"), full("乙|办法|3|4")
    )


def test_a_row_does_not_go_on_into_another_group() -> None:
    upper, lower = (
        group("三、处理", "予以公开|1|2", "不予公开||"),
        group("四、结转", "|5|6", "总计|7|8"),
    )

    assert [
        ["三、处理×2", "予以公开", "1", "2"],
        ["不予公开", "", ""],
        ["四、结转×2", "", "5", "6"],
        ["总计", "7", "8"],
    ] == joined(upper, lower)


def test_a_label_that_is_broken_in_its_middle_is_one() -> None:
    upper, lower = full("甲|行政规范性文件制发|1|2"), full("|件数||")

    assert [["甲", "行政规范性文件制发件数", "1", "2"]] == joined(upper, lower)


def test_the_numbers_beside_such_a_label_may_stand_on_either_page() -> None:
    xs = (100.0, 150.0, 200.0, 300.0, 400.0)

    assert [["", "属于国家秘密", "1", "2"]] == joined(full("|属于国家|1|"), full("|秘密||2"), xs)
    assert 2 == len(joined(full("|属于国家|1|"), full("|秘密|3|2"), xs))


def test_a_number_that_alone_stands_below_the_break_belongs_to_the_blank_above_it() -> None:
    assert [["甲", "规章", "1", "2"]] == joined(full("甲|规章||2"), full("||1|"))
    assert 2 == len(joined(full("甲|规章||2"), full("|||1")))


@pytest.mark.parametrize(
    ("above", "below"), [("3.", "其他"), ("（", "三）不予公开"), ("（三", "）不予")]
)
def test_the_number_of_a_label_goes_on_on_the_next_page(above: str, below: str) -> None:
    xs = (100.0, 150.0, 300.0, 350.0, 400.0)

    assert [["", above + below, "1", "2"]] == joined(full(f"|{above}|1|2"), full(f"|{below}||"), xs)


@pytest.mark.parametrize(("above", "below"), [("1", ".其他"), ("不予公开", "）信息")])
def test_a_mark_that_begins_no_line_goes_on_with_what_stands_above(above: str, below: str) -> None:
    xs = (100.0, 150.0, 300.0, 350.0, 400.0)

    assert [["", above + below, "1", "2"]] == joined(full(f"|{above}|1|2"), full(f"|{below}||"), xs)


def test_a_number_too_long_for_its_cell_goes_on_on_the_next_page() -> None:
    xs = (100.0, 120.0, 150.0, 170.0, 190.0)

    assert [["37", "20", "207", "0"]] == joined(full("3|20|20|0"), full("7||7|"), xs)
    assert 2 == len(joined(full("3|20|20|0"), full("7|5|7|"), xs))


def test_a_header_of_which_a_word_stands_below_the_break_as_a_whole_is_one() -> None:
    xs = (100.0, 125.0, 150.0, 175.0, 200.0)

    assert [["维持", "尚未审结", "总计", "其他"], ["1", "2", "3", "6"]] == joined(
        full("|尚未|总计|其他"), full("维持|审结||", "1|2|3|6"), xs
    )
    assert 3 == len(joined(full("|尚未||其他"), full("维持|审结||", "1|2|3|6"), xs))


def test_a_number_below_a_full_label_does_not_go_on_with_it() -> None:
    above, below = "甲|行政规范性文件制发||", "|2023|3|4"

    assert [above.split("|"), below.split("|")] == joined(full(above), full(below))


def test_a_row_with_a_new_label_below_a_broken_one_is_another() -> None:
    upper, lower = full("行政规范性文件制发||"), full("件数|说明|")

    assert [["行政规范性文件制发", "", ""], ["件数", "说明", ""]] == joined(upper, lower, XS[1:])


@pytest.mark.parametrize(
    ("above", "below"),
    [("规章|1|2", "办法|3|4"), ("规章||", "（二）办法|3|4"), ("规章|1|2", "办法||")],
    ids=["numbers on both sides", "a numbered label", "a label that ends above"],
)
def test_two_rows_stay_two(above: str, below: str) -> None:
    assert [above.split("|"), below.split("|")] == joined(full(above), full(below), XS[1:])


@pytest.mark.parametrize("below", ["", "三、处理"], ids=["blank", "printed again"])
def test_the_cell_of_a_group_goes_on(below: str) -> None:
    upper = group("三、处理", "予以公开|1|2", "不予公开|3|4")
    lower = group(below, "其他处理|5|6", "总计|7|8")

    assert [
        ["三、处理×4", "予以公开", "1", "2"],
        ["不予公开", "3", "4"],
        ["其他处理", "5", "6"],
        ["总计", "7", "8"],
    ] == joined(upper, lower)


def test_a_cell_of_another_width_is_no_rest_of_a_group() -> None:
    upper = group("三、处理", "予以公开|1|2")
    lower = [Drawn(0, 0, "", across=2), Drawn(0, 2, "新收"), Drawn(0, 3, "办结")]

    assert [["三、处理", "予以公开", "1", "2"], ["", "新收", "办结"]] == joined(upper, lower)


@pytest.mark.parametrize(("above", "below"), [("三、处理", "四、结转"), ("处理", "结转")])
def test_another_group_begins_anew(above: str, below: str) -> None:
    upper, lower = group(above, "公开|1|2", "告知|3|4"), group(below, "补正|5|6", "总计|7|8")

    assert [
        [f"{above}×2", "公开", "1", "2"],
        ["告知", "3", "4"],
        [f"{below}×2", "补正", "5", "6"],
        ["总计", "7", "8"],
    ] == joined(upper, lower)


@pytest.mark.parametrize(
    ("above", "width"),
    [("三、本年度", 200), ("本年度办理", 50)],
    ids=["a number", "a full cell"],
)
def test_the_name_of_a_group_may_be_divided(above: str, width: float) -> None:
    upper = group(above, "公开|1|2", "告知|3|4")
    lower = group("结果", "补正|5|6", "总计|7|8")
    xs = [100, *(100 + width + 60 * number for number in range(4))]

    assert f"{above}结果×4" == joined(upper, lower, xs)[0][0]


def test_a_group_of_one_row_on_each_page_is_printed_in_each_of_them() -> None:
    upper, lower = group("三、处理", "公开|1|2"), group("三、处理", "补正|5|6")

    assert [["三、处理", "公开", "1", "2"], ["三、处理", "补正", "5", "6"]] == joined(upper, lower)


@pytest.mark.parametrize("below", ["", "总计"], ids=["blank", "printed again"])
def test_a_header_above_others_goes_on(below: str) -> None:
    upper = [Drawn(0, 0, "申请人情况", across=3), Drawn(0, 3, "总计")]
    lower = full(f"自然人|法人|其他|{below}", "1|2|3|6")

    assert [
        ["申请人情况", "总计×2"],
        ["自然人", "法人", "其他"],
        ["1", "2", "3", "6"],
    ] == joined(upper, lower)


def test_a_row_with_numbers_is_no_header() -> None:
    upper = [Drawn(0, 0, "合计", across=2), Drawn(0, 2, "1"), Drawn(0, 3, "见附件")]

    assert [["合计", "1", "见附件"], ["乙", "办法", "3", ""]] == joined(upper, full("乙|办法|3|"))


def test_a_group_named_below_the_break_only_is_named_all_the_same() -> None:
    upper = group("", "予以公开|1|2", "不予公开|3|4")
    lower = group("三、处理", "其他处理|5|6", "总计|7|8")

    assert "三、处理×4" == joined(upper, lower)[0][0]


def test_cells_after_the_rest_of_a_group_are_counted_anew() -> None:
    upper = group("三、处理", "予以公开|1|2", "不予公开|3|4")
    lower = group("", "其他处理|5|6", "总计|7|8")

    (table,) = whole([part(1, upper), part(2, lower)])

    assert [Place(page=2, table=1, row=1, cell=cell) for cell in (1, 2, 3)] == [
        box.place for box in table.in_row(2)
    ]
    assert [Place(page=2, table=1, row=2, cell=cell) for cell in (1, 2, 3)] == [
        box.place for box in table.in_row(3)
    ]


def test_a_strip_without_text_above_the_rest_of_a_group_is_no_row() -> None:
    upper = full("甲|规章|1|2", "|办法|3|4")
    lower = group("乙", "||", "2.细则|5|6", "3.其他|7|8")

    assert [
        ["甲", "规章", "1", "2"],
        ["乙×3", "办法", "3", "4"],
        ["2.细则", "5", "6"],
        ["3.其他", "7", "8"],
    ] == joined(upper, lower)
