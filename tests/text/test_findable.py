"""Places for people in pages whose source lines tell little."""

from __future__ import annotations

from gklint.formats.html.reading import read_html
from gklint.formats.limits import DEFAULT
from gklint.text.source import Place, Source, Span

SENTENCES = "本局高度重视信息公开。" * 30
PAGE = (
    f"<html><body><p>首段</p><p>{SENTENCES}全年新收申请八件；其中办结五件。</p>"
    "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></body></html>"
)


def source(page: str) -> Source:
    return read_html(page.encode(), None, DEFAULT)


def place(page: str, words: str) -> Place | None:
    found = source(page)
    at = found.text.index(words)
    return found.findable(Span(at, at + len(words))).place


def test_in_a_page_of_one_line_cells_and_sentences_are_counted() -> None:
    assert Place(table=1, row=2, cell=2) == place(PAGE, "丁")
    assert Place(paragraph=2, words="全年新收申请八件；其中办结五件。") == place(PAGE, "八件")
    assert Place(paragraph=2, words="其中办结五件。") == place(PAGE, "五件")
    assert Place(paragraph=1, words="首段") == place(PAGE, "首段")


def test_a_long_sentence_is_cut() -> None:
    words = "各科室" * 20

    assert f"{words[:20]}…" == getattr(place(PAGE.replace("首段", words), words), "words", None)


def test_the_lines_of_the_source_still_say_where_it_is() -> None:
    found = source(PAGE)
    at = found.text.index("丁")
    span = Span(at, at + 1)

    assert found.locate(span).range == found.findable(span).range
    assert None is found.locate(span).place


def test_where_lines_tell_enough_nothing_is_counted() -> None:
    lines = PAGE.replace("<p>", "\n<p>").replace("<tr>", "\n<tr>")

    assert [None] * 3 == [place(lines, words) for words in ("首段", "八件", "丁")]
    assert None is place("<p>一</p><p>二</p>", "二")
