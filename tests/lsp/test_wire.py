"""The messages in a stream of bytes, as pygls gets to know of them."""

from __future__ import annotations

import asyncio
import json
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from pygls.io_ import run_async

from gklint.lsp.wire import Reader
from tests.support.lsp_client import framed


def taken(*pieces: bytes) -> list[Any]:
    """What pygls makes of a stream that comes in these pieces: messages, or why there is none."""
    left = [*pieces, b""]
    found: list[Any] = []
    protocol: Any = SimpleNamespace(structure_message=dict, handle_message=found.append)

    async def more() -> bytes:
        return left.pop(0)

    def note(error: Exception, _: object) -> None:
        found.append(error)

    asyncio.run(run_async(Event(), Reader(more), protocol, error_handler=note))
    return found


BROKEN = (ValueError, RecursionError)
A, B = {"a": "表"}, {"b": 2}
FRAMED_A, FRAMED_B = (framed(json.dumps(each, ensure_ascii=False).encode()) for each in (A, B))


def test_messages_may_come_in_any_pieces() -> None:
    stream = FRAMED_A + FRAMED_B

    assert [A, B] == taken(stream)
    assert [A, B] == taken(*(stream[n : n + 1] for n in range(len(stream))))


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 8\r\n\r\n",
        b"content-length:8\n\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 8\r\n\r\n",
        b"Content-Length: 8\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n",
    ],
)
def test_headers_may_be_written_in_any_way(header: bytes) -> None:
    assert [B] == taken(header + json.dumps(B).encode())


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"hello\n", id="a line"),
        pytest.param(b"hello", id="no line"),
        pytest.param(b"\x00\xff" * 50_000, id="much without a line break"),
        pytest.param(b"\r\n\r\n\r\n", id="empty lines"),
        pytest.param(b"Content-Length: abc\r\n\r\n", id="a length that is no number"),
        pytest.param(b"Content-Length: -5\r\n\r\n", id="a negative length"),
        pytest.param(b"Content-Length: %b\r\n\r\n" % (b"9" * 9999), id="a number without end"),
        pytest.param(b"Content-Length:\r\n\r\n", id="no length"),
    ],
)
def test_what_is_no_header_is_skipped(garbage: bytes) -> None:
    assert [A, B] == taken(garbage + FRAMED_A + FRAMED_B)


@pytest.mark.parametrize("length", [32 * 2**20 + 1, 999_999_999, 10**20])
def test_a_message_that_is_too_large_is_refused_at_once(length: int) -> None:
    broken, *others = taken(b"Content-Length: %d\r\n\r\n" % length, b"[]" * 50_000, FRAMED_A)

    assert isinstance(broken, ValueError)
    assert [A] == others


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"NaNNaN", id="no JSON"),
        pytest.param(b"1" * 5000, id="a number of absurd length"),
    ],
)
def test_a_body_that_is_no_json_is_broken(body: bytes) -> None:
    broken, rest = taken(framed(body) + FRAMED_B)

    assert isinstance(broken, BROKEN)
    assert B == rest


def test_an_empty_body_is_broken() -> None:
    broken, rest = taken(framed(b"") + FRAMED_B)

    assert isinstance(broken, BROKEN)
    assert B == rest


WRONG = [each for each in range(100) if each != len(json.dumps(A, ensure_ascii=False).encode())]


@pytest.mark.parametrize("length", [*WRONG, 10**8])
def test_whatever_the_length_and_in_any_pieces_the_next_message_is_found(length: int) -> None:
    message = b"Content-Length: %d\r\n\r\n" % length + FRAMED_A.partition(b"\r\n\r\n")[2]
    stream = message + FRAMED_B
    for pieces in (
        [stream],
        [message, FRAMED_B],
        [stream[n : n + 1] for n in range(len(stream))],
    ):
        *broken, last = taken(*pieces)

        assert B == last
        assert [True] == [isinstance(each, BROKEN) for each in broken]


@pytest.mark.parametrize("text", ["Content-Length: 5\r\n", "Content-Length: 5\r\n\r\n{}"])
def test_what_looks_like_a_header_within_a_text_is_none(text: str) -> None:
    assert [{"a": text}, B] == taken(framed(json.dumps({"a": text}).encode()) + FRAMED_B)


def test_a_message_may_have_lines() -> None:
    assert [A, B] == taken(framed(json.dumps(A, indent=1).encode()) + FRAMED_B)


def test_after_a_length_that_is_too_small_the_next_message_is_found() -> None:
    broken, rest = taken(b"Content-Length: 3\r\n\r\n" + json.dumps(A).encode() + FRAMED_B)

    assert isinstance(broken, BROKEN)
    assert B == rest


def test_after_a_length_that_is_too_great_the_next_message_is_found() -> None:
    broken, rest = taken(b"Content-Length: 40\r\n\r\n" + json.dumps(A).encode() + FRAMED_B)

    assert isinstance(broken, BROKEN)
    assert B == rest


def test_a_message_that_is_cut_off_is_none() -> None:
    assert [A] == taken(FRAMED_A + FRAMED_B[:-1])
    assert [A] == taken(FRAMED_A + b"Content-Length: 5\r\n")
