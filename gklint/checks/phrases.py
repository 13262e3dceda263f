"""Wordings of the running text, wherever it was broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from gklint.checks.options import NUMBER, PATTERN, PATTERNS, SECTION, SOUGHT, TEXTS, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.text.expressions import Expression

_OWN = 3  # last characters of the agency's name: 林业局
_BEFORE = 8  # characters of the clause, to show what is meant
_MANY = 8  # signs that are looked for together at first
_MARK = r"[^\w“”]"


class PhraseOptions(Options):
    """``sought``: regular expressions; matched without blanks, in half-width characters.

    Each paragraph is a line.  ``cut``: words behind which something has to follow; ``terms``:
    those within which something may stand twice.
    """

    sought: Mapping[str, Expression] = option(SOUGHT)
    cut: tuple[str, ...] = option(TEXTS, ())
    terms: tuple[str, ...] = option(TEXTS, ())


@check("phrase", PhraseOptions)
def phrase(context: Context, options: PhraseOptions) -> Iterable[Outcome]:
    """Find wordings that should not stand in a finished report, in order.

    Of places that overlap only the first.
    """
    document = context.document
    prose, last = document.prose, 0
    places = [match.span() for match in matches(prose.text, options.sought)]
    places += _cut(prose.text, options.cut)
    places += _doubled(prose.text, options.terms)
    for start, end in sorted(places):
        if start >= last:
            last = end
            yield _finding(document, start, end)


def _finding(document: Document, start: int, end: int) -> Finding:
    prose = document.prose
    span = prose.span(start, end)
    before = re.split(_MARK, prose.text[max(0, start - _BEFORE) : start])[-1]
    clause = document.source.text[slice(*prose.span(start - len(before), end))]
    args = {"printed": prose.text[start:end], "clause": " ".join(clause.split())}
    address = Address("text", in_address(document.section_at(span.start)) or None)
    return Finding(address, span, args)


def _cut(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where one of the words stands before a mark, or at the end."""
    for match in _ends(words).finditer(text) if words else ():
        if text.endswith(words, 0, match.end()):
            word = next(each for each in words if text.endswith(each, 0, match.end()))
            yield match.end() - len(word), match.end()


@cache
def _ends(words: Sequence[str]) -> re.Pattern[str]:
    """The last characters of the words, where no word and no bracket follows."""
    return re.compile(f"[{''.join({each[-1] for each in words})}](?![\\w(])")


def _doubled(text: str, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the terms stand, but for a stretch within that stands twice.

    With the first or last characters of a term another word may begin or end, as in
    执行|行政复议 and 行政复议|复议机关: there it is not certain that anything is doubled.
    """
    longest = max(map(len, terms), default=0)
    for match in _repetition(terms).finditer(text) if terms else ():
        start, end = match.span(1)
        base = max(0, end - longest)
        once = text[base:end] + text[match.end() : match.end() + longest]
        for term in terms:
            first = max(0, end + 1 - len(term) - base)
            at = once.find(term, first, start - 1 + len(term) - base)
            if at >= 0:
                yield base + at, base + at + len(term) + end - start
                break


@cache
def _repetition(terms: Sequence[str]) -> re.Pattern[str]:
    """What may stand within the terms, twice."""
    inner = "".join(sorted({char for term in terms for char in term[1:-1]}))
    return re.compile(f"([{inner}]{{1,{max(map(len, terms)) - 2}}})\\1")


class GeneralOptions(Options):
    """``section``: by its name.  ``others``: what it says of no body in particular.

    ``at_least``: how many different ones; ``unless``: signs that it speaks of its own body.
    """

    section: str = option(SECTION)
    others: Expression = option(PATTERN)
    at_least: int = option(NUMBER)
    unless: tuple[Expression, ...] = option(PATTERNS)


@check("section-general", GeneralOptions)
def section_general(context: Context, options: GeneralOptions) -> Iterable[Outcome]:
    """Find a section that speaks of others in general, never of the report's own body."""
    document = context.document
    section = document.sections.get(options.section)
    if section is None or section.silent:
        yield NotApplicable()
        return
    others = list(dict.fromkeys(match[0] for match in options.others.finditer(section.text)))
    if len(others) < options.at_least:
        return
    own = document.agency[-_OWN:] if document.agency else ""
    if not (own and own in section.text) and not any(
        each.search(section.text) for each in options.unless
    ):
        args = {"one": others[0], "another": others[-1]}
        yield Finding(Address(section.name), section.heading, args)


def matches(text: str, sought: Mapping[str, Expression]) -> Iterator[re.Match[str]]:
    """Where expressions match that are given by what has to stand there."""
    if len(sought) > _MANY and not _any_of(tuple(sought)).search(text):
        return
    for sign, each in sought.items():
        if sign in text:
            yield from each.within("", flags=re.MULTILINE).finditer(text)


@cache
def _any_of(signs: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, signs)))
