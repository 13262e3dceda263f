"""That there were no requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import NoRequests
from gklint.parse.prose.phrases import INFORMATION
from gklint.parse.prose.place import Place

_NONE = re.compile(
    r"(?:(?:未|没有|均未|从未|尚未|暂未)(?:曾|能)?(?P<verb>新收|收到|接到|受理|接收|产生|发生|出现|办理|登记|收|有)"
    r"|没有|无|暂无|尚无)"
    r"(?:过|到|任何|新收|收到|接到|受理)*"
    r"(?P<gap>[^,。;:]{0,30}?)(?:申请公开(?!行政)|公开申请|申请)"
    r"(?!人|行政|复议|表|答复|的?行政|引|导致|而|公开行政|(?:公开)?(?:政府)?(?:信息)?(?:处理|收)?费|公开收费|收费)"
)
_NOT_IN_GAP = re.compile(
    r"结转|逾期|超期|不予|复议|诉讼|投诉|举报|信访|纠纷|因|异议|违规|收费|按期|通过|理由|处理费|撤|费"
    r"|更正|涉及|第三方|科研|机构|要求(?!公开)|当面|^(?:法|效|正当|需|条件|偿)"
)
_ZERO = re.compile(
    r"(?:申请|依申请公开|依申请公开(?:政府)?信息|受理|收到)(?:事项)?(?:数量|总数|总量|件数|数|量)?(?:均|共计|共)?(?:为|是|:)?"
    r"(?:0(?![\d.])|零)(?:件|条|宗|份)?(?=$|[,。;、)])|零申请|零受理|(?<!\d)0件申请"
)
_NOT_ZERO_OF = re.compile(r"结转|办结|答复|不予|公开0|复议|诉讼|费")
_NONE_AT_ALL = re.compile(r"(?:[^,。;]{0,16},)?[^,。;]{0,8}?未收到[。;]?$")


def none_received(place: Place, words: Vocabulary) -> Iterator[NoRequests]:
    """Each phrase that says so, but for a number of 0 that stands by itself."""
    if words.comparison.search(place.text):
        return
    for match in _NONE.finditer(place.text):
        clause = place.clause(match.start())
        if _NOT_IN_GAP.search(match["gap"]) or words.other_matters.search(match["gap"]):
            continue
        if "复议" not in clause and "诉讼" not in clause:
            yield NoRequests("新收" in match[0], place.where(*match.span()))
    on_request = place.passage.part == words.on_request
    for match in _ZERO.finditer(place.text):
        clause = place.clause(match.start())
        on_topic = on_request or INFORMATION.search(place.text)
        if on_topic and not _NOT_ZERO_OF.search(clause):
            yield NoRequests("新收" in clause, place.where(*match.span()))
    if on_request and (bare := _NONE_AT_ALL.match(place.text)):
        yield NoRequests(False, place.where(*bare.span()))


def says_none(text: str) -> bool:
    """Whether a text says that there were none, of whatever kind."""
    return any(not _NOT_IN_GAP.search(match["gap"]) for match in _NONE.finditer(text))
