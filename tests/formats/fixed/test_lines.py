"""Glyphs to lines."""

from __future__ import annotations

import pytest

from gklint.formats.fixed.glyphs import Glyphs, Way
from gklint.formats.fixed.lines import Piece, blank_between, lines_of
from tests.support.drawing import glyphs_of


def texts(glyphs: list[Glyphs]) -> list[str]:
    return [line.text for line in lines_of(glyphs)]


def test_a_line_reads_from_left_to_right_however_it_was_drawn() -> None:
    upper, lower = glyphs_of("主动公开", 100, 200), glyphs_of("政府信息", 100, 212)

    assert ["主动公开", "政府信息"] == texts([*reversed(lower), *reversed(upper)])


def test_a_line_knows_where_it_stands() -> None:
    (line,) = lines_of(glyphs_of("公开12条。", 100, 200))

    assert (100, 150, 200, 10) == (line.start, line.end, line.base, line.size)
    assert (Piece("公开12条。", 100, 150, 200),) == line.pieces


@pytest.mark.parametrize(("rise", "lines"), [(3.4, 1), (3.6, 2)])
def test_a_raised_sign_is_of_the_same_line(rise: float, lines: int) -> None:
    assert lines == len(texts([*glyphs_of("公开", 100, 200), *glyphs_of("①", 120, 200 - rise, 6)]))


@pytest.mark.parametrize(("size", "expected"), [(21, ["公开样"]), (22, ["公开", "样"])])
def test_what_is_much_larger_is_of_no_line(size: float, expected: list[str]) -> None:
    assert expected == texts([*glyphs_of("公开", 100, 200), *glyphs_of("样", 120, 200, size)])


def test_a_watermark_in_between_does_not_part_a_line() -> None:
    line = [*glyphs_of("公", 100, 200), *glyphs_of("开", 110, 202)]

    assert ["公开", "样"] == texts([*line, *glyphs_of("样", 60, 201, 60)])


@pytest.mark.parametrize(("shift", "text"), [(1.4, "公开"), (1.6, "公公开开")])
def test_what_is_drawn_twice_to_look_bold_reads_once(shift: float, text: str) -> None:
    assert [text] == texts([*glyphs_of("公开", 100, 200), *glyphs_of("公开", 100 + shift, 200)])


@pytest.mark.parametrize(
    ("before", "gap", "after", "text"),
    [
        ("20", 1.9, "15", "2015"),
        ("20", 2.04, "15", "2015"),
        ("20", 2.1, "15", "20 15"),
        ("公", 14.9, "开", "公开"),
        ("公", 15.1, "开", "公 开"),
        ("公", 2.1, "15", "公15"),
    ],
    ids=["digits", "runs of digits", "numbers", "spaced out", "tab", "beside a digit"],
)
def test_a_gap_is_a_blank_where_it_says_something(
    before: str, gap: float, after: str, text: str
) -> None:
    left = glyphs_of(before, 100, 200)

    assert [text] == texts([*left, *glyphs_of(after, left[-1].ends[-1] + gap, 200)])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("公开", 10),
        ("2023年", 20),
        ("（一）公开", 30),
        ("开，公", 20),
        ("“公开", 20),
        ("开）12条", 30),
        ("20", 10),
    ],
)
def test_no_line_break_divides_the_head(text: str, head: float) -> None:
    (line,) = lines_of(glyphs_of(text, 100, 200))

    assert head == line.head


def test_marks_at_the_end_hang_out_of_the_body() -> None:
    bodies = [lines_of(glyphs_of(text, 100, 200))[0].body for text in ("公开）。", "公开", "。")]

    assert [120, 120, 100] == bodies


@pytest.mark.parametrize(
    ("way", "at", "read"),
    [(Way.DOWN, 200, ["自然人", "法人"]), (Way.UP, 260, ["法人", "自然人"])],
)
def test_turned_lines_read_downwards_from_the_right_and_upwards_from_the_left(
    way: Way, at: float, read: list[str]
) -> None:
    left, right = glyphs_of("法人", 100, at, way=way), glyphs_of("自然人", 112, at, way=way)

    assert read == texts([*left, *right])


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [("word", "by", " "), ("2023", "15", " "), ("公", "a", ""), ("a,", "b", ""), ("", "b", "")],
)
def test_a_blank_stands_between_words_only(before: str, after: str, between: str) -> None:
    assert between == blank_between(before, after)


@pytest.mark.parametrize(
    ("parts", "parted", "text"),
    [
        ([("规章", 0), ("3", 35.1), ("26", 45)], True, "规章 3 26"),
        ([("规章", 0), ("3", 34.9)], False, "规章3"),
        ([("规章", 0), ("3", 35.1), ("开", 44.1), ("公", 58.2)], True, "规章 3开 公"),
        ([("1.", 0), ("公开", 25.1)], False, "1. 公开"),
        ([("（三）", 0), ("公开", 55)], False, "（三） 公开"),
        ([("（三）", 0), ("公开", 55), ("3", 95)], True, "（三） 公开 3"),
    ],
    ids=["cells", "narrow", "all gaps of it", "list", "part", "list with cells"],
)
def test_a_wide_gap_parts_cells_but_not_behind_the_number_of_a_list(
    parts: list[tuple[str, float]], parted: bool, text: str
) -> None:
    (line,) = lines_of([glyph for word, x in parts for glyph in glyphs_of(word, 100 + x, 200)])

    assert (parted, text) == (line.parted, line.text)
