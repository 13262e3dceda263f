"""What is dropped, and what is shown of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import Message, Receive

from gklint.web import work
from gklint.web.asking import FILE_SECONDS, Ask
from gklint.web.trays import Item, Tray, TrayError
from gklint.web.workers import WorkError

_MOST_FIELDS, _MOST_PARTS = 20, 1000
_MOST_AT_ONCE = 600 << 20  # bytes of all files that a form sends
_CHUNK = 1 << 16


async def home(ask: Ask) -> Response:
    """Where files are dropped."""
    return ask.page("home", most=ask.server.options.limits.file)


async def overview(ask: Ask) -> Response:
    """All files of a tray; of a single one its report."""
    if len(ask.tray.items) == 1:
        return RedirectResponse(f"{ask.base}/0", 303)
    return ask.page("overview", tray=ask.tray, base=ask.base)


async def report(ask: Ask) -> Response:
    """One report beside what is found in it."""
    shown = ask.tray.shown(ask.item, ask.lang)
    if not shown.exists():  # it was dropped in another language
        await _check(ask, ask.tray, ask.item)
    article = shown.read_text("utf-8") if ask.item.seen else ""
    return ask.page("report", tray=ask.tray, item=ask.item, base=ask.base, article=article)


async def new(ask: Ask) -> Response:
    """Another tray, empty."""
    return JSONResponse({"tray": ask.server.trays.new(ask.lang).name})


async def put(ask: Ask) -> Response:
    """A file into a tray, which is checked at once; or one of last year's."""
    request, trays = ask.request, ask.server.trays
    name = request.query_params.get("name", "")
    if request.query_params.get("earlier"):
        await trays.put_earlier(ask.tray, name, request.stream())
        return JSONResponse({})
    item = await trays.put(ask.tray, name, request.stream())
    await _check(ask, ask.tray, item)
    problem = item.problem.said(ask.lang) if item.problem else None
    return JSONResponse({"number": item.number, "problem": problem})


async def dropped(ask: Ask) -> Response:
    """Files from a form, as browsers send them that run no script."""
    trays, tray = ask.server.trays, ask.server.trays.new(ask.lang)
    bounded = Request(ask.request.scope, _bounded(ask.request.receive))
    async with bounded.form(max_files=_MOST_PARTS, max_fields=_MOST_FIELDS) as form:
        for each in form.getlist("earlier"):
            if isinstance(each, UploadFile) and each.filename:
                await trays.put_earlier(tray, each.filename, _chunks(each))
        for each in form.getlist("files"):
            if isinstance(each, UploadFile) and each.filename:
                await trays.put(tray, each.filename, _chunks(each))
    await asyncio.gather(*(_check(ask, tray, item) for item in tray.items))
    return RedirectResponse(ask.address_of(tray), 303)


async def empty(ask: Ask) -> Response:
    """Throw away what is in a tray."""
    ask.server.trays.drop(ask.tray)
    return RedirectResponse(ask.home, 303)


async def _check(ask: Ask, tray: Tray, item: Item) -> None:
    if item.problem:
        return
    shown = tray.shown(item, ask.lang)
    try:
        item.seen = await ask.work(FILE_SECONDS, tray, work.look, item.file, shown, item.number)
    except WorkError as error:
        item.problem = error.message


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
