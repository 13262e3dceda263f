"""Lines, and the cells that tabs, bars or the format mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.parse.layout import lay_out
from gklint.text.source import Row, Source, Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import page_of, shown_lines


def shown(text: str) -> str:
    page = page_of(text)
    numbers = [f"page   {text[slice(*span)]}\n" for span in page.page_numbers]
    return shown_lines(page.lines) + "".join(numbers)


@snippets("layout")
def test_lines_are_cut_into_cells(path: Path, agrees: Agrees) -> None:
    agrees(path, shown)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_files_end_them(end: str) -> None:
    text = end.join(["行政许可 | 75", "规章\t1\t", "", "无。", "12 | ", ""])
    page = page_of(text)

    assert "cells  [行政许可] [75]\ncells  [规章] [1] []\ntext   无。\ncells  [12]\n" == shown(text)
    assert ["行政许可 | 75", "规章\t1", "无。", "12 |"] == [
        text[slice(*line.span)] for line in page.lines
    ]


def test_each_piece_is_where_it_stands() -> None:
    text = " 规章 |  1 | |\n\t 2\t规章\t\n 无。 \n  |\n"

    pieces = [piece for line in page_of(text).lines for piece in line.pieces]

    assert [(1, "规章"), (7, "1"), (10, "")] == [(p.start, p.text) for p in pieces[:3]]
    assert [(13, ""), (15, "2"), (17, "规章"), (20, "")] == [(p.start, p.text) for p in pieces[3:7]]
    assert [(22, "无。")] == [(p.start, p.text) for p in pieces[7:]]
    assert all(text[slice(*piece.span)] == piece.text for piece in pieces)


def test_a_row_that_the_format_marks_has_the_cells_and_columns_of_the_format() -> None:
    text = "规章 | a\t 1 \t\n无。\n7\n"
    row = Row(Span(0, 11), (Span(0, 6), Span(7, 10), Span(11, 11)), (0, 2, 5))

    lines = lay_out(Source(text, rows=(row,)), text).lines

    assert "marked 0[规章 | a] 2[1] 5[]\ntext   无。\ntext   7\n" == shown_lines(lines)
    assert [(0, "规章 | a"), (8, "1"), (11, "")] == [(p.start, p.text) for p in lines[0].pieces]
    assert [True, False, False] == [line.marked for line in lines]
    assert Span(0, 11) == lines[0].span


def test_a_blank_cell_that_the_format_marks_stands_where_it_begins() -> None:
    row = Row(Span(0, 7), (Span(0, 2), Span(2, 5), Span(5, 7)), (0, 1, 2))

    (line,) = lay_out(Source("规章   12", rows=(row,)), "规章   12").lines

    assert [(0, "规章"), (2, ""), (5, "12")] == [(p.start, p.text) for p in line.pieces]


def test_a_text_without_lines_has_none() -> None:
    assert ((), ()) == page_of(" \n\t\n")


def test_columns_are_counted_however_many_cells_there_are() -> None:
    (line,) = page_of("0|" * 3000).lines

    assert 3000 == len(line.pieces)
    assert 2999 == line.columns[2999]
