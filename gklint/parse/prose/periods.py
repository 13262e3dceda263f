"""The period of the figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gklint.model.statements import DamagedPeriod, Period
from gklint.parse.prose.place import Place
from gklint.text.expressions import lazy_compile
from gklint.text.numerals import chinese_number

_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_FIRST_YEAR = r"(?<!\d)(?:\d{4}|\d{2}(?=年)|20\d(?=\d月))"
_LAST_YEAR = r"(?:\d{4}|\d{2}(?=年)|[同当本次翌](?=年))"
_INCLUDED = r"(?:\([^()\d]{0,2}含[^()\d]{0,2}\))?"
_TO = rf"{_INCLUDED}(?:0时)?(?:起|开始)?,?(?:至|到|[—~止-]){{1,3}}"
_BEGINS = r"(?=[0-9年一二三四五六七八九十元])"  # for speed alone
_PERIOD = lazy_compile(
    rf"{_BEGINS}(?P<year>{_FIRST_YEAR})?年?(?P<month>{_MONTH})月(?P<day>{_DAY})日?"
    rf"{_TO}(?P<year2>{_LAST_YEAR})?"
    rf"(?:年?(?P<month2>{_MONTH})月(?P<day2>{_DAY})日?|(?:年?(?:12|十二)月|年)[底末])"
)
_DOTTED_PERIOD = lazy_compile(
    r"(?P<year>20\d{2})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?:至|到|[—~-]){1,3}"
    r"(?P<year2>20\d{2})[.\-/](?P<month2>\d{1,2})[.\-/](?P<day2>\d{1,2})(?!\d)"
)
_NAMED = r"(?:期限|时段|期间|周期|区间)(?:为|是|:|自|从){0,2}"
_MONTHS_PERIOD = lazy_compile(
    rf"{_NAMED}(?P<span>(?P<year>20\d{{2}})年(?:(?P<month>\d{{1,2}})月份?起?(?:至|到|[—~-]){{1,3}}"
    r"(?:(?P<year2>20\d{2})年)?(?P<month2>\d{1,2})月(?:份|底|末)?|(?P<half>上半年)|度?(?:全年)?))(?=[,。;)]|$)"
)
_NEXT_YEAR = ("次", "翌")
_TWO_DIGITS = r"(?:0[1-9]|[12]\d|3[01])"
_DIGITS = lazy_compile(  # 20230101-20231231, without any sign
    rf"(?P<year>20(?<!\d20)\d{{2}})(?P<month>0[1-9]|1[0-2])(?P<day>{_TWO_DIGITS}){_TO}"
    rf"(?P<year2>20\d{{2}})?(?P<month2>0[1-9]|1[0-2])(?P<day2>{_TWO_DIGITS})(?![\d年月日])"
)
_DAMAGED = lazy_compile(
    r"(?:期限|时段|期间|时间|周期|区间|数据)[^\d。;]{0,8}"
    rf"(?P<first>20\d[\d年月日]{{2,9}}){_TO}(?P<last>\d[\d年月日]{{2,10}})(?![\d年月日])"
)
_SIGNS = lazy_compile("[年月日]")
_MONTHS = lazy_compile(r"(?:20\d{2}年?)?\d{1,2}月(?:份|底|末)?")
_LAST_OF_YEAR = ("12", "31")
_FIRST_DAY, _LAST_DAY = ("11", "0101"), ("1231",)


def periods(place: Place) -> Iterator[Period]:
    """Each period from a day to a day."""
    dotted = any(mark in place.text for mark in ".-/")
    patterns = (_PERIOD, _DOTTED_PERIOD) if dotted else (_PERIOD,)
    matches = [*chain.from_iterable(each.finditer(place.text) for each in patterns)]
    for match in matches or _DIGITS.finditer(place.text):
        year = _year(match["year"])
        first = (year, _number(match["month"]), _number(match["day"]))
        month, day = (match["month2"], match["day2"]) if match["month2"] else _LAST_OF_YEAR
        last = (_last_year(match["year2"], year), _number(month), _number(day))
        yield Period(first, last, place.where(*match.span()))
    if not matches:  # as hardly any report has it
        yield from _of_months(place)


def _of_months(place: Place) -> Iterator[Period]:
    """Each period that is told by its months, or as a year."""
    from calendar import monthrange  # slow to import

    for match in _MONTHS_PERIOD.finditer(place.text):
        year = int(match["year"])
        last_year = int(match["year2"] or year)
        end = int(match["month2"] or (6 if match["half"] else 12))
        if 1 <= end <= 12:
            first = (year, int(match["month"] or 1), 1)
            last = (last_year, end, monthrange(last_year, end)[1])
            yield Period(first, last, place.where(*match.span("span")))


def damaged(place: Place) -> Iterator[DamagedPeriod]:
    """Each period that has lost signs or digits."""
    for match in _DAMAGED.finditer(place.text):
        first, last = match["first"], match["last"]
        if _PERIOD.search(match[0]) or (_MONTHS.fullmatch(first) and _MONTHS.fullmatch(last)):
            continue
        where = place.where(match.start("first"), match.end("last"))
        yield DamagedPeriod(
            place.text[match.start("first") : match.end()], _meant(first, last), where
        )


def _meant(first: str, last: str) -> int | None:
    """The whole year that is meant where only signs were lost: 202411日至20241231日."""
    digits, end = _SIGNS.sub("", first), _SIGNS.sub("", last)
    year = digits[:4]
    if digits[4:] not in _FIRST_DAY or end.removeprefix(year) not in _LAST_DAY:
        return None
    return int(year)


def _year(text: str | None) -> int | None:
    """A year as it is written; 20 and one more digit have lost one."""
    if not text or len(text) == 3:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _last_year(text: str | None, first: int | None) -> int | None:
    """The same of the end of a period, which may be told by the beginning: 同年, 次年."""
    if text in _NEXT_YEAR:
        return first and first + 1
    return _year(text) if text and text.isdigit() else None


def _number(text: str) -> int:
    return 1 if text == "元" else chinese_number(text) or 0
