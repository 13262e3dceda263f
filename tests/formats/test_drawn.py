"""Tables that a text draws with characters."""

from __future__ import annotations

import pytest

from gklint.formats.reading import take
from gklint.text.source import Position, Range, Source, Span
from tests.support.sources import rows

GRID = """前文
+--------+------+-----------+
| 信息   | 制发 | 行政诉讼  |
| 内容   | 件数 +-----+-----+
|        |      | 维持 | 纠正|
+========+======+=====+=====+
| 规章   | 0    | 12  | 3   |
+--------+------+-----+-----+
| 第二十条第（五）项        |
+--------+------+-----+-----+
后文
"""
BOXES = """┌────────┬──────┐
│规章    │0     │
│        ├──┬───┤
│“文件”│3 │12 │
└────────┴──┴───┘
"""
COUNTED = """ +----------------+
 |信息内容  |本年制发件数   |
 |------+---------|
 |规章    |12       |
 +----------------+
"""


def read(text: str) -> Source:
    return take(text.encode(), "年报.txt")


def where(source: Source, words: str) -> Range | None:
    start = source.text.index(words)
    return source.locate(Span(start, start + len(words))).range


def on(line: int, first: int, last: int) -> Range:
    return Range(Position(line, first), Position(line, last))


def test_cells_are_what_the_lines_enclose() -> None:
    source = read(GRID.replace("| 维持 | 纠正|", "| 维持| 纠正|"))

    assert [
        ["信息内容", "制发件数", "行政诉讼"],
        ["维持", "纠正"],
        ["规章", "0", "12", "3"],
        ["第二十条第（五）项"],
    ] == rows(source)
    assert source.text.startswith("前文\n")
    assert source.text.endswith("后文\n")


def test_everything_has_its_place_in_the_file() -> None:
    source = read(GRID)

    assert [on(3, 3, 5), on(4, 3, 5), on(7, 17, 19), on(11, 1, 3)] == [
        where(source, words) for words in ("信息", "内容", "12", "后文")
    ]


def test_boxes_are_read_like_crosses() -> None:
    assert [["规章“文件”", "0"], ["3", "12"]] == rows(read(BOXES))


def test_characters_may_be_counted_instead_of_measured_and_corners_left_out() -> None:
    assert [["信息内容", "本年制发件数"], ["规章", "12"]] == rows(read(COUNTED))


NARROW = """+---+---+---+
| 规章 |  | 1 |
| 规章 | 现 |  |
+---+---+---+
| 合 | 0 | 0 |
+---+---+---+
"""


def test_columns_that_are_too_narrow_are_counted() -> None:
    assert [["规章规章", "现", "1"], ["合", "0", "0"]] == rows(read(NARROW))


def test_a_blank_cell_is_a_cell() -> None:
    blank = "+----+----+\n| 规章 |    |\n+----+----+\n".replace("规章 |", "章 |")

    assert [["章", ""]] == rows(read(blank))


@pytest.mark.parametrize(
    "text",
    [
        "+------+\n下文\n",
        "+----\n| 甲 | 乙 |\n",
        "甲乙\n====\n+--\n",
        "+---+---+\n| 甲乙丙丁 | 1 |\n|戊|2|3|\n+---+---+\n",
        "├\n├\n",
    ],
    ids=["a rule", "no end", "an underline", "out of line", "marks"],
)
def test_what_makes_no_grid_stays_text(text: str) -> None:
    source = read(text)

    assert (text.replace("\r", ""), ()) == (source.text, source.rows)


def test_a_marked_table_beside_one_that_is_drawn_stays_as_it_is() -> None:
    source = read("| 规章 | 0 |\n|---|---|\n\n" + COUNTED)

    assert source.text.startswith("| 规章 | 0 |\n|---|---|\n\n信息内容\t本年制发件数\n")
