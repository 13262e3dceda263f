"""What was read of a file, in short."""

from __future__ import annotations

from gklint.formats.html.reading import read_html
from gklint.formats.limits import Limits
from gklint.text.source import Place, Source, Span


def rows(source: Source) -> list[list[str]]:
    """The cells of the rows that are marked."""
    return [[source.text[slice(*cell)] for cell in row.cells] for row in source.rows]


def columns(source: Source) -> list[tuple[int, ...]]:
    """Where the cells of these rows stand."""
    return [row.columns for row in source.rows]


def lines_of(source: Source) -> list[str]:
    """The lines of its text."""
    return source.text.splitlines()


def place_of(source: Source, text: str) -> Place | None:
    """The place of the only occurrence of a text."""
    assert source.text.count(text) == 1
    at = source.text.index(text)
    return source.locate(Span(at, at + len(text))).place


def page(html: str) -> Source:
    """What is read of a web page."""
    return read_html(html.encode(), "a.html", Limits())
