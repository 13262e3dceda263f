"""Positions of the protocol and offsets in the text of a document.

Offsets count code points from the start of ``Source.file.text``, as everywhere in gklint; the
protocol counts lines from 0 and, within a line, units of the encoding agreed upon.
"""

from __future__ import annotations

from lsprotocol import types

from gklint.render.lsp import UNITS, lsp_position
from gklint.text.source import Markup, Places, Source, Span


def offset_of(position: types.Position, file: Source, units: str) -> int:
    """The offset of a position; the nearest one if it lies outside of the text."""
    encoding, size = UNITS[units]
    last = len(file.line_starts)
    if position.line >= last:
        return len(file.text)
    start, end = file.line_span(position.line + 1)
    line = file.text[start:end].encode(encoding)
    before = line[: position.character * size]
    return start + len(before.decode(encoding, "ignore"))


def position_of(offset: int, file: Source, units: str) -> types.Position:
    """The position of an offset."""
    return types.Position(**lsp_position(file.position(offset), file, units))


def range_of(span: Span, file: Source, units: str) -> types.Range:
    """The range of a span, over all its lines."""
    return types.Range(position_of(span.start, file, units), position_of(span.end, file, units))


def span_of(found: types.Range, file: Source, units: str) -> Span:
    """The span of a range; one that is turned around is empty."""
    start = offset_of(found.start, file, units)
    return Span(start, max(start, offset_of(found.end, file, units)))


def changed(text: str, change: types.TextDocumentContentChangeEvent, units: str) -> str:
    """The text after a change of a part of it, or of all."""
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    start, end = span_of(change.range, Source(text), units)
    return text[:start] + change.text + text[end:]


def file_span(span: Span, source: Source) -> Span | None:
    """Where a span of ``source.text`` stands in the file; None if the file has no lines."""
    if isinstance(source.where, Places):
        return None
    return source.where.span(span) if isinstance(source.where, Markup) else span


def carried(offset: int, after: str, before: str) -> int | None:
    """Where the character at ``offset`` of ``after`` stood in ``before``; None if it is new."""
    if after is before or offset < _shared(after, before):
        return offset
    from_end = len(after) - offset
    if from_end <= _shared(after[::-1], before[::-1]):
        return len(before) - from_end
    return None


def _shared(left: str, right: str) -> int:
    """How many characters both begin with, found by halving."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
