"""What has to hold of what a server is sent, and of the files of a corpus, however damaged."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp

from gklint.corpus.asking import Corpus
from gklint.corpus.journal import Journal, Part
from gklint.corpus.rows import Key
from gklint.errors import GklintError
from gklint.web.app import application
from gklint.web.trays import Trays
from gklint.web.workers import Workers
from tests.fuzz.holding import folder
from tests.fuzz.seeds import corpus_parts, parts
from tests.support.web import OPTIONS

_WRONG = 500  # this status, and those above, are faults of ours
_QUESTIONS = ("FROM error_rates", "SELECT table_, sum(number) FROM cells GROUP BY 1")


# -- the page ------------------------------------------------------------------------------------


@cache
def page() -> ASGIApp:
    """The page, with one process that reads, for all inputs of this one."""
    return application(OPTIONS, Trays(folder(), 1 << 20), Workers(1).__enter__())


def hold_request(data: bytes) -> None:
    """A request, behind the server of HTTP, which refuses what is none: it is answered."""
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    words = first.split(b" ")
    if len(words) != 3 or not first.isascii():
        return
    headers = [tuple(line.split(b": ", 1)) for line in lines if b": " in line]
    path, _, query = words[1].partition(b"?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "server": ("127.0.0.1", 1),
        "client": ("127.0.0.1", 2),
        "method": words[0].decode(),
        "path": unquote(path.decode()),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in headers],
    }
    status, kind, answer = asyncio.run(_answered(scope, body))
    assert status < _WRONG, (status, answer[:300])
    if kind.startswith("application/json"):
        json.loads(answer)


async def _answered(scope: MutableMapping[str, Any], body: bytes) -> tuple[int, str, bytes]:
    """The status, the type and the body of an answer."""
    sent: list[MutableMapping[str, Any]] = []
    rest = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> MutableMapping[str, Any]:
        return next(rest, {"type": "http.disconnect"})

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await page()(scope, receive, send)
    headers = dict(sent[0]["headers"])
    kind = headers.get(b"content-type", b"").decode("latin-1")
    return sent[0]["status"], kind, b"".join(each.get("body", b"") for each in sent[1:])


# -- a corpus ------------------------------------------------------------------------------------


@cache
def corpus() -> Journal:
    """A corpus of one report, in a folder of this process."""
    journal = Journal(folder() / "corpus")
    journal.open()
    for each in corpus_parts():
        journal.put("a", each.key, each.data)
    journal.change([Part("a", "r", (), tuple(each.key for each in corpus_parts()))])
    return journal


def hold_part(data: bytes) -> None:
    """A file of a table: questions are answered, or what is wrong is said."""
    year = next(each.key.year for each in corpus_parts() if each.data == parts()[0])
    path = corpus().path("a", Key("cells", year))
    path.write_bytes(data)
    _said(_asked)


def hold_log(data: bytes) -> None:
    """The log of a corpus: it is read, or what is wrong is said; and so it is when it is asked."""
    path = corpus().folder / "log.jsonl"
    sound = path.read_bytes()
    try:
        path.write_bytes(data)
        _said(_asked)
        _said(lambda: [*Journal(corpus().folder).entries()])
    finally:
        path.write_bytes(sound)


def _asked() -> None:
    with Corpus(corpus().folder) as found:
        for question in _QUESTIONS:
            for _ in found.ask(question).rows:
                pass


def _said(do: Callable[[], object]) -> None:
    try:
        do()
    except GklintError as error:
        error.said("zh")
