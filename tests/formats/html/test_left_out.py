"""Web pages: what a person does not read as text, and what is read though it is no text."""

from __future__ import annotations

import pytest

from gklint.text.source import Position, Range, Span
from tests.support.sources import page, rows

TABLE = "<table><tr><td>（一）予以公开<td>{}<td>0</table>"


@pytest.mark.parametrize("tag", ["del", "s", "strike", "DEL"])
def test_what_is_struck_through_is_left_out_and_noted(tag: str) -> None:
    html = TABLE.format(f"<{tag}>9</{tag}>6")
    source = page(html)

    assert ([["（一）予以公开", "6", "0"]], (Span(8, 8),)) == (rows(source), source.left_out)
    behind = Position(1, html.index("6") + 1)
    assert Range(behind, behind) == source.locate(Span(8, 8)).range


@pytest.mark.parametrize("mark", ["1", "12", "[1]", "（2）", "注1", "*", "①", " 1 "])
def test_the_mark_of_a_note_at_a_number_is_left_out(mark: str) -> None:
    source = page(TABLE.format(f"22<sup>{mark}</sup>"))

    assert ([["（一）予以公开", "22", "0"]], 1) == (rows(source), len(source.left_out or ()))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>面积22<sup>2</sup>米</p>", "面积222米\n"),
        (TABLE.format("<sup>1</sup>22"), "（一）予以公开\t122\t0\n"),
        (TABLE.format("22<sup>另有说明</sup>"), "（一）予以公开\t22另有说明\t0\n"),
        (TABLE.format("<sub>1</sub>22"), "（一）予以公开\t122\t0\n"),
    ],
    ids=["in running text", "before a number", "words", "subscript"],
)
def test_what_may_be_meant_is_kept(html: str, text: str) -> None:
    source = page(html)

    assert (text, ()) == (source.text, source.left_out)


def test_what_is_read_above_characters_is_no_text() -> None:
    assert "青石县\n" == page("<p><ruby>青<rp>(</rp><rt>qīng</rt><rp>)</rp></ruby>石县</p>").text


@pytest.mark.parametrize("kind", ["", "type=text", 'type="number"', "type='TEL'"])
def test_what_stands_in_a_field_is_text(kind: str) -> None:
    source = page(TABLE.format(f'<input {kind} value="15">'))

    assert [["（一）予以公开", "15", "0"]] == rows(source)


@pytest.mark.parametrize(
    "field",
    [
        '<input type="hidden" value="15">',
        '<input type="button" value="查询">',
        '<input type="checkbox" value="on">',
        "<input>",
        '<input style="display:none" type=submit value="15">',
    ],
)
def test_what_cannot_be_filled_in_is_none(field: str) -> None:
    assert [["（一）予以公开", "", "0"]] == rows(page(TABLE.format(field)))
