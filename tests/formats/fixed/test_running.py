"""Lines of running text to paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gklint.formats.fixed.leaf import Leaf, leaf_of
from gklint.formats.fixed.lines import lines_of
from gklint.formats.fixed.running import Column, Placed, columns, paragraphs
from gklint.text.source import Place
from tests.support.drawing import LEFT, LINE, SIZE, WIDTH, blank_page, glyphs_of, write

COLUMN = Column(LEFT, LEFT + 20 * SIZE, LINE)
FULL = "全年通过门户网站主动公开政府信息共计若干"  # 20 characters, as the column holds
SHORT = "全年通过门户网站主动公开政府信息"


def placed(
    text: str,
    number: int,
    *,
    indent: float = 0,
    page: int = 1,
    size: float = SIZE,
    below: float = 0,
    column: Column = COLUMN,
) -> Placed:
    """A line, the ``number``-th on its page, so much further ``below``."""
    x, y = column.left + indent * size, 100 + number * LINE + below
    (line,) = lines_of(glyphs_of(text, x, y, size))
    return Placed(line, Place(page=page, line=number), column)


def texts(*lines: Placed) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(lines)]


# -- paragraphs --------------------------------------------------------------------------------


def test_a_full_line_goes_on_and_a_short_one_ends_the_paragraph() -> None:
    lines = [placed(FULL, 1), placed(SHORT, 2), placed("另一段", 3)]

    assert [FULL + SHORT, "另一段"] == texts(*lines)


def test_each_line_keeps_its_place_in_the_paragraph() -> None:
    (paragraph,) = paragraphs([placed(FULL, 1), placed(SHORT, 2)])

    assert [(FULL, Place(page=1, line=1)), (SHORT, Place(page=1, line=2))] == [
        (run.text, run.origin) for run in paragraph.runs
    ]
    assert Place(page=1, line=2) == paragraph.end


@pytest.mark.parametrize(
    ("length", "after", "goes_on"),
    [
        (20, "个", True),
        (18, "个", False),
        (18, "2023年", True),
        (17, "2023年", False),
        (17, "（一）", True),
        (16, "（一）", False),
    ],
)
def test_a_line_is_full_if_the_next_word_did_not_fit(
    length: int, after: str, goes_on: bool
) -> None:
    assert goes_on == (1 == len(texts(placed(FULL[:length], 1), placed(after, 2))))


@pytest.mark.parametrize(("room", "goes_on"), [(4.9, True), (5.1, False)])
def test_a_line_may_end_a_little_before_the_column_does(room: float, goes_on: bool) -> None:
    column = COLUMN._replace(right=COLUMN.right + room)
    lines = [placed(FULL[:19], 1, column=column), placed("个", 2, column=column)]

    assert goes_on == (1 == len(texts(*lines)))


@pytest.mark.parametrize(("indent", "goes_on"), [(0.7, True), (0.9, False)])
def test_an_indented_line_begins_a_paragraph(indent: float, goes_on: bool) -> None:
    assert goes_on == (1 == len(texts(placed(FULL, 1), placed(SHORT, 2, indent=indent))))


@pytest.mark.parametrize(
    ("first", "goes_on"), [(FULL[:14], True), (FULL[:13], False)], ids=["nearly full", "short"]
)
def test_after_an_indented_line_one_without_indent_goes_on(first: str, goes_on: bool) -> None:
    lines = [placed(first, 1, indent=2), placed("个", 2)]

    assert goes_on == (1 == len(texts(*lines)))


@pytest.mark.parametrize(("size", "goes_on"), [(11.1, True), (11.3, False), (8.7, False)])
def test_a_heading_of_another_size_stands_alone(size: float, goes_on: bool) -> None:
    assert goes_on == (1 == len(texts(placed(FULL, 1), placed(SHORT, 2, size=size))))


@pytest.mark.parametrize(("below", "goes_on"), [(5.9, True), (6.1, False)])
def test_a_wide_gap_ends_a_paragraph(below: float, goes_on: bool) -> None:
    assert goes_on == (1 == len(texts(placed(FULL, 1), placed(SHORT, 2, below=below))))


@pytest.mark.parametrize(
    ("indent", "below", "goes_on"),
    [(0.6, 2.3, True), (0.6, 2.5, False), (0.4, 2.5, True)],
    ids=["no gap", "a gap", "not centred"],
)
def test_below_a_centred_line_a_smaller_gap_does(
    indent: float, below: float, goes_on: bool
) -> None:
    lines = [placed(FULL[:19], 1, indent=indent), placed(SHORT, 2, below=below)]

    assert goes_on == (1 == len(texts(*lines)))


def test_a_numbered_line_after_the_end_of_a_sentence_begins_a_paragraph() -> None:
    sentence = FULL[:19] + "。"

    assert [sentence, "（一）制发情况"] == texts(placed(sentence, 1), placed("（一）制发情况", 2))
    assert [sentence, "[六、]其他"] == texts(placed(sentence, 1), placed("[六、]其他", 2))
    assert [sentence + "另有若干"] == texts(placed(sentence, 1), placed("另有若干", 2))
    assert [FULL + "（一）制发情况"] == texts(placed(FULL, 1), placed("（一）制发情况", 2))


def test_a_paragraph_goes_on_over_a_page_break_in_the_column_of_the_next_page() -> None:
    other = Column(LEFT + 30, COLUMN.right + 30, LINE)

    assert [FULL + SHORT] == texts(placed(FULL, 40), placed(SHORT, 1, page=2, column=other))


def test_words_of_two_lines_do_not_grow_together() -> None:
    line = "公开情况见门户网站公布的相关栏目open"

    assert [f"{line} data"] == texts(placed(line, 1), placed("data", 2))


# -- columns -----------------------------------------------------------------------------------


def leaf(number: int, *lines: tuple[float, str], pitch: float = LINE) -> Leaf:
    """A page with lines that begin at ``x``."""
    page = blank_page(number)
    for count, (x, text) in enumerate(lines):
        write(page, text, x, 100 + count * pitch)
    return leaf_of(page)


def test_the_column_reaches_from_where_lines_begin_to_where_they_end_without_their_marks() -> None:
    long = FULL * 2
    page = leaf(1, (120, long[:38]), *[(100, long + "。")] * 5, (100, SHORT))

    assert {1: Column(100, 500, LINE)} == columns([page])


def test_a_single_line_that_sticks_out_is_no_edge() -> None:
    long = FULL * 2
    page = leaf(1, *[(100, long)] * 6, (60, long + "超出若干"))

    assert Column(100, 500, LINE) == columns([page])[1]


def test_left_and_right_pages_have_their_own_columns() -> None:
    long = FULL * 2
    pages = [leaf(number, *[(80 + number % 2 * 40, long)] * 6) for number in (1, 2, 3, 4)]

    found = columns(pages)

    assert [120, 80, 120, 80] == [found[number].left for number in (1, 2, 3, 4)]
    assert [520, 480, 520, 480] == [found[number].right for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(("lines", "right"), [(5, 520), (6, 480)])
def test_where_few_lines_are_on_a_side_all_pages_tell_the_column(lines: int, right: float) -> None:
    long = FULL * 2
    pages = [leaf(1, *[(120, long)] * 6), leaf(2, *[(80, long)] * lines)]

    assert Column(80, right, LINE) == columns(pages)[2]


def test_pages_of_another_width_have_a_column_of_their_own() -> None:
    long = FULL * 2
    wide = replace(leaf(3, *[(50, long)] * 5), width=WIDTH + 200)

    assert Column(50, 450, LINE) == columns([leaf(1, *[(100, long)] * 6), wide])[3]


@pytest.mark.parametrize(("start", "column"), [(96, (96, 500)), (94, (120, 480))])
def test_an_edge_is_what_two_lines_share(start: float, column: tuple[float, float]) -> None:
    long = FULL * 2
    page = leaf(1, (100, long), (start, long), *[(120, SHORT)] * 4)

    assert Column(*column, LINE) == columns([page])[1]


def test_lines_that_are_all_short_leave_the_margins_alike() -> None:
    page = leaf(1, *[(100, SHORT)] * 6)

    assert Column(100, WIDTH - 100, LINE) == columns([page])[1]


def test_a_page_without_text_is_a_column_as_a_whole() -> None:
    page = blank_page()

    assert {1: Column(0, WIDTH, page.height)} == columns([leaf_of(page)])


def row(number: int) -> Placed:
    """A full line with a gap as between cells."""
    line = placed(FULL[:-4] + "    ", number)
    parted = replace(line.line, parted=True, end=line.column.right)
    return line._replace(line=parted)


def test_no_row_of_a_table_without_borders_goes_on_and_none_goes_on_with_it() -> None:
    assert [FULL, row(2).line.text, FULL] == texts(placed(FULL, 1), row(2), placed(FULL, 3))
