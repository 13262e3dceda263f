"""Pages saved as one file."""

from __future__ import annotations

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.reading import take
from gklint.text.source import Place, Span
from tests.support.other_formats import mhtml

PAGE = "<!DOCTYPE html>\n<html><body><p>一、总体情况</p></body></html>"
TABLES = "<p>甲</p><table><tr><td>1<td>2<tr><td>3</table><p>乙<table><tr><td>4</table>"


@pytest.mark.parametrize("name", ["年报.mht", "年报.mhtml", "年报.doc"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_page_saved_as_one_file_is_read_with_places_as_in_word(name: str, charset: str) -> None:
    source = take(mhtml(TABLES, charset), name)
    starts = [source.text.index(text) for text in "甲123乙4"]

    assert "甲\n1\t2\n3\n乙\n4\n" == source.text.replace(" \n", "\n")
    assert [
        Place(paragraph=1),
        Place(table=1, row=1, cell=1),
        Place(table=1, row=1, cell=2),
        Place(table=1, row=2, cell=1),
        Place(paragraph=2),
        Place(table=2, row=1, cell=1),
    ] == [source.locate(Span(start, start + 1)).place for start in starts]


def test_a_page_may_be_all_that_is_in_the_file() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()

    assert "一、总体情况\n" == take(data, "年报.mht").text


def test_a_file_without_its_page_is_damaged() -> None:
    data = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n\ntext\n--x--'
    with pytest.raises(UnreadableFileError) as caught:
        take(data, "年报.mht")

    assert ("damaged", {"kind": "mht"}) == (caught.value.reason, caught.value.detail)


def test_a_page_of_too_many_parts_is_not_read() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        take(mhtml(PAGE), "年报.mht", Limits(entries=1))

    assert "over-entries" == caught.value.reason


# -- frames --------------------------------------------------------------------------


def saved(*parts: tuple[str, str]) -> bytes:
    """A file of pages, each with a further header."""
    pages = "".join(
        f"\n--x\nContent-Type: text/html; charset=utf-8\n{header}\n\n{text}"
        for header, text in parts
    )
    return (
        f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n{pages}\n--x--'.encode()
    )


def frame(source: str) -> str:
    return f'<p>前</p><iframe width="9" src="{source}"></iframe><p>后</p>'


@pytest.mark.parametrize(
    ("header", "source"),
    [
        ("Content-ID: <a1@b>", "cid:a1@b"),
        (
            "Content-Location: https://example.org/t.html?a=1&b=2",
            "https://example.org/t.html?a=1&amp;b=2",
        ),
    ],
)
def test_what_is_shown_in_a_frame_stands_in_its_place(header: str, source: str) -> None:
    data = saved(("", frame(source)), (header, "<html><body><p>中</p></body></html>"))

    assert "前\n中\n后\n" == take(data, "年报.mht").text


def test_frames_within_frames_are_shown_once_each() -> None:
    data = saved(
        ("", frame("cid:a")),
        ("Content-ID: <a>", f"<p>甲</p>{frame('cid:b')}"),
        ("Content-ID: <b>", f"<p>乙</p>{frame('cid:a')}"),
    )

    assert "前\n甲\n前\n乙\n前\n后\n后\n后\n" == take(data, "年报.mht").text


def test_a_frame_that_is_not_in_the_file_shows_nothing() -> None:
    data = saved(("", frame("cid:a")), ("Content-ID: <b>", "<p>别的</p>"))

    assert "前\n后\n" == take(data, "年报.mht").text
