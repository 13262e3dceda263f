"""Pieces of HTML; all text of documents goes through ``escaped``, also that of attributes."""

from __future__ import annotations

from html import escape

from gklint.render.printable import printable


def escaped(text: str) -> str:
    """Text that is shown as it is, whatever it looks like."""
    return escape(printable(text))


def element(name: str, content: str = "", **given: object) -> str:
    """An element around HTML, with its attributes."""
    return f"<{name}{attributes(**given)}>{content}</{name}>"


def attributes(**given: object) -> str:
    """Attributes; ``class_`` is ``class``, and what is None or "" is left out."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for name, value in given.items()
        if value not in (None, "")
    )
