"""Years in the running text that are not the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from gklint.checks.options import PATTERNS, SECTION, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, Section, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.model.statements import Passage
from gklint.text.expressions import Expression, alternatives, lazy_compile
from gklint.text.prose import SENTENCE
from gklint.text.source import Span

_YEAR = r"(?<!\d)(?P<year>20\d{2})年度?"
_ANY_YEAR = lazy_compile(r"20\d{2}(?= ?年)")
_NEXT = 20  # characters, blanks among them
_OPENING = r"^(?:[^,。;:\d]{0,20}:|\([一二三四五六七八九十]\)|[一二三四五六]是)?"


class YearOptions(Options):
    """Expressions; ``own``, ``counted`` and ``planned`` for what follows a year.

    ``own``: a sentence that begins so speaks of the report's own year.  ``counted``: so does a
    clause.  ``history``: what in a sentence tells of another year on purpose.  ``planned``: in
    the section ``plans``, what is still to be done, unless ``done`` is in the sentence.
    """

    own: tuple[Expression, ...] = option(PATTERNS)
    counted: tuple[Expression, ...] = option(PATTERNS)
    history: tuple[Expression, ...] = option(PATTERNS)
    plans: str = option(SECTION)
    planned: tuple[Expression, ...] = option(PATTERNS)
    done: tuple[Expression, ...] = option(PATTERNS)


class _Expressions(NamedTuple):
    """The options, put together."""

    planned: tuple[Expression, ...]
    done: Expression
    own: Expression
    counted: Expression
    history: Expression


@lru_cache(maxsize=4)
def _expressions(options: YearOptions) -> _Expressions:
    planned, own, counted = map(alternatives, (options.planned, options.own, options.counted))
    return _Expressions(
        (
            planned.within(rf"{_YEAR}(?:的?工作中)?,?[^,。;:\d]{{0,24}}?(?:", ")"),
            Expression(rf"将[于在]{_YEAR}"),
        ),
        alternatives(options.done),
        own.within(rf"{_OPENING}{_YEAR}(?:", ")"),
        counted.within(rf"(?<=,){_YEAR}(?:", ")"),
        alternatives(options.history),
    )


class _Dated(NamedTuple):
    """A sentence that names a year; ``followed``: the next says the like of the report's own."""

    section: str | None
    year: int
    span: Span
    sentence: Span
    followed: bool = False


@check("year-stale", YearOptions)
def year_stale(context: Context, options: YearOptions) -> Iterable[Outcome]:
    """Find statements on the report's own year, and plans, that name another year."""
    document, year = context.document, context.document.year
    if year is None:
        yield NotApplicable()
        return
    words = _expressions(options)
    plans = [*_planned(document.sections.get(options.plans), year, words)]
    seen = {each.sentence.start for each in plans}
    for each in plans:
        yield _finding(each, year, "plan")
    for each in chain(_stated(document, year), _begun(document, year, words)):
        if _is_history(each, document, year, words.history):
            continue
        if each.sentence.start not in seen:
            yield _finding(each, year, "default")
        seen.add(each.sentence.start)


def _finding(found: _Dated, year: int, kind: str) -> Finding:
    args = {"found": f"{found.year}年", "year": f"{year}年", "next": f"{year + 1}年"}
    return Finding(Address(in_address(found.section), "year"), found.span, args, kind)


def _is_history(found: _Dated, document: Document, year: int, words: Expression) -> bool:
    sentence = document.normal[slice(*found.sentence)]
    return found.followed or str(year) in sentence or words.search(sentence) is not None


def _planned(section: Section | None, year: int, words: _Expressions) -> Iterator[_Dated]:
    """What is announced for the report's own year, or one before."""
    for passage in section.passages if section else ():
        if "20" not in passage.prose.text:
            continue
        for sentence in SENTENCE.finditer(passage.prose.text):
            if "20" not in sentence[0]:
                continue
            match = next(filter(None, (each.search(sentence[0]) for each in words.planned)), None)
            if match and int(match["year"]) <= year and not words.done.search(sentence[0]):
                yield _dated(passage, sentence, match)


def _begun(document: Document, year: int, words: _Expressions) -> Iterator[_Dated]:
    """Sentences and clauses that begin with an earlier year."""
    named = {*_ANY_YEAR.findall(document.normal)}
    earlier = [each for each in named if int(each) < year]
    for section in document.sections.values() if earlier else ():
        for passage in section.passages:
            if not any(each in passage.prose.text for each in earlier):
                continue
            for sentence in SENTENCE.finditer(passage.prose.text):
                if "20" not in sentence[0]:
                    continue
                match = words.own.match(sentence[0]) or words.counted.search(sentence[0])
                if match and int(match["year"]) < year:
                    found = _dated(passage, sentence, match)
                    end = found.sentence.end
                    following = document.normal[end : end + _NEXT].lstrip()
                    yield found._replace(followed=following.startswith(str(year)))


def _stated(document: Document, year: int) -> Iterator[_Dated]:
    """Statements that can only be about the report's own year, but name neither it nor the next."""
    found = document.statements
    requests = [
        *(each.where for each in found.no_requests),
        *(each.where for each in found.counts if each.about in ("new", "handled") and each.certain),
    ]
    fees = [each.where for each in found.fees]
    for kind in (requests, fees):
        own = [each.sentence.start for each in kind if each.year == year]
        for where in kind:
            if where.year not in (None, year, year + 1):
                at = document.normal.find(str(where.year), *where.sentence)
                span = Span(at, at + 4) if at >= 0 else where.span
                followed = any(0 <= start - where.sentence.end < _NEXT for start in own)
                yield _Dated(where.section, where.year, span, where.sentence, followed)


def _dated(passage: Passage, sentence: re.Match[str], match: re.Match[str]) -> _Dated:
    at = sentence.start() + match.start("year")
    return _Dated(
        passage.section,
        int(match["year"]),
        passage.prose.span(at, at + 4),
        passage.prose.span(*sentence.span()),
    )
