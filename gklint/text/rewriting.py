"""A source in which other characters stand in some places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from gklint.text.source import Markup, Row, Source, Span


def rewritten(source: Source, texts: Mapping[Span, str]) -> Source:
    """The same file with other texts at some spans, which do not overlap."""
    if not texts:
        return source
    changes = sorted(texts.items())
    parts: list[str] = []
    done = 0
    for (start, end), text in changes:
        parts += source.text[done:start], text
        done = end
    parts.append(source.text[done:])
    ends = [span.end for span, _ in changes]
    longer = [0, *accumulate(len(text) - (span.end - span.start) for span, text in changes)]

    def move(offset: int) -> int:
        return offset + longer[bisect_right(ends, offset)]

    def moved(span: Span) -> Span:
        return Span(move(span.start), move(span.end))

    def each(spans: tuple[Span, ...] | None) -> tuple[Span, ...] | None:
        return None if spans is None else tuple(map(moved, spans))

    where = source.where
    if isinstance(where, Markup):
        segments = tuple(it._replace(start=move(it.start)) for it in where.segments)
        where = where._replace(segments=segments)
    elif where is not None:
        where = where._replace(starts=tuple(map(move, where.starts)))
    return source._replace(
        text="".join(parts),
        rows=tuple(
            Row(moved(it.span), tuple(map(moved, it.cells)), it.columns) for it in source.rows
        ),
        containers=each(source.containers),
        revisions=each(source.revisions),
        left_out=each(source.left_out),
        recognised=each(source.recognised),
        where=where,
        recognition=source.recognition and source.recognition.moved(move),
    )
