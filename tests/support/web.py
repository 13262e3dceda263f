"""The page to drop files on, without a socket."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from gklint.project.options import Options
from gklint.web.app import Web
from gklint.web.guard import Guard, Password
from gklint.web.trays import Trays
from gklint.web.workers import Workers

HOST = "127.0.0.1:8321"
ORIGIN = f"http://{HOST}"
TOKEN = "abc"
OPTIONS = Options(isolated=True)


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
    app = Web(options, Trays(folder, most), workers).app()
    guard = Guard(app, {HOST}, None if password else TOKEN, password, "zh")
    with TestClient(guard, base_url=f"{ORIGIN}/{TOKEN}/", headers={"origin": ORIGIN}) as made:
        yield made
