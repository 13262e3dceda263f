"""What the running text of a report states: counts, none, fees, contacts, the period.

A statement holds what was said and where; whether it is right is for a check to say.
Only sentences about requests for information are read, and what cannot be told with
certainty is marked ``partial``: a difference then proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from gklint.normalise import Prose
from gklint.source import Span
from gklint.values import CHINESE_NUMERAL, chinese_number

_SENTENCE = re.compile(r"[^。;!?]+[。;!?]?")
_CLAUSE = re.compile(r"(?:[^,、:()]|(?<=\d),(?=\d{3}))+")
_UNIT = r"(?:件次|件|条|宗|次|份|起|例|项|个|篇)"
# Bounded and guarded on the left, so that a long run of digits is looked at once.
_NUMBER = (
    rf"(?<![\d.]|{CHINESE_NUMERAL})"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}|{CHINESE_NUMERAL}{{1,9}})"
)
_ROUGH = r"(?P<before>近|约|超过|超|逾|上|数)?"
_COUNT = re.compile(rf"{_ROUGH}{_NUMBER}(?P<about>余|多)?(?P<unit>{_UNIT})")
_CASES = frozenset(("件", "条", "宗", "件次", "份", "起", "项"))
_LOOK_BACK = 60
_NOT_A_VERB = re.compile(r"点|窗口|文书|模板|渠道|流程|台账|地址|书|意见|率|时限|期限|指南")
_INFORMATION = re.compile(
    r"信息公开|依申请|依法申请|公开申请|申请公开|公开的?信息|(?:收到|受理|接收|新收|接到)了?(?:的|书面)?申请"
)
_YEAR = re.compile(r"(20\d{2})年")
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
_DISPUTE = re.compile(
    rf"(?P<kind>行政复议|行政诉讼)(?:案件|申请|案|事项)?(?:共计|共|总计|为|有|数量|数|:|发生|受理|收到|办理){{0,4}}{_NUMBER}(?:件|起|宗|次|例|个)"
)
_DISPUTE_BEFORE = re.compile(
    rf"{_NUMBER}(?:件|起|宗|次|例)(?:被)?(?:申请|提起)?(?:政府信息公开)?(?:的)?(?P<kind>行政复议|行政诉讼)"
)
_DISPUTES_OF_OTHERS = re.compile(
    r"上年|新增|新收|被告|被申请人|审理|代理|指导|应诉|出庭|法院|复议机关|复议机构|复议局"
)
_NO_DISPUTE = re.compile(
    r"(?:未|没有|无|均未|从未)(?:发生|产生|出现|收到|引起|引发|涉及|有|因|被|政府信息公开)"
    r"(?![^。;,]{0,10}(?:纠正|维持|撤销|败诉|变更))[^。;,]{0,30}?(?:复议|诉讼)[^。;,]{0,12}"
)
_DOCUMENTS = re.compile(
    rf"(?P<kind>制发|制定|出台|印发|废止|失效|现行有效)(?:的|并|和|出台|印发|实施|公开){{0,3}}(?P<firm>行政)?规范性文件(?:共计|共|为|:|数量){{0,3}}{_NUMBER}(?:件|个|份|部|项)"
)
_DOCUMENT_KINDS = {"废止": "repealed", "失效": "repealed", "现行有效": "in_force"}
_PARTS = re.compile(
    rf"{_ROUGH}{_NUMBER}(?P<about>余|多)?(?P<unit>{_UNIT})(?:信息|文件|内容)?"
    r"(?P<mark>[,(、:]{0,2}(?:其中|包括)[:,]?|:)(?P<rest>[^。;]+)"
)
_NOT_A_TOTAL = re.compile(r"采纳|较|比|增加|减少|\d(?:件|条|份|次)[、和]")
_FEE = r"(?:处理费|收费|费用|收取费)"
_NO_FEE = re.compile(
    rf"(?:未|没有|无|不存在|暂无|均未|尚未|从未)(?:实际|曾|有|再)?(?:收取|产生|发生|涉及|收到|收|向|对|出现|进行|就|因)?[^。;]{{0,24}}?{_FEE}"
    rf"|不涉及[^。;]{{0,16}}?{_FEE}|免收[^。;,]{{0,12}}{_FEE}|{_FEE}零收取|零收费"
    rf"|{_FEE}(?:的)?(?:收取)?(?:情况|金额|总额|总金额|数额)?(?:均)?(?:为|共计|共|合计|计|:|,){{0,2}}(?:20\d\d年度?,?)?(?:0(?![\d.])|零|0\.0+)"
    rf"|{_FEE}(?:的)?(?:收取)?情况(?:为)?[:,。]{{0,2}}(?:20\d\d年度?,?)?(?:无|没有|未发生|未产生|不涉及)(?:[。;]|$)"
    r"|(?:未|没有)收取(?:[。;,]|$)"
)
_FEE_AMOUNT = re.compile(
    rf"(?:收取|实收|收缴|缴纳|收费|{_FEE}|金额|共计|合计)(?:[^。;\d]{{0,16}}?)(?P<amount>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}(?:\.\d{{1,6}})?|{CHINESE_NUMERAL}{{1,9}})(?P<unit>万元|元)"
)
_NOTICE = re.compile(
    rf"(?:收费|缴费|交费)通知(?:书|单)?(?:共计|共|合计)?{_NUMBER}(?:件|份|次|个)"
    rf"|{_NUMBER.replace('number', 'count')}(?:件|份|次|个)[^,。;]{{0,6}}(?:收费|缴费|交费)通知"
)
_NOTICE_WORDS = re.compile(
    r"(?:收费|缴费|交费)通知|通知[^,。;]{0,8}(?:缴|交)费|逾期未(?:按[^,。;]{0,10})?缴"
)
_RESTS_ON_REQUESTS = re.compile(
    r"(?<![未没有对])(?:收到|受理|接收|办理)的?[^,。;]{0,12}申请(?![^,。;]{0,4}(?:0|零)件)"
)
_OTHER_COSTS = re.compile(
    r"邮寄|邮费|复制|经费|工本|检索|每件|每页|标准|(?<!处)(?<!理)(?:资源|诉讼|学|水|电|管理)费"
)
_PERIOD = re.compile(
    r"(?P<year>20\d{2}|20\d(?=\d月))?年?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:0时)?(?:起|开始)?,?"
    r"(?:至|到|[—~止-]){1,3}(?P<year2>20\d{2})?年?(?P<month2>\d{1,2})月(?P<day2>\d{1,2})日"
)
_DOTTED_PERIOD = re.compile(
    r"(?P<year>20\d{2})[.\-/](?P<month>\d{1,2})[.\-/](?P<day>\d{1,2})(?:至|到|[—~-]){1,3}"
    r"(?P<year2>20\d{2})[.\-/](?P<month2>\d{1,2})[.\-/](?P<day2>\d{1,2})(?!\d)"
)
_PHONE = re.compile(
    r"(?P<label>电话|传真|联系方式|热线|手机|座机|TEL|Tel|tel|(?:致电|拨打|联系人)[^。;,\d]{0,30})(?:号码)?"
    r"(?:[(/及、和]{0,2}(?:传真|电话|手机)\)?){0,2}[:为是]{0,2}(?:(?<=:)[^。;:\d]{2,24},)?"
    r"(?P<number>\+?\(?\d[\d\-—–─―()转./]{2,24}\d(?:[、,/;或及和]\(?\d[\d\-—–─―()转]{4,20}\d){0,4})"
    r"(?P<counter>[余多]?[个次件条人起宗份年])?"
)
_CONTACT_WORDS = re.compile(r"联系|电话|传真|热线|手机|座机|致电|拨打|地址|@|(?i:tel)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,5}", re.ASCII)
_ADDRESS = re.compile(r"联系[^。;]{0,24}(?:地址|邮编|邮政编码|邮箱)|(?:通讯|通信|联系)地址[::,]")


class Where(NamedTuple):
    """The place of a statement: its section (None: before the first), part, and spans."""

    section: str | None
    part: str | None
    span: Span
    sentence: Span
    year: int | None


class Count(NamedTuple):
    """A number of cases.  ``about``: new, carried_in, handled, answered, dealt, carried_out,
    review, litigation, issued, repealed or in_force.  ``partial``: it may count less.
    """

    about: str
    number: int
    partial: bool
    where: Where
    at: int = 0  # in its sentence


class NoRequests(NamedTuple):
    """It is said that there were no requests (``only_new``: no new ones)."""

    only_new: bool
    where: Where


class Fee(NamedTuple):
    """A statement on the fee for processing information.  Amounts in yuan.

    ``none``: none was charged.  ``charged``: the amount collected; ``notified``: the amount
    of the fee notices.  ``rests_on``: ``"requests"`` or ``"none"`` where the sentence gives
    requests, or their absence, as its ground.
    """

    none: bool
    charged: Decimal | None
    notified: Decimal | None
    notices: int | None
    rests_on: str | None
    where: Where


class Parts(NamedTuple):
    """A total with its parts in one sentence.  ``complete``: the parts claim to be all."""

    total: int
    parts: tuple[int, ...]
    unit: str
    complete: bool
    where: Where


class Phone(NamedTuple):
    """A telephone or fax number as printed.  ``label``: 电话, 传真 or another."""

    label: str
    number: str
    where: Where


class Period(NamedTuple):
    """The period of the statistics; a year that is not repeated is None."""

    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
    where: Where


@dataclass(frozen=True)
class Statements:
    """All that was found, in the order of the text."""

    counts: tuple[Count, ...] = ()
    no_requests: tuple[NoRequests, ...] = ()
    no_disputes: tuple[tuple[str, Where], ...] = ()
    fees: tuple[Fee, ...] = ()
    notices: tuple[Where, ...] = ()
    parts: tuple[Parts, ...] = ()
    phones: tuple[Phone, ...] = ()
    other_contacts: tuple[Where, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """``rules/format/prose.yaml``."""

    counts: Mapping[str, Sequence[str]]
    other_matters: re.Pattern[str]
    partial: re.Pattern[str]
    wider: re.Pattern[str]
    comparison: re.Pattern[str]
    parts_end: re.Pattern[str]
    parts_rest: re.Pattern[str]
    chrome: re.Pattern[str]


class Passage(NamedTuple):
    """A paragraph and the section and part it stands in (by their terminals)."""

    section: str | None
    part: str | None
    prose: Prose


REQUEST_PLACES = ("OVERVIEW", "REQUESTS", "DISPUTES", "OTHER_MATTERS")
ON_REQUEST = "ON_REQUEST"


def read_statements(passages: Iterable[Passage], vocabulary: Vocabulary) -> Statements:
    """Find all statements of the passages."""
    reader = _Reader(vocabulary)
    for passage in passages:
        reader.passage(passage)
    return Statements(**{name: tuple(values) for name, values in reader.found.items()})


class _Reader:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.words = vocabulary
        self.found: dict[str, list[Any]] = {name: [] for name in Statements.__annotations__}

    def add(self, kind: str, statement: object) -> None:
        self.found[kind].append(statement)

    def passage(self, passage: Passage) -> None:
        text = passage.prose.text
        if _CONTACT_WORDS.search(text):
            self.contacts(passage)
        if ("月" in text and "日" in text) or ".12." in text or "-12-" in text:
            self.periods(passage)
        if passage.section is None:
            return
        for match in _SENTENCE.finditer(text):
            self.sentence(passage, match.start(), match.end())

    def sentence(self, passage: Passage, start: int, end: int) -> None:
        text = passage.prose.text[start:end]
        asks = "申请" in text or passage.part == ON_REQUEST
        where = _Place(passage, start, text)
        if asks and passage.section in REQUEST_PLACES:
            self.requests(where)
        if "复议" in text or "诉讼" in text:
            self.disputes(where)
        if "规范性文件" in text:
            self.documents(where)
        if "费" in text or "未收取" in text:
            self.fees(where)
        if "其中" in text or "包括" in text or ":" in text:
            self.parts(where)

    # -- requests ------------------------------------------------------------------------

    def requests(self, place: _Place) -> None:
        """Counts of requests; where there is none of new ones, that there were none."""
        counts = [*self.counts(place)]
        self.found["counts"] += [count for count in counts if count.about != "new" or count.number]
        none = [*self.none_received(place)]
        none += [
            NoRequests("新收" in place.clause(count.at), count.where)
            for count in counts
            if count.about == "new" and not count.number and not count.partial
        ]
        some = {count.where.year for count in counts if count.about == "new" and count.number}
        self.found["no_requests"] += [found for found in none if found.where.year not in some][:1]

    def none_received(self, place: _Place) -> Iterator[NoRequests]:
        if self.words.comparison.search(place.text):
            return
        for match in _NONE.finditer(place.text):
            clause = place.clause(match.start())
            if _NOT_IN_GAP.search(match["gap"]) or self.words.other_matters.search(match["gap"]):
                continue
            if "复议" not in clause and "诉讼" not in clause:
                yield NoRequests("新收" in match[0], place.where(*match.span()))
        for match in _ZERO.finditer(place.text):
            clause = place.clause(match.start())
            on_topic = place.passage.part == ON_REQUEST or _INFORMATION.search(place.text)
            if on_topic and not _NOT_ZERO_OF.search(clause):
                yield NoRequests("新收" in clause, place.where(*match.span()))
        if place.passage.part == ON_REQUEST:
            bare = _NONE_AT_ALL.match(place.text)
            if bare:
                yield NoRequests(False, place.where(*bare.span()))

    def counts(self, place: _Place) -> Iterator[Count]:
        among = foreign = False
        on_topic = place.passage.part == ON_REQUEST
        wider = bool(self.words.wider.search(place.text))
        for clause in _CLAUSE.finditer(place.text):
            text = clause[0]
            among = among or "其中" in text
            if _INFORMATION.search(text):
                on_topic, foreign = True, False
            foreign = foreign or bool(self.words.other_matters.search(text))
            if foreign or not on_topic or self.words.comparison.search(text):
                continue
            if "复议" in text or "诉讼" in text or "费" in text:
                continue
            for match in _COUNT.finditer(text):
                if match["unit"] in _CASES:
                    yield from self.count(place, clause.start(), text, match, among, wider)

    def count(
        self,
        place: _Place,
        offset: int,
        clause: str,
        match: re.Match[str],
        among: bool,
        wider: bool,
    ) -> Iterator[Count]:
        about = self.about(clause[: match.start()]) or self.about_after(clause[match.end() :])
        if among and about in ("new", "answered", "dealt") and "新收" not in clause:
            return
        number = chinese_number(match["number"])
        if about is None or number is None:
            return
        at = offset + match.start("number")
        rough = bool(match["before"] or match["about"])
        partial = rough or wider or bool(self.words.partial.search(clause))
        yield Count(about, number, partial, place.where(at, offset + match.end()), at)

    def about(self, before: str) -> str | None:
        """What a number counts, by the last telling word before it."""
        before = before[-_LOOK_BACK:]
        best, end = None, 0
        for about, verbs in self.words.counts.items():
            for verb in verbs:
                at = before.rfind(verb)
                if at < 0 or at + len(verb) <= end:
                    continue
                after = before[at + len(verb) : at + len(verb) + 2]
                if before[max(at - 1, 0) : at] != "未" and not _NOT_A_VERB.match(after):
                    best, end = about, at + len(verb)
        if best is None and re.search(
            r"申请(?:事项|数量|总数|总量|量|数|件)?(?:共计|共|为|是|:)?$", before
        ):
            return "new"
        return best

    def about_after(self, after: str) -> str | None:
        """What a number counts, by the word right behind it: 1件结转下年度."""
        for about in ("carried_in", "carried_out"):
            if after.startswith(tuple(self.words.counts[about])):
                return about
        return None

    # -- disputes, documents -------------------------------------------------------------

    def disputes(self, place: _Place) -> None:
        about_information = (
            "信息公开" in place.text
            or place.passage.part == ON_REQUEST
            or place.passage.section == "DISPUTES"
        )
        if not about_information or self.words.comparison.search(place.text):
            return
        partial = bool(
            _DISPUTES_OF_OTHERS.search(place.text) or self.words.wider.search(place.text)
        )
        for pattern in (_DISPUTE, _DISPUTE_BEFORE):
            for match in pattern.finditer(place.text):
                number = chinese_number(match["number"])
                about = "review" if match["kind"] == "行政复议" else "litigation"
                if number is not None:
                    where = place.where(*match.span())
                    self.add("counts", Count(about, number, partial, where))
        for match in _NO_DISPUTE.finditer(place.text):
            for word, about in (("复议", "review"), ("诉讼", "litigation")):
                if word in match[0]:
                    self.add("no_disputes", (about, place.where(*match.span())))

    def documents(self, place: _Place) -> None:
        if self.words.comparison.search(place.text):
            return
        for match in _DOCUMENTS.finditer(place.text):
            number = chinese_number(match["number"])
            about = _DOCUMENT_KINDS.get(match["kind"], "issued")
            if number is not None:
                where = place.where(*match.span())
                partial = not match["firm"] or bool(self.words.wider.search(place.text))
                self.add("counts", Count(about, number, partial, where))

    # -- fees ----------------------------------------------------------------------------

    def fees(self, place: _Place) -> None:
        if _NOTICE_WORDS.search(place.text):
            self.add("notices", place.where(0, len(place.text)))
        none = _NO_FEE.search(place.text)
        amounts = [*_FEE_AMOUNT.finditer(place.text)] if self.of_this_fee(place) else []
        notice = _NOTICE.search(place.text)
        if not none and not amounts and not notice:
            return
        first = min(match.start() for match in (none, notice, *amounts) if match)
        last = max(match.end() for match in (none, notice, *amounts) if match)
        count = chinese_number(notice["number"] or notice["count"]) if notice else None
        rests_on = None
        if self.says_none(place.text[:last]):
            rests_on = "none"
        elif _RESTS_ON_REQUESTS.search(place.text[:last]):
            rests_on = "requests"
        charged, notified = self.amounts(place.text, amounts)
        without = bool(none) and not charged and not notified
        fee = Fee(without, charged, notified, count, rests_on, place.where(first, last))
        self.add("fees", fee)

    @staticmethod
    def of_this_fee(place: _Place) -> bool:
        """Whether amounts in a sentence are of this fee, and not the rule or other costs."""
        named = re.search(r"处理费|信息公开|申请|(?:收|缴|交)费通知", place.passage.prose.text)
        return bool(named) and not _OTHER_COSTS.search(place.text)

    @staticmethod
    def amounts(
        text: str, matches: Iterable[re.Match[str]]
    ) -> tuple[Decimal | None, Decimal | None]:
        """What was charged, and what fee notices asked for."""
        charged, notified = None, None
        for match in matches:
            clause = re.split("[,;]", text[: match.start("amount")])[-1]
            asked = "通知" in clause or ("总金额" in clause and "通知" in text)
            if "实" in clause or not asked:
                charged = max(_yuan(match), charged or Decimal(0))
            else:
                notified = max(_yuan(match), notified or Decimal(0))
        return charged, notified

    @staticmethod
    def says_none(text: str) -> bool:
        return any(not _NOT_IN_GAP.search(match["gap"]) for match in _NONE.finditer(text))

    # -- totals and parts ----------------------------------------------------------------

    def parts(self, place: _Place) -> None:
        for match in _PARTS.finditer(place.text):
            before = place.text[max(match.start() - 8, 0) : match.start()]
            if match["before"] or match["about"] or _NOT_A_TOTAL.search(before):
                continue
            numbers = self.part_numbers(self.listed(match), match["unit"])
            total = chinese_number(match["number"])
            if total is None or len(numbers) < 2:
                continue
            complete = match["mark"] == ":" or bool(self.words.parts_rest.search(match["rest"]))
            where = place.where(*match.span("number"))
            self.add("parts", Parts(total, tuple(numbers), match["unit"], complete, where))

    def listed(self, match: re.Match[str]) -> str:
        """The list of parts: to its closing bracket, or to a word that begins something else."""
        rest = match["rest"]
        if "(" in match["mark"]:
            rest = rest.partition(")")[0]
        rest = re.sub(r"\([^()]*\)", "", rest)
        stop = self.words.parts_end.search(rest)
        return (rest[: stop.start()] if stop else rest).split("其中")[0]

    def part_numbers(self, rest: str, unit: str) -> list[int]:
        numbers = []
        for clause in re.split(r"[,、]", rest):
            if self.words.comparison.search(clause):
                continue
            same = (match for match in _COUNT.finditer(clause) if match["unit"] == unit)
            numbers += [chinese_number(match["number"]) or 0 for match in same]
            bare = re.search(r"(?<!\d)\d{1,9}$", clause)
            if bare:
                numbers.append(int(bare[0]))
        return numbers

    # -- contact, period -----------------------------------------------------------------

    def contacts(self, passage: Passage) -> None:
        place = _Place(passage, 0, passage.prose.text)
        for match in _PHONE.finditer(place.text):
            number = place.unbroken(*match.span("number"))
            if match["counter"] and number == match["number"]:
                continue
            label = "传真" if match["label"] == "传真" else "电话"
            start = match.start("number")
            where = place.where(start, start + len(number))
            self.add("phones", Phone(label, number, where))
        for pattern in (_EMAIL, _ADDRESS):
            for match in pattern.finditer(place.text):
                self.add("other_contacts", place.where(*match.span()))

    def periods(self, passage: Passage) -> None:
        place = _Place(passage, 0, passage.prose.text)
        for match in chain(_PERIOD.finditer(place.text), _DOTTED_PERIOD.finditer(place.text)):
            first = (_int(match["year"]), int(match["month"]), int(match["day"]))
            last = (_int(match["year2"]), int(match["month2"]), int(match["day2"]))
            self.add("periods", Period(first, last, place.where(*match.span())))


class _Place:
    """A sentence in its passage."""

    def __init__(self, passage: Passage, start: int, text: str) -> None:
        self.passage = passage
        self.start = start
        self.text = text

    def where(self, start: int, end: int) -> Where:
        prose, base = self.passage.prose, self.start
        years = [int(year) for year in _YEAR.findall(self.text[:end])]
        return Where(
            self.passage.section,
            self.passage.part,
            prose.span(base + start, base + end),
            prose.span(base, base + len(self.text)),
            years[-1] if years else None,
        )

    def unbroken(self, start: int, end: int) -> str:
        """The characters from ``start`` that stood together: a line break, or a blank before

        a year or a postal code, ends a telephone number.
        """
        prose, base = self.passage.prose, self.start
        for at in range(start + 1, end):
            gap = prose.origin(base + at) - prose.origin(base + at - 1)
            rest = self.text[at:end]
            if gap > 1 and (gap > 3 or re.match(r"20\d{2}(?!\d{4})|\d{6}$", rest)):
                return self.text[start:at].rstrip("-/、,")
        return self.text[start:end]

    def clause(self, at: int) -> str:
        start = max(self.text.rfind(mark, 0, at) for mark in ",;:(") + 1
        ends = [end for mark in ",;:)" if (end := self.text.find(mark, at)) >= 0]
        return self.text[start : min(ends, default=len(self.text))]


def _yuan(match: re.Match[str]) -> Decimal:
    plain = match["amount"].replace(",", "")
    amount = Decimal(plain if plain[0].isascii() else chinese_number(plain) or 0)
    return amount * 10_000 if match["unit"] == "万元" else amount


def _int(text: str | None) -> int | None:
    return int(text) if text and len(text) == 4 else None
