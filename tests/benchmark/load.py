"""The language server and the page in use, and in misuse: `python -m tests.benchmark.load`.

For so many `--minutes` each (60 make an hour of use): an editor changes a document, asks for its
diagnostics and takes back half of what it asked, opens and closes others; a hundred clients drop
files, look at what came of them, empty their trays, go away in the middle of an answer, and send
half of what they announced.  `--looking 5`: each looks at its results for so long, as people do,
and the machine is not full.  Told are what went wrong, and the memory of the processes after a
minute and at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx2
import psutil

from tests.benchmark.measuring import line
from tests.benchmark.pages import words
from tests.benchmark.server import reports
from tests.cli.test_web import served
from tests.support.lsp_client import RawClient

_CLIENTS, _LEAST = 100, 10_000
_WANTED = 1.2
_WARM = 60.0  # seconds


class Memory:
    """The memory of a process and all below it, in MiB: once it is warm, and at the end."""

    def __init__(self, process: int, warm: float) -> None:
        self._process = psutil.Process(process)
        self._begun = time.monotonic()
        self._warm = warm
        self.before: float | None = None

    def look(self) -> None:
        """Take it down, if it is time."""
        if self.before is None and time.monotonic() - self._begun >= self._warm:
            self.before = self.now

    @property
    def now(self) -> float:
        every = (self._process, *self._process.children(recursive=True))
        return sum(float(each.memory_info().rss) for each in every) / 2**20

    def told(self) -> str:
        before = self.before or self.now
        return f"{before:.0f} MiB, then {self.now:.0f} MiB: {self.now / before:.2f} ×"


# -- the language server -----------------------------------------------------------------------


def edit(minutes: float, least: int) -> tuple[int, str]:
    """How many changes were made, and the memory."""
    rng = random.Random(1)
    texts = [text for text, _ in zip(reports(), range(50), strict=False)]
    with RawClient() as client:
        client.initialize({"textDocument": {"diagnostic": {}}})
        memory = Memory(client.process.pid, min(_WARM, 60 * minutes / 10))
        uri, end, version = "untitled:a.md", time.monotonic() + 60 * minutes, 0
        client.open(uri, texts[0], 0)
        while time.monotonic() < end or version < least:
            version += 1
            client.change(uri, rng.choice(texts), version)
            if version % 5 == 0:
                _asked(client, uri, rng)
            if version % 50 == 0:
                other = f"untitled:{version}.md"
                client.open(other, rng.choice(texts))
                client.notify("textDocument/didClose", {"textDocument": {"uri": other}})
            memory.look()
        answer = client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert "result" in answer, answer
        return version, memory.told()


def _asked(client: RawClient, uri: str, rng: random.Random) -> None:
    """Ask for diagnostics; half of the times, take it back at once."""
    if rng.random() < 0.5:
        number = f"taken-back-{rng.random()}"
        params = {"textDocument": {"uri": uri}}
        asked = {"jsonrpc": "2.0", "id": number, "method": "textDocument/diagnostic"}
        client.send({**asked, "params": params})
        client.notify("$/cancelRequest", {"id": number})
    else:
        answer = client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        assert "result" in answer, answer


# -- the page ------------------------------------------------------------------------------------


class Use(NamedTuple):
    """What is dropped at an address until a time; ``looking``: seconds, for what came of it."""

    address: str
    data: bytes
    end: float
    looking: float
    memory: Memory


async def use(use_of: Use, told: dict[str, int]) -> None:
    """A client: drops, looks for some seconds, empties, and sometimes breaks off."""
    rng = random.Random(id(told) + time.monotonic_ns())
    address, data, end, looking, memory = use_of
    parts = urlsplit(address)
    headers = {"origin": f"{parts.scheme}://{parts.netloc}"}
    base = address.rstrip("/")
    # The server closes a connection that is idle for 5 s; what is sent just then is lost.
    kept = httpx2.Limits(keepalive_expiry=2)
    async with httpx2.AsyncClient(headers=headers, timeout=300, limits=kept) as client:
        while time.monotonic() < end:
            name = f"{rng.randrange(10**6)}号.docx"
            tray = f"{base}/zh/trays/{(await client.post(f'{base}/zh/trays')).json()['tray']}"
            asked = client.post(f"{tray}/files", params={"name": name}, content=data)
            if rng.random() < 0.2:
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(asked, rng.uniform(0, 0.05))
                told["gone"] += 1
            else:
                await asked
                right = name in (await client.get(f"{tray}/0")).text
                told["right" if right else "wrong"] += 1
            if rng.random() < 0.2:
                await asyncio.to_thread(half_sent, address)
                told["half"] += 1
            await asyncio.sleep(rng.uniform(0, 2 * looking))
            await client.post(f"{tray}/empty")
            memory.look()


def half_sent(address: str) -> None:
    """Announce a thousand bytes, send ten, and go."""
    parts = urlsplit(address)
    with socket.create_connection((str(parts.hostname), int(parts.port or 80)), 30) as sent:
        head = f"POST {parts.path}zh/trays HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        origin = f"Origin: {parts.scheme}://{parts.netloc}\r\nContent-Length: 1000\r\n\r\n"
        sent.sendall((head + origin + "a" * 10).encode())


async def drop(use_of: Use) -> dict[str, int]:
    """What came of a hundred clients at once."""
    told = {"right": 0, "wrong": 0, "gone": 0, "half": 0}
    await asyncio.gather(*(use(use_of, told) for _ in range(_CLIENTS)))
    return told


def main() -> None:
    """Use both, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--changes", type=int, default=_LEAST)
    parser.add_argument("--looking", type=float, default=0.0, help="seconds at results, on average")
    parser.add_argument("--only", choices=["server", "page"])
    given = parser.parse_args()
    print(line(["what", "how many", f"memory (wanted: at most {_WANTED} ×)"]))
    print(line(["---"] * 3))
    if given.only != "page":
        changes, memory = edit(given.minutes, given.changes)
        print(line(["changes of a document", f"{changes:,}", memory]), flush=True)
    if given.only != "server":
        print(line([f"{_CLIENTS} clients of the page", *_page(given.minutes, given.looking)]))


def _page(minutes: float, looking: float) -> tuple[str, str]:
    """What came of the clients of the page, and its memory."""
    with TemporaryDirectory() as name, served(Path(name)) as (address, process):
        watched = Memory(process.pid, min(_WARM, 60 * minutes / 10))
        data, end = words(Path(name))[0].read_bytes(), time.monotonic() + 60 * minutes
        told = asyncio.run(drop(Use(address, data, end, looking, watched)))
        return "; ".join(f"{kind} {count:,}" for kind, count in told.items()), watched.told()


if __name__ == "__main__":
    main()
