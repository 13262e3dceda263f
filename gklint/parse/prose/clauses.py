"""A sentence by its clauses, and which words stand beside which number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gklint.form.vocabulary import Mention
from gklint.parse.prose.phrases import ANY_NUMBER, COUNT, NEARLY, NUMBERED, PARTING_ESTIMATE
from gklint.text.expressions import lazy_compile

_CLAUSE = lazy_compile(
    rf"(?:[^,、:()。;!?]+|{PARTING_ESTIMATE}|{NEARLY}|:(?=\d|{ANY_NUMBER})|(?<=\d),(?=\d{{3}})|、(?=(?:行政机关)?不再处理))+"
)
_JOINT = lazy_compile(r"(?:以?及|和|与|或|、|及其){1,2}")


class Clause(NamedTuple):
    """A clause of a sentence; ``mark``: what sets it off from the one before."""

    text: str
    start: int
    mark: str

    @property
    def end(self) -> int:
        """Where it ends in the sentence."""
        return self.start + len(self.text)


@lru_cache(maxsize=4)  # each kind of statements asks for those of a sentence
def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence."""
    found = []
    end = 0
    for match in _CLAUSE.finditer(sentence):
        start, mark = match.start(), sentence[end : match.start()]
        found.append(Clause(match[0], start, mark))
        end = match.end()
    return tuple(found)


def beside(
    numbers: Sequence[re.Match[str]], mentions: Sequence[Mention]
) -> Iterator[tuple[re.Match[str], list[Mention], bool]]:
    """Each number of a clause with the words that tell what it counts; whether they follow it.

    They stand before it (办结5件), or behind it where no number has any before (5件予以公开).
    """
    follow = bool(
        numbers
        and mentions
        and mentions[0].start >= numbers[0].end()
        and mentions[-1].start >= numbers[-1].end()
    )
    edges = [0, *(match.end() for match in numbers)]
    limits = [*(match.start() for match in numbers), math.inf]
    for index, match in enumerate(numbers):
        first, last = edges[index + follow], limits[index + follow]
        yield match, [m for m in mentions if m.start >= first and m.end <= last], follow


def joined(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether some words of one group are named together (予以公开和部分公开)."""
    return any(
        one.group == other.group
        and one.name != other.name
        and _JOINT.fullmatch(text, one.end, other.start)
        for one, other in pairwise(mentions)
    )


_IN_TURN = lazy_compile(
    rf"分别(?:共计|为|是|有|达到?|共)?(?P<numbers>{NUMBERED}(?:(?:、|,|和|及|以及|与){NUMBERED}){{1,5}})"
)
_BETWEEN = lazy_compile(
    r"(?:案件|决定|处理决定|的|情况|申请){0,2}(?:以?及|和|与|、){1,2}(?:被?提起|被申请)?"
)
_BEFORE_TURN = 10


def in_turn(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, re.Match[str]]]:
    """What is counted in turn, with its numbers: 行政许可、行政处罚分别为36件、3件."""
    for match in _IN_TURN.finditer(text):
        numbers = [*COUNT.finditer(text, *match.span("numbers"))]
        named = [m for m in mentions if m.end <= match.start()][-len(numbers) :]
        close = named and match.start() - named[-1].end <= _BEFORE_TURN
        listed = all(_BETWEEN.fullmatch(text, a.end, b.start) for a, b in pairwise(named))
        if close and listed and len(named) == len(numbers):
            yield from zip(named, numbers, strict=True)
