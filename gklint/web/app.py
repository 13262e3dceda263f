"""The addresses of the page, and what is said where something is wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from gklint.errors import GklintError
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.web import dropping, form, pages, taking
from gklint.web.asking import Ask, Server
from gklint.web.trays import TrayError, Trays
from gklint.web.workers import Workers

_KEPT = {"cache-control": "private, max-age=3600"}  # there is nothing of anybody in it

Answer = Callable[[Ask], Awaitable[Response]]


async def start(ask: Ask) -> Response:
    """The first page, in the language of the server."""
    return RedirectResponse(f"{ask.root}/{ask.server.options.lang}/", 303)


async def static(ask: Ask) -> Response:
    """A style or a script."""
    found = pages.static(ask.request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    return Response(found[0], media_type=found[1], headers=_KEPT)


_TRAY = "/{lang}/trays/{tray}"
_ITEM = _TRAY + "/{number:int}"
_READ: tuple[tuple[str, Answer], ...] = (
    ("/", start),
    ("/static/{name}", static),
    ("/{lang}/", dropping.home),
    ("/{lang}/form", form.blank),
    (_TRAY, dropping.overview),
    (f"{_TRAY}/page.html", taking.whole),
    (f"{_TRAY}/review.zip", taking.review),
    (_ITEM, dropping.report),
    (f"{_ITEM}/commented.docx", taking.commented),
    (f"{_ITEM}/anonymous", taking.disguise),
    (f"{_ITEM}/anonymous/file", taking.disguised),
)
_CHANGE: tuple[tuple[str, Answer], ...] = (
    ("/{lang}/check", dropping.dropped),
    ("/{lang}/form", form.filled),
    ("/{lang}/trays", dropping.new),
    (f"{_TRAY}/files", dropping.put),
    (f"{_TRAY}/empty", dropping.empty),
)


def application(options: Options, trays: Trays, workers: Workers) -> Starlette:
    """The application.  Raises GklintError where the settings are wrong."""
    rules = Project(options).linter(Path()).rules
    server = Server(options, rules, trays, workers)
    routes = [Route(path, _endpoint(server, answer)) for path, answer in _READ]
    routes += (Route(path, _endpoint(server, each), methods=["POST"]) for path, each in _CHANGE)
    return Starlette(routes=routes, exception_handlers=_handlers(server))


def _endpoint(server: Server, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        return await answer(Ask(server, request))

    return answered


# -- what goes wrong -----------------------------------------------------------------------------


def _handlers(server: Server) -> dict[Any, Callable[[Request, Any], Awaitable[Response]]]:
    async def refused(request: Request, error: HTTPException) -> Response:
        """An address that there is not, or what was there is gone."""
        ask = Ask(server, request)
        key = "web.not-found" if error.status_code == 404 else "web.refused"
        return _problem(ask, ask.said(key), error.status_code)

    async def failed(request: Request, error: GklintError) -> Response:
        """What can be explained."""
        ask = Ask(server, request)
        return _problem(
            ask, error.said(ask.known_lang), 413 if isinstance(error, TrayError) else 422
        )

    async def gone(_: Request, __: ClientDisconnect) -> Response:
        """Nobody waits any more."""
        return Response(status_code=400)

    async def crashed(request: Request, error: Exception) -> Response:
        """A fault of ours."""
        ask = Ask(server, request)
        return _problem(ask, ask.said("web.crashed", error=type(error).__name__), 500)

    return {
        HTTPException: refused,
        GklintError: failed,
        ClientDisconnect: gone,
        Exception: crashed,
    }


def _problem(ask: Ask, text: str, status: int) -> Response:
    """One sentence, to a script or on a page."""
    return JSONResponse({"problem": text}, status) if ask.wants_json else ask.problem(text, status)
