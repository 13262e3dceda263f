"""That there were no requests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import NoRequests
from gklint.parse.prose.phrases import INFORMATION, OURSELVES
from gklint.parse.prose.place import Place
from gklint.parse.prose.scope import Scope
from gklint.text.expressions import lazy_compile

_NONE = lazy_compile(
    r"(?:(?:未|没有|均未|从未|尚未|暂未)(?:曾|能)?(?P<verb>新收|收到|接到|受理|接收|产生|发生|出现|办理|登记|收|有)"
    r"|没有|无|暂无|尚无|未(?=向))"
    r"(?:过|到|任何|新收|收到|接到|受理)*"
    r"(?P<gap>[^,。;:]{0,30}?)(?:申请公开(?!行政)|公开申请|申请)"
    # Nothing may follow that makes it another matter (申请人的投诉, 申请引发的诉讼).
    r"(?:公开)?(?:政府)?(?:信息)?(?:公开)?的?(?:申请|事项|件|书|案件|案|情况|情形|业务|工作){0,2}"
    r"(?=[,。;:、)!?”]|$|也|故|因此|且|办理)"
)
_NOT_ONE = lazy_compile(
    r"申请(?:事项|件|书)?(?:…{1,2}|[都也均亦]){1,2}(?:没有?|未曾?|从未)(?:(?:收到|接到|受理|收|发生|产生)过?|(?=[,。;]|$))"
)
_EVEN = "都也均亦…"  # for speed alone
# What may stand between 未收到 and 申请 without making it one kind of requests (未收到重复申请).
_CHANNEL = r"(?:书面|网络|网上|互联网|线上|线下|邮寄|邮件|电子邮件|信函|当面|现场|传真|电话)"
CHANNELS = lazy_compile(_CHANNEL)
"""The words for a channel."""
_ANY = lazy_compile(
    rf"(?:{_CHANNEL}(?:[、和或及]{{1,2}}{_CHANNEL}){{0,8}}(?:等|[、和或及]其他)|{_CHANNEL}[、和或及]{{1,2}}{_CHANNEL}"
    r"|公民、?法人(?:和|或|或者|及|以及|、|与)其他(?:社会)?组织|(?:任何)?(?:单位|组织)(?:和|或|或者|及)个人"
    r"|任何(?:个人|单位|组织|企业|公民|人)|社会公众|社会各界|公众|群众|公民|申请人"
    r"|(?:也|亦|均)?未?(?:新收|收到|接到|受理)|向[^,。;、]{1,20}?(?=提出|提交|递交|申请|公开)"
    r"|政府|信息|公开|工作|任何|相关|有关|关于|针对|方面|各种|各类|何种|多种|各|一[件宗起]|1件"
    rf"|{OURSELVES}"
    r"|形式|方式|途径|渠道|通过(?=[^,。;]{1,16}(?:形式|方式|途径|渠道))|提出|提交|递交|提起|要求(?=公开)|依法|依|向|由"
    r"|…{1,30}|人(?=向)|过|曾|政务|涉及(?=政府信息公开|信息公开|依申请)|属于|事项|等|的|和|及|或者|或|与|以|、){0,20}"
)
_PLAIN = ("", "政府信息公开")  # for speed alone: most say no more
_ZERO = lazy_compile(
    r"(?=[申依受收零0])(?:(?:申请|依申请公开|依申请公开(?:政府)?信息|受理|收到)(?:事项|件)?(?:数量|总数|总量|件数|受理量|办理量|数|量)?(?:均|共计|共)?(?:为|是|:)?"
    r"(?:0(?![\d.])|零)(?:件|条|宗|份)?(?=$|[,。;、)])|零申请|零受理|(?<!\d)0件申请)"
)
_NOT_ZERO_OF = lazy_compile(r"结转|办结|答复|不予|公开0|复议|诉讼|费")
_ALL_WAYS = lazy_compile(r"(?:等|各种?)(?:途径|渠道|方式|形式)|均$")
_NONE_AT_ALL = lazy_compile(r"(?:[^,。;]{0,16},)?[^,。;]{0,8}?未收到[。;]?$")


def none_received(place: Place, words: Vocabulary, scope: Scope) -> Iterator[NoRequests]:
    """Each phrase that says so of the agency, but for a number of 0 that stands by itself."""
    for found, end in _said(place, words):
        if words.comparison.search(place.text):
            return
        if scope.is_plain(place.text) or not scope.is_of_others(place.text[:end]):
            yield found


def _said(place: Place, words: Vocabulary) -> Iterator[tuple[NoRequests, int]]:
    """Each phrase, of whomever, with its end in the sentence."""
    for match in _denials(place.text):
        clause = place.clause(match.start())
        before = clause.partition(match[0])[0]
        if not is_any(match["gap"]) or (
            words.times.search(before)
            or (_is_of_some(before, words) and not _ALL_WAYS.search(before))
        ):
            continue
        if "复议" not in clause and "诉讼" not in clause:
            yield NoRequests("新收" in match[0], place.where(*match.span())), match.end()
    is_denied = any(sign in place.text for sign in _EVEN) and INFORMATION.search(place.text)
    for match in _NOT_ONE.finditer(place.text) if is_denied else ():
        yield NoRequests(False, place.where(*match.span())), match.end()
    on_request = place.passage.part == words.on_request
    for match in _ZERO.finditer(place.text) if "0" in place.text or "零" in place.text else ():
        clause = place.clause(match.start())
        on_topic = on_request or INFORMATION.search(place.text)
        some = any(m.group != "requests" for m in words.requests.mentions(clause))
        if on_topic and not some and not _NOT_ZERO_OF.search(clause):
            yield NoRequests("新收" in clause, place.where(*match.span())), match.end()
    if on_request and "未收到" in place.text and (bare := _NONE_AT_ALL.match(place.text)):
        yield NoRequests(False, place.where(*bare.span())), bare.end()


def _is_of_some(text: str, words: Vocabulary) -> bool:
    return bool(words.partial.search(text) or words.channels.search(text))


def is_any(text: str) -> bool:
    """Whether these words before 申请 leave open which: 公民提出的政府信息公开, not 重复."""
    return text in _PLAIN or _ANY.fullmatch(text) is not None


def says_none(text: str) -> bool:
    """Whether a text says that there were none, of whatever kind."""
    return any(is_any(match["gap"]) for match in _denials(text))


def _denials(text: str) -> Iterable[re.Match[str]]:
    """Each phrase that there were none, of any kind or of one."""
    denies = "未" in text or "无" in text or "没有" in text
    return _NONE.finditer(text) if denies and "申请" in text else ()
