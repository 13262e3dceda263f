"""Bytes to text, and offsets to lines, columns and UTF-16 units."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits
from gklint.formats.plain import decode, read_text
from gklint.formats.reading import read
from gklint.text.source import Position, Range, Source, Span

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


def refusal(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableFileError) as caught:
        decode(data)
    return caught.value.reason, caught.value.detail


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
    assert ("undecodable", {"line": line}) == refusal(data)


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
    assert ("binary", {}) == refusal(data)


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


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, name: str) -> None:
    error = unread(tmp_path / name)

    assert "unreadable" == error.reason
    assert error.detail["error"] in ("No such file or directory", "Is a directory")


# -- positions -------------------------------------------------------------------------------

MIXED = "一\r\n二三\r四\n\n五"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (1, 1, 2),
        (3, 2, 1),
        (4, 2, 2),
        (5, 2, 3),
        (6, 3, 1),
        (8, 4, 1),
        (9, 5, 1),
        (10, 5, 2),
    ],
)
def test_crlf_cr_and_lf_each_end_one_line(offset: int, line: int, column: int) -> None:
    assert Position(line, column) == Source(MIXED).position(offset)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (2, "二三"), (3, "四"), (4, ""), (5, "五")]
)
def test_a_line_is_without_its_break(number: int, text: str) -> None:
    assert text == MIXED[slice(*Source(MIXED).line_span(number))]


@pytest.mark.parametrize("char", ["\f", "\v", "\x1c", "\x1e", "\u0085", "\u2028", "\u2029"])
def test_a_line_does_not_end_at(char: str) -> None:
    source = Source(f"一{char}二\n三")

    assert (Position(1, 3), Position(2, 1)) == (source.position(2), source.position(4))
    assert Span(0, 3) == source.line_span(1)


@pytest.mark.parametrize("text", ["", "一"])
def test_the_end_of_the_text_is_a_position(text: str) -> None:
    source = Source(text)

    assert Position(1, len(text) + 1) == source.position(len(text))
    assert Range(Position(1, len(text) + 1), Position(1, len(text) + 1)) == source.range(
        Span(len(text), len(text))
    )


def test_a_last_line_break_opens_an_empty_line() -> None:
    source = Source("一\n")

    assert Position(2, 1) == source.position(2)
    assert Span(2, 2) == source.line_span(2)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(Span(3, 5), Range(Position(2, 1), Position(2, 3)), id="a whole line"),
        pytest.param(Span(3, 10), Range(Position(2, 1), Position(2, 3)), id="over several lines"),
        pytest.param(Span(4, 4), Range(Position(2, 2), Position(2, 2)), id="nothing"),
        pytest.param(Span(9, 99), Range(Position(5, 1), Position(5, 2)), id="beyond the end"),
    ],
)
def test_a_range_is_cut_at_the_end_of_its_first_line(span: Span, expected: Range) -> None:
    assert expected == Source(MIXED).range(span)


LINES = st.text(alphabet="一a𠮷\r\n\f\u2028", max_size=12)


@given(LINES, st.integers(0, 12), st.integers(0, 12))
def test_a_range_never_leaves_its_line(text: str, first: int, length: int) -> None:
    source = Source(text)
    start = min(first, len(text))
    start_at, end_at = source.range(Span(start, min(start + length, len(text))))
    line = source.line_span(start_at.line)

    assert start_at.line == end_at.line
    assert start_at.column <= end_at.column <= line.end - line.start + 1


@given(LINES)
def test_every_offset_has_a_position_of_its_own(text: str) -> None:
    source = Source(text)
    positions = [source.position(offset) for offset in range(len(text) + 1)]
    offsets = [source.line_starts[line - 1] + column - 1 for line, column in positions]

    assert [*range(len(text) + 1)] == offsets
    assert sorted(set(positions)) == positions


def test_a_byte_order_mark_shifts_no_column(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF16_LE + "𠮷年".encode("utf-16-le"))
    source = read(path)

    assert Position(1, 2) == source.position(source.text.index("年"))
