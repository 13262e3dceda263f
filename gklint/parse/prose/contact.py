"""How to reach the agency: telephone numbers as printed, other contacts by their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.model.statements import Phone, Where
from gklint.parse.prose.place import Place
from gklint.text.expressions import lazy_compile

# Behind its 0 or 1: an area code with its number, and a mobile.
_WITH_AREA = r"\d{2,3}[)—–─―-]{0,3}[1-9]\d{6,7}"
_MOBILE = r"[3-9]\d-?\d{4}-?\d{4}"
_WHOM = r"[^。;,\d]{0,30}"
_PHONE = lazy_compile(
    rf"(?P<label>电话|传真|联系方式|热线|手机|座机|TEL|Tel|tel|致电{_WHOM}|拨打{_WHOM}|联系人{_WHOM})(?:号码)?"
    r"(?:[(/及、和]{0,2}(?:传真|电话|手机)\)?){0,2}[:为是]{0,2}(?:(?<=:)[^。;:\d]{2,24},)?"
    r"(?P<number>\+?\(?\d[\d\-—–─―()转./]{2,24}\d(?:[、,/;或及和]\(?\d[\d\-—–─―()转]{4,20}\d){0,4})"
    r"(?P<counter>[余多]?[个次件条人起宗份年])?"
)
_OF_THE_SITE = lazy_compile(
    r"(?:网站|本[站网]|门户|平台|技术)(?:管理|运行|运维|维护|建设|技术|支持|值班|咨询|服务|客服|纠错|保障|的){0,3}"
    r"(?:单位|部门|人员)?(?:联系)?$"
)
_FOOTER = lazy_compile(r"(?:主办|承办)(?:单位)?:|版权所有|ICP备|网站标识码|公网安备|技术支持:")
_REACH = 16  # characters before a label
# Without a label, a number with its area code or of a mobile is one beside who can be reached.
_UNLABELLED = lazy_compile(
    r"[01](?:(?<![\d./+-].)|(?<=86-.))(?<!号:.)"
    rf"(?:(?<=0){_WITH_AREA}|(?<=1){_MOBILE})(?!\d|[./-]\d{{5}})"
)
_REACHED = lazy_compile(r"(?:联系|办公室|公开办|咨询|询问)[^。;]{0,40}$")
_REACHED_BY = lazy_compile(r"\)?(?:请|取得)?(?:联系|咨询)")
_SENTENCE = 60  # characters before an unlabelled number
CONTACT_WORDS = lazy_compile(
    r"联系|办公室|公开办|咨询|电话|传真|热线|手机|座机|致电|拨打|地址|@|tel|Tel|TEL"
)
EMAIL = lazy_compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,5}", re.ASCII)
_ADDRESS = lazy_compile(r"联系[^。;]{0,24}(?:地址|邮编|邮政编码|邮箱)|(?:通讯|通信|联系)地址[::,]")
_YEAR_OR_POSTCODE = lazy_compile(r"20\d{2}(?!\d{4})|\d{6}$")
_CLOSE = 2  # characters left out
_WHOLE = lazy_compile(rf"\(?0{_WITH_AREA}|1{_MOBILE}")
_STARRED = lazy_compile(r"1[3-9]\d{5}(?!\d)")  # 138****5678, of which stars are no ink


def phones(place: Place) -> Iterator[Phone]:
    """The telephone and fax numbers, but for those of the web site that the report is on."""
    if _FOOTER.search(place.text):
        return
    labelled = False
    for match in _PHONE.finditer(place.text):
        number = _unbroken(place, *match.span("number"))
        if _OF_THE_SITE.search(place.text[max(0, match.start() - _REACH) : match.start()]):
            continue
        if match["counter"] and number == match["number"]:
            continue
        if len(number) == 3 and _STARRED.match(match["number"]):
            continue
        label = "传真" if match["label"] == "传真" else "电话"
        start = match.start("number")
        yield Phone(label, number, place.where(start, start + len(number)))
        labelled = True
    if not labelled:
        yield from _unlabelled(place)


def _unlabelled(place: Place) -> Iterator[Phone]:
    """The telephone numbers that are known by their shape, and by who is reached there."""
    for match in _UNLABELLED.finditer(place.text):
        before = place.text[max(0, match.start() - _SENTENCE) : match.start()]
        reached = _REACHED.search(before)
        if reached and _OF_THE_SITE.search(before[: reached.start()]):
            continue
        if reached or _REACHED_BY.match(place.text, match.end()):
            start = match.start() - (")" in match[0])  # (0919)2345678
            yield Phone("电话", place.text[start : match.end()], place.where(start, match.end()))


def other_contacts(place: Place) -> Iterator[Where]:
    """E-mail addresses, and where a postal address is given."""
    text = place.text
    for match in EMAIL.finditer(text) if "@" in text else ():
        yield place.where(*match.span())
    for match in _ADDRESS.finditer(text) if "地址" in text or "邮" in text else ():
        yield place.where(*match.span())


def _unbroken(place: Place, start: int, end: int) -> str:
    """The characters from ``start`` that stood together.

    A line break, or a blank before a year or a postal code, ends a telephone number; but not
    where it was broken within.
    """
    prose, base = place.passage.prose, place.start
    whole = _WHOLE.fullmatch(place.text, start, end) is not None
    for at, gap in prose.gaps(base + start, base + end):
        if whole and gap <= _CLOSE:
            continue
        if gap > _CLOSE or _YEAR_OR_POSTCODE.match(place.text[at - base : end]):
            return place.text[start : at - base].rstrip("-/、,")
    return place.text[start:end]
