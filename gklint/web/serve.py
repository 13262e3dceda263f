"""The server: its socket, what it is called, and that nothing is left of it when it ends."""

from __future__ import annotations

import errno
import secrets
import signal
import socket
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlunsplit

import uvicorn

from gklint.errors import UsageError
from gklint.project.options import Options
from gklint.web.app import application
from gklint.web.guard import Guard, Password
from gklint.web.trays import Trays
from gklint.web.workers import Workers

LOCAL = "127.0.0.1"
_LOCAL_NAMES = (LOCAL, "localhost")
_SCHEME = "http"
_TAKEN = (errno.EADDRINUSE,)
_LONGEST_HEADERS = 1 << 16  # bytes


class Place(NamedTuple):
    """Where it listens.  ``names``: what else it is called, with its port, behind a proxy.

    ``password``: None on this machine, where each address has a secret in it.
    """

    host: str
    port: int
    names: Sequence[str] = ()
    password: Password | None = None


def serve(options: Options, place: Place, jobs: int | None, said: Callable[[str], None]) -> None:
    """Serve until it is ended; ``said`` takes the address.  Raises UsageError."""
    with (
        _bound(place) as listening,
        TemporaryDirectory(prefix="gklint-web-", ignore_cleanup_errors=True) as folder,
        Workers(jobs) as workers,
    ):
        port = listening.getsockname()[1]
        token = None if place.password else secrets.token_urlsafe(16)
        app = application(options, Trays(Path(folder), options.limits.bytes("file")), workers)
        guard = Guard(app, _names(place, port), token, place.password, options.lang)
        netloc, path = f"{_shown(place.host)}:{port}", f"/{token}/" if token else "/"
        said(urlunsplit((_SCHEME, netloc, path, "", "")))
        config = uvicorn.Config(
            guard,
            log_config=None,
            log_level="critical",
            access_log=False,  # what was dropped is nobody's business
            server_header=False,
            h11_max_incomplete_event_size=_LONGEST_HEADERS,
        )
        signal.signal(signal.SIGTERM, _end)  # which the server passes on when it has ended
        with suppress(KeyboardInterrupt):  # how it is to end
            uvicorn.Server(config).run([listening])


def _end(*_: object) -> None:
    """End as Ctrl+C does, so that nothing is left behind."""
    raise KeyboardInterrupt


def open_browser(address: str) -> bool:
    """Begin to show an address; False where there is no browser with a window."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    background = isinstance(browser, webbrowser.BackgroundBrowser)
    if isinstance(browser, webbrowser.GenericBrowser) and not background:
        return False  # one in this terminal, such as lynx
    # Some wait until the page is there, which is only when this goes on.
    Thread(target=browser.open, args=[address], daemon=True).start()
    return True


def _bound(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    # Where the protocol is not said, asyncio leaves Nagle's algorithm on: 40 ms an answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((place.host, place.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        key = "web.port-taken" if error.errno in _TAKEN else "web.cannot-listen"
        raise UsageError(key, host=place.host, port=place.port, next=place.port + 1) from error
    return listening


def _names(place: Place, port: int) -> set[str]:
    """What requests may call this server."""
    own = _LOCAL_NAMES if place.host == LOCAL else (place.host, *_LOCAL_NAMES)
    return {f"{_shown(name)}:{port}" for name in own} | {*place.names}


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
