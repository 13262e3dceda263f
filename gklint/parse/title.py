"""What stands before the first heading: the title and the preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from gklint.model.document import Title
from gklint.parse.paragraphs import Paragraphs, join
from gklint.parse.tokens import Kind, Token
from gklint.text.expressions import lazy_compile
from gklint.text.numerals import chinese_number
from gklint.text.prose import squeeze
from gklint.text.source import Span

_CITED = lazy_compile(
    r"《(?P<agency>[^《》]{0,40}?)(?P<year>20\d{2})年(?:度)?政府信息公开[^《》]*?(?:报告|年报)》"
)
# The report of a year before, with which this one compares.
_OF_BEFORE = lazy_compile(
    r"(?:上一?个?年|去年|前一?年|往年|历年|比较|对比|相比|取自|引自|摘自|源自|来自|参见|参阅|沿用)[^。;《》]{0,24}$"
)
_COMPARED = lazy_compile(
    r"[^,。;《》]{0,6}(?:相比|比较|对比|已[于在](?:上年|上一年|去年|20\d\d年))"
)
_CITED_FROM = 32

_TITLE = lazy_compile(
    r"(?:[-*]?标题:)?[《#]*(?P<head>[^。;:>《]{0,60}?)(?:政府信息(?:主动)?公开|(?:政务|信息)公开(?=工作|年度)|(?<=[年度])信息公开)"
    r"(?P<middle>(?:(?:20\d{2}|二[零○]\S{2})年|[和与及、]政务公开|工作|年度|情况|总结|的|度){0,6})"
    r"(?:报告|年报|总结)(?:报告|表)?(?:格式|模[板版]|范本|样本|样式)*[》)]?(?P<tail>\(.{0,12}\))?#*$"
)
_NUMBER = r"[〔\[(]20\d{2}[〕\])]第?\d+号"
_BEHIND = lazy_compile(  # the name of the web site, the number of the document
    r"(?<=报告|年报)(?:[_|—–·-]{1,2}\S{2,60}|\S{2,30}(?:人民政府|政府网|信息网|网站|平台)"
    rf"|\(?[^\W\d]{{1,10}}{_NUMBER}\)?)$"
)
_BEFORE = lazy_compile(rf"^(?:.{{0,30}}[_|—–-]|[^\W\d]{{1,10}}{_NUMBER})")
_YEAR = lazy_compile(r"(?<![〔\[(\d])(?P<year>(?:19|20)\d{2}|二[零○]\S{2})年?(?:度)?(?![〕\]\d])")
_DOCUMENT_NUMBER = lazy_compile(rf"{_NUMBER}\)?$")
_AGENCY = lazy_compile(
    r"[^\s,。:;>|]{2,40}(?:局|委|府|办|厅|会|院|中心|镇|乡|街道|公司|处|所|站|队|校|学|室|部|署|"
    r"团|社|场|区|县|市|旗|省|盟|库|馆|台|行|园)$"
)
_PLACE = lazy_compile(r"[^\s,。:;>|]{1,20}[省市县区旗州盟镇乡]")
_AROUND = lazy_compile(r"^(?:[#《]|关于|的|年度)+|(?:[#的]|关于|年度|年)+$")
_FIRST_DAY = lazy_compile(r"(?P<year>20\d{2})\s*年?\s*1\s*月\s*1\s*日")  # 年 is often lost
_NAMED_YEAR = lazy_compile(r"(?<!\d)(?P<year>20\d{2})\s?年(?!\s?\d{1,2}\s?月)(?![^。;]{0,16}将)")
_ANOTHER = lazy_compile(r"信息公开.{0,12}(?:报告|年报)")  # a title above the title
_YEAR_WITHIN = lazy_compile(r"公开(?:工作)?(?:20\d{2}|二[零○]..)年")  # on two lines: of a menu
_GOES_ON = ("。", ",", ";")  # so begins what is left of a sentence that cites a title
_LONGEST = 60
_MOST_BEHIND = 70  # characters that may follow it on its line
_LINES = 3
_TITLE_WITHIN = 60


class Front(NamedTuple):
    """What stands before the first heading.

    ``agency`` and ``year`` by the title, or by the title as the preamble cites it; the year
    else by the period, also where preamble, period and sections agree on another than the
    title's.  ``paragraphs``: those below the title.
    """

    title: Title | None
    agency: str | None
    year: int | None
    paragraphs: Paragraphs


def cited_title(text: str) -> re.Match[str] | None:
    """The title as the preamble cites it: 现发布《××局2023年…年度报告》."""
    for match in _CITED.finditer(text):
        before = text[max(match.start() - _CITED_FROM, 0) : match.start()]
        if not _OF_BEFORE.search(before) and not _COMPARED.match(text, match.end()):
            return match
    return None


def read_front(normal: str, tokens: Sequence[Token], region: Span) -> Front:
    """Title and preamble of a report that stands in ``region``."""
    above = takewhile(lambda token: token.kind is not Kind.HEADING, tokens)
    lines = [token.span for token in above if token.kind is Kind.PROSE]
    title, used = find_title(normal, lines)
    paragraphs = join(normal, lines[used:])
    proses = paragraphs.proses
    cited = next(filter(None, (cited_title(prose.text) for prose in proses)), None)
    agency = title.agency if title else None
    year = title.year if title else None
    if cited:
        agency = agency or cited["agency"].lstrip("的") or None
        year = year or int(cited["year"])
    if first := _FIRST_DAY.search(normal, *region):
        told = int(first["year"])
        below = next((each.span.start for each in tokens if each.kind is Kind.HEADING), region.end)
        cited_too = not cited or int(cited["year"]) == told
        if not year or (
            told != year and cited_too and _outnumbers(told, year, normal, Span(below, region.end))
        ):
            year = told
    return Front(title, agency, year, paragraphs)


def _outnumbers(year: int, other: int, normal: str, region: Span) -> bool:
    """Whether the text speaks of one year more often than of another, not counting plans."""
    years = [int(match["year"]) for match in _NAMED_YEAR.finditer(normal, *region)]
    return years.count(year) > years.count(other)


def find_title(normal: str, lines: Sequence[Span]) -> tuple[Title | None, int]:
    """The title among the lines before the first heading, and how many lines it ends.

    It may stand on up to three lines, twice, or below the page's metadata: the last
    complete one counts.
    """
    best: tuple[int, int, Title] | None = None
    for first in range(min(len(lines), _TITLE_WITHIN)):
        for count in range(1, min(_LINES, len(lines) - first) + 1):
            prose = squeeze(normal, lines[first : first + count])
            if len(prose.text) > _LONGEST + _MOST_BEHIND:
                break
            behind = _BEHIND.search(prose.text) if "报" in prose.text else None
            text = prose.text[: behind.start()] if behind else prose.text
            if len(text) > _LONGEST or _DOCUMENT_NUMBER.search(text):
                break
            last = prose.span(0, len(text)).end if behind else lines[first + count - 1].end
            title = _title(text, Span(lines[first].start, last))
            if title is None or (count > 1 and _YEAR_WITHIN.search(text)):
                continue
            rest = lines[first + count : first + count + 1]
            if rest and normal.startswith(_GOES_ON, rest[0].start):
                continue
            known = (title.agency is not None) + (title.year is not None)
            if (
                best is None
                or known > best[0]
                or (known == best[0] and first >= best[1])
                or (known == best[0] == 2 and _stands_alone(normal, lines[first - 1], title))
            ):
                best = (known, first + count, title)
            if known == 2:
                break
    if best is None:
        return None, 0
    title, used = best[2], best[1]
    below = squeeze(normal, lines[used : used + 1]).text.strip("#")
    if title.agency is None and _AGENCY.fullmatch(below):
        return title._replace(agency=below), used + 1
    return title, used


def _stands_alone(normal: str, above: Span, title: Title) -> bool:
    """Whether the line above a complete title is no beginning of its agency's name."""
    words = squeeze(normal, (above,)).text
    return not _PLACE.fullmatch(words) or (title.agency or "").startswith(words)


def _title(text: str, span: Span) -> Title | None:
    match = _TITLE.match(text)
    if not match:
        return None
    head = _BEFORE.sub("", match["head"])
    if _ANOTHER.search(head):
        return None
    year = _YEAR.search(head) or _YEAR.search(match["middle"])
    year = year or _YEAR.search((match["tail"] or "")[1:])
    agency = _AROUND.sub("", _YEAR.sub("", head, count=1))
    return Title(
        span=span,
        text=text.lstrip("-*").removeprefix("标题:").replace("#", ""),
        agency=agency if len(agency) >= 2 else None,
        year=chinese_number(year["year"]) if year else None,
    )
