"""The server in this process, without a client."""

from __future__ import annotations

import asyncio
import gc
import json
from concurrent.futures import Future
from typing import Any

import pytest
from lsprotocol import types

from gklint.lsp.app import Server
from tests.support.lsp_client import URI
from tests.support.sample import WRONG_SUM

START: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}


class Written:
    """What is sent to the client."""

    def __init__(self) -> None:
        self.messages: list[Any] = []

    def write(self, data: bytes) -> None:
        self.messages.append(json.loads(data.partition(b"\r\n\r\n")[2]))

    def close(self) -> None: ...


def futures() -> int:
    gc.collect()  # what other tests left is not to count before and be gone after
    return sum(isinstance(each, Future) for each in gc.get_objects())


def test_nothing_is_kept_of_a_change_once_it_is_made() -> None:
    async def main() -> tuple[int, int]:
        protocol = Server(None).protocol
        protocol.set_writer(Written())

        def tell(method: str, **params: object) -> None:
            protocol.handle_message({"jsonrpc": "2.0", "method": method, "params": params})

        protocol.handle_message(
            {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": START}
        )
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": WRONG_SUM}
        tell("textDocument/didOpen", textDocument=item)
        before = futures()
        for version in range(2, 102):
            document = {"uri": URI, "version": version}
            tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": "一"}])
        return before, futures()

    before, after = asyncio.run(main())

    assert before == after


def test_a_fault_is_answered_and_noted_once_with_its_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def faulty(_: types.DefinitionParams) -> None:
        raise LookupError("of ours")

    server, written = Server(None), Written()
    server.protocol.set_writer(written)
    server.feature(types.TEXT_DOCUMENT_DEFINITION)(faulty)
    place = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 0}}
    for method, params in (("initialize", START), ("textDocument/definition", place)):
        message = {"jsonrpc": "2.0", "id": method, "method": method, "params": params}
        server.protocol.handle_message(message)
    (noted,) = (each.message for each in caplog.records if each.name.startswith("gklint"))

    assert ["initialize", "textDocument/definition"] == [each["id"] for each in written.messages]
    assert -32603 == written.messages[-1]["error"]["code"]
    assert noted.startswith("FeatureRequestError: LookupError: of ours\n")
    assert "in faulty\n" in noted
