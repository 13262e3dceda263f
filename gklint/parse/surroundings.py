"""The page around a report: where the report stands in it, and what of it was copied along.

A web page sets its navigation, its footer and its share bar apart from the report by
elements of their own.  The report is in the smallest element that holds all its headings,
its tables and nearly all its sentences; only its title may stand above that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from gklint.parse.lines import Line
from gklint.parse.title import find_title
from gklint.parse.tokens import Kind, Token
from gklint.text.source import Source, Span

_MOST_OF_THE_PROSE = 0.8
_LINES_ABOVE = 60
_SENTENCES = 2


class Extent(NamedTuple):
    """The spans of the text that belong to the report, in order; the last holds its sections.

    ``apart``: the elements inside that one, in order; those within another are left out.
    """

    spans: tuple[Span, ...]
    apart: tuple[Span, ...] = ()

    def holds(self, offset: int) -> bool:
        """Whether a place belongs to the report."""
        return any(start <= offset < end for start, end in self.spans)

    def within(self, whole: Span) -> Extent:
        """What of it stands in ``whole``, which holds at least its sections."""
        cut = (Span(max(start, whole.start), min(end, whole.end)) for start, end in self.spans)
        return Extent(tuple(span for span in cut if span.start < span.end), self.apart)

    def sets_apart(self, span: Span) -> bool:
        """Whether an element inside the report's own encloses ``span``."""
        index = bisect_right(self.apart, span.start, key=lambda each: each.start) - 1
        return index >= 0 and span.end <= self.apart[index].end


def find_extent(
    source: Source, normal: str, tokens: Sequence[Token], lines: Sequence[Line]
) -> Extent:
    """Where the report stands; all of the text where the format encloses nothing."""
    containers = source.containers
    region = _region(containers, normal, tokens) if containers else None
    if region is None:
        return Extent((Span(0, len(normal)),))
    above = [line.span for line in lines if line.span.end <= region.start][-_LINES_ABOVE:]
    title = None if _has_title(region, normal, tokens) else find_title(normal, above)[0]
    return Extent((title.span, region) if title else (region,), _inner(containers, region))


def _inner(containers: Sequence[Span], region: Span) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in containers:  # the outer before the inner
        after = found[-1].end if found else region.start
        if after <= span.start and span.end <= region.end and span != region:
            found.append(span)
    return tuple(found)


def _has_title(region: Span, normal: str, tokens: Sequence[Token]) -> bool:
    front = takewhile(lambda token: token.kind is not Kind.HEADING, tokens)
    lines = [token.span for token in front if token.kind is Kind.PROSE]
    return find_title(normal, [span for span in lines if span.start >= region.start])[0] is not None


def _region(containers: Sequence[Span], normal: str, tokens: Sequence[Token]) -> Span | None:
    essential = [token.span for token in tokens if token.kind is Kind.HEADING or token.cells]
    if not essential:
        return None
    first, last = essential[0].start, max(span.end for span in essential)
    sentences = [(token.span.start, _sentences(normal, token)) for token in tokens]
    wanted = _MOST_OF_THE_PROSE * sum(count for _, count in sentences)
    fitting = [
        span
        for span in containers
        if span.start <= first
        and last <= span.end
        and sum(count for start, count in sentences if span.start <= start < span.end) >= wanted
    ]
    return min(fitting, key=lambda span: span.end - span.start, default=None)


def _sentences(normal: str, token: Token) -> int:
    """The length of a line of running text; 0 for any other."""
    if token.kind is not Kind.PROSE or "。" not in normal[slice(*token.span)]:
        return 0
    return token.span.end - token.span.start


def find_chrome(tokens: Sequence[Token], normal: str, words: re.Pattern[str]) -> frozenset[Span]:
    """The lines of the page around the report, before its title and after its end.

    ``words``: what only such lines say, or paragraphs of the report that were run together
    with them: sentences stand between them and the report's own.
    """
    found = set()
    for run, is_paragraph in ((tokens, _goes_on), (tokens[::-1], _is_ended)):
        for token in takewhile(lambda token: token.kind is Kind.PROSE, run):
            match = words.search(normal, *token.span)
            if match and not is_paragraph(normal, token.span, match):
                found.add(token.span)
    return frozenset(found)


def _goes_on(normal: str, line: Span, chrome: re.Match[str]) -> bool:
    """Whether sentences of a preamble follow on the line."""
    return normal.count("。", chrome.end(), line.end) >= _SENTENCES


def _is_ended(normal: str, line: Span, chrome: re.Match[str]) -> bool:
    """Whether a sentence stands before, on the line."""
    return "。" in normal[line.start : chrome.start()]
