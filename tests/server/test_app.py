"""The server in this process, without a client."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import Future

from gklint.lsp.app import Server
from tests.reports import WRONG_SUM

URI = "untitled:a.md"


class Ignored:
    """Where nothing of what is written goes."""

    def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


def futures() -> int:
    return sum(isinstance(each, Future) for each in gc.get_objects())


def test_nothing_is_kept_of_a_change_once_it_is_made() -> None:
    async def main() -> tuple[int, int]:
        protocol = Server(None).protocol
        protocol.set_writer(Ignored())

        def tell(method: str, **params: object) -> None:
            protocol.receive({"jsonrpc": "2.0", "method": method, "params": params})

        start: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
        protocol.receive({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": start})
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": WRONG_SUM}
        tell("textDocument/didOpen", textDocument=item)
        before = futures()
        for version in range(2, 102):
            document = {"uri": URI, "version": version}
            tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": "一"}])
        return before, futures()

    before, after = asyncio.run(main())

    assert before == after
