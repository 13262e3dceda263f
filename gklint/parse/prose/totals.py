"""A total with its parts in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gklint.form.vocabulary import Vocabulary
from gklint.model.statements import Parts
from gklint.parse.prose.phrases import COUNT, NUMBER, ROUGH, UNIT
from gklint.parse.prose.place import Place
from gklint.text.numerals import chinese_number

_PARTS = re.compile(
    rf"{ROUGH}{NUMBER}(?P<about>余|多)?(?P<unit>{UNIT})(?:信息|文件|内容)?"
    r"(?P<mark>[,(、:]{0,2}(?:其中|包括)[:,]?|:)(?P<rest>[^。;]+)"
)
_NOT_A_TOTAL = re.compile(r"采纳|较|比|增加|减少|\d(?:件|条|份|次)[、和]")
_LOOK_BACK = 8


def totals(place: Place, words: Vocabulary) -> Iterator[Parts]:
    """Each total of which a list gives two parts or more."""
    for match in _PARTS.finditer(place.text):
        before = place.text[max(match.start() - _LOOK_BACK, 0) : match.start()]
        if match["before"] or match["about"] or _NOT_A_TOTAL.search(before):
            continue
        numbers = _numbers(_listed(match, words), match["unit"], words)
        total = chinese_number(match["number"])
        if total is None or len(numbers) < 2:
            continue
        complete = match["mark"] == ":" or bool(words.parts_rest.search(match["rest"]))
        where = place.where(*match.span("number"))
        yield Parts(total, tuple(numbers), match["unit"], complete, where)


def _listed(match: re.Match[str], words: Vocabulary) -> str:
    """The list of parts: to its closing bracket, or to a word that begins something else."""
    rest = match["rest"]
    if "(" in match["mark"]:
        rest = rest.partition(")")[0]
    rest = re.sub(r"\([^()]*\)", "", rest)
    stop = words.parts_end.search(rest)
    return (rest[: stop.start()] if stop else rest).split("其中")[0]


def _numbers(listed: str, unit: str, words: Vocabulary) -> list[int]:
    """The numbers of a list that count the same."""
    numbers = []
    for clause in re.split(r"[,、]", listed):
        if words.comparison.search(clause):
            continue
        same = (match for match in COUNT.finditer(clause) if match["unit"] == unit)
        numbers += [chinese_number(match["number"]) or 0 for match in same]
        bare = re.search(r"(?<!\d)\d{1,9}$", clause)
        if bare:
            numbers.append(int(bare[0]))
    return numbers
