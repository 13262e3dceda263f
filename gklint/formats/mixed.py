"""Text and Markdown with tables in HTML, or drawn with characters, as converters write them."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.formats.blocks import Block, Paragraph, Run, compose
from gklint.formats.drawn import tables_in
from gklint.formats.html.building import Builder
from gklint.formats.html.tags import tokens
from gklint.formats.limits import Limits
from gklint.text.comments import without_comments
from gklint.text.markup import without_markup
from gklint.text.source import BREAK, Markup, Segment, Source, Span


def with_tables(source: Source, limits: Limits) -> Source:
    """A text with its tables as those of a page.  Raises UnreadableFileError over a limit."""
    text = without_markup(without_comments(source.text))
    composed = compose(_blocks(text, limits))
    segments = tuple(map(Segment, composed.starts, composed.origins))
    where = Markup(source.text, segments)
    return Source(composed.text, source.path, composed.rows, (), where=where)


def _blocks(text: str, limits: Limits) -> Iterator[Block[Span]]:
    """The tables, and the lines between them as they are."""
    position = 0
    drawn = {found.span: found.table for found in tables_in(text)}
    for span in sorted([*drawn, *_tables(text)]):
        if span.start < position:
            continue  # within another
        yield from _lines(text, position, span.start)
        if span in drawn:
            yield drawn[span]
        else:
            yield from Builder(text, limits, within=span).run()
        position = span.end
    yield from _lines(text, position, len(text))


def _tables(text: str) -> Iterator[Span]:
    """The tables that stand in no other; one without an end goes on to the end of the text."""
    depth = start = 0
    for match, _ in tokens(text):
        if (match["open"] or "").lower() == "table":
            start = start if depth else match.start()
            depth += 1
        elif (match["close"] or "").lower() == "table" and depth:
            depth -= 1
            if not depth:
                yield Span(start, match.end())
    if depth:
        yield Span(start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Paragraph[Span]]:
    for match in BREAK.finditer(text, start, end):
        yield _line(text, Span(start, match.start()), Span(*match.span()))
        start = match.end()
    if start < end:
        yield _line(text, Span(start, end), Span(end, end))


def _line(text: str, line: Span, end: Span) -> Paragraph[Span]:
    runs = (Run(text[slice(*line)], line),) if line.end > line.start else ()
    return Paragraph(runs, end)
