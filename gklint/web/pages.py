"""What the addresses show: templates, filled with words and results."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gklint import words
from gklint.render import html
from gklint.render.printable import printable
from gklint.ruleset.severity import Severity
from gklint.words import say

_HERE = Path(__file__).parent
_FOLDERS = {
    "drop.css": _HERE / "static",
    "drop.js": _HERE / "static",
    "form.js": _HERE / "static",
    "page.css": Path(html.__file__).parent,
    "page.js": Path(html.__file__).parent,
}
_TYPES = {"css": "text/css", "js": "text/javascript"}


@cache
def static(name: str) -> tuple[bytes, str] | None:
    """A style or a script with its type; None if there is none of this name."""
    if name not in _FOLDERS:
        return None
    return (_FOLDERS[name] / name).read_bytes(), _TYPES[name.rpartition(".")[2]]


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
