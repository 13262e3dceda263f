"""Wordings of the running text, wherever it was broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gklint.checks.options import NUMBER, PATTERN, PATTERNS, SECTION, TEXTS, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome

_OWN = 3  # last characters of the agency's name: 林业局
_BEFORE = 8  # characters of the clause, to show what is meant
_MARK = r"[^\w“”]"


@dataclass(frozen=True)
class PhraseOptions(Options):
    """``patterns``: regular expressions; matched without blanks, in half-width characters.

    Each paragraph is a line.
    """

    patterns: tuple[str, ...] = option(PATTERNS)


@check("phrase", PhraseOptions)
def phrase(context: Context, options: PhraseOptions) -> Iterable[Outcome]:
    """Find wordings that should not stand in a finished report."""
    return _findings(context.document, _matches(context.document, options.patterns))


@dataclass(frozen=True)
class TermOptions(PhraseOptions):
    """``terms``: words of the form, within which something may stand twice."""

    terms: tuple[str, ...] = option(TEXTS)


@check("doubled-term", TermOptions)
def doubled_term(context: Context, options: TermOptions) -> Iterable[Outcome]:
    """Find words of the form within which something stands twice, and further wordings."""
    doubled = _doubled(context.document.prose.text, options.terms)
    return _findings(context.document, [*doubled, *_matches(context.document, options.patterns)])


def _doubled(text: str, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the terms stand, but for a stretch within that stands twice.

    With the first or last characters of a term another word may begin or end, as in
    执行|行政复议 and 行政复议|复议机关: there it is not certain that anything is doubled.
    """
    longest = max(map(len, terms))
    for match in _repetition(terms).finditer(text):
        start, end = match.span(1)
        once = text[:end] + text[match.end() : match.end() + longest]
        for term in terms:
            at = once.find(term, max(0, end + 1 - len(term)), start - 1 + len(term))
            if at >= 0:
                yield at, at + len(term) + end - start
                break


@cache
def _repetition(terms: Sequence[str]) -> re.Pattern[str]:
    """What may stand within the terms, twice."""
    inner = "".join(sorted({char for term in terms for char in term[1:-1]}))
    return re.compile(f"([{inner}]{{1,{max(map(len, terms)) - 2}}})\\1")


@dataclass(frozen=True)
class GeneralOptions(Options):
    """``section``: by its name.  ``others``: what it says of no body in particular.

    ``at_least``: how many different ones; ``unless``: signs that it speaks of its own body.
    """

    section: str = option(SECTION)
    others: str = option(PATTERN)
    at_least: int = option(NUMBER)
    unless: tuple[str, ...] = option(PATTERNS)


@check("section-general", GeneralOptions)
def section_general(context: Context, options: GeneralOptions) -> Iterable[Outcome]:
    """Find a section that speaks of others in general, never of the report's own body."""
    document = context.document
    section = document.sections.get(options.section)
    if section is None or section.silent:
        yield NotApplicable()
        return
    others = list(dict.fromkeys(re.findall(options.others, section.text)))
    if len(others) < options.at_least:
        return
    own = document.agency[-_OWN:] if document.agency else ""
    if not (own and own in section.text) and not any(
        re.search(each, section.text) for each in options.unless
    ):
        args = {"one": others[0], "another": others[-1]}
        yield Finding(Address(section.name), section.heading, args)


def _matches(document: Document, patterns: Iterable[str]) -> Iterator[tuple[int, int]]:
    for each in patterns:
        for match in re.compile(each, re.MULTILINE).finditer(document.prose.text):
            yield match.span()


def _findings(document: Document, places: Iterable[tuple[int, int]]) -> Iterable[Finding]:
    """A finding for each place of the prose, in order; of places that overlap only the first."""
    prose, last = document.prose, 0
    for start, end in sorted(places):
        if start >= last:
            last = end
            span = prose.span(start, end)
            section = in_address(document.section_at(span.start))
            before = re.split(_MARK, prose.text[max(0, start - _BEFORE) : start])[-1]
            clause = prose.span(start - len(before), end)
            quoted = " ".join(document.source.text[slice(*clause)].split())
            args = {"printed": prose.text[start:end], "clause": quoted}
            yield Finding(Address("text", section or None), span, args)
