"""A client that sends bytes: what it says may be wrong in any way."""

from __future__ import annotations

import json
import os
import queue
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import IO, Any

from tests.support.paths import ROOT
from tests.support.running import GKLINT, environment
from tests.support.sample import WRONG_COUNT

COMMAND = (*GKLINT, "lsp")
URI = "untitled:a.md"
START = {"line": 0, "character": 0}
PING_PARAMS = {"textDocument": {"uri": "untitled:nothing"}, "position": START}
PATIENCE = 60.0  # seconds after which what was waited for will not come any more


def framed(body: bytes) -> bytes:
    """A body with its header."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def messages(stream: IO[bytes]) -> Iterator[Any]:
    """What a server says, as strictly as it has to be framed."""
    while header := stream.readline():
        length = re.fullmatch(rb"Content-Length: (\d+)\r\n", header)
        assert length, header
        while stream.readline() != b"\r\n":
            pass
        yield json.loads(stream.read(int(length[1])))


class RawClient:
    """A server of its own, and what is said to it.  Use it with ``with``."""

    def __init__(self, *options: str, cwd: Path = ROOT, path: Path = ROOT) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *options],
            cwd=cwd,
            env=environment(PYTHONPATH=os.pathsep.join((str(path), str(ROOT)))),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.errors: list[bytes] = []
        self._numbers = 0
        self._threads = [Thread(target=self._listen), Thread(target=self._read_errors)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> RawClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()

    def _listen(self) -> None:
        assert self.process.stdout
        for message in messages(self.process.stdout):
            self.inbox.put(message)
        self.inbox.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr
        self.errors += [*self.process.stderr]

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: Any) -> None:
        self.send_bytes(framed(json.dumps(message).encode()))

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def receive(self) -> Any:
        """The next message, whatever it is; None at the end of the stream."""
        return self.inbox.get(timeout=PATIENCE)

    def ask(self, method: str, params: Any = None) -> Any:
        """The whole answer to a request; other messages before it are dropped."""
        self._numbers += 1
        self.send({"jsonrpc": "2.0", "id": self._numbers, "method": method, "params": params})
        while (message := self.receive()) and message.get("id") != self._numbers:
            pass
        assert message, "the server has gone"
        return message

    def notified(self, method: str) -> Any:
        """The parameters of the next notification of this kind."""
        while (message := self.receive()) and message.get("method") != method:
            pass
        assert message, "the server has gone"
        return message["params"]

    def initialize(self, capabilities: Any = None, **params: Any) -> Any:
        """The result of ``initialize``."""
        given = {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **params}
        result = self.ask("initialize", given)["result"]
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str, version: int = 1) -> None:
        item = {"uri": uri, "languageId": "markdown", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, text: str, version: int) -> None:
        document = {"uri": uri, "version": version}
        changes = [{"text": text}]
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def published(self) -> Any:
        """The next diagnostics that are pushed."""
        return self.notified("textDocument/publishDiagnostics")

    def wait(self) -> int:
        """The exit status; all that was said until then has been read."""
        status = self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        return status

    def rest(self) -> Iterable[Any]:
        """What came after all that was received, once the server has gone."""
        while (message := self.receive()) is not None:
            yield message


def is_up(client: RawClient) -> bool:
    """Whether the server still does its work."""
    client.open("untitled:up.md", WRONG_COUNT)
    found = client.published()
    return bool(
        found["uri"] == "untitled:up.md"
        and ["GK402"] == [item["code"] for item in found["diagnostics"]]
    )
