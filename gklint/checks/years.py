"""Years in the running text that are not the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import NamedTuple

from gklint.checks.options import PATTERNS, SECTION, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document, in_address
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.model.statements import Passage, Where
from gklint.text.prose import SENTENCE
from gklint.text.source import Span

_YEAR = r"(?<!\d)(?P<year>20\d{2})年度?"
_OPENING = r"^(?:[^,。;:\d]{0,20}:|\([一二三四五六七八九十]\)|[一二三四五六]是)?"


@dataclass(frozen=True)
class YearOptions(Options):
    """Expressions; ``own``, ``counted`` and ``planned`` for what follows a year.

    ``own``: a sentence that begins so speaks of the report's own year.  ``counted``: so does a
    clause.  ``history``: what in a sentence tells of another year on purpose.  ``planned``: in
    the section ``plans``, what is still to be done, unless ``done`` is in the sentence.
    """

    own: tuple[str, ...] = option(PATTERNS)
    counted: tuple[str, ...] = option(PATTERNS)
    history: tuple[str, ...] = option(PATTERNS)
    plans: str = option(SECTION)
    planned: tuple[str, ...] = option(PATTERNS)
    done: tuple[str, ...] = option(PATTERNS)


class _Dated(NamedTuple):
    """A sentence that names a year; ``followed``: the report's own comes next."""

    section: str | None
    year: int
    span: Span
    sentence: Span
    followed: bool = False


@check("year-stale", YearOptions)
def year_stale(context: Context, options: YearOptions) -> Iterable[Outcome]:
    """Find statements on the report's own year, and plans, that name another year."""
    document = context.document
    if document.year is None:
        yield NotApplicable()
        return
    plans = [*_planned(document, document.year, options)]
    history = re.compile("|".join(options.history))
    seen = {each.sentence.start for each in plans}
    for each in plans:
        yield _finding(each, document.year, "plan")
    for each in chain(_stated(document), _begun(document, document.year, options)):
        sentence = document.normal[slice(*each.sentence)]
        told = each.followed or str(document.year) in sentence or history.search(sentence)
        if each.year in (document.year, document.year + 1) or told:
            continue
        if each.sentence.start not in seen:
            yield _finding(each, document.year, "default")
        seen.add(each.sentence.start)


def _finding(found: _Dated, year: int, kind: str) -> Finding:
    args = {"found": f"{found.year}年", "year": f"{year}年", "next": f"{year + 1}年"}
    return Finding(Address(in_address(found.section), "year"), found.span, args, kind)


def _planned(document: Document, year: int, options: YearOptions) -> Iterator[_Dated]:
    """What is announced for the report's own year, or one before."""
    section = document.sections.get(options.plans)
    said = "|".join(options.planned)
    planned = (
        re.compile(rf"{_YEAR}(?:的?工作中)?,?[^,。;:\d]{{0,24}}?(?:{said})"),
        re.compile(rf"将[于在]{_YEAR}"),
    )
    done = re.compile("|".join(options.done))
    for passage in section.passages if section else ():
        for sentence in SENTENCE.finditer(passage.prose.text):
            match = next(filter(None, (each.search(sentence[0]) for each in planned)), None)
            if match and int(match["year"]) <= year and not done.search(sentence[0]):
                yield _dated(passage, sentence, match)


def _begun(document: Document, year: int, options: YearOptions) -> Iterator[_Dated]:
    """Sentences and clauses that begin with an earlier year."""
    own = re.compile(rf"{_OPENING}{_YEAR}(?:{'|'.join(options.own)})")
    counted = re.compile(rf"(?<=,){_YEAR}(?:{'|'.join(options.counted)})")
    for section in document.sections.values():
        sentences = [
            (passage, sentence)
            for passage in section.passages
            for sentence in SENTENCE.finditer(passage.prose.text)
        ]
        for (passage, sentence), following in zip_longest(sentences, sentences[1:]):
            match = own.match(sentence[0]) or counted.search(sentence[0])
            if match and int(match["year"]) < year:
                followed = following is not None and f"{year}年" in following[1][0]
                yield _dated(passage, sentence, match, followed=followed)


def _stated(document: Document) -> Iterator[_Dated]:
    """Statements that can only be about the report's own year."""
    found = document.statements
    statements: Sequence[Where] = [
        *(each.where for each in found.no_requests),
        *(each.where for each in found.fees),
        *(each.where for each in found.counts if each.about in ("new", "handled")),
    ]
    for where in statements:
        if where.year is not None:
            at = document.normal.find(str(where.year), *where.sentence)
            span = Span(at, at + 4) if at >= 0 else where.span
            yield _Dated(where.section, where.year, span, where.sentence)


def _dated(
    passage: Passage, sentence: re.Match[str], match: re.Match[str], *, followed: bool = False
) -> _Dated:
    at = sentence.start() + match.start("year")
    return _Dated(
        passage.section,
        int(match["year"]),
        passage.prose.span(at, at + 4),
        passage.prose.span(*sentence.span()),
        followed,
    )
