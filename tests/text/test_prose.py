"""Lines joined to running text, each character with its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.prose import squeeze
from gklint.text.source import Span


def test_prose_joins_lines_without_blanks_and_emphasis() -> None:
    text = "  未收 到\n政府**信息**\r\n申请"
    lines = [Span(0, 6), Span(7, 15), Span(17, 19)]

    assert "未收到政府信息申请" == squeeze(text, lines).text


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [("未收到", "未收 到"), ("到政", "到\n 政"), ("申请", "申请"), ("信息申", "信息\r\n申")],
)
def test_a_span_of_prose_is_what_the_original_prints(wanted: str, printed: str) -> None:
    text = " 未收 到\n 政府信息\r\n申请"
    prose = squeeze(text, [Span(0, 5), Span(6, 11), Span(13, 15)])
    start = prose.text.index(wanted)

    assert printed == text[slice(*prose.span(start, start + len(wanted)))]


def lines_of(text: str) -> list[Span]:
    ends = [0, *(at + 1 for at, char in enumerate(text) if char == "\n"), len(text)]
    return [Span(*pair) for pair in pairwise(ends)]


PROSE = st.text(alphabet="申请 件*\n\t。5", max_size=30)


@given(PROSE)
def test_every_character_of_prose_is_the_original_one(text: str) -> None:
    prose = squeeze(text, lines_of(text))

    assert prose.text == "".join(text[prose.origin(at)] for at in range(len(prose.text)))
    assert "".join(char for char in text if char not in " *\n\t") == prose.text


@pytest.mark.slow
@given(PROSE, st.data())
def test_a_span_maps_to_first_and_last_character_exactly(text: str, data: st.DataObject) -> None:
    prose = squeeze(text, lines_of(text))
    start = data.draw(st.integers(0, len(prose.text)))
    end = data.draw(st.integers(start, len(prose.text)))
    span = prose.span(start, end)
    inner = text[slice(*span)]

    assert prose.text[start:end] == "".join(char for char in inner if char not in " *\n\t")
    assert inner == inner.strip(" *\n\t")


def test_a_span_of_empty_prose_is_the_beginning() -> None:
    assert Span(0, 0) == squeeze("  \n", [Span(0, 3)]).span(0, 0)
