"""What is taken home: files that are made of those in a tray."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response

from gklint.web import work
from gklint.web.asking import ALL_SECONDS, DOCX, FILE_SECONDS, Ask, attached
from gklint.web.trays import Tray


async def commented(ask: Ask) -> Response:
    """A Word file with its findings as comments."""
    file = ask.item.file
    data = await ask.work(FILE_SECONDS, ask.tray, work.annotate, file)
    return attached(data, ask.said("web.commented-name", stem=file.path.stem), DOCX)


async def whole(ask: Ask) -> Response:
    """All reports of a tray as one page."""
    data = await ask.work(ALL_SECONDS, ask.tray, work.page, _files(ask.tray))
    return attached(data, ask.said("web.page-name"), "text/html")


async def review(ask: Ask) -> Response:
    """What a review makes of a tray: a workbook, letters, commented copies."""
    out = ask.tray.folder / ask.said("web.folder-review")
    data = await ask.work(ALL_SECONDS, ask.tray, work.review, _files(ask.tray), out)
    return attached(data, ask.said("web.review-name"), "application/zip")


async def disguise(ask: Ask) -> Response:
    """What an anonymised copy still has of the original, before it is taken home."""
    target = ask.tray.disguised(ask.item)
    done = await ask.work(ALL_SECONDS, ask.tray, work.anonymise, ask.item.file, target)
    return ask.page("anonymous", item=ask.item, base=ask.base, done=done)


async def disguised(ask: Ask) -> Response:
    """The anonymised copy."""
    path = ask.tray.disguised(ask.item)
    if not path.exists():
        raise HTTPException(404)
    name = ask.said("web.anonymous-name", suffix=path.suffix)
    return attached(path.read_bytes(), name, "application/octet-stream")


def _files(tray: Tray) -> list[work.File]:
    """The files that are all there."""
    return [item.file for item in tray.items if item.seen]
