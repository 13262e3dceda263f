"""Lines of several cells: labels, each with its values."""

from __future__ import annotations

from pathlib import Path

from gklint.parse.layout import lay_out
from gklint.text.source import Row, Source, Span
from tests.parse.conftest import Agrees
from tests.support.snippets import snippets
from tests.support.tokens import shown_text, tokens_of


@snippets("rows")
def test_lines_of_several_cells_are_read(path: Path, agrees: Agrees) -> None:
    agrees(path, shown_text)


def test_a_blank_row_that_the_format_marks_holds_no_values() -> None:
    text = "规章1\n  \n"
    rows = (
        Row(Span(0, 3), (Span(0, 2), Span(2, 3)), (0, 1)),
        Row(Span(4, 6), (Span(4, 5), Span(5, 6)), (0, 1)),
    )

    (regulations,) = tokens_of(lay_out(Source(text, rows=rows), text).lines)

    assert ["1"] == [cell.text for cell in regulations.cells]
