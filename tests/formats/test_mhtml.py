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
