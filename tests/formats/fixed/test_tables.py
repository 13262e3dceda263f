"""What stands in the cells of tables, and tables as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from gklint.formats.blocks import Cell, Paragraph, Run, Table
from gklint.formats.fixed.breaks import whole
from gklint.formats.fixed.glyphs import Way
from gklint.formats.fixed.leaf import leaf_of
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.tables import Part, table_of
from gklint.text.source import Place
from tests.support.drawing import Drawn, blank_page, draw_table, full, write


def parts_on(page: Page) -> list[Part]:
    return leaf_of(page).parts


def table(xs: Sequence[float], ys: Sequence[float], cells: Iterable[Drawn]) -> Table[Place]:
    page = blank_page()
    draw_table(page, xs, ys, cells)
    (part,) = parts_on(page)
    return table_of(part)


def text_in(cell: Cell[Place]) -> str:
    return "".join(block.text for block in cell.blocks if isinstance(block, Paragraph))


def test_tables_count_from_the_top_of_their_page_and_cells_from_the_left() -> None:
    page = blank_page(2)
    draw_table(page, [100, 200, 300], [300, 320], full("丙|丁"))
    draw_table(page, [100, 200, 300], [100, 120, 140], full("甲|1", "乙|2"))

    upper, lower = parts_on(page)

    assert [
        ("甲", Place(page=2, table=1, row=1, cell=1)),
        ("1", Place(page=2, table=1, row=1, cell=2)),
        ("乙", Place(page=2, table=1, row=2, cell=1)),
        ("2", Place(page=2, table=1, row=2, cell=2)),
    ] == [(box.text, box.place) for box in upper.boxes]
    assert [Place(page=2, table=2, row=1, cell=cell) for cell in (1, 2)] == [
        box.place for box in lower.boxes
    ]
    assert (2, 100, 300, 100, 2) == (upper.page, upper.left, upper.right, upper.top, upper.rows)


def test_a_cell_has_its_place_and_what_it_spans() -> None:
    upper, lower = table(
        [100, 150, 200, 300],
        [100, 120, 140],
        [
            Drawn(0, 0, "合计", down=2),
            Drawn(0, 1, "法人", across=2),
            Drawn(1, 1, "1"),
            Drawn(1, 2, "2"),
        ],
    ).rows

    assert [("合计", 1, 2), ("法人", 2, 1)] == [(text_in(c), c.across, c.down) for c in upper]
    assert [("1", 1, 1), ("2", 1, 1)] == [(text_in(c), c.across, c.down) for c in lower]
    assert Place(page=1, table=1, row=2, cell=2) == lower[1].end


def test_an_empty_cell_has_a_place_but_no_paragraph() -> None:
    place = Place(page=1, table=1, row=1, cell=2)

    assert Cell((), place) == table([100, 200, 300], [100, 120], full("甲|")).rows[0][1]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("12345678\n9", "123456789"),
        ("12\n34", "12 34"),
        ("规范性\n文件", "规范性文件"),
        ("word\nby", "word by"),
        ("12345678\n件", "12345678件"),
    ],
    ids=["a number that fills the cell", "two numbers", "a label", "words", "a unit"],
)
def test_the_lines_of_a_cell_are_put_together(lines: str, text: str) -> None:
    row = table([100, 200, 260], [100, 140], full(f"甲|{lines}")).rows[0]

    assert text == text_in(row[1])


@pytest.mark.parametrize(("right", "text"), [(265, "123456789"), (267, "12345678 9")])
def test_a_number_goes_on_only_where_its_next_digit_had_no_room(right: float, text: str) -> None:
    row = table([100, 200, right], [100, 140], full("甲|12345678\n9")).rows[0]

    assert text == text_in(row[1])


def test_each_line_of_a_cell_is_a_run_of_its_place() -> None:
    place = Place(page=1, table=1, row=1, cell=1)
    cell = table([100, 200, 300], [100, 140], full("规范性\n文件|1")).rows[0][0]

    assert (Paragraph((Run("规范性", place), Run("文件", place)), place),) == cell.blocks


def test_turned_text_reads_as_it_is_turned() -> None:
    page = blank_page()
    draw_table(page, [100, 130, 200], [100, 160], full("|1"))
    write(page, "自然", 115, 110, way=Way.DOWN)
    write(page, "人", 103, 110, way=Way.DOWN)

    (part,) = parts_on(page)

    assert ["自然人", "1"] == [box.text for box in part.boxes]


def test_edges_that_nearly_meet_are_of_one_column() -> None:
    upper, lower = blank_page(1), blank_page(2)
    draw_table(upper, [100, 150, 200], [100, 120], full("甲|1"))
    draw_table(lower, [100, 153, 200], [100, 120], full("乙|2"))

    (whole_table,) = whole([*parts_on(upper), *parts_on(lower)])

    assert [[1, 1], [1, 1]] == [[cell.across for cell in row] for row in table_of(whole_table).rows]
