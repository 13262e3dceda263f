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


@pytest.mark.parametrize(
    "tag",
    [
        '<span style="text-decoration:line-through">',
        "<span lang=EN-US style='color:red;TEXT-DECORATION: underline line-through'>",
        '<font style="text-decoration-line:line-through">',
        '<span class="a msoDel">',
        "<span class=msoDel>",
    ],
)
def test_styles_and_classes_strike_through_too(tag: str) -> None:
    sheet = "<style>p.b, span.msoDel\n\t{text-decoration:line-through;}</style>"
    source = page(sheet + TABLE.format(f"{tag}9</{tag[1:5]}>6"))

    assert ([["（一）予以公开", "6", "0"]], 1) == (rows(source), len(source.left_out or ()))


@pytest.mark.parametrize(
    "style",
    [
        "text-decoration:underline",
        "text-decoration:none;color:red",
        "font-size:0.9em",
        "opacity:0.8",
    ],
)
def test_other_styles_leave_nothing_out(style: str) -> None:
    source = page(TABLE.format(f'<span style="{style}">9</span>6'))

    assert ([["（一）予以公开", "96", "0"]], ()) == (rows(source), source.left_out)


@pytest.mark.parametrize(
    "style", ["visibility:hidden", "font-size:0", "font-size: 0pt;", "opacity:0"]
)
def test_what_styles_hide_is_no_text(style: str) -> None:
    source = page(TABLE.format(f'<span style="{style}">9</span>6'))

    assert ([["（一）予以公开", "6", "0"]], ()) == (rows(source), source.left_out)


# -- white on white ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    [
        "6<font color=white>9</font>",
        '<font color="#FFFFFF">9</font>6',
        '6<span style="color: #fff">9<b>9</b></span>',
        "<span style='color:rgb(255, 255, 255)'><span>9</span>9</span>6",
    ],
)
def test_white_text_beside_other_text_is_left_out_and_noted(cell: str) -> None:
    source = page(TABLE.format(cell))

    assert [["（一）予以公开", "6", "0"]] == rows(source)
    assert source.left_out


@pytest.mark.parametrize(
    "cell",
    [
        "<font color=white>96</font>",
        '9<span style="color:white;background:#333">6</span>',
        '9<span style="background-color:white">6</span>',
        '9<font color="#ffffffee">6</font>',
    ],
    ids=["all of it", "on a ground of its own", "a white ground", "no such colour"],
)
def test_white_text_that_may_be_seen_is_text(cell: str) -> None:
    source = page(TABLE.format(cell))

    assert ([["（一）予以公开", "96", "0"]], ()) == (rows(source), source.left_out)


def test_white_that_is_not_ended_ends_with_its_cell() -> None:
    source = page(TABLE.format("<font color=white>9<td>6<b>5</b>"))

    assert ([["（一）予以公开", "9", "65", "0"]], ()) == (rows(source), source.left_out)


# -- marks of notes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n1'>[1]</a></sup>",
        '<span style="vertical-align:super"><span lang=EN-US>1</span></span>',
        "<span class=MsoFootnoteReference>1</span>",
    ],
)
def test_marks_of_notes_are_lifted_by_other_means_too(mark: str) -> None:
    sheet = "<style>span.MsoFootnoteReference {vertical-align:super;}</style>"
    source = page(sheet + TABLE.format(f"22{mark}"))

    assert ([["（一）予以公开", "22", "0"]], 1) == (rows(source), len(source.left_out or ()))


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


def test_what_stands_in_a_larger_field_of_a_cell_is_text() -> None:
    source = page(TABLE.format("<textarea rows=1>1&#53;</textarea>"))

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
