"""What a body wrote itself in its report, to be held against what others wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from gklint.form.bodies import Template
from gklint.form.form import Form
from gklint.model.abstract import Abstract, Sentence
from gklint.model.outcomes import Note
from gklint.text.likeness import Names, Pair, Passage, masked, passages
from gklint.text.quoting import quoted
from gklint.text.source import Span

_SHORTEST = 8  # characters of a sentence that is worth comparing
_SHOWN = 3  # passages that are pointed at
_QUOTED = 24  # characters of a passage
_JOINT = "\n"  # between sentences that follow one another
_TOGETHER = 3  # sentences: two of a template often follow one another by chance
_FRAGMENT = 5  # characters


class Text(NamedTuple):
    """The sentences of a report that count, and each as it is compared.  ``path``: of its file."""

    path: str | None
    sentences: Sequence[Sentence]
    masked: Sequence[str]

    @property
    def units(self) -> Iterator[str]:
        """What may be common: its sentences, and each few that follow one another."""
        yield from self.masked
        yield from filter(None, map(self._together, range(len(self.masked))))

    def is_own(self, number: int, common: Collection[str], within: range) -> bool:
        """Whether a sentence is none that many write, or stands among others as few have them.

        A sentence of a template tells nothing; that the same ones were put together does.
        """
        if self.masked[number] not in common:
            return True
        firsts = range(max(number - _TOGETHER + 1, within.start), number + 1)
        return any(
            first + _TOGETHER <= within.stop and self._together(first) not in common
            for first in firsts
        )

    def _together(self, first: int) -> str | None:
        """A few sentences that follow one another; None where there are not so many."""
        texts = self.masked[first : first + _TOGETHER]
        return _JOINT.join(texts) if len(texts) == _TOGETHER else None

    def own_size(self, common: Collection[str]) -> int:
        """How many characters are compared."""
        whole = range(len(self.masked))
        return self.size(number for number in whole if self.is_own(number, common, whole))

    def size(self, numbers: Iterable[int]) -> int:
        """How many characters these sentences have."""
        return sum(len(self.masked[number]) for number in numbers)

    def fragments(self, common: Collection[str]) -> Iterator[str]:
        """What texts that have much in common have in common, and others not.

        Of a sentence that many write, what it has behind the one before.
        """
        before = ""
        for number, text in enumerate(self.masked):
            if self.is_own(number, common, range(len(self.masked))):
                mark = before if text in common else ""
                for at in range(len(text) - _FRAGMENT + 1):
                    yield mark + text[at : at + _FRAGMENT]
            before = text

    def span(self, first: int, last: int) -> Span:
        """Where it stands from one sentence to another."""
        return Span(self.sentences[first].span.start, self.sentences[last].span.end)

    def begun(self, first: int, count: int) -> Mapping[str, object]:
        """The first words of so many sentences, for a message."""
        text = "".join(each.text for each in self.sentences[first : first + count])
        return {"count": count, "words": quoted(text, _QUOTED)}


def own_text(report: Abstract, form: Form, names: Names) -> Text:
    """What of a report nobody else had to write; ``names`` of bodies are masked."""
    formal = form.vocabulary.formal
    found = [
        (each, text)
        for each in report.sentences
        if not formal.search(each.text) and len(text := masked(each.text, names)) >= _SHORTEST
    ]
    return Text(report.path, [each for each, _ in found], [text for _, text in found])


def common_to(texts: Sequence[Text], template: Template) -> frozenset[str]:
    """What so many of all write that it is of a template; nothing where there are too few to tell.

    These are sentences as they are compared, and each three of them that follow one another.
    """
    if len(texts) < template.bodies:
        return frozenset()
    counted = Counter(unit for text in texts for unit in {*text.units})
    return frozenset(
        unit for unit, count in counted.items() if 100 * count > template.percent * len(texts)
    )


class Shared(NamedTuple):
    """What of one text stands in another.

    ``same`` of ``size`` characters, which are those that are not common.
    """

    left: Text
    right: Text
    passages: Sequence[Passage]
    same: int
    size: int

    @property
    def percent(self) -> int:
        """How many percent of it stand in the other one."""
        return percent(self.same, self.size)

    @property
    def pairs(self) -> Iterator[tuple[Sentence, Sentence]]:
        """Each sentence with the one in the other text."""
        for pair in (pair for passage in self.passages for pair in passage):
            yield self.left.sentences[pair.left], self.right.sentences[pair.right]

    @property
    def spans(self) -> tuple[Span, Span]:
        """The longest passage, in both texts."""
        return self._spans(self._longest()[0])

    def notes(self) -> Iterator[Note]:
        """The longest passages, in both files; in the left one but for the very longest."""
        for number, passage in enumerate(self._longest()):
            here, there = self._spans(passage)
            if number:
                words = self.left.begun(passage[0].left, len(passage))
                yield Note("texts.passage-here", here, None, words)
            if self.right.path is not None:
                words = self.right.begun(passage[0].right, len(passage))
                yield Note("texts.passage-there", there, None, words, self.right.path)

    def _longest(self) -> Sequence[Passage]:
        """The longest passages, none of which goes over the end of a section."""
        parts = [part for passage in self.passages for part in self._by_section(passage)]
        sizes = {part: self.left.size(pair.left for pair in part) for part in parts}
        return sorted(parts, key=lambda part: -sizes[part])[:_SHOWN]

    def _by_section(self, passage: Passage) -> Iterator[Passage]:
        sentences = self.left.sentences
        for _, part in groupby(passage, key=lambda pair: sentences[pair.left].section):
            yield tuple(part)

    def _spans(self, passage: Passage) -> tuple[Span, Span]:
        first, last = passage[0], passage[-1]
        return self.left.span(first.left, last.left), self.right.span(first.right, last.right)


def shared(left: Text, right: Text, common: Collection[str], near: float) -> tuple[Shared, Shared]:
    """What of each text stands in the other."""
    found = passages(left.masked, right.masked, near)
    turned = [tuple(Pair(pair.right, pair.left, pair.percent) for pair in each) for each in found]
    return _shared(left, right, found, common), _shared(right, left, sorted(turned), common)


def _shared(left: Text, right: Text, found: Sequence[Passage], common: Collection[str]) -> Shared:
    numbers = [
        pair.left
        for passage in found
        for pair in passage
        if left.is_own(pair.left, common, range(passage[0].left, passage[-1].left + 1))
    ]
    return Shared(left, right, found, left.size(numbers), left.own_size(common))


def percent(part: int, whole: int) -> int:
    """A part of the whole, rounded; of nothing, nothing."""
    return round(100 * part / whole) if whole else 0
