"""The page to drop files on, without a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from starlette.testclient import TestClient

from gklint.project.options import Options
from gklint.web.app import application
from gklint.web.guard import Guard, Password
from gklint.web.trays import Trays
from gklint.web.workers import Workers

HOST = "127.0.0.1:8321"
ORIGIN = f"http://{HOST}"
TOKEN = "abc"
OPTIONS = Options(isolated=True)
Result = TypeVar("Result")


def finished(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """What comes of a coroutine; in a thread, as this one may have a loop of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


@contextmanager
def client(
    folder: Path,
    workers: Workers,
    *,
    options: Options = OPTIONS,
    most: int = 1 << 20,
    password: Password | None = None,
) -> Iterator[TestClient]:
    """A browser that asks this server; ``most``: bytes of a file."""
    app = application(options, Trays(folder, most), workers)
    guard = Guard(app, {HOST}, None if password else TOKEN, password, "zh")
    with TestClient(guard, base_url=f"{ORIGIN}/{TOKEN}/", headers={"origin": ORIGIN}) as made:
        yield made
