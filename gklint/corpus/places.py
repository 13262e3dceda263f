"""Where something stands in a file, in few characters and no language.

``12:5`` is line and column, from 1, in code points; in formats without lines the parts of
``text.source.Place`` by their names: ``table 2 row 5 cell 3``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gklint.text.source import Place, Range, Source, Span

_MOST = 200
_COLUMNS = [*map(str, range(1, _MOST + 1))]  # a corpus has millions of cells


def told(range_: Range | None, place: Place | None) -> str | None:
    """A place in the file; None where there is none."""
    if range_:
        line, column = range_.start
        return f"{line}:{column}"
    return _named(place) if place else None


def each(source: Source, starts: Sequence[int]) -> list[str | None]:
    """Places of offsets that mostly ascend; of one below 0 None."""
    if source.where is not None:
        spans = (Span(start, start) for start in starts)
        return [told(*source.locate(span)) if span.start >= 0 else None for span in spans]
    return _by_lines(source, starts)


def _by_lines(source: Source, starts: Sequence[int]) -> list[str | None]:
    """As ``told``, but a line is looked for only where another one begins."""
    found: list[str | None] = []
    first = behind = 0
    line = ""
    lines = source.line_starts
    for start in starts:
        if not first <= start < behind:
            if start < 0:
                found.append(None)
                continue
            number = bisect_right(lines, start)
            first = lines[number - 1]
            behind = lines[number] if number < len(lines) else len(source.text) + 1
            line = f"{number}:"
        at = start - first
        found.append(line + (_COLUMNS[at] if at < _MOST else str(at + 1)))
    return found


def _named(place: Place) -> str:
    parts = zip(Place._fields, place, strict=True)
    return " ".join([f"{name} {value}" for name, value in parts if value is not None])
