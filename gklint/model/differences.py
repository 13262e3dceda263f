"""In which numbers and sentences two versions of a report differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.model.abstract import Abstract, Figure, Sentence, State
from gklint.model.outcomes import CellName
from gklint.text.expressions import lazy_compile
from gklint.text.likeness import pairs, share
from gklint.text.numbering import split_numbering

_NO_WORD = lazy_compile(r"(?:(?!(?<=\d)\.(?=\d))[\W_])+")
_SHORTEST = 4  # characters of a sentence that is looked for
_NEAR = 50  # percent of two sentences that are one, changed
_READ = (State.NUMBER, State.BLANK)


class CellChange(NamedTuple):
    """A cell that has another number, or one where the other has none."""

    cell: CellName
    old: Figure
    new: Figure


class SentenceChange(NamedTuple):
    """A sentence that was changed.  ``old``, ``new``: None where it was added or removed."""

    old: Sentence | None
    new: Sentence | None


class Differences(NamedTuple):
    """``unread``: cells of which nothing can be told, because one of both cannot be read.

    ``numbers``, ``text``: how many percent of the numbers that both have are equal, and of the
    characters of the shorter text stand in the other.
    """

    cells: Sequence[CellChange]
    sentences: Sequence[SentenceChange]
    unread: Sequence[CellName]
    numbers: float
    text: float


def differences(old: Abstract, new: Abstract) -> Differences:
    """What differs; where sentences and paragraphs end, and in which order they are, does not."""
    both = list(_cells(old, new))
    read = [each for each in both if each.old.state in _READ and each.new.state in _READ]
    changed = [each for each in read if each.old.number != each.new.number]
    unread = [each.cell for each in both if _is_unread(each)]
    telling = [each for each in read if each.old.number or each.new.number]  # zeros are everywhere
    equal = 100 * (1 - len(changed) / len(telling)) if telling else 100.0
    sentences, text = _sentences(old.sentences, new.sentences)
    return Differences(changed, sentences, unread, equal, text)


def _cells(old: Abstract, new: Abstract) -> Iterator[CellChange]:
    """The cells that both have."""
    for name, table in old.tables.items():
        for key, figure in table.items():
            other = new.figure(name, *key)
            if other is not None:
                yield CellChange(CellName(name, *key), figure, other)


def _is_unread(change: CellChange) -> bool:
    """Whether one of both has a number, and the other cannot be read."""
    states = (change.old.state, change.new.state)
    return State.NUMBER in states and not {*states} <= {*_READ}


def _sentences(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> tuple[Sequence[SentenceChange], float]:
    """What was changed, and how many percent of the shorter text stand in the other."""
    left, right = _words(old), _words(new)
    gone, come = _only(left, right), _only(right, left)
    found = pairs([left[number] for number in gone], [right[number] for number in come], _NEAR)
    changed = {gone[pair.left]: come[pair.right] for pair in found}
    changes = [
        SentenceChange(old[number], new[changed[number]] if number in changed else None)
        for number in gone
    ]
    added = {*come}.difference(changed.values())
    changes += (SentenceChange(None, new[number]) for number in sorted(added))
    texts, others = (left, gone) if sum(map(len, left)) <= sum(map(len, right)) else (right, come)
    same = share(texts, {*range(len(texts))}.difference(others)) if any(texts) else 100.0
    return changes, same


def _words(sentences: Iterable[Sentence]) -> list[str]:
    """The sentences without marks and numbering, which get lost when a report is converted."""
    return [_NO_WORD.sub("", _without_numbering(each.text)) for each in sentences]


def _without_numbering(text: str) -> str:
    _, rest = split_numbering(text)
    is_count = text[: len(text) - len(rest)][-1:].isdigit()  # 5件
    return text if is_count else rest


def _only(texts: Sequence[str], others: Sequence[str]) -> list[int]:
    """Which of these texts do not stand in the others, wherever sentences end there."""
    known, whole = {*others}, "".join(others)
    return [
        number
        for number, text in enumerate(texts)
        if len(text) >= _SHORTEST and text not in known and not _stands_in(text, whole)
    ]


def _stands_in(text: str, whole: str) -> bool:
    """Whether it stands there, and no longer number in place of one at its ends."""
    at = whole.find(text)
    while at >= 0:
        before, behind = whole[at - 1 : at], whole[at + len(text) : at + len(text) + 1]
        if not (
            (before.isdigit() and text[0].isdigit()) or (behind.isdigit() and text[-1].isdigit())
        ):
            return True
        at = whole.find(text, at + 1)
    return False
