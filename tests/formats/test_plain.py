"""Bytes to text: encodings, and what is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.plain import decode, read_text
from gklint.formats.reading import read
from gklint.text.source import Source
from tests.support.checking import refusal

MAX_BYTES = Limits().bytes("text")
TEXT = "青石县水务局2023年\n一、总体情况 𠮷\n"
LONG = "青石县水务局全年公开水库调度和供水停水信息。" * 12


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="utf-16-le with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16-be with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(TEXT.encode("gb18030"), id="gb18030 with four bytes"),
    ],
)
def test_every_encoding_gives_the_same_text_without_mark(data: bytes) -> None:
    assert TEXT == decode(data)


@pytest.mark.parametrize("encoding", ["gbk", "gb2312", "gb18030", "utf-8"])
def test_older_chinese_encodings_are_read(encoding: str) -> None:
    assert LONG == decode(LONG.encode(encoding))


def test_nothing_is_text_too() -> None:
    assert "" == decode(b"")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_alone_is_an_empty_text(mark: bytes) -> None:
    assert "" == decode(mark)


def test_only_the_first_mark_is_taken_off() -> None:
    assert "\ufeff年报" == decode(codecs.BOM_UTF8 * 2 + "年报".encode())


def test_line_breaks_are_kept_as_they_are() -> None:
    assert "一\r\n二\r三\n" == decode("一\r\n二\r三\n".encode())


def test_some_control_codes_are_no_reason_to_refuse_a_text() -> None:
    text = "青石县\x0c水务局\x07\x08年报\x1b[31m"

    assert text == decode(text.encode())


# -- what is no text -------------------------------------------------------------------------


DAMAGED = LONG.encode() + b"\n" + LONG.encode() + b"\xff\xfe\xff" + LONG.encode()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(DAMAGED, 2, id="bytes in utf-8 that cannot be there"),
        pytest.param(f"{LONG}\n\n".encode() + LONG.encode()[:-1], 3, id="utf-8 cut off"),
        pytest.param("一\n二\n三".encode("gbk")[:-1], 3, id="gbk cut off"),
        pytest.param(codecs.BOM_UTF8 + b"a\nb\n\xe4\xb8", 3, id="utf-8 with mark cut off"),
        pytest.param(
            codecs.BOM_UTF16_LE + "甲\n乙\n".encode("utf-16-le") + b"\x00\xd8\x41\x00",
            3,
            id="utf-16-le with half a pair",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + "上年\n上级\n".encode("utf-16-le") + b"\x00\xd8\x41\x00",
            3,
            id="utf-16-le with a byte in a character that is no line break (上 is 0A 4E)",
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + "甲\n乙".encode("utf-16-be") + b"\x4e",
            2,
            id="utf-16-be with half a character",
        ),
        pytest.param(DAMAGED.replace(b"\n", b"\r\n"), 2, id="after CRLF"),
        pytest.param(DAMAGED.replace(b"\n", b"\r"), 2, id="after CR"),
    ],
)
def test_a_damaged_text_is_refused_with_its_line(data: bytes, line: int) -> None:
    assert ("undecodable", {"line": line}) == refusal(decode, data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02", id="a picture"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(1, 9)) * 40, id="control codes"),
        pytest.param(b"GIF89a" + b"\x00\x01\x02" * 41, id="odd number of bytes with zeros"),
        pytest.param("年报".encode() + b"\x00" + LONG.encode(), id="one zero in utf-8"),
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    assert ("binary", {}) == refusal(decode, data)


def test_the_largest_text_is_read() -> None:
    assert MAX_BYTES == len(read_text(b"a" * MAX_BYTES, None, Limits()).text)


def test_one_byte_more_is_too_large() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_text(b"a" * (MAX_BYTES + 1), None, Limits())

    assert ("over-text", {"found": 11, "limit": 10}) == (caught.value.reason, caught.value.detail)


# -- files -----------------------------------------------------------------------------------


def unread(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read(path)
    return caught.value


def test_a_file_is_read_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(codecs.BOM_UTF8 + "青石县\r\n年报".encode())

    assert Source("青石县\r\n年报", str(path)) == read(path)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    error = unread(path)

    assert ("over-text", {"found": 11, "limit": 10}) == (error.reason, error.detail)


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    error = unread(tmp_path / "missing.txt")

    assert ("unreadable", "No such file or directory") == (error.reason, error.detail["error"])


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    assert "folder" == unread(tmp_path).reason
