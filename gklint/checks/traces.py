"""The writing of the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from gklint.checks.options import PATTERNS, Options, one_of, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Edit, Finding, NotApplicable, Outcome
from gklint.text.expressions import Expression
from gklint.text.source import Span

_QUOTED = 20  # characters of a line
_LATIN = re.compile(r"[A-Za-z]")

_TRACES: dict[str, Callable[[Document], Sequence[Span] | Sequence[int] | None]] = {
    "glosses": lambda document: document.glosses,
    "traditional": lambda document: document.traditional,
    "broken_lines": lambda document: [each.line for each in document.broken_lines],
    "chrome": lambda document: (*document.chrome, *document.page_numbers),
    "revisions": lambda document: document.source.revisions,
    "left_out": lambda document: document.left_out,
    "recognised": lambda document: document.source.recognised,
}


def _without_glosses(document: Document) -> Iterable[Edit]:
    return (Edit(span, "") for span in document.glosses)


def _simplified(document: Document) -> Iterable[Edit]:
    for offset in document.traditional:
        yield Edit(Span(offset, offset + 1), document.normal[offset])


def _joined(document: Document) -> Iterable[Edit]:
    """The lines joined where only blanks part them, unless Latin words would run into one."""
    text = document.source.text
    for _, gap in document.broken_lines:
        latin = all(_LATIN.match(text[at]) for at in (gap.start - 1, gap.end))
        if text[slice(*gap)].isspace() and not latin:
            yield Edit(gap, "")


_MENDS: dict[str, Callable[[Document], Iterable[Edit]]] = {
    "glosses": _without_glosses,
    "traditional": _simplified,
    "broken_lines": _joined,
}


class TraceOptions(Options):
    """``of``: glosses, traditional, broken_lines, chrome, revisions, left_out or recognised."""

    of: str = option(one_of(*_TRACES))


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
        mend = _MENDS.get(options.of)
        edits = partial(mend, document) if mend else ()
        yield Finding(Address("text", options.of), span, args, edits=edits)


class PatternOptions(Options):
    """``patterns``: regular expressions on the original text."""

    patterns: tuple[Expression, ...] = option(PATTERNS)


@check("pattern", PatternOptions)
def pattern(context: Context, options: PatternOptions) -> Iterable[Outcome]:
    """Find what should not stand in a finished report."""
    document = context.document
    for match in matches(document, options.patterns):
        args = {"printed": match[0].strip()}
        section = document.section_at(match.start())
        yield Finding(Address("text", in_address(section) or None), Span(*match.span()), args)


def matches(document: Document, patterns: Iterable[Expression]) -> list[re.Match[str]]:
    """Where the original text of the report matches, each place once, in its order."""
    # One search each: an expression that begins with a character is found fast, one that
    # begins with alternatives is not.
    text = document.source.text
    found = {
        match.span(): match
        for each in patterns
        if each.may_be_in(text)
        for start, end in document.extent
        for match in each.finditer(text, start, end)
        if not document.normal[slice(*match.span())].isspace()  # in a comment
    }
    return [found[span] for span in sorted(found)]
