"""Sentence by sentence through the running text: what it states (see ``statements``).

Only sentences about requests for information are read for counts; numbers of other
matters, other bodies and other years are left alone or marked ``partial``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Count, Passage, Statements
from gklint.parse.prose.contact import CONTACT_WORDS, other_contacts, phones
from gklint.parse.prose.decisions import charges, decisions
from gklint.parse.prose.disputes import disputes
from gklint.parse.prose.documents import documents
from gklint.parse.prose.fees import fee, fee_notice
from gklint.parse.prose.periods import damaged, periods
from gklint.parse.prose.phrases import COUNTED
from gklint.parse.prose.place import Place
from gklint.parse.prose.requests import requests
from gklint.parse.prose.scope import Scope, only_counts
from gklint.parse.prose.totals import totals
from gklint.text.expressions import lazy_compile
from gklint.text.prose import SENTENCE
from gklint.text.source import Span

_PAPERS = lazy_compile("规范性文件|规章(?!制)")
_DECISION = lazy_compile("行政(?:许可|处罚|强制|事业性收费)")
# What a sentence must have to be worth a closer look: most count nothing.
_COUNTED = lazy_compile("申请|复议|诉讼|起诉|行政(?:许可|处罚|强制|事业性收费)")
_SOME_OR_NONE = lazy_compile(rf"{COUNTED.pattern}|[\d万亿]元|[未无零]|没有|均|全部|(?<!\d)0(?!\d)")
_PERIOD = lazy_compile(r"20\d\d[./-]\d{1,2}[./-]\d|期限|时段|期间|周期|区间")
_FULL_SENTENCE = lazy_compile(r"[^。!?]+[。!?]?")


def read_statements(
    passages: Iterable[Passage], words: Vocabulary, agency: str | None = None
) -> Statements:
    """Find all statements of the passages of an agency's report."""
    reader = _Reader(words, Scope(agency, words))
    for passage in passages:
        reader.read(passage)
    return Statements(**{name: tuple(values) for name, values in reader.found.items()})


class _Reader:
    def __init__(self, words: Vocabulary, scope: Scope) -> None:
        self.words, self.scope = words, scope
        self.found: dict[str, list[Any]] = {name: [] for name in Statements._fields}

    def read(self, passage: Passage) -> None:
        """Add what a passage states."""
        text, found = passage.prose.text, self.found
        whole = Place(passage, 0, text)
        if CONTACT_WORDS.search(text):
            found["phones"] += phones(whole)
            found["other_contacts"] += other_contacts(whole)
        awaited = not found["periods"] and ("期限" in text or "统计" in text)
        if (
            awaited
            or (text.count("月") > 1 and ("日" in text or "至" in text))
            or _PERIOD.search(text)
        ):
            found["periods"] += periods(whole)
        if awaited and not found["periods"]:
            found["damaged_periods"] += damaged(whole)
        counting = passage.section is None or passage.section in self.words.counting
        about_requests = whole.about_requests(self.words)
        first = len(found["counts"])
        if counting and (about_requests or _COUNTED.search(text)):
            self.count(passage, about_requests)
        if passage.section is not None and ("费" in text or "未收取" in text):
            self.say(passage)
        if counting and _PAPERS.search(text):
            self.count_documents(passage)
            found["counts"][first:] = sorted(found["counts"][first:], key=_place)
        if COUNTED.search(text) or "元" in text:
            found["parts"] += totals(whole, self.words)

    def count(self, passage: Passage, about_requests: bool) -> None:
        """Add what the sentences of a passage count, or say that there was none of."""
        goes_on = False
        for match in SENTENCE.finditer(passage.prose.text):
            text, asks = match[0], "申请" in match[0]
            on_topic = about_requests or goes_on
            goes_on = goes_on and asks
            if (on_topic or _COUNTED.search(text)) and _SOME_OR_NONE.search(text):
                text = only_counts(text, self.words)
                place = Place(passage, match.start(), text, on_topic)
                if on_topic or asks:
                    goes_on = self.count_requests(place) or goes_on
                self.count_others(place)

    def count_requests(self, place: Place) -> bool:
        """Add how many requests a sentence counts; whether it does."""
        counts, none = requests(place, self.words, self.scope)
        self.found["counts"] += counts
        self.found["no_requests"] += none
        return bool(counts)

    def count_others(self, place: Place) -> None:
        """Add what a sentence counts beside requests and documents."""
        text, words, found = place.text, self.words, self.found
        if "复议" in text or "诉讼" in text or "起诉" in text:
            counts, no_disputes = disputes(place, words, self.scope)
            found["counts"] += counts
            found["no_disputes"] += no_disputes
        if "行政" in text and _DECISION.search(text):
            found["counts"] += decisions(place, words, self.scope)
            found["charges"] += charges(place, words, self.scope)

    def count_documents(self, passage: Passage) -> None:
        """Add how many documents a passage counts, also behind a semicolon."""
        for match in _FULL_SENTENCE.finditer(passage.prose.text):
            if not _PAPERS.search(match[0]) or not _SOME_OR_NONE.search(match[0]):
                continue
            place = Place(passage, match.start(), only_counts(match[0], self.words))
            self.found["counts"] += documents(place, self.words, self.scope)

    def say(self, passage: Passage) -> None:
        """Add what a passage says of the fee for processing information."""
        for match in SENTENCE.finditer(passage.prose.text):
            if "费" in match[0] or "未收取" in match[0]:
                place = Place(passage, match.start(), match[0])
                self.found["notices"] += filter(None, [fee_notice(place)])
                self.found["fees"] += filter(None, [fee(place)])


def _place(count: Count) -> Span:
    return count.where.span
