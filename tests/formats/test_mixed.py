"""Text and Markdown with tables in HTML."""

from __future__ import annotations

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import take
from gklint.text.source import Position, Range, Source, Span
from tests.support.sources import rows

TABLE = "<table>\n<tr><td>行政许可</td>\n<td colspan=3>12</td></tr>\n</table>"


def read(text: str, limits: Limits | None = None) -> Source:
    return take(text.encode(), "年报.md", limits or Limits())


def where(source: Source, words: str) -> Range | None:
    start = source.text.index(words)
    return source.locate(Span(start, start + len(words))).range


def on(line: int, first: int, last: int) -> Range:
    return Range(Position(line, first), Position(line, last))


def test_a_table_in_html_is_a_table_and_the_lines_around_it_stay_as_they_are() -> None:
    source = read(f"## 二、主动公开\r\n\n{TABLE}\n\n| 规章 | 0 |\n尾")

    assert "## 二、主动公开\n\n行政许可\t12\n\n\n| 规章 | 0 |\n尾\n" == source.text
    assert [["行政许可", "12"]] == rows(source)


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("二、主动", 1, 4), ("行政许可", 4, 9), ("12", 5, 15), ("规章", 8, 3), ("尾", 9, 1)],
)
def test_everything_has_its_place_in_the_file(words: str, line: int, column: int) -> None:
    source = read(f"## 二、主动公开\r\n\n{TABLE}\n\n| 规章 | 0 |\n尾")

    assert on(line, column, column + len(words)) == where(source, words)


def test_a_table_within_a_table_ends_neither() -> None:
    inner = "<table><tr><td>1<td>2</table>"
    source = read(f"<TABLE><tr><td>甲<td>{inner}</TABLE>\n后文")

    assert source.text.endswith("后文\n")
    assert source.text.count("\t") == 2


def test_a_table_without_an_end_goes_on_to_the_end() -> None:
    assert [["甲", "1"], ["乙", "2"]] == rows(read("<table><tr><td>甲<td>1<tr><td>乙<td>2"))


def test_a_table_in_a_comment_is_none() -> None:
    source = read(f"甲\n<!-- {TABLE} -->\n<table><tr><td>乙<td>1</table>")

    assert [["乙", "1"]] == rows(source)


def test_too_many_tables_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(
            "<table><tr><td>1</table>\n<table>\n<tr><td><table><tr><td>2</table></table>",
            Limits(tables=1),
        )

    assert "over-tables" == caught.value.reason
