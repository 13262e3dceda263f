"""Tables of a PDF that page breaks divide."""

from __future__ import annotations

from collections.abc import Sequence

from gklint.text.source import Place, Source
from tests.support.pdf import Box, Paper, source_of, upper
from tests.support.sources import place_of, rows

WIDTHS = [40.0, 80.0, 60.0, 60.0]
HEADER = [
    Box(0, 0, "办理结果", across=2),
    Box(0, 2, "自然人"),
    Box(0, 3, "总计"),
]


def data(row: int, label: str, first: str, second: str, column: int = 1) -> list[Box]:
    """A row of the table: a label from ``column`` on and two values."""
    return [Box(row, column, label, across=2 - column), Box(row, 2, first), Box(row, 3, second)]


TABLE = [
    *HEADER,
    Box(1, 0, "三、办理", down=3),
    *data(1, "（一）公开", "1", "2"),
    *data(2, "（二）不予公开", "3", "4"),
    *data(3, "（三）总计", "5", "6"),
    *data(4, "四、结转", "7", "8", column=0),
]
READ = [
    ["办理结果", "自然人", "总计"],
    ["三、办理", "（一）公开", "1", "2"],
    ["（二）不予公开", "3", "4"],
    ["（三）总计", "5", "6"],
    ["四、结转", "7", "8"],
]


def two_pages(above: Sequence[Box], below: Sequence[Box], footer: str = "— {} —") -> Source:
    paper = Paper()
    paper.footer = footer
    paper.table(above, WIDTHS)
    paper.turn()
    paper.table(below, WIDTHS)
    return source_of(paper)


def test_the_rows_of_the_next_page_follow_on() -> None:
    paper = Paper()
    paper.footer = "— {} —"
    paper.table_over_pages(TABLE, WIDTHS, at=4)

    source = source_of(paper)

    assert READ == rows(source)
    assert Place(page=1, table=1, row=4, cell=3) == place_of(source, "6")
    assert Place(page=2, table=1, row=1, cell=3) == place_of(source, "8")


def test_a_group_goes_on_where_its_cell_is_blank_on_the_next_page() -> None:
    paper = Paper()
    paper.table_over_pages(TABLE, WIDTHS, at=2)

    source = source_of(paper)

    assert READ == rows(source)
    assert [(0, 2, 3), (0, 1, 2, 3), (1, 2, 3), (1, 2, 3), (0, 2, 3)] == [
        row.columns for row in source.rows
    ]
    assert Place(page=2, table=1, row=1, cell=1) == place_of(source, "（二）")


def test_a_header_that_is_printed_again_is_dropped() -> None:
    paper = Paper()
    paper.table_over_pages(TABLE, WIDTHS, at=3, repeated=1)

    source = source_of(paper)

    assert READ == rows(source)
    assert Place(page=2, table=1, row=2, cell=1) == place_of(source, "（三）")


def test_rows_that_look_like_those_above_are_kept() -> None:
    zeros = ("0", "0")
    source = two_pages(
        [*data(0, "1.其他", *zeros, column=0), *data(1, "2.其他", *zeros, column=0)],
        [*data(0, "3.其他", *zeros, column=0), *data(1, "2.其他", *zeros, column=0)],
    )

    assert ["1.其他", "2.其他", "3.其他", "2.其他"] == [cells[0] for cells in rows(source)]


def test_the_text_of_a_group_divided_by_the_page_break_is_put_together() -> None:
    source = two_pages(
        [Box(0, 0, "三、办"), *data(0, "（一）公开", "1", "2")],
        [
            Box(0, 0, "理结果", down=2),
            *data(0, "（二）不予公开", "3", "4"),
            *data(1, "（三）总计", "5", "6"),
        ],
    )

    assert [
        ["三、办理结果", "（一）公开", "1", "2"],
        ["（二）不予公开", "3", "4"],
        ["（三）总计", "5", "6"],
    ] == rows(source)
    assert Place(page=2, table=1, row=1, cell=1) == place_of(source, "理结果")


def test_the_text_of_a_group_that_stands_below_the_page_break_is_moved_up() -> None:
    source = two_pages(
        [Box(0, 0, ""), *data(0, "（一）公开", "1", "2")],
        [
            Box(0, 0, "三、办理", down=2),
            *data(0, "（二）不予公开", "3", "4"),
            *data(1, "（三）总计", "5", "6"),
        ],
    )

    assert READ[1:4] == rows(source)


def test_a_group_that_begins_on_the_next_page_is_another() -> None:
    source = two_pages(
        [
            Box(0, 0, "（一）予以", down=2),
            *data(0, "1.甲", "1", "2"),
            *data(1, "2.乙", "3", "4"),
        ],
        [
            Box(0, 0, "（二）部分", down=2),
            *data(0, "1.丙", "5", "6"),
            *data(1, "2.丁", "7", "8"),
        ],
    )

    assert ["（一）予以", "2.乙", "（二）部分", "2.丁"] == [cells[0] for cells in rows(source)]


def test_a_label_divided_by_the_page_break_is_put_together() -> None:
    source = two_pages(
        [Box(0, 0, "（五）处理"), *data(0, "5.要求确认或重新", "1", "2")],
        [
            Box(0, 0, "", down=2),
            *data(0, "出具已获取信息", "", ""),
            *data(1, "6.其他", "3", "4"),
        ],
    )

    assert [
        ["（五）处理", "5.要求确认或重新出具已获取信息", "1", "2"],
        ["6.其他", "3", "4"],
    ] == rows(source)
    assert Place(page=1, table=1, row=1, cell=2) == place_of(source, "5.")
    assert Place(page=2, table=1, row=2, cell=1) == place_of(source, "6.")


def test_the_numbers_of_a_row_may_stand_on_the_next_page() -> None:
    source = two_pages(
        [*data(0, "一、新收", "1", "2", column=0), *data(1, "二、结转", "", "", column=0)],
        [*data(0, "", "3", "4", column=0), *data(1, "三、其他", "5", "6", column=0)],
    )

    assert [
        ["一、新收", "1", "2"],
        ["二、结转", "3", "4"],
        ["三、其他", "5", "6"],
    ] == rows(source)
    assert Place(page=2, table=1, row=1, cell=2) == place_of(source, "3")


def test_the_empty_frame_of_a_row_on_the_page_before_is_no_row() -> None:
    source = two_pages(
        [
            Box(0, 0, "三、办理", down=2),
            *data(0, "（一）公开", "1", "2"),
            *data(1, "", "", ""),
        ],
        [
            Box(0, 0, "", down=2),
            *data(0, "（二）不予公开", "3", "4"),
            *data(1, "（三）总计", "5", "6"),
        ],
    )

    assert READ[1:4] == rows(source)


def test_a_row_that_its_author_left_blank_stays_a_row() -> None:
    source = two_pages(data(0, "规章", "1", "2", column=0), data(0, "规范性文件", "", "", column=0))

    assert [["规章", "1", "2"], ["规范性文件", "", ""]] == rows(source)


def test_numbers_below_their_header_stay_a_row() -> None:
    source = two_pages(
        [Box(0, n, text) for n, text in enumerate(("维持", "纠正", "其他", "总计"))],
        [Box(0, n, text) for n, text in enumerate("1203")],
    )

    assert [["维持", "纠正", "其他", "总计"], ["1", "2", "0", "3"]] == rows(source)


def test_a_header_divided_by_the_page_break_is_put_together() -> None:
    source = two_pages(
        [
            Box(0, 0, "（勾稽关系：第一项加第", across=2),
            Box(0, 2, "申请人情况", across=2),
        ],
        [
            Box(0, 0, "二项之和）", across=2),
            Box(0, 2, "自然人"),
            Box(0, 3, "总计"),
            *data(1, "一、新收", "1", "2", column=0),
        ],
    )

    assert [
        ["（勾稽关系：第一项加第二项之和）", "申请人情况"],
        ["自然人", "总计"],
        ["一、新收", "1", "2"],
    ] == rows(source)


def test_tables_with_text_between_them_are_two() -> None:
    paper = Paper()
    paper.table([Box(0, 0, "甲"), Box(0, 1, "1")], [100, 60])
    paper.turn()
    paper.line("另一张表。", 2)
    paper.table([Box(0, 0, ""), Box(0, 1, "2")], [100, 60])

    assert [["甲", "1"], ["", "2"]] == rows(source_of(paper))


def test_the_margins_of_left_and_right_pages_may_differ() -> None:
    paper = Paper()
    paper.table(list(upper(TABLE, 2)), WIDTHS)
    paper.turn()
    paper.canvas.translate(12, 0)
    paper.table([Box(0, 0, ""), *data(0, "（三）总计", "5", "6")], WIDTHS)

    source = source_of(paper)

    assert [*READ[:2], READ[3]] == rows(source)
    assert (1, 2, 3) == source.rows[-1].columns
