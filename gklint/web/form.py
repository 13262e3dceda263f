"""The page on which the form is filled in."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from gklint.web import work
from gklint.web.asking import DOCX, FILE_SECONDS, Ask, attached
from gklint.web.filling import Form, field_of

_MOST_CELLS, _LONGEST = 500, 200  # fields of the form, and characters in one


async def blank(ask: Ask) -> Response:
    """The blank form."""
    return _page(ask, Form(ask.server.rules, ask.lang, "", "", {}))


async def filled(ask: Ask) -> Response:
    """What follows from what was typed; or the Word file of it."""
    async with ask.request.form(max_files=0, max_fields=_MOST_CELLS) as given:
        typed = {name: str(value)[:_LONGEST] for name, value in given.items()}
    agency, year = typed.get("agency", ""), typed.get("year", "")
    form = Form(ask.server.rules, ask.lang, agency, year, typed)
    if ask.wants_json:
        return _told(ask, form)
    if typed.get("do") != "word":
        return _page(ask, form)
    run, folder = ask.server.workers.run, ask.server.trays.folder
    options = ask.server.options._replace(lang=ask.lang)
    data = await run(FILE_SECONDS, folder, work.blank, options, agency, year, typed)
    return attached(data, ask.said("web.blank-name", agency=agency, year=year), DOCX)


def _page(ask: Ask, form: Form) -> Response:
    return ask.page("form", form=form, field_of=field_of)


def _told(ask: Ask, form: Form) -> Response:
    """What a script shows while numbers are typed."""
    said = [each.said for each in form.broken]
    if form.unread:
        said.insert(0, ask.said("web.unread", count=len(form.unread)))
    broken = [each._asdict() for each in form.broken]
    found = {"computed": form.computed, "unread": form.unread, "broken": broken, "said": said}
    return JSONResponse(found)
