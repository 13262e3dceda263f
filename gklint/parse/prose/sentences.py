"""Sentence by sentence through the running text: what it states (see ``statements``).

Only sentences about requests for information are read for counts; numbers of other
matters, other bodies and other years are left alone or marked ``partial``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import (
    Count,
    Fee,
    NoRequests,
    Parts,
    Passage,
    Period,
    Phone,
    Statements,
    Where,
)
from gklint.parse.prose import phrases
from gklint.text.numerals import chinese_number


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
        if phrases.CONTACT_WORDS.search(text):
            self.contacts(passage)
        if ("月" in text and "日" in text) or ".12." in text or "-12-" in text:
            self.periods(passage)
        if passage.section is None:
            return
        for match in phrases.SENTENCE.finditer(text):
            self.sentence(passage, match.start(), match.end())

    def sentence(self, passage: Passage, start: int, end: int) -> None:
        text = passage.prose.text[start:end]
        asks = "申请" in text or passage.part == self.words.on_request
        where = _Place(passage, start, text)
        if asks and passage.section in self.words.of_requests:
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
        for match in phrases.NONE.finditer(place.text):
            clause = place.clause(match.start())
            if phrases.NOT_IN_GAP.search(match["gap"]) or self.words.other_matters.search(
                match["gap"]
            ):
                continue
            if "复议" not in clause and "诉讼" not in clause:
                yield NoRequests("新收" in match[0], place.where(*match.span()))
        for match in phrases.ZERO.finditer(place.text):
            clause = place.clause(match.start())
            on_topic = place.passage.part == self.words.on_request or phrases.INFORMATION.search(
                place.text
            )
            if on_topic and not phrases.NOT_ZERO_OF.search(clause):
                yield NoRequests("新收" in clause, place.where(*match.span()))
        if place.passage.part == self.words.on_request:
            bare = phrases.NONE_AT_ALL.match(place.text)
            if bare:
                yield NoRequests(False, place.where(*bare.span()))

    def counts(self, place: _Place) -> Iterator[Count]:
        among = foreign = False
        on_topic = place.passage.part == self.words.on_request
        wider = bool(self.words.wider.search(place.text))
        for clause in phrases.CLAUSE.finditer(place.text):
            text = clause[0]
            among = among or "其中" in text
            if phrases.INFORMATION.search(text):
                on_topic, foreign = True, False
            foreign = foreign or bool(self.words.other_matters.search(text))
            if foreign or not on_topic or self.words.comparison.search(text):
                continue
            if "复议" in text or "诉讼" in text or "费" in text:
                continue
            for match in phrases.COUNT.finditer(text):
                if match["unit"] in phrases.CASES:
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
        before = before[-phrases.LOOK_BACK :]
        best, end = None, 0
        for about, verbs in self.words.counts.items():
            for verb in verbs:
                at = before.rfind(verb)
                if at < 0 or at + len(verb) <= end:
                    continue
                after = before[at + len(verb) : at + len(verb) + 2]
                if before[max(at - 1, 0) : at] != "未" and not phrases.NOT_A_VERB.match(after):
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
            or place.passage.part == self.words.on_request
            or place.passage.section == self.words.of_disputes
        )
        if not about_information or self.words.comparison.search(place.text):
            return
        partial = bool(
            phrases.DISPUTES_OF_OTHERS.search(place.text) or self.words.wider.search(place.text)
        )
        for pattern in (phrases.DISPUTE, phrases.DISPUTE_BEFORE):
            for match in pattern.finditer(place.text):
                number = chinese_number(match["number"])
                about = "review" if match["kind"] == "行政复议" else "litigation"
                if number is not None:
                    where = place.where(*match.span())
                    self.add("counts", Count(about, number, partial, where))
        for match in phrases.NO_DISPUTE.finditer(place.text):
            for word, about in (("复议", "review"), ("诉讼", "litigation")):
                if word in match[0]:
                    self.add("no_disputes", (about, place.where(*match.span())))

    def documents(self, place: _Place) -> None:
        if self.words.comparison.search(place.text):
            return
        for match in phrases.DOCUMENTS.finditer(place.text):
            number = chinese_number(match["number"])
            about = phrases.DOCUMENT_KINDS.get(match["kind"], "issued")
            if number is not None:
                where = place.where(*match.span())
                partial = not match["firm"] or bool(self.words.wider.search(place.text))
                self.add("counts", Count(about, number, partial, where))

    # -- fees ----------------------------------------------------------------------------

    def fees(self, place: _Place) -> None:
        if phrases.NOTICE_WORDS.search(place.text):
            self.add("notices", place.where(0, len(place.text)))
        none = phrases.NO_FEE.search(place.text)
        amounts = [*phrases.FEE_AMOUNT.finditer(place.text)] if self.of_this_fee(place) else []
        notice = phrases.NOTICE.search(place.text)
        if not none and not amounts and not notice:
            return
        first = min(match.start() for match in (none, notice, *amounts) if match)
        last = max(match.end() for match in (none, notice, *amounts) if match)
        count = chinese_number(notice["number"] or notice["count"]) if notice else None
        rests_on = None
        if self.says_none(place.text[:last]):
            rests_on = "none"
        elif phrases.RESTS_ON_REQUESTS.search(place.text[:last]):
            rests_on = "requests"
        charged, notified = self.amounts(place.text, amounts)
        without = bool(none) and not charged and not notified
        fee = Fee(without, charged, notified, count, rests_on, place.where(first, last))
        self.add("fees", fee)

    @staticmethod
    def of_this_fee(place: _Place) -> bool:
        """Whether amounts in a sentence are of this fee, and not the rule or other costs."""
        named = re.search(r"处理费|信息公开|申请|(?:收|缴|交)费通知", place.passage.prose.text)
        return bool(named) and not phrases.OTHER_COSTS.search(place.text)

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
        return any(
            not phrases.NOT_IN_GAP.search(match["gap"]) for match in phrases.NONE.finditer(text)
        )

    # -- totals and parts ----------------------------------------------------------------

    def parts(self, place: _Place) -> None:
        for match in phrases.PARTS.finditer(place.text):
            before = place.text[max(match.start() - 8, 0) : match.start()]
            if match["before"] or match["about"] or phrases.NOT_A_TOTAL.search(before):
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
            same = (match for match in phrases.COUNT.finditer(clause) if match["unit"] == unit)
            numbers += [chinese_number(match["number"]) or 0 for match in same]
            bare = re.search(r"(?<!\d)\d{1,9}$", clause)
            if bare:
                numbers.append(int(bare[0]))
        return numbers

    # -- contact, period -----------------------------------------------------------------

    def contacts(self, passage: Passage) -> None:
        place = _Place(passage, 0, passage.prose.text)
        for match in phrases.PHONE.finditer(place.text):
            number = place.unbroken(*match.span("number"))
            if match["counter"] and number == match["number"]:
                continue
            label = "传真" if match["label"] == "传真" else "电话"
            start = match.start("number")
            where = place.where(start, start + len(number))
            self.add("phones", Phone(label, number, where))
        for pattern in (phrases.EMAIL, phrases.ADDRESS):
            for match in pattern.finditer(place.text):
                self.add("other_contacts", place.where(*match.span()))

    def periods(self, passage: Passage) -> None:
        place = _Place(passage, 0, passage.prose.text)
        for match in chain(
            phrases.PERIOD.finditer(place.text), phrases.DOTTED_PERIOD.finditer(place.text)
        ):
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
        years = [int(year) for year in phrases.YEAR.findall(self.text[:end])]
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
