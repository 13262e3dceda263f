"""Bytes to text, and offsets to lines, columns and UTF-16 units."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.formats.reading import read
from gklint.text.source import Position, Range, Source, Span

MIXED = "一\r\n二三\r四\n\n五"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (1, 1, 2),
        (3, 2, 1),
        (4, 2, 2),
        (5, 2, 3),
        (6, 3, 1),
        (8, 4, 1),
        (9, 5, 1),
        (10, 5, 2),
    ],
)
def test_crlf_cr_and_lf_each_end_one_line(offset: int, line: int, column: int) -> None:
    assert Position(line, column) == Source(MIXED).position(offset)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (2, "二三"), (3, "四"), (4, ""), (5, "五")]
)
def test_a_line_is_without_its_break(number: int, text: str) -> None:
    assert text == MIXED[slice(*Source(MIXED).line_span(number))]


@pytest.mark.parametrize("char", ["\f", "\v", "\x1c", "\x1e", "\u0085", "\u2028", "\u2029"])
def test_a_line_does_not_end_at(char: str) -> None:
    source = Source(f"一{char}二\n三")

    assert (Position(1, 3), Position(2, 1)) == (source.position(2), source.position(4))
    assert Span(0, 3) == source.line_span(1)


@pytest.mark.parametrize("text", ["", "一"])
def test_the_end_of_the_text_is_a_position(text: str) -> None:
    source = Source(text)

    assert Position(1, len(text) + 1) == source.position(len(text))
    assert Range(Position(1, len(text) + 1), Position(1, len(text) + 1)) == source.range(
        Span(len(text), len(text))
    )


def test_a_last_line_break_opens_an_empty_line() -> None:
    source = Source("一\n")

    assert Position(2, 1) == source.position(2)
    assert Span(2, 2) == source.line_span(2)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(Span(3, 5), Range(Position(2, 1), Position(2, 3)), id="a whole line"),
        pytest.param(Span(3, 10), Range(Position(2, 1), Position(2, 3)), id="over several lines"),
        pytest.param(Span(4, 4), Range(Position(2, 2), Position(2, 2)), id="nothing"),
        pytest.param(Span(9, 99), Range(Position(5, 1), Position(5, 2)), id="beyond the end"),
    ],
)
def test_a_range_is_cut_at_the_end_of_its_first_line(span: Span, expected: Range) -> None:
    assert expected == Source(MIXED).range(span)


LINES = st.text(alphabet="一a𠮷\r\n\f\u2028", max_size=12)


@given(LINES, st.integers(0, 12), st.integers(0, 12))
def test_a_range_never_leaves_its_line(text: str, first: int, length: int) -> None:
    source = Source(text)
    start = min(first, len(text))
    start_at, end_at = source.range(Span(start, min(start + length, len(text))))
    line = source.line_span(start_at.line)

    assert start_at.line == end_at.line
    assert start_at.column <= end_at.column <= line.end - line.start + 1


@given(LINES)
def test_every_offset_has_a_position_of_its_own(text: str) -> None:
    source = Source(text)
    positions = [source.position(offset) for offset in range(len(text) + 1)]
    offsets = [source.line_starts[line - 1] + column - 1 for line, column in positions]

    assert [*range(len(text) + 1)] == offsets
    assert sorted(set(positions)) == positions


def test_a_byte_order_mark_shifts_no_column(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF16_LE + "𠮷年".encode("utf-16-le"))
    source = read(path)

    assert Position(1, 2) == source.position(source.text.index("年"))
