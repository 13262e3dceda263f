"""Values that stand on lines of their own."""

from __future__ import annotations

from pathlib import Path

from gklint.parse.layout import lay_out
from gklint.text.source import Row, Source, Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import page_of, shown_text, tokens_of


@snippets("cells")
def test_values_on_lines_of_their_own_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)


def test_values_on_lines_of_their_own_stand_in_no_column() -> None:
    text = "二、主动公开政府信息情况\n信息内容\n本年制发件数\n规章\n1\n2\n行政许可\n3 4 5\n"
    *_, regulations, licences = tokens_of(page_of(text).lines)

    assert ([-1, -1], [-1, -1, -1]) == (regulations.columns, licences.columns)


def test_between_rows_that_the_format_marks_a_number_is_that_of_a_page() -> None:
    text = "规章1\n7\n许可2\n"
    rows = (
        Row(Span(0, 3), (Span(0, 2), Span(2, 3)), (0, 1)),
        Row(Span(6, 9), (Span(6, 8), Span(8, 9)), (0, 1)),
    )

    regulations, _ = tokens_of(lay_out(Source(text, rows=rows), text).lines)

    assert ["1"] == [cell.text for cell in regulations.cells]
