"""Requests that are counted, told by the words around a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Count, NoRequests
from gklint.parse.prose.no_requests import none_received
from gklint.parse.prose.phrases import COUNT, INFORMATION
from gklint.parse.prose.place import Place
from gklint.text.numerals import chinese_number

_CLAUSE = re.compile(r"(?:[^,、:()]|(?<=\d),(?=\d{3}))+")
_CASES = frozenset(("件", "条", "宗", "件次", "份", "起", "项"))
_LOOK_BACK = 60
_NOT_A_VERB = re.compile(r"点|窗口|文书|模板|渠道|流程|台账|地址|书|意见|率|时限|期限|指南")
_REQUESTS = re.compile(r"申请(?:事项|数量|总数|总量|量|数|件)?(?:共计|共|为|是|:)?$")


def requests(place: Place, words: Vocabulary) -> tuple[list[Count], list[NoRequests]]:
    """Counts of requests; where there is none of new ones, that there were none."""
    counts = [*_counts(place, words)]
    none = [*none_received(place, words)]
    none += [
        NoRequests("新收" in place.clause(count.at), count.where)
        for count in counts
        if count.about == "new" and not count.number and not count.partial
    ]
    some = {count.where.year for count in counts if count.about == "new" and count.number}
    return (
        [count for count in counts if count.about != "new" or count.number],
        [found for found in none if found.where.year not in some][:1],
    )


def _counts(place: Place, words: Vocabulary) -> Iterator[Count]:
    among = foreign = False
    on_topic = place.passage.part == words.on_request
    wider = bool(words.wider.search(place.text))
    for clause in _CLAUSE.finditer(place.text):
        text = clause[0]
        among = among or "其中" in text
        if INFORMATION.search(text):
            on_topic, foreign = True, False
        foreign = foreign or bool(words.other_matters.search(text))
        if foreign or not on_topic or words.comparison.search(text):
            continue
        if "复议" in text or "诉讼" in text or "费" in text:
            continue
        for match in COUNT.finditer(text):
            about = _about(text, match, words) if match["unit"] in _CASES else None
            if among and about in ("new", "answered", "dealt") and "新收" not in text:
                continue
            number = chinese_number(match["number"])
            if about is None or number is None:
                continue
            rough = bool(match["before"] or match["about"])
            partial = rough or wider or bool(words.partial.search(text))
            at, end = clause.start() + match.start("number"), clause.start() + match.end()
            yield Count(about, number, partial, place.where(at, end), at)


def _about(clause: str, number: re.Match[str], words: Vocabulary) -> str | None:
    """What a number counts."""
    before, after = clause[: number.start()], clause[number.end() :]
    return _by_verb(before[-_LOOK_BACK:], words) or _by_what_follows(after, words)


def _by_verb(before: str, words: Vocabulary) -> str | None:
    """What a number counts, by the last telling word before it."""
    best, end = None, 0
    for about, verbs in words.counts.items():
        for verb in verbs:
            at = before.rfind(verb)
            if at < 0 or at + len(verb) <= end:
                continue
            after = before[at + len(verb) : at + len(verb) + 2]
            if before[max(at - 1, 0) : at] != "未" and not _NOT_A_VERB.match(after):
                best, end = about, at + len(verb)
    return "new" if best is None and _REQUESTS.search(before) else best


def _by_what_follows(after: str, words: Vocabulary) -> str | None:
    """What a number counts, by the word right behind it: 1件结转下年度."""
    for about in ("carried_in", "carried_out"):
        if after.startswith(tuple(words.counts[about])):
            return about
    return None
