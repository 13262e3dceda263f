"""What a client may do wrong: the server answers or ignores it, and stays up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.lsp_client import PING_PARAMS, START, URI, RawClient, framed, is_up
from tests.support.sample import WRONG_COUNT, WRONG_SUM

pytestmark = pytest.mark.slow
DOCUMENT = {"textDocument": {"uri": URI}}
PING = {"jsonrpc": "2.0", "id": "ping", "method": "textDocument/hover"}


@pytest.fixture(scope="module")
def one_for_all() -> Iterator[RawClient]:
    """A server that has to bear all that is done to it here."""
    with RawClient() as client:
        client.initialize()
        yield client
        client.notify("exit")
        client.wait()
        assert b"Traceback" not in b"".join(client.errors)


@pytest.fixture
def raw(one_for_all: RawClient) -> RawClient:
    """The same, with nothing left of what was done before."""
    one_for_all.ask("textDocument/hover", PING_PARAMS)
    return one_for_all


def test_garbage_between_messages_is_skipped(raw: RawClient) -> None:
    raw.send_bytes(b"GET / HTTP/1.1\r\nHost: example\r\n\r\n\x00\x01\x02")

    assert is_up(raw)


@pytest.mark.parametrize("length", [0, 3, 90, 10**8])
def test_after_a_wrong_length_the_next_request_is_answered(raw: RawClient, length: int) -> None:
    body = framed(json.dumps({**PING, "params": PING_PARAMS}).encode()).partition(b"\r\n\r\n")[2]
    raw.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (length, body))

    assert None is raw.ask("textDocument/hover", PING_PARAMS)["result"]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        pytest.param(b"{", -32700, id="invalid JSON"),
        pytest.param(b"", -32700, id="nothing"),
        pytest.param(b"[" * 100_000, -32700, id="nested without end"),
        pytest.param(b"[]", -32600, id="a list"),
        pytest.param(b"17", -32600, id="a number"),
        pytest.param(b"null", -32600, id="null"),
        pytest.param(b"{}", -32600, id="an empty object"),
        pytest.param(b'{"jsonrpc": "1.0", "method": "exit"}', -32600, id="another version"),
        pytest.param(b'{"jsonrpc": "2.0", "id": 5}', -32600, id="neither method nor result"),
        pytest.param(
            b'{"jsonrpc": "2.0", "id": 5, "method": "shutdown", "error": {}}',
            -32600,
            id="request and answer at once",
        ),
    ],
)
def test_what_is_no_message_is_refused(raw: RawClient, message: bytes, code: int) -> None:
    raw.send_bytes(framed(message))

    assert code == raw.receive()["error"]["code"]
    assert is_up(raw)


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        pytest.param("gklint/unknown", None, -32601, id="an unknown method"),
        pytest.param("textDocument/completion", PING_PARAMS, -32601, id="what is not offered"),
        pytest.param("textDocument/formatting", {}, -32602, id="no parameters at all"),
        pytest.param("textDocument/hover", None, -32602, id="no parameters"),
        pytest.param("textDocument/hover", {"position": 5}, -32602, id="wrong parameters"),
        pytest.param(
            "textDocument/hover",
            {**DOCUMENT, "position": {"line": -1, "character": 0}},
            -32602,
            id="a negative line",
        ),
        pytest.param("initialize", {"capabilities": {}, "processId": None}, -32600, id="again"),
        pytest.param(5, None, -32601, id="a method that is a number"),
        pytest.param(["hover"], None, -32601, id="a method that is a list"),
    ],
)
def test_a_wrong_request_is_refused(raw: RawClient, method: Any, params: Any, code: int) -> None:
    assert code == raw.ask(method, params)["error"]["code"]
    assert is_up(raw)


@pytest.mark.parametrize("number", [None, 1.5, [], {}, True])
def test_a_request_with_a_strange_id_hurts_nobody(raw: RawClient, number: Any) -> None:
    raw.send({**PING, "id": number, "params": PING_PARAMS})

    assert is_up(raw)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("gklint/unknown", None),
        ("textDocument/didOpen", None),
        ("textDocument/didOpen", {"textDocument": {"uri": URI}}),
        ("textDocument/didChange", {"textDocument": {"uri": URI, "version": 2}}),
        (
            "textDocument/didChange",
            {"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": "a"}]},
        ),
        (
            "textDocument/didChange",
            {"textDocument": {"uri": URI, "version": 2}, "contentChanges": []},
        ),
        ("textDocument/didClose", DOCUMENT),
        ("textDocument/didSave", DOCUMENT),
        ("$/cancelRequest", {"id": 99}),
        ("$/setTrace", {"value": "nonsense"}),
        ("workspace/didChangeConfiguration", {"settings": None}),
        ("workspace/didChangeWatchedFiles", {"changes": [{"uri": "::", "type": 1}]}),
    ],
)
def test_a_notification_that_makes_no_sense_is_ignored(
    raw: RawClient, method: str, params: Any
) -> None:
    raw.notify(method, params)

    assert is_up(raw)


@pytest.mark.parametrize(
    "message",
    [
        {"id": 1, "result": None},
        {"id": "never asked", "result": {"a": [1]}},
        {"id": 3, "error": {"code": 1, "message": "no"}},
        {"id": 3, "error": "no"},
        {"id": [], "result": None},
    ],
)
def test_an_answer_to_nothing_is_ignored(raw: RawClient, message: Any) -> None:
    raw.send({"jsonrpc": "2.0", **message})

    assert is_up(raw)


def test_an_answer_under_the_number_of_a_request_that_waits_is_no_end(raw: RawClient) -> None:
    request = {"jsonrpc": "2.0", "id": 7, "method": "textDocument/diagnostic"}
    raw.open("untitled:long.md", WRONG_SUM * 20)
    raw.send({**request, "params": {"textDocument": {"uri": "untitled:long.md"}}})
    raw.send({"jsonrpc": "2.0", "id": 7, "result": None})
    while "id" not in (message := raw.receive()):
        pass

    assert (7, "full") == (message["id"], message["result"]["kind"])
    assert is_up(raw)


def test_what_looks_like_a_message_within_one_is_none() -> None:
    within = {"jsonrpc": "2.0", "id": 1, "method": "shutdown"}
    with RawClient() as client:
        assert "capabilities" in client.initialize(initializationOptions=within)
        assert is_up(client)


def test_before_initialize_requests_are_refused_and_notifications_ignored() -> None:
    with RawClient() as client:
        client.open(URI, WRONG_SUM)
        answer = client.ask("textDocument/hover", PING_PARAMS)

        assert -32002 == answer["error"]["code"]
        assert client.initialize()["capabilities"]["hoverProvider"] is True
        assert None is client.ask("textDocument/hover", {**DOCUMENT, "position": START})["result"]
        assert is_up(client)


@pytest.mark.parametrize(
    ("method", "params", "result"),
    [
        ("textDocument/hover", {**DOCUMENT, "position": START}, None),
        ("textDocument/documentSymbol", DOCUMENT, []),
        (
            "textDocument/codeAction",
            {
                **DOCUMENT,
                "range": {"start": START, "end": START},
                "context": {"diagnostics": []},
            },
            [],
        ),
    ],
)
def test_of_a_document_that_is_not_open_nothing_is_known(
    raw: RawClient, method: str, params: Any, result: Any
) -> None:
    assert result == raw.ask(method, params)["result"]


def test_a_document_that_is_not_open_has_no_diagnostics(raw: RawClient) -> None:
    report = raw.ask("textDocument/diagnostic", DOCUMENT)["result"]

    assert ("full", []) == (report["kind"], report["items"])


def test_positions_outside_the_document_are_taken_as_the_nearest(raw: RawClient) -> None:
    far = {"line": 2**31 - 1, "character": 2**31 - 1}
    raw.open(URI, WRONG_SUM)
    raw.published()

    assert None is raw.ask("textDocument/hover", {**DOCUMENT, "position": far})["result"]
    params = {
        **DOCUMENT,
        "range": {"start": far, "end": START},
        "context": {"diagnostics": []},
    }
    assert [] == raw.ask("textDocument/codeAction", params)["result"]


def test_a_document_closed_while_it_is_checked_does_no_harm(raw: RawClient) -> None:
    raw.open(URI, WRONG_SUM * 50)
    raw.notify("textDocument/didClose", DOCUMENT)

    assert {"uri": URI, "diagnostics": []} == raw.published()
    assert is_up(raw)


def test_changes_of_parts_are_made_though_the_whole_text_was_asked_for(raw: RawClient) -> None:
    at = WRONG_SUM.split("\n").index("一、总体情况")
    raw.open(URI, WRONG_SUM.replace("一、总体情况", "一、𠮷总体情"))
    raw.published()
    changes = [
        {"range": {"start": {"line": at, "character": 2}, "end": {"line": at, "character": 4}}},
        {"range": {"start": {"line": at, "character": 5}, "end": {"line": at, "character": 5}}},
    ]
    for change, text in zip(changes, ("", "况"), strict=True):
        change["text"] = text  # type: ignore[assignment]
    document = {"uri": URI, "version": 2}
    raw.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    found = raw.published()

    assert 2 == found["version"]
    assert ["GK303", "GK302"] == [item["code"] for item in found["diagnostics"]]


@pytest.mark.parametrize(
    "uri",
    [
        "file:///c%3A/%E8%A1%A8.md",
        "file:///%00.md",
        "file:///\ud800.md",
        "file://[::1/a.md",
        "http://[::1",
        "git:/a.md?%7B%7D",
        "vscode-notebook-cell:/a.ipynb#W0sZmlsZQ%3D%3D",
        "",
    ],
)
def test_a_document_may_be_called_anything(raw: RawClient, uri: str) -> None:
    raw.open(uri, WRONG_COUNT)
    found = raw.published()

    assert (uri, ["GK402"]) == (found["uri"], [item["code"] for item in found["diagnostics"]])


def test_half_a_character_in_a_text_that_is_being_checked_is_no_trouble(raw: RawClient) -> None:
    raw.open(URI, WRONG_SUM * 20)
    raw.published()
    raw.change(URI, "\ud800" + WRONG_SUM * 20, 2)
    place = {"line": 0, "character": 1}

    assert None is raw.ask("textDocument/hover", {**DOCUMENT, "position": place})["result"]
    assert 2 == raw.published()["version"]


def test_thousands_of_changes_with_requests_between_are_all_answered(raw: RawClient) -> None:
    raw.open(URI, WRONG_SUM)
    for version in range(2, 2002):
        raw.change(URI, f"{WRONG_SUM}{version}", version)
        request = {"jsonrpc": "2.0", "id": f"pull {version}", "method": "textDocument/diagnostic"}
        raw.send({**request, "params": DOCUMENT})
        if version % 2:
            raw.notify("$/cancelRequest", {"id": f"pull {version}"})
    answers: dict[Any, Any] = {}
    shown = 0
    while len(answers) < 2000 or shown < 2001:
        message = raw.receive()
        if "id" in message:
            answers[message["id"]] = message["error"]["code"] if "error" in message else "full"
        else:
            assert message["params"]["version"] > shown
            shown = message["params"]["version"]

    assert [1000, 1000] == [[*answers.values()].count(each) for each in ("full", -32800)]
