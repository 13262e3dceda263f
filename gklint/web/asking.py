"""One request: what it names, and what an answer to it needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gklint import words
from gklint.project.options import Options
from gklint.ruleset.loading import RuleSet
from gklint.web import pages
from gklint.web.trays import Item, Tray, Trays
from gklint.web.workers import Workers
from gklint.words import say

FILE_SECONDS, ALL_SECONDS = 60, 900  # for a file; for what is made of all of them
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Server(NamedTuple):
    """What all answers have in common: the settings, the trays and the processes."""

    options: Options
    rules: RuleSet
    trays: Trays
    workers: Workers


class Ask:
    """A request to the server.  What it names and is not there is an HTTPException."""

    def __init__(self, server: Server, request: Request) -> None:
        self.server = server
        self.request = request

    @property
    def known_lang(self) -> str:
        """The language of its address, also of one that there is not."""
        lang = self.request.path_params.get("lang")
        return lang if lang in words.LANGUAGES else self.server.options.lang

    @property
    def lang(self) -> str:
        """The language of its address."""
        if self.request.path_params["lang"] not in words.LANGUAGES:
            raise HTTPException(404)
        return self.known_lang

    @property
    def root(self) -> str:
        """How all addresses begin."""
        root: str = self.request.scope.get("root_path", "")
        return root

    @property
    def home(self) -> str:
        """The address of the first page in its language."""
        return f"{self.root}/{self.lang}/"

    @property
    def wants_json(self) -> bool:
        """Whether a script asks."""
        accepted = self.request.headers.get("accept", "")
        return self.request.method == "POST" and "json" in accepted

    @cached_property
    def tray(self) -> Tray:
        """The tray that it names."""
        tray = self.server.trays.get(self.request.path_params["tray"]) if self.lang else None
        if tray is None:
            raise HTTPException(404)
        return tray

    @cached_property
    def item(self) -> Item:
        """The file that it names."""
        item = self.tray.item(self.request.path_params["number"])
        if item is None:
            raise HTTPException(404)
        return item

    @property
    def base(self) -> str:
        """The address of its tray."""
        return self.address_of(self.tray)

    def address_of(self, tray: Tray) -> str:
        """The address of a tray."""
        return f"{self.home}trays/{tray.name}"

    def options(self, tray: Tray) -> Options:
        """The settings for the files of a tray."""
        return self.server.options._replace(lang=self.lang, previous=tray.earlier)

    async def work(
        self,
        seconds: float,
        tray: Tray,
        work: Callable[Concatenate[Options, Given], Result],
        *args: Given.args,
        **named: Given.kwargs,
    ) -> Result:
        """What is made of the files of a tray, in another process.  Raises GklintError."""
        run, options = self.server.workers.run, self.options(tray)
        return await run(seconds, tray.folder, work, options, *args, **named)

    def said(self, key: str, **args: object) -> str:
        """A text in the language of its address."""
        return say(self.known_lang, key, **args)

    def page(self, name: str, **given: Any) -> Response:
        """A page that there is in each language."""
        path = self.request.url.path.removeprefix(f"{self.root}/{self.lang}")
        return HTMLResponse(pages.page(name, self.lang, self.root, path=path, **given))

    def problem(self, text: str, status: int) -> Response:
        """A page that says what is wrong."""
        page = pages.page("said", self.known_lang, self.root, said=text)
        return HTMLResponse(page, status)


def attached(data: bytes, name: str, kind: str) -> Response:
    """A file to be kept, whatever it is called."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, media_type=kind, headers=headers)
