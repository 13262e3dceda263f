"""Comments in text, Markdown and HTML: ``<!-- … -->``."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.text.blanking import blanked
from gklint.text.source import Span

_OPEN, _CLOSE = "<!--", "-->"


def comments(text: str) -> Iterator[Span]:
    """The comments of a text, with their marks; what is never closed is none."""
    start = text.find(_OPEN)
    while start >= 0 and (end := text.find(_CLOSE, start + len(_OPEN))) >= 0:
        yield Span(start, end + len(_CLOSE))
        start = text.find(_OPEN, end)


def without_comments(text: str) -> str:
    """The text with blanks in place of its comments."""
    return blanked(text, comments(text))
