"""The period of the figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gklint.model.statements import DamagedPeriod, Period
from gklint.parse.prose.place import Place
from gklint.text.expressions import lazy_compile
from gklint.text.numerals import CHINESE_YEAR, chinese_number

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?:0时)?(?:起|开始)?,?(?:至|到|[—~止-]){1,3}"
_BEGINS = r"(?=[0-9年一二三四五六七八九十])"  # for speed alone
_PERIOD = lazy_compile(
    rf"{_BEGINS}(?P<year>20\d{{2}}|20\d(?=\d月)|{CHINESE_YEAR})?年?(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日?"
    rf"{_TO}(?P<year2>20\d{{2}}|{CHINESE_YEAR})?年?(?P<month2>{_NUMBER})月(?P<day2>{_NUMBER})日?"
)
_DOTTED_PERIOD = lazy_compile(
    r"(?P<year>20\d{2})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?:至|到|[—~-]){1,3}"
    r"(?P<year2>20\d{2})[.\-/](?P<month2>\d{1,2})[.\-/](?P<day2>\d{1,2})(?!\d)"
)
_DAMAGED = lazy_compile(
    r"(?:期限|时段|期间|时间|周期|区间|数据)[^\d。;]{0,8}"
    rf"(?P<first>20\d[\d年月日]{{2,9}}){_TO}(?P<last>\d[\d年月日]{{2,10}})(?![\d年月日])"
)
_SIGNS = lazy_compile("[年月日]")
_MONTHS = lazy_compile(r"(?:20\d{2}年?)?\d{1,2}月(?:份|底|末)?")
_FIRST_DAY, _LAST_DAY = ("11", "0101"), ("1231",)


def periods(place: Place) -> Iterator[Period]:
    """Each period from a day to a day."""
    dotted = any(mark in place.text for mark in ".-/")
    patterns = (_PERIOD, _DOTTED_PERIOD) if dotted else (_PERIOD,)
    for match in chain.from_iterable(each.finditer(place.text) for each in patterns):
        first = (_year(match["year"]), _number(match["month"]), _number(match["day"]))
        last = (_year(match["year2"]), _number(match["month2"]), _number(match["day2"]))
        yield Period(first, last, place.where(*match.span()))


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
    return chinese_number(text.replace("○", "零")) if text and len(text) == 4 else None


def _number(text: str) -> int:
    return chinese_number(text) or 0
