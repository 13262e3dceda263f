"""Positions of the protocol and offsets."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from gklint.lsp.positions import (
    carried,
    changed,
    file_span,
    offset_of,
    position_of,
    range_of,
    span_of,
)
from gklint.render.lsp import UNITS
from gklint.text.source import Places, Source, Span

TEXT = "表𠮷三\r\n| é |\r二\n"
TEXTS = st.text(alphabet="a表𠮷é|\r\n\u2028\x0c", max_size=30)


@pytest.mark.parametrize(
    ("units", "character"), [("utf-8", 3 + 4), ("utf-16", 1 + 2), ("utf-32", 2)]
)
def test_columns_are_counted_in_units_of_the_encoding(units: str, character: int) -> None:
    file = Source(TEXT)

    assert types.Position(0, character) == position_of(TEXT.index("三"), file, units)
    assert TEXT.index("三") == offset_of(types.Position(0, character), file, units)


@pytest.mark.parametrize(("line", "offset"), [(0, 0), (1, 5), (2, 11), (3, 13)])
def test_lines_end_at_any_line_break(line: int, offset: int) -> None:
    assert offset == offset_of(types.Position(line, 0), Source(TEXT), "utf-16")
    assert types.Position(line, 0) == position_of(offset, Source(TEXT), "utf-16")


@pytest.mark.parametrize("units", UNITS)
@pytest.mark.parametrize(
    ("position", "offset"),
    [
        pytest.param(types.Position(0, 999), 3, id="behind the end of a line"),
        pytest.param(types.Position(9, 0), len(TEXT), id="behind the last line"),
        pytest.param(types.Position(2**31 - 1, 2**31 - 1), len(TEXT), id="far behind"),
    ],
)
def test_a_position_outside_is_the_nearest_one(
    position: types.Position, offset: int, units: str
) -> None:
    assert offset == offset_of(position, Source(TEXT), units)


@pytest.mark.parametrize(("units", "character"), [("utf-8", 5), ("utf-16", 2)])
def test_a_position_within_a_character_is_its_beginning(units: str, character: int) -> None:
    assert 1 == offset_of(types.Position(0, character), Source(TEXT), units)


@given(TEXTS, st.sampled_from([*UNITS]))
def test_each_offset_comes_back_from_its_position(text: str, units: str) -> None:
    file = Source(text)
    inside = [n for n in range(len(text) + 1) if text[n - 1 : n + 1] != "\r\n" or not n]

    assert inside == [offset_of(position_of(n, file, units), file, units) for n in inside]


def test_a_span_over_lines_comes_back_from_its_range() -> None:
    span = Span(2, 9)

    assert span == span_of(range_of(span, Source(TEXT), "utf-16"), Source(TEXT), "utf-16")


def test_a_range_that_is_turned_around_is_empty() -> None:
    turned = types.Range(types.Position(2, 0), types.Position(0, 1))

    assert Span(11, 11) == span_of(turned, Source(TEXT), "utf-16")


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from([*UNITS]))
def test_a_change_of_a_part_is_made_in_any_encoding(
    head: str, old: str, tail: str, new: str, units: str
) -> None:
    text = head + old + tail
    hypothesis.assume("\r\n" not in (head[-1:] + (old + tail)[:1], (head + old)[-1:] + tail[:1]))
    span = Span(len(head), len(head + old))
    part = types.TextDocumentContentChangePartial(range_of(span, Source(text), units), new)

    assert head + new + tail == changed(text, part, units)


def test_a_change_of_all_is_the_new_text() -> None:
    whole = types.TextDocumentContentChangeWholeDocument("新")

    assert "新" == changed(TEXT, whole, "utf-16")


def test_a_file_without_lines_has_no_spans() -> None:
    assert None is file_span(Span(0, 1), Source("a", where=Places()))


@pytest.mark.parametrize(
    ("before", "after", "offset", "expected"),
    [
        pytest.param("abcdef", "abcdef", 4, 4, id="the same"),
        pytest.param("abcdef", "abXcdef", 1, 1, id="before what is new"),
        pytest.param("abcdef", "abXcdef", 2, None, id="what is new"),
        pytest.param("abcdef", "abXcdef", 3, 2, id="behind what is new"),
        pytest.param("abcdef", "abef", 3, 5, id="behind what is gone"),
        pytest.param("abcdef", "abXcdef", 7, 6, id="the end"),
        pytest.param("", "a", 0, None, id="was empty"),
        pytest.param("a", "", 0, 1, id="is empty"),
        pytest.param("aa", "aaa", 2, 1, id="the same again"),
    ],
)
def test_a_place_is_found_again_in_the_older_text(
    before: str, after: str, offset: int, expected: int | None
) -> None:
    assert expected == carried(offset, after, before)


@given(TEXTS, TEXTS, TEXTS, st.integers(0, 40))
def test_what_is_found_again_is_the_same_character(
    head: str, tail: str, new: str, offset: int
) -> None:
    before, after = head + tail, head + new + tail
    found = carried(min(offset, len(after)), after, before)

    assert found is None or before[found : found + 1] in ("", after[offset : offset + 1])
