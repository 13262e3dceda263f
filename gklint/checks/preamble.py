"""Title, preamble, legal basis and period."""

from __future__ import annotations

from collections.abc import Iterable

from gklint.checks.options import PATTERNS, VERSION, Options, option
from gklint.checks.registry import Context, check
from gklint.model.document import Address, Document
from gklint.model.outcomes import Finding, NotApplicable, Outcome
from gklint.parse.title import cited_title
from gklint.text.expressions import Expression, alternatives, lazy_compile
from gklint.text.source import Span

_PERIOD_WORDS = lazy_compile(
    r"全年度?数据|年度数据|统计(?:期限|时段|时间|期间|周期|区间|截止)|(?:期限|时段|截止时间)[为自是]|1月[—~至到-]{1,3}12月"
    r"|数据截[至止][^。;]{0,24}自[^。;]{0,9}1月1日|自20\d\d年1月1日起[^。;]{0,20}截[至止]"
)
_FIRST_DAY, _LAST_DAY = (1, 1), (12, 31)
_ANNOUNCED = lazy_compile(
    r"(?:(?:公布|发布|编制)《?[^,。;《》\d]{0,40}|结合[^,。;\d]{0,40})"
    r"(?P<year>20\d\d)年度?的?(?:政府信息公开|政务公开)?(?:工作|年度)(?!要点|计划|安排|方案)"
)


@check("title-missing", Options)
def title_missing(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a report without a title."""
    document = context.document
    if document.title is None:
        args = {"agency": document.agency or "〔机关名称〕", "year": _year(document)}
        yield Finding(Address("title"), _first_line(document), args)


@check("title-incomplete", Options)
def title_incomplete(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a title without a year or without an agency."""
    title = context.document.title
    if title is None:
        yield NotApplicable()
    elif title.year is None or title.agency is None:
        kind = "no-year" if title.year is None else "no-agency"
        if title.year is None and title.agency is None:
            kind = "neither"
        yield Finding(Address("title"), title.span, {"title": title.text}, kind)


class MentionOptions(Options):
    """``any_of``: regular expressions; matched without blanks, in half-width characters.

    ``unless``: what makes it right again when it stands in the preamble too.
    """

    any_of: tuple[Expression, ...] = option(PATTERNS)
    unless: tuple[Expression, ...] = option(PATTERNS, ())


class LackOptions(MentionOptions):
    """``trial``: the version of the form for which another text is to be named."""

    trial: str = option(VERSION, "")


@check("preamble-lacks", LackOptions)
def preamble_lacks(context: Context, options: LackOptions) -> Iterable[Outcome]:
    """Find a preamble in which none of the patterns occurs."""
    document = context.document
    pattern = alternatives(options.any_of)
    if not any(pattern.search(prose.text) for prose in document.preamble):
        kind = "trial" if options.trial and document.version == options.trial else "default"
        yield Finding(Address("preamble"), _preamble_place(document), {}, kind)


@check("preamble-cites", MentionOptions)
def preamble_cites(context: Context, options: MentionOptions) -> Iterable[Outcome]:
    """Find each paragraph of the preamble in which one of the patterns occurs."""
    pattern = alternatives(options.any_of)
    preamble = context.document.preamble
    if any(each.search(prose.text) for each in options.unless for prose in preamble):
        return
    for prose in preamble:
        match = pattern.search(prose.text)
        if match:
            yield Finding(Address("preamble"), prose.span(*match.span()), {"cited": match[0]})


@check("period-missing", Options)
def period_missing(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a report that does not say what period its figures are for, or damages it."""
    document = context.document
    args = {"year": _year(document)}
    for damaged in document.statements.damaged_periods[:1]:
        args["printed"] = damaged.printed
        yield Finding(Address("preamble", "period"), damaged.where.span, args, "damaged")
        return
    if not document.statements.periods and not _whole_year(document):
        yield Finding(Address("preamble", "period"), _preamble_place(document), args)


@check("period-mismatch", Options)
def period_mismatch(context: Context, _: Options) -> Iterable[Outcome]:
    """Find a period that is not the report's year, and years that disagree."""
    document = context.document
    claimed = _report_years(document)
    title = document.title.span if document.title else None
    year = document.year
    periods = document.periods
    damaged = document.statements.damaged_periods[:1]
    if not periods and not damaged and len(claimed) < 2:
        yield NotApplicable()
        return
    address = Address("preamble", "period")
    for period in periods:
        years = {found for found in (period.first[0], period.last[0]) if found is not None}
        args = {"year": f"{year}年" if year else "", "found": "、".join(map(str, sorted(years)))}
        if (period.first[1:], period.last[1:]) != (_FIRST_DAY, _LAST_DAY) or len(years) > 1:
            yield Finding(address, period.where.span, args, "not-a-year")
            return
        if year is not None and years and years != {year}:
            yield Finding(address, period.where.span, args, "other-year")
            return
    for each in damaged:
        if year is not None and each.meant is not None and each.meant != year:
            args = {"year": f"{year}年", "found": str(each.meant)}
            yield Finding(address, each.where.span, args, "other-year")
            return
    for cited, span in claimed:
        if year is not None and cited != year:
            args = {"year": f"{year}年", "found": f"{cited}年"}
            yield Finding(address, span, args, "title" if span == title else "disagree")
            return


def _year(document: Document) -> str:
    return f"{document.year}年" if document.year else "〔年份〕年"


def _report_years(document: Document) -> list[tuple[int, Span]]:
    """Every year that the title, its citations or the preamble give the report."""
    found = []
    if document.title and document.title.year:
        found.append((document.title.year, document.title.span))
    for prose in document.front:
        matches = filter(None, (cited_title(prose.text), _ANNOUNCED.search(prose.text)))
        found += [(int(match["year"]), prose.span(*match.span("year"))) for match in matches]
    return found


def _whole_year(document: Document) -> bool:
    """Whether a period is stated in words that are not read as two dates."""
    return any(_PERIOD_WORDS.search(prose.text) for prose in document.preamble)


def _preamble_place(document: Document) -> Span:
    if document.front:
        longest = max(document.front, key=lambda prose: len(prose.text))
        return longest.span(0, len(longest.text))
    headings = [section.heading for section in document.sections.values()]
    return min(headings, default=_first_line(document))


def _first_line(document: Document) -> Span:
    if document.front:
        return document.front[0].span(0, len(document.front[0].text))
    headings = [section.heading for section in document.sections.values()]
    return min(headings, default=document.last_line)
