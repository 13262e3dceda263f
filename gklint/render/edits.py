"""The changes that mend a finding, as outputs have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gklint.text.source import Range, Source, Span

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Fix

_NEAR = 80  # bytes; to say where another edit is takes more than to repeat these
_LONGEST = 4  # bytes of a character


def edits(fix: Fix, source: Source) -> Iterator[tuple[Range, str]]:
    """What is to stand where in the file; a stretch in which much is changed is one edit."""
    text = source.file.text
    (start, end), _, new = fix.edits[0]
    parts = [new]
    for span, _, new in fix.edits[1:]:
        between = text[end : span.start]
        if _is_far(between):
            yield source.file.whole_range(Span(start, end)), "".join(parts)
            start, parts = span.start, [new]
        else:
            parts += (between, new)
        end = span.end
    yield source.file.whole_range(Span(start, end)), "".join(parts)


def _is_far(between: str) -> bool:
    if len(between) * _LONGEST <= _NEAR:
        return False
    return len(between) > _NEAR or len(between.encode("utf-8", "surrogatepass")) > _NEAR
