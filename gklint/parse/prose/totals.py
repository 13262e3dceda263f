"""A total with its parts: 120条，其中网站80条、公众号40条."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import accumulate, chain
from typing import NamedTuple

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Parts
from gklint.parse.prose.phrases import (
    AMOUNT,
    CASES,
    COUNT,
    is_rough,
    numbers_in,
    quantity,
    worth,
    yuan,
)
from gklint.parse.prose.place import Place
from gklint.text.expressions import lazy_compile
from gklint.text.values import Number

_BY = r"[从按][^,。;\d]{1,10}(?:看|分|划分|统计)"  # a list by topic, by channel …
_LISTED = lazy_compile(
    r"(?:信息|文件|内容)?(?:,[^,。;]{0,12}(?:增加|减少|增长|下降)[^,。;]{0,12}(?=,其中))?(?P<mark>[,(、:;。]{0,2}(?:其中|包括|(?:内容|主要)涉及|(?<!、)涉及(?![^,、;]{0,8}类)"
    rf"|{_BY})[:,]?|[:(])"
    r"(?P<rest>[^。]{1,600})"
)
# What a list begins with, and the number that has to stand before it.
_SIGN = lazy_compile(r"其中|包括|涉及|从|按|:|\(")
_NUMBERED = lazy_compile(
    rf"(?:{CASES}|[0-9零百千万亿](?P<yuan>元))(?:信息|文件|内容)?"
    r"(?:,[^,。;]{0,24},|[,、:;。(]{0,2}(?:内容|主要)?)$"
)
_MAY_PRECEDE = frozenset("件条宗次份起例项部个篇元)息容要,、:;。(")
_DIGITS = 24
_NEAR = 40
_AMOUNT = lazy_compile(rf"(?<![\d.]){AMOUNT}")
_NOT_A_TOTAL = lazy_compile(r"采纳|较|比|增加|减少|\d(?:件|条|份|次)[、和]")
_LOOK_BACK = 8
_OTHER_TOTAL = 40  # characters before a total that may have another one of the same list
_ITEM = lazy_compile(r"(?P<mark>^|[,、;])(?P<text>[^,、;]+)")
# A label with its number, and not a clause about something else.
_LABELLED = lazy_compile(
    r"(?!.*(?:发布|推送|回复|组织|开展|办理|收到|答复|制发|公开))[^\d]{1,16}[\d,.]+\D{1,3}"
)
_SUMS = ("合计", "总计", "共计")
_IN_ALL = lazy_compile(rf"(?<=[,;])(?:{'|'.join(_SUMS)}){COUNT.pattern}")
_DONE = lazy_compile(r"(?P<verb>受理|收到|收办|接收|发布|推送|公开|办理)[^,;]*$")
_INNER = lazy_compile(r"\([^()]*\)|,(?:其中|包括|含)[^;()]*(?=;)")  # parts of a part
_PARTED_AGAIN = lazy_compile(rf"[,;](?={_BY})")
_BARE = lazy_compile(r"(?<![\d.])\d{1,9}$")
_AND = lazy_compile(r"(?:以?及|和)?")
_ALL = "分别"

Values = Callable[[str], list[Number]]


class _Total(NamedTuple):
    """A total; how the numbers of the same unit in a text are found; where it stands."""

    total: Number
    unit: str
    values: Values
    span: tuple[int, int]


class _Item(NamedTuple):
    mark: str
    text: str


def totals(place: Place, words: Vocabulary) -> Iterator[Parts]:
    """Each total of which a list gives two parts or more."""
    if "计" in place.text and any(word in place.text for word in _SUMS):
        yield from _added_up(place)
    for number, listed in _lists(place.text):
        before = place.text[max(number.start() - _LOOK_BACK, 0) : number.start()]
        found = _charged(number) if number.re.pattern == _AMOUNT.pattern else _counted(number)
        if found and not _NOT_A_TOTAL.search(before):
            yield from _parts(place, listed, found, words)


def _lists(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each number that a list follows, with the list."""
    ends = [0, 0]  # of the list before, of cases and of amounts
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if text[max(at - 1, 0)] not in _MAY_PRECEDE:
            continue
        end = _NUMBERED.search(text, max(at - _NEAR, 0), at)
        charged = bool(end and end["yuan"])
        if end is None or end.start() < ends[charged]:
            continue  # in the list of another total
        pattern = _AMOUNT if charged else COUNT
        for number in pattern.finditer(text, max(end.start() - _DIGITS, ends[charged]), at):
            listed = _LISTED.match(text, number.end())
            if number.end() > end.start() and listed:
                ends[charged] = listed.end()
                yield number, listed


def _parts(
    place: Place, listed: re.Match[str], found: _Total, words: Vocabulary
) -> Iterator[Parts]:
    items = _items(listed, words)
    numbers = [found.values(item.text) for item in items]
    parts = tuple(chain.from_iterable(numbers))
    up_to = place.text[: found.span[0]]
    lengths = [*accumulate(map(len, numbers))]
    ends = (*(lengths[at - 1] for at in _ends_at(items) if lengths[at - 1] >= 2), len(parts))
    if len(parts) < 2 or any(_is_of_others(up_to, found, parts[:end]) for end in ends):
        return
    complete = (
        listed["mark"] == ":"
        or any(_is_rest(item, words) and found.values(item.text) for item in items)
        or _ALL in items[0].text
        or _adds_up_otherwise(up_to, items)
    )
    nested = any(item.mark == "," for item in items[1:])
    where = place.where(*found.span)
    yield Parts(found.total, parts, found.unit, complete, where, nested, ends)


def _added_up(place: Place) -> Iterator[Parts]:
    """A total behind its parts: 县政府受理5件,部门受理6件,合计11件."""
    for match in _IN_ALL.finditer(place.text):
        found = _counted(match)
        before = place.text[place.text.rfind("。", 0, match.start()) + 1 : match.start()]
        done = [_DONE.search(clause) for clause in re.split("[,;]", before)]
        verbs = {each["verb"] for each in done if each}
        numbers = [found.values(each[0]) for each in done if found and each]
        if found and len(verbs) == 1 and len(numbers) >= 2 and all(map(len, numbers)):
            parts = tuple(chain.from_iterable(numbers))
            yield Parts(found.total, parts, found.unit, True, place.where(*found.span))


def _ends_at(items: list[_Item]) -> Iterator[int]:
    """Before which items a list may have ended: what is set off otherwise, or is no label."""
    listed = any(item.mark == "、" for item in items)
    for at, item in enumerate(items):
        if at and item.mark in ",;" and (listed or not _LABELLED.fullmatch(item.text)):
            yield at


def _counted(match: re.Match[str]) -> _Total | None:
    counted, unit = quantity(match), match["unit"]
    if counted is None or counted.number is None:
        return None

    def values(text: str) -> list[Number]:
        same = map(quantity, numbers_in(text, (unit,)))
        numbers: list[Number] = [each.number for each in same if each and each.number is not None]
        bare = _BARE.search(text) if text[-1:].isdigit() else None
        return [*numbers, int(bare[0])] if bare else numbers

    return _Total(counted.number, unit, values, match.span("number"))


def _charged(match: re.Match[str]) -> _Total | None:
    total, unit = yuan(match), match["currency"]

    def values(text: str) -> list[Number]:
        amounts = (yuan(each) for each in _AMOUNT.finditer(text) if not is_rough(each))
        return [_in(unit, amount) for amount in amounts if amount is not None]

    if total is None or is_rough(match):
        return None
    return _Total(_in(unit, total), unit, values, match.span("amount"))


def _adds_up_otherwise(before: str, items: list[_Item]) -> bool:
    """Whether the list has all of what the sentence counts before (对25件申请收取2950元)."""
    clause = before[before.rfind("。") + 1 :][-_OTHER_TOTAL:]
    for match in COUNT.finditer(clause):
        found = _counted(match)
        if found and sum(sum(found.values(item.text)) for item in items) == found.total != 0:
            return True
    return False


def _is_of_others(before: str, found: _Total, parts: tuple[Number, ...]) -> bool:
    """Whether the list parts what was counted before, alone or too: 新收14件,上年结转2件(含…)."""
    others, total = found.values(before[before.rfind("。") + 1 :]), sum(parts)
    if total == found.total:
        return False
    return total in (*others, *[*accumulate(reversed(others), initial=found.total)][1:])


def _in(unit: str, amount: Decimal) -> Number:
    """An amount of yuan in a unit."""
    number = amount / worth(unit)
    return int(number) if number == int(number) else number.normalize()


def _items(match: re.Match[str], words: Vocabulary) -> list[_Item]:
    """The items of a list: to its closing bracket, to its rest (其他), or to something else."""
    mark, rest = match["mark"], match["rest"]
    if "(" in mark:
        rest = rest.partition(")")[0]
    elif not mark.startswith((";", "。")) and not mark.endswith((":", "。")):
        rest = rest.partition(";")[0]
    rest = _INNER.sub("", _PARTED_AGAIN.split(rest, maxsplit=1)[0])
    rest = re.split("其中|包括", rest, maxsplit=1)[0]
    items = [_Item(*each.group("mark", "text")) for each in _ITEM.finditer(rest)]
    rest_at = max((at for at, item in enumerate(items) if _is_rest(item, words)), default=0)
    end = next((at for at, item in enumerate(items) if at > rest_at and _ends(item, words)), None)
    items = items[:end]
    return [item for item in items if not words.comparison.search(item.text)]


def _is_rest(item: _Item, words: Vocabulary) -> bool:
    start = _AND.match(item.text)
    return bool(words.parts_rest.match(item.text, start.end() if start else 0))


def _ends(item: _Item, words: Vocabulary) -> bool:
    """Whether something else begins here; many a label begins with the same word as a clause."""
    if words.parts_end.match(item.text):
        return True
    return item.mark in ",;" and item.mark != "" and bool(words.parts_break.match(item.text))
