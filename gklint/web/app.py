"""The addresses of the page, each a function from a request to an answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive

from gklint import words
from gklint.errors import GklintError
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.web import pages, work
from gklint.web.filling import Form, field_of
from gklint.web.trays import Item, Tray, TrayError, Trays
from gklint.web.workers import WorkError, Workers
from gklint.words import say

_FILE_SECONDS, _ALL_SECONDS = 60, 900  # for a file; for what is made of all of them
_MOST_FIELDS, _MOST_PARTS = 20, 1000
_MOST_CELLS, _LONGEST = 500, 200  # fields of the form, and characters in one
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CHUNK = 1 << 16
_KEPT = {"cache-control": "private, max-age=3600"}  # there is nothing of anybody in it
_MOST_AT_ONCE = 600 << 20  # bytes of all files that a form sends


class Web:
    """What answers have in common: the settings, the trays and the processes."""

    def __init__(self, options: Options, trays: Trays, workers: Workers) -> None:
        self.options = options
        self.rules = Project(options).linter(Path()).rules
        self.trays = trays
        self.workers = workers

    def app(self) -> Starlette:
        """The application."""
        routes = [
            Route("/", self.start),
            Route("/static/{name}", self.static),
            Route("/{lang}/", self.home),
            Route("/{lang}/trays", self.new, methods=["POST"]),
            Route("/{lang}/check", self.dropped, methods=["POST"]),
            Route("/{lang}/form", self.form),
            Route("/{lang}/form", self.filled, methods=["POST"]),
            Route("/{lang}/trays/{tray}", self.overview),
            Route("/{lang}/trays/{tray}/files", self.put, methods=["POST"]),
            Route("/{lang}/trays/{tray}/page.html", self.whole),
            Route("/{lang}/trays/{tray}/review.zip", self.review),
            Route("/{lang}/trays/{tray}/empty", self.empty, methods=["POST"]),
            Route("/{lang}/trays/{tray}/{number:int}", self.report),
            Route("/{lang}/trays/{tray}/{number:int}/commented.docx", self.commented),
            Route("/{lang}/trays/{tray}/{number:int}/anonymous", self.disguise),
            Route("/{lang}/trays/{tray}/{number:int}/anonymous/file", self.disguised),
        ]
        handlers: dict[Any, Callable[[Request, Any], Awaitable[Response]]] = {
            HTTPException: self.refused,
            GklintError: self.failed,
            ClientDisconnect: self.gone,
            Exception: self.crashed,
        }
        return Starlette(routes=routes, exception_handlers=handlers)

    # -- pages -----------------------------------------------------------------------------------

    async def start(self, request: Request) -> Response:
        """The first page, in the language of the server."""
        return RedirectResponse(f"{_root(request)}/{self.options.lang}/", 303)

    async def static(self, request: Request) -> Response:
        """A style or a script."""
        found = pages.static(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return Response(found[0], media_type=found[1], headers=_KEPT)

    async def home(self, request: Request) -> Response:
        """Where files are dropped."""
        return self._page(request, "home", most=self.options.limits.file)

    async def overview(self, request: Request) -> Response:
        """All files of a tray; of a single one its report."""
        tray = self._tray(request)
        if len(tray.items) == 1:
            return RedirectResponse(f"{_path(request, tray)}/0", 303)
        return self._page(request, "overview", tray=tray, base=_path(request, tray))

    async def report(self, request: Request) -> Response:
        """One report beside what is found in it."""
        tray, item = self._item(request)
        shown = tray.shown(item, _lang(request))
        if not shown.exists():  # it was dropped in another language
            await self._check(request, tray, item)
        article = shown.read_text("utf-8") if item.seen else ""
        path = _path(request, tray)
        return self._page(request, "report", tray=tray, item=item, base=path, article=article)

    # -- what is dropped -------------------------------------------------------------------------

    async def new(self, request: Request) -> Response:
        """Another tray, empty."""
        return JSONResponse({"tray": self.trays.new(_lang(request)).name})

    async def put(self, request: Request) -> Response:
        """A file into a tray, which is checked at once; or one of last year's."""
        tray, name = self._tray(request), request.query_params.get("name", "")
        if request.query_params.get("earlier"):
            await self.trays.put_earlier(tray, name, request.stream())
            return JSONResponse({})
        item = await self.trays.put(tray, name, request.stream())
        await self._check(request, tray, item)
        problem = item.problem.said(_lang(request)) if item.problem else None
        return JSONResponse({"number": item.number, "problem": problem})

    async def dropped(self, request: Request) -> Response:
        """Files from a form, as browsers send them that run no script."""
        tray = self.trays.new(_lang(request))
        bounded = Request(request.scope, _bounded(request.receive))
        async with bounded.form(max_files=_MOST_PARTS, max_fields=_MOST_FIELDS) as form:
            for each in form.getlist("earlier"):
                if isinstance(each, UploadFile) and each.filename:
                    await self.trays.put_earlier(tray, each.filename, _chunks(each))
            for each in form.getlist("files"):
                if isinstance(each, UploadFile) and each.filename:
                    await self.trays.put(tray, each.filename, _chunks(each))
        await asyncio.gather(*(self._check(request, tray, item) for item in tray.items))
        return RedirectResponse(_path(request, tray), 303)

    async def empty(self, request: Request) -> Response:
        """Throw away what is in a tray."""
        self.trays.drop(self._tray(request))
        return RedirectResponse(f"{_root(request)}/{_lang(request)}/", 303)

    async def _check(self, request: Request, tray: Tray, item: Item) -> None:
        if item.problem:
            return
        options, shown = self._options(request, tray), tray.shown(item, _lang(request))
        try:
            item.seen = await self.workers.run(
                _FILE_SECONDS, tray.folder, work.look, options, item.file, shown, item.number
            )
        except WorkError as error:
            item.problem = error.message

    # -- what is filled in -----------------------------------------------------------------------

    async def form(self, request: Request) -> Response:
        """The blank form."""
        return self._form(request, Form(self.rules, _lang(request), "", "", {}))

    async def filled(self, request: Request) -> Response:
        """What follows from what was typed; or the Word file of it."""
        lang = _lang(request)
        async with request.form(max_files=0, max_fields=_MOST_CELLS) as given:
            typed = {name: str(value)[:_LONGEST] for name, value in given.items()}
        agency, year = typed.get("agency", ""), typed.get("year", "")
        form = Form(self.rules, lang, agency, year, typed)
        if _wants_json(request):
            broken = [each._asdict() for each in form.broken]
            said = [each.said for each in form.broken]
            if form.unread:
                said.insert(0, say(lang, "web.unread", count=len(form.unread)))
            found = {"computed": form.computed, "unread": form.unread, "broken": broken}
            return JSONResponse({**found, "said": said})
        if typed.get("do") != "word":
            return self._form(request, form)
        options = self.options._replace(lang=lang)
        data = await self.workers.run(
            _FILE_SECONDS, self.trays.folder, work.blank, options, agency, year, typed
        )
        return _file(data, say(lang, "web.blank-name", agency=agency, year=year), _DOCX)

    def _form(self, request: Request, form: Form) -> Response:
        return self._page(request, "form", form=form, field_of=field_of)

    # -- what is taken home ----------------------------------------------------------------------

    async def commented(self, request: Request) -> Response:
        """A Word file with its findings as comments."""
        tray, item = self._item(request)
        options = self._options(request, tray)
        data = await self.workers.run(_FILE_SECONDS, tray.folder, work.annotate, options, item.file)
        stem = item.file.path.stem
        return _file(data, say(_lang(request), "web.commented-name", stem=stem), _DOCX)

    async def disguise(self, request: Request) -> Response:
        """What an anonymised copy still has of the original, before it is taken home."""
        tray, item = self._item(request)
        options, target = self._options(request, tray), tray.disguised(item)
        done = await self.workers.run(
            _ALL_SECONDS, tray.folder, work.anonymise, options, item.file, target
        )
        path = _path(request, tray)
        return self._page(request, "anonymous", item=item, base=path, done=done)

    async def disguised(self, request: Request) -> Response:
        """The anonymised copy."""
        tray, item = self._item(request)
        path = tray.disguised(item)
        if not path.exists():
            raise HTTPException(404)
        name = say(_lang(request), "web.anonymous-name", suffix=path.suffix)
        return _file(path.read_bytes(), name, "application/octet-stream")

    async def whole(self, request: Request) -> Response:
        """All reports of a tray as one page."""
        tray = self._tray(request)
        options, files = self._options(request, tray), _files(tray)
        data = await self.workers.run(_ALL_SECONDS, tray.folder, work.page, options, files)
        return _file(data, say(_lang(request), "web.page-name"), "text/html")

    async def review(self, request: Request) -> Response:
        """What a review makes of a tray: a workbook, letters, commented copies."""
        tray = self._tray(request)
        options, files = self._options(request, tray), _files(tray)
        out = tray.folder / "out"
        data = await self.workers.run(_ALL_SECONDS, tray.folder, work.review, options, files, out)
        return _file(data, say(_lang(request), "web.review-name"), "application/zip")

    # -- what goes wrong -------------------------------------------------------------------------

    async def refused(self, request: Request, error: HTTPException) -> Response:
        """An address that there is not, or what was there is gone."""
        key = "web.not-found" if error.status_code == 404 else "web.refused"
        return self._said(request, say(_asked(request, self.options), key), error.status_code)

    async def failed(self, request: Request, error: GklintError) -> Response:
        """What can be explained."""
        status = 413 if isinstance(error, TrayError) else 422
        return self._said(request, error.said(_asked(request, self.options)), status)

    async def gone(self, _: Request, __: ClientDisconnect) -> Response:
        """Nobody waits any more."""
        return Response(status_code=400)

    async def crashed(self, request: Request, error: Exception) -> Response:
        """A fault of ours."""
        key, name = "web.crashed", type(error).__name__
        return self._said(request, say(_asked(request, self.options), key, error=name), 500)

    def _said(self, request: Request, text: str, status: int) -> Response:
        if _wants_json(request):
            return JSONResponse({"problem": text}, status)
        page = pages.page("said", _asked(request, self.options), _root(request), said=text)
        return HTMLResponse(page, status)

    # -- what requests name ----------------------------------------------------------------------

    def _page(self, request: Request, name: str, **given: Any) -> Response:
        lang = _lang(request)
        path = request.url.path.removeprefix(f"{_root(request)}/{lang}")
        return HTMLResponse(pages.page(name, lang, _root(request), path=path, **given))

    def _tray(self, request: Request) -> Tray:
        _lang(request)
        tray = self.trays.get(request.path_params["tray"])
        if tray is None:
            raise HTTPException(404)
        return tray

    def _item(self, request: Request) -> tuple[Tray, Item]:
        tray = self._tray(request)
        item = tray.item(request.path_params["number"])
        if item is None:
            raise HTTPException(404)
        return tray, item

    def _options(self, request: Request, tray: Tray) -> Options:
        return self.options._replace(lang=_lang(request), previous=tray.earlier)


def _lang(request: Request) -> str:
    lang: str = request.path_params["lang"]
    if lang not in words.LANGUAGES:
        raise HTTPException(404)
    return lang


def _asked(request: Request, options: Options) -> str:
    """The language of an address, also of one that there is not."""
    lang = request.path_params.get("lang")
    return lang if lang in words.LANGUAGES else options.lang


def _wants_json(request: Request) -> bool:
    """Whether a script asks."""
    return request.method == "POST" and "json" in request.headers.get("accept", "")


def _root(request: Request) -> str:
    root: str = request.scope.get("root_path", "")
    return root


def _path(request: Request, tray: Tray) -> str:
    return f"{_root(request)}/{_lang(request)}/trays/{tray.name}"


def _files(tray: Tray) -> list[work.File]:
    """The files that are all there."""
    return [item.file for item in tray.items if item.seen]


def _file(data: bytes, name: str, kind: str) -> Response:
    """A file to be kept, whatever it is called."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, media_type=kind, headers=headers)


def _bounded(receive: Receive) -> Receive:
    """The same request, that is given up where it is too long; raises TrayError then."""
    size = 0

    async def bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > _MOST_AT_ONCE:
            raise TrayError("web.too-much", most=_MOST_AT_ONCE >> 20)
        return message

    return bounded


async def _chunks(file: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await file.read(_CHUNK):
        yield chunk
