"""Encodings of files: found again from text and bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.text.coding import Coding, coding_of
from tests.support.generated import SOME

WRITTEN = {
    "utf-8": ("utf-8", b""),
    "utf-8-sig": ("utf-8", b"\xef\xbb\xbf"),
    "gb18030": ("gb18030", b""),
    "gbk": ("gb18030", b""),
    "gb2312": ("gb18030", b""),
    "utf-16-le": ("utf-16-le", b""),
    "utf-16-be": ("utf-16-be", b""),
    "utf-16": ("utf-16-le", b"\xff\xfe"),
    "big5": ("big5hkscs", b""),
    "ascii": ("ascii", b""),
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_the_encoding_of_a_file_is_found_again(encoding: str) -> None:
    text = "a\r\nb" if encoding == "ascii" else "一、文字\r\n2\r"

    assert Coding(*WRITTEN[encoding]) == coding_of(text.encode(encoding), text)


@SOME
@given(st.text(min_size=1), st.sampled_from(sorted(WRITTEN)), st.text())
def test_whatever_the_text_its_coding_gives_back_the_bytes_and_holds_the_rest(
    text: str, encoding: str, new: str
) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    coding = coding_of(data, text)

    assert coding is not None
    assert data == coding.encode(text)
    if coding.holds(new):
        assert data + new.encode(coding.name) == coding.encode(text + new)


def test_bytes_that_a_text_does_not_give_back_have_no_coding() -> None:
    damaged = "文字".encode() + b"\xff"

    assert None is coding_of(damaged, damaged.decode("utf-8", "replace"))
    assert None is coding_of(b"\xa2\xcc", b"\xa2\xcc".decode("big5hkscs", "replace") + "x")


def test_a_page_in_ascii_is_not_given_characters_in_utf_8() -> None:
    coding = coding_of(b'<meta charset=gb2312>&#20844;"', '<meta charset=gb2312>&#20844;"')

    assert Coding("ascii") == coding
    assert not coding.holds("“")
