"""HTML pages: what is read, where it stands in the file, and what is left out."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.errors import UnreadableFileError
from gklint.formats.html.reading import read_html
from gklint.formats.limits import Limits
from gklint.text.source import Position, Range, Span
from tests.support.sources import page, rows


def place(html: str, words: str) -> Range | None:
    """Where words of the text are found in the file."""
    source = page(html)
    start = source.text.index(words)
    return source.locate(Span(start, start + len(words))).range


def on(line: int, first: int, last: int) -> Range:
    return Range(Position(line, first), Position(line, last))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二\n"),
        ("<p>一<p>二", "一\n二\n"),
        ("<h2>一</h2>二<div>三</div>四", "一\n二\n三\n四\n"),
        ("<p><span>年</span><b>报</b></p>", "年报\n"),
        ("<p>一<br>二<br/>三</p>", "一\n二\n三\n"),
        ("<ul><li>一<li>二</ul>", "一\n二\n"),
        ("<p>a&nbsp;b&#12288;c&#x4e00;&amp;&lt;</p>", "a\u00a0b\u3000c一&<\n"),
        ("<p>一\r\n二</p>", "一  二\n"),
        ("<p>一\n          二</p>", "一 二\n"),
        ("<p>a < b</p>", "a < b\n"),
        ("<p>一<!-- 二 --><!>三</p>", "一三\n"),
        ("<p>&unknown; &</p>", "&unknown; &\n"),
        ('<p title="a>b">一</p>', "一\n"),
        ('<p class="a>一', "一\n"),
        ("", ""),
        ("<p></p><p> &nbsp; </p>", ""),
    ],
)
def test_running_text_is_read_in_paragraphs(html: str, text: str) -> None:
    assert text == page(html).text


@pytest.mark.parametrize(
    "html",
    [
        "<script>if (a<b) document.write('<p>二</p>')</script>",
        "<style>p{content:'二'}</style>",
        "<head><title>二</title></head>",
        "<nav><p>二</p></nav>",
        '<div style="display: none"><div>二</div></div>',
        "<span hidden>二</span>",
        '<p style="color:red;mso-hide:all">二</p>',
        "<select><option>二<option>三</select>",
        "<textarea><p>二</textarea>",
        "<!-- <p>二</p> -->",
    ],
)
def test_what_a_browser_does_not_show_as_text_is_left_out(html: str) -> None:
    assert "一\n三\n" == page(f"<p>一</p>{html}<p>三</p>").text


def test_a_class_that_is_called_hidden_hides_nothing() -> None:
    assert "一\n" == page('<div class="hidden-xs" aria-hidden="false">一</div>').text


# -- tables ----------------------------------------------------------------------------------


def test_a_cell_stands_once_in_the_first_row_that_it_spans() -> None:
    source = page(
        "<table><tr><td rowspan=2>甲</td><td colspan='2'>乙</td></tr>"
        "<tr><td>1</td><td>&nbsp;</td></tr></table>"
    )

    assert [["甲", "乙"], ["1", ""]] == rows(source)
    assert [(0, 1), (1, 2)] == [row.columns for row in source.rows]


def test_end_tags_of_cells_and_rows_may_be_left_out() -> None:
    html = "<table><thead><tr><th>甲<th>乙<tbody><tr><td>1<td>2<tr><td>3<td>4</table>后"
    source = page(html)

    assert [["甲", "乙"], ["1", "2"], ["3", "4"]] == rows(source)
    assert source.text.endswith("后\n")


def test_a_row_may_begin_without_its_tag() -> None:
    assert [["1", "2"]] == rows(page("<table><td>1<td>2</table>"))


def test_a_cell_is_one_line_whatever_stands_in_it() -> None:
    html = "<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td></tr></table>"

    assert "商业 企业\t科研 机构\n" == page(html).text


def test_an_end_tag_in_a_cell_closes_nothing_outside_of_it() -> None:
    html = "<div><table><tr><td>1</div></p></td><td>2</td></tr></table></div>"

    assert [["1", "2"]] == rows(page(html))


def test_text_between_the_cells_stands_before_the_table() -> None:
    assert "前\n1\n" == page("<table>前<tr><td>1</td></tr></table>").text


def test_a_caption_stands_before_the_table() -> None:
    assert "表一\n1\n" == page("<table><caption>表一</caption><tr><td>1</table>").text


def test_tables_within_a_row_stand_beside_each_other() -> None:
    inner = "<table><tr><td>0<td>1</table>"

    assert [["规章", "0", "1"]] == rows(page(f"<table><tr><td>规章<td>{inner}</table>"))


def test_a_table_that_lays_out_the_page_is_none() -> None:
    article = f"<p>一、总体情况</p><p>{'全年主动公开政府信息。' * 9}</p><table><tr><td>0</table>"
    source = page(f"<table><tr><td>栏目</td><td>{article}</td></tr></table>")

    assert [["0"]] == rows(source)
    assert ["栏目", "一、总体情况"] == source.text.split("\n")[:2]


# -- places ----------------------------------------------------------------------------------


def test_a_place_is_line_and_column_of_the_file() -> None:
    html = "<html>\r\n<body>\n  <p>年<b>度</b>报告</p>"

    assert on(3, 6, 7) == place(html, "年")
    assert on(3, 10, 11) == place(html, "度")
    assert on(3, 6, 17) == place(html, "年度报告")


def test_an_entity_is_one_character_with_the_place_of_all_of_it() -> None:
    assert on(1, 5, 12) == place("<p>一&#8226;二", "•")
    assert on(1, 12, 13) == place("<p>一&#8226;二", "二")


def test_what_follows_many_blanks_has_its_own_place() -> None:
    assert on(2, 9, 10) == place("<p>一\n        二</p>", "二")


def test_an_empty_cell_stands_behind_its_start_tag() -> None:
    source = page("<table>\n<tr><td>规章</td>\n<td>\n</tr></table>")

    assert on(3, 5, 5) == source.locate(source.rows[0].cells[1]).range


def test_lines_beyond_65535_are_counted() -> None:
    assert on(70_001, 4, 5) == place("\n" * 70_000 + "<p>一", "一")


def test_columns_count_code_points() -> None:
    assert on(1, 6, 7) == place("<p>𠮷𠮷一", "一")


def test_a_byte_order_mark_is_no_column() -> None:
    source = read_html("\ufeff<p>一".encode(), None, Limits())

    assert on(1, 4, 5) == source.locate(Span(0, 1)).range


# -- encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("big5", "big5"),
        ("nonsense", "gb18030"),
    ],
)
def test_the_encoding_is_told_by_the_bytes_before_the_declaration(
    declared: str, encoding: str
) -> None:
    html = f'<meta charset="{declared}"><p>政府信息公開'
    html = html if encoding == "big5" else html.replace("開", "开㐂" if "8" in encoding else "开")
    source = read_html(html.encode(encoding), None, Limits())

    assert source.text.startswith("政府信息公")
    assert "\ufffd" not in source.text


def test_a_cut_character_in_a_description_is_no_reason_to_refuse_a_page() -> None:
    head = b'<meta charset="utf-8"><meta name="description" content="' + "信".encode()[:2]
    data = head + b'"><p>' + "政府信息公开。".encode() * 60

    assert read_html(data, None, Limits()).text.startswith("政府信息公开。")


# -- bounds ------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 10_000, "over-depth"),
        ("<table><tr><td>" * 50, "over-depth"),
        ("<table></table>" * 1001, "over-tables"),
        ("<p>a" * 100_001, "over-pieces"),
        ("a" * (10 * 1024 * 1024 + 1), "over-text"),
    ],
)
def test_a_page_beyond_all_measure_is_refused(html: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        page(html)

    assert reason == caught.value.reason


@pytest.mark.parametrize("part", ["<", "<!--", '<a "', "&", "<script>", "</div>", "<td ", "\n"])
def test_time_grows_no_faster_than_the_page(part: str) -> None:
    small, large = _seconds(part * 20_000), _seconds(part * 200_000)

    assert large < 60 * max(
        small, 0.002
    )  # tenfold in theory; a quadratic reader takes a hundredfold


def _seconds(html: str) -> float:
    started = time.process_time()
    page(html)
    return time.process_time() - started


PIECES = re.findall(
    r"<[^<>]*>|&nbsp;|.",
    "<p></p><div></div><table></table><tr><td></td><td colspan=3><td rowspan=2><br>一0"
    '&nbsp;<b></b><script></script><ul><li></ul><!----><nav></nav>"<> \n',
    re.DOTALL,
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_page_is_read_and_every_character_has_its_place(pieces: list[str]) -> None:
    html = "".join(pieces)
    source = page(html)

    for offset, char in enumerate(source.text):
        found = source.locate(Span(offset, offset + 1)).range
        assert found is not None
        start, end = (
            source.file.line_starts[at.line - 1] + at.column - 1 for at in (found.start, found.end)
        )
        if char in '一0<>"':
            assert html[start:end] == char
    for row in source.rows:
        assert source.text[row.span.end] == "\n"
        assert all(row.span.start <= first <= last <= row.span.end for first, last in row.cells)
