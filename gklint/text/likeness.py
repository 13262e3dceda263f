"""How much of one text stands in another, as it is or nearly.

Sentences are compared without what differs from report to report though nobody wrote it anew:
numbers, years, numbering, marks, and the names of the bodies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from gklint.text.expressions import lazy_compile
from gklint.text.normalise import words
from gklint.text.numbering import split_numbering

_NAME, _NUMBER = "某", "0"
_ITEM = lazy_compile(
    r"(?<![^\W\d])[一二三四五六七八九十]{1,2}是(?:要|在)?|[(（][一二三四五六七八九十\d]{1,3}[)）]"
)
_SELF = lazy_compile(
    r"(?<!自)[我本](?:级|机关|单位|部门|局|办|委|厅|院|校|站|所|中心|街道|省|市|州|盟|县|区|旗|镇|乡)"
)
_COUNT = lazy_compile(
    r"\d+(?:[.,]\d+)*|[零一二三四五六七八九十百千两]+(?=[件次条个项场篇期份人家类种起宗年月日])"
)
_YEAR = lazy_compile(rf"{_NUMBER}年度")

_FRAGMENT = 4  # characters; sentences that have none in common are not nearly equal
_LONGEST = 2000  # characters of what can be a sentence
_OFTEN = 12  # pairs of sentences that a fragment may stand in: one in more tells nothing


class Names:
    """Names to be found in texts, many of them at once: longer ones before those within them."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for name in sorted({*names}, key=len, reverse=True):
            if len(name) > 1:
                self._by_head[name[:2]].append(name)
        self._heads = lazy_compile("|".join(map(re.escape, sorted(self._by_head))) or r"(?!)")

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._by_head.values())

    def within(self, text: str) -> list[str]:
        """Those that stand in a text, in its order."""
        return [name for _, name in self._found(text)]

    def masked(self, text: str) -> str:
        """A text with one sign in place of each."""
        parts: list[str] = []
        at = 0
        for start, name in self._found(text):
            parts += (text[at:start], _NAME)
            at = start + len(name)
        return "".join((*parts, text[at:])) if parts else text

    def _found(self, text: str) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        match = self._heads.search(text)
        while match:
            at = match.start()
            name = next((each for each in self._by_head[match[0]] if text.startswith(each, at)), "")
            if name:
                found.append((at, name))
            match = self._heads.search(text, at + (len(name) or 1))
        return found


NO_NAMES = Names()


def masked(text: str, names: Names = NO_NAMES) -> str:
    """A sentence as it is compared.  ``names``: those of bodies, which are masked too."""
    text = _SELF.sub(_NAME, names.masked(text))
    text = _COUNT.sub(_NUMBER, _ITEM.sub("", split_numbering(text)[1]))
    return words(_YEAR.sub(f"{_NUMBER}年", text))


class Pair(NamedTuple):
    """A sentence of each of two texts, by their numbers.  ``percent``: how much is the same."""

    left: int
    right: int
    percent: float = 100.0


Passage = tuple[Pair, ...]
"""Sentences that stand one after the other in both of two texts."""


def passages(left: Sequence[str], right: Sequence[str], near: float) -> list[Passage]:
    """What stands in both of two texts, given as masked sentences, in the order of the left one.

    ``near``: so many percent of two sentences have to be the same.
    """
    found: list[list[Pair]] = []
    for pair in pairs(left, right, near):
        last = found[-1][-1] if found else None
        if last and (last.left + 1, last.right + 1) == pair[:2]:
            found[-1].append(pair)
        else:
            found.append([pair])
    return [*map(tuple, found)]


def pairs(left: Sequence[str], right: Sequence[str], near: float) -> list[Pair]:
    """Each sentence with the one that it stands for in the other text, if any; none is used twice.

    Equal ones are found by looking up; only what remains is compared.
    """
    found = _equal(left, right)
    taken = {pair.right for pair in found.values()}
    rest = [number for number in range(len(left)) if number not in found]
    others = [number for number in range(len(right)) if number not in taken]
    for pair in _near(left, right, rest, others, near):
        if pair.left not in found and pair.right not in taken:
            found[pair.left] = pair
            taken.add(pair.right)
    return [found[number] for number in sorted(found)]


def share(texts: Sequence[str], numbers: Iterable[int]) -> float:
    """How many percent of the characters of texts are in those with these numbers."""
    whole = sum(map(len, texts))
    return 100 * sum(len(texts[number]) for number in numbers) / whole if whole else 0.0


def _equal(left: Sequence[str], right: Sequence[str]) -> dict[int, Pair]:
    """Equal sentences; of several the one behind the last, so that runs stay whole."""
    places: dict[str, list[int]] = defaultdict(list)
    for number in reversed(range(len(right))):
        places[right[number]].append(number)
    found: dict[int, Pair] = {}
    taken: set[int] = set()
    following = 0
    for number, text in enumerate(left):
        free = places.get(text)
        while free and free[-1] in taken:
            free.pop()
        if not text or not free:
            continue
        goes_on = following < len(right) and following not in taken and right[following] == text
        other = following if goes_on else free.pop()
        taken.add(other)
        found[number] = Pair(number, other)
        following = other + 1
    return found


def _near(
    left: Sequence[str],
    right: Sequence[str],
    rest: Sequence[int],
    others: Sequence[int],
    near: float,
) -> list[Pair]:
    """Nearly equal ones among these sentences, the most alike first."""
    from rapidfuzz.fuzz import ratio  # only texts that are compared need it

    here, there = _by_fragment(left, rest), _by_fragment(right, others)
    candidates = {
        (one, other)
        for fragment, numbers in here.items()
        if len(numbers) * len(there.get(fragment, ())) <= _OFTEN
        for one in numbers
        for other in there.get(fragment, ())
    }
    found = (
        Pair(one, other, ratio(left[one], right[other], score_cutoff=near))
        for one, other in sorted(candidates)
    )
    return sorted((pair for pair in found if pair.percent), key=lambda pair: -pair.percent)


def _by_fragment(texts: Sequence[str], numbers: Iterable[int]) -> dict[str, list[int]]:
    """Which of these sentences each fragment stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        text = texts[number]
        if len(text) > _LONGEST:
            continue
        for fragment in {text[at : at + _FRAGMENT] for at in range(len(text) - _FRAGMENT + 1)}:
            found[fragment].append(number)
    return found
