"""Sentence by sentence through the running text: what it states (see ``statements``).

Only sentences about requests for information are read for counts; numbers of other
matters, other bodies and other years are left alone or marked ``partial``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Passage, Statements
from gklint.parse.prose.contact import CONTACT_WORDS, other_contacts, phones
from gklint.parse.prose.disputes import disputes
from gklint.parse.prose.documents import documents
from gklint.parse.prose.fees import fee, fee_notice
from gklint.parse.prose.periods import damaged, periods
from gklint.parse.prose.place import Place
from gklint.parse.prose.requests import requests
from gklint.parse.prose.totals import totals
from gklint.text.prose import SENTENCE


def read_statements(passages: Iterable[Passage], words: Vocabulary) -> Statements:
    """Find all statements of the passages."""
    found: dict[str, list[Any]] = {name: [] for name in Statements.__annotations__}
    for passage in passages:
        text = passage.prose.text
        whole = Place(passage, 0, text)
        if CONTACT_WORDS.search(text):
            found["phones"] += phones(whole)
            found["other_contacts"] += other_contacts(whole)
        if ("月" in text and ("日" in text or "至" in text)) or ".12." in text or "-12-" in text:
            found["periods"] += periods(whole)
        if not found["periods"] and ("期限" in text or "统计" in text):
            found["damaged_periods"] += damaged(whole)
        if passage.section is not None:
            for match in SENTENCE.finditer(text):
                _read(Place(passage, match.start(), match[0]), words, found)
    return Statements(**{name: tuple(values) for name, values in found.items()})


def _read(place: Place, words: Vocabulary, found: dict[str, list[Any]]) -> None:
    """Add what a sentence states."""
    text, passage = place.text, place.passage
    asks = "申请" in text or passage.part == words.on_request
    if asks and passage.section in words.of_requests:
        counts, none = requests(place, words)
        found["counts"] += counts
        found["no_requests"] += none
    if "复议" in text or "诉讼" in text:
        counts, no_disputes = disputes(place, words)
        found["counts"] += counts
        found["no_disputes"] += no_disputes
    if "规范性文件" in text:
        found["counts"] += documents(place, words)
    if "费" in text or "未收取" in text:
        found["notices"] += filter(None, [fee_notice(place)])
        found["fees"] += filter(None, [fee(place)])
    if "其中" in text or "包括" in text or ":" in text:
        found["parts"] += totals(place, words)
