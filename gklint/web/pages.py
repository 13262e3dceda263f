"""What the addresses show: templates, filled with words and results."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gklint import words
from gklint.render.html.page import SCRIPT, STYLE, asset
from gklint.render.printable import printable
from gklint.ruleset.severity import Severity
from gklint.words import say

_HERE = Path(__file__).parent
_OWN = ("drop.css", "drop.js", "form.js")
_TYPES = {"css": "text/css", "js": "text/javascript"}


@cache
def static(name: str) -> tuple[bytes, str] | None:
    """A style or a script with its type; None if there is none of this name."""
    if name in _OWN:
        text = (_HERE / "static" / name).read_text("utf-8")
    elif name in (STYLE, SCRIPT):
        text = asset(name)
    else:
        return None
    return text.encode(), _TYPES[name.rpartition(".")[2]]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["printable"] = printable
    return made


def page(name: str, lang: str, root: str, **given: Any) -> str:
    """A page in a language; ``root``: how all addresses of the server begin."""

    def text(key: str, **args: object) -> str:
        return say(lang, key, **args)

    return (
        _environment()
        .get_template(f"{name}.html")
        .render(
            text=text,
            lang=lang,
            others=[each for each in words.LANGUAGES if each != lang],
            root=root,
            levels=[str(level) for level in Severity],
            html=Markup,
            **given,
        )
    )
