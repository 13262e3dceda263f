"""The writing of the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gklint.checks.registry import Context, check
from gklint.diagnostics import Finding, NotApplicable, Outcome
from gklint.model import Address, Document
from gklint.source import Span


@dataclass(frozen=True)
class TraceOptions:
    """``of``: glosses, traditional, broken_lines, chrome or revisions."""

    of: str


_QUOTED = 20  # characters of a line

_TRACES: dict[str, Callable[[Document], Sequence[Span] | Sequence[int] | None]] = {
    "glosses": lambda document: document.glosses,
    "traditional": lambda document: document.traditional,
    "broken_lines": lambda document: document.broken_lines,
    "chrome": lambda document: (*document.chrome, *document.page_numbers),
    "revisions": lambda document: document.source.revisions,
}


@check("trace", TraceOptions)
def trace(context: Context, options: TraceOptions) -> Iterable[Outcome]:
    """Find traces of conversion and copying: one finding for the file, at the first."""
    document = context.document
    found = _TRACES[options.of](document)
    if found is None:
        yield NotApplicable()
    elif found:
        first = min(found)
        span = first if isinstance(first, Span) else Span(first, first + 1)
        line = document.source.text[slice(*span)].strip()
        printed = line[-_QUOTED:] if options.of == "broken_lines" else line[:_QUOTED]
        args = {"count": len(found), "printed": printed}
        yield Finding(Address("text", options.of), span, args)


@dataclass(frozen=True)
class PatternOptions:
    """``patterns``: regular expressions on the original text.  ``once``: only the first."""

    patterns: tuple[str, ...]
    once: bool = False


@check("pattern", PatternOptions)
def pattern(context: Context, options: PatternOptions) -> Iterable[Outcome]:
    """Find what should not stand in a finished report."""
    text = context.document.source.text
    # One search each: an expression that begins with a character is found fast, one that
    # begins with alternatives is not.
    found = {
        match.span(): match
        for each in options.patterns
        for start, end in context.document.extent
        for match in re.compile(each).finditer(text, start, end)
    }
    matches = [found[span] for span in sorted(found)]
    for match in matches[:1] if options.once else matches:
        args = {"printed": match[0].strip(), "count": len(matches)}
        yield Finding(Address("text", match[0][:12]), Span(*match.span()), args)
