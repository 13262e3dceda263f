"""The fee for processing information: what was charged, or that none was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from gklint.model.statements import Fee, Where
from gklint.parse.prose.no_requests import says_none
from gklint.parse.prose.phrases import AMOUNT, NUMBER, is_rough, yuan
from gklint.parse.prose.place import Place
from gklint.text.expressions import lazy_compile
from gklint.text.numerals import chinese_number

_FEE = r"(?:处理费|收费|费用|收取费)"
_NO_FEE = lazy_compile(
    rf"(?=[未没无不暂均尚从免处收费零])(?:(?:未|没有|无|不存在|暂无|均未|尚未|从未)(?:实际|曾|有|再)?(?:收取|产生|发生|涉及|收到|收|向|对|出现|进行|就|因)?[^。;]{{0,24}}?{_FEE}"
    rf"|不涉及[^。;]{{0,16}}?{_FEE}|免收[^。;,]{{0,12}}{_FEE}|{_FEE}零收取|零收费"
    rf"|{_FEE}(?:的)?(?:收取)?(?:情况|金额|总额|总金额|数额|申请|案件|件数)?(?:均)?(?:为|共计|共|合计|计|:|,){{0,2}}(?:20\d\d年度?,?)?[“‘]?(?:0(?![\d.])|零|0\.0+)"
    rf"|{_FEE}(?:的)?(?:收取)?(?:(?:情况|金额|件数)(?:为)?[:,。]{{0,2}}|:)(?:20\d\d年度?,?)?(?:无|没有|未发生|未产生|不涉及)(?:[。;]|$)"
    r"|(?:未|没有)收取(?:[。;,]|$))"
)
_FEE_AMOUNT = lazy_compile(
    rf"(?=[收实缴处费金共合])(?:收取|实收|收缴|缴纳|收费|{_FEE}|金额|共计|合计)[^。;\d]{{0,16}}?(?:\d{{1,4}}[件笔次份][^。;\d]{{0,8}}?)?{AMOUNT}"
)
_NOTICE = lazy_compile(
    rf"(?:收费|缴费|交费)通知(?:书|单)?(?:共计|共|合计)?{NUMBER}(?:件|份|次|个)"
    rf"|{NUMBER.replace('number', 'count')}(?:件|份|次|个)[^,。;]{{0,6}}(?:收费|缴费|交费)通知"
)
_NOTICE_WORDS = lazy_compile(
    r"(?:收费|缴费|交费)通知|通知[^,。;]{0,8}(?:缴|交)费|逾期未(?:按[^,。;]{0,10})?缴"
)
_RESTS_ON_REQUESTS = lazy_compile(
    r"(?<![未没有对])(?:收到|受理|接收|办理)的?[^,。;]{0,12}申请(?![^,。;]{0,4}(?:0|零)件)"
)
_OTHER_COSTS = lazy_compile(
    r"邮寄|邮费|复制|经费|工本|检索|每件|每页|标准|(?<!处)(?<!理)(?:资源|诉讼|学|水|电|管理)费"
)
_THIS_FEE = lazy_compile(r"处理费|信息公开|申请|(?:收|缴|交)费通知")


def fee_notice(place: Place) -> Where | None:
    """The sentence, if it speaks of fee notices."""
    text = place.text
    if "通知" not in text and "逾期" not in text:
        return None
    return place.where(0, len(text)) if _NOTICE_WORDS.search(text) else None


def fee(place: Place) -> Fee | None:
    """What a sentence says of the fee, if anything."""
    none = _NO_FEE.search(place.text)
    charges = "元" in place.text and _is_of_this_fee(place)
    amounts = [*_FEE_AMOUNT.finditer(place.text)] if charges else []
    notice = _NOTICE.search(place.text) if "通知" in place.text else None
    matches = [match for match in (none, notice, *amounts) if match]
    if not matches:
        return None
    first = min(match.start() for match in matches)
    last = max(match.end() for match in matches)
    count = chinese_number(notice["number"] or notice["count"]) if notice else None
    charged, notified = _amounts(place.text, [each for each in amounts if not is_rough(each)])
    rough = next((each for each in amounts if is_rough(each)), None)
    without = bool(none) and not charged and not notified and not rough
    roughly = place.where(rough.start("roughly"), _end(rough)) if rough else None
    where, ground = place.where(first, last), _ground(place.text[:last])
    return Fee(without, charged, notified, count, ground, where, roughly)


def _end(amount: re.Match[str]) -> int:
    """Where an amount ends, with what says behind it that it is none exactly."""
    return max(amount.end(), amount.end("nearly"))


def _ground(text: str) -> str | None:
    """What a sentence gives as the ground: requests, or that there are none."""
    if says_none(text):
        return "none"
    return "requests" if _RESTS_ON_REQUESTS.search(text) else None


def _is_of_this_fee(place: Place) -> bool:
    """Whether amounts in a sentence are of this fee, and not the rule or other costs."""
    named = _THIS_FEE.search(place.passage.prose.text)
    return bool(named) and not _OTHER_COSTS.search(place.text)


def _amounts(text: str, matches: Iterable[re.Match[str]]) -> tuple[Decimal | None, Decimal | None]:
    """What was charged, and what fee notices asked for."""
    charged, notified = None, None
    for match in matches:
        if (amount := yuan(match)) is None:
            continue
        clause = re.split("[,;]", text[: match.start("amount")])[-1]
        asked = "通知" in clause or ("总金额" in clause and ("通知" in text or "实际收取" in text))
        if "实" in clause or not asked:
            charged = max(amount, charged or Decimal(0))
        else:
            notified = max(amount, notified or Decimal(0))
    return charged, notified
