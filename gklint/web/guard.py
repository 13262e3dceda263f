"""Who may come in, and what a browser may do with what it gets.

A page of another site can make a browser ask for addresses on this machine.  So a request must
name this server as its host, one that changes something must come from its own pages, and the
address has a secret in it, or a password is asked for.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gklint.words import say

_HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "referrer-policy": "same-origin",  # without any, a form would not say where it comes from
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
_READS = ("GET", "HEAD")
_COST = {"n": 1 << 14, "r": 8, "p": 1}
_KIND = "scrypt"
_PAUSE = 1.0  # seconds after a wrong password


class Password(NamedTuple):
    """A password, of which only this is known."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, text: str) -> Password:
        """Of a password that was just typed."""
        salt = secrets.token_bytes(16)
        return cls(salt, hashlib.scrypt(text.encode(), salt=salt, **_COST))

    @classmethod
    def read(cls, line: str) -> Password | None:
        """From the line that ``str`` gives; None if it is none."""
        kind, *parts = line.strip().split("$")
        if kind != _KIND or len(parts) != len(cls._fields):
            return None
        try:
            return cls(*(b64decode(part, validate=True) for part in parts))
        except NotBase64:
            return None

    def __str__(self) -> str:
        return "$".join((_KIND, *(b64encode(part).decode() for part in self)))

    def fits(self, text: str) -> bool:
        """Whether it is that password; takes some time."""
        found = hashlib.scrypt(text.encode(), salt=self.salt, **_COST)
        return hmac.compare_digest(found, self.digest)


class Guard:
    """Lets through to ``app`` what may come.

    ``hosts``: what the server is called, with its port.  ``token``: the secret with which each
    address begins; None where a ``password`` is asked for instead.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str],
        token: str | None,
        password: Password | None,
        lang: str,
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._token = token
        self._password = password
        self._lang = lang
        self._known: str | None = None  # the right header, so that it is not worked out each time

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = await self._refusal(scope)
        await (refused or self._app)(self._inner(scope), receive, with_headers)

    async def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return self._said("web.other-host", 421)
        if scope["method"] not in _READS and not self._is_own(headers):
            return self._said("web.other-origin", 403)
        if self._password:
            return await self._ask(self._password, headers)
        first = scope["path"].split("/")[1].encode()
        if self._token and not hmac.compare_digest(first, self._token.encode()):
            return self._said("web.no-token", 403)
        return None

    def _is_own(self, headers: Headers) -> bool:
        """Whether a request comes from a page of this server."""
        origin = urlsplit(headers.get("origin", ""))
        return origin.scheme in ("http", "https") and origin.netloc.lower() in self._hosts

    async def _ask(self, password: Password, headers: Headers) -> PlainTextResponse | None:
        given = headers.get("authorization", "")
        if given and self._known and hmac.compare_digest(given.encode(), self._known.encode()):
            return None
        if given:
            if await asyncio.to_thread(password.fits, _password_in(given)):
                self._known = given
                return None
            await asyncio.sleep(_PAUSE)
        answer = self._said("web.needs-password", 401)
        answer.headers["www-authenticate"] = 'Basic realm="gklint", charset="UTF-8"'
        return answer

    def _inner(self, scope: Scope) -> Scope:
        """The request without the secret."""
        if not self._token:
            return scope
        return {**scope, "root_path": f"/{self._token}"}

    def _said(self, key: str, status: int) -> PlainTextResponse:
        return PlainTextResponse(say(self._lang, key) + "\n", status)


def _password_in(header: str) -> str:
    """The password of a header; whatever the name is that was given with it."""
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return ""
    try:
        return b64decode(value, validate=True).decode().partition(":")[2]
    except (NotBase64, UnicodeDecodeError):
        return ""
