"""Lines that belong to text, and are no borders: what underlines it or strikes it through.

So programs print what was inserted and deleted while changes were tracked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Glyphs, Way
from gklint.formats.fixed.page import Page, Rule, clipped

# Parts of a character's size.
_THROUGH = (0.15, 0.5)  # how high above the baseline a line strikes through
_UNDER = (-0.25, -0.03)
_EDGE = 0.3  # by which it may stop short of a character
_BEYOND = 0.6  # by which it may go on beyond the last one; the border of a table goes farther
_TOUCHING = 1.0  # points


class Shown(NamedTuple):
    """What is left of a page: its text, the horizontal rules that may be borders.

    struck: how many stretches of text were struck through.
    """

    glyphs: Sequence[Glyphs]
    horizontal: Sequence[Rule]
    struck: int


class _Stretch(NamedTuple):
    """Some of the glyphs that stand together."""

    glyphs: Glyphs
    start: int
    end: int


_Along = dict[Rule, list[_Stretch]]


def undecorated(page: Page) -> Shown:
    """A page without the lines that belong to text, and the text that they strike through."""
    rules = sorted(clipped(page.horizontal, page.height, page.width))
    through, under = _along(rules, (each for each in page.glyphs if each.way is Way.RIGHT))
    borders = [rule for rule in rules if rule not in through and rule not in under]
    # From side to side of a cell: the border of another one that a page break has displaced.
    lines = [along for rule, along in through.items() if not _is_between(rule, page.vertical)]
    glyphs = [*_without(page.glyphs, lines)] if lines else page.glyphs
    return Shown(glyphs, borders, len(lines))


def _is_between(rule: Rule, uprights: Iterable[Rule]) -> bool:
    """Whether it goes from one vertical rule to another."""
    crossed = [each.at for each in uprights if each.start < rule.at < each.end]
    return all(any(abs(at - end) < _TOUCHING for at in crossed) for end in rule[1:])


def _along(rules: Sequence[Rule], found: Iterable[Glyphs]) -> tuple[_Along, _Along]:
    """The rules (sorted) that run through characters or below them, and end with them."""
    levels = [rule.at for rule in rules]
    through: _Along = defaultdict(list)
    under: _Along = defaultdict(list)
    for glyphs in found:
        base, size = glyphs.base, glyphs.size
        first = bisect_left(levels, base - _THROUGH[1] * size)
        for rule in rules[first : bisect_right(levels, base - _UNDER[0] * size)]:
            covered = _covered(rule, glyphs)
            if covered.start >= covered.end:
                continue
            if _THROUGH[0] * size <= base - rule.at:
                through[rule].append(covered)
            elif base - rule.at <= _UNDER[1] * size:
                under[rule].append(covered)
    return _ending(through), _ending(under)


def _covered(rule: Rule, glyphs: Glyphs) -> _Stretch:
    edge = _EDGE * glyphs.size
    start = bisect_left(glyphs.starts, rule.start - edge)
    return _Stretch(glyphs, start, bisect_right(glyphs.ends, rule.end + edge))


def _ending(found: _Along) -> _Along:
    return {rule: along for rule, along in found.items() if _ends_with(rule, along)}


def _ends_with(rule: Rule, along: Sequence[_Stretch]) -> bool:
    beyond = _BEYOND * max(glyphs.size for glyphs, _, _ in along)
    first = min(glyphs.starts[start] for glyphs, start, _ in along)
    last = max(glyphs.ends[end - 1] for glyphs, _, end in along)
    return rule.start >= first - beyond and rule.end <= last + beyond


def _without(found: Iterable[Glyphs], left_out: Iterable[Iterable[_Stretch]]) -> Iterator[Glyphs]:
    struck: dict[int, set[int]] = defaultdict(set)
    for along in left_out:
        for glyphs, start, end in along:
            struck[id(glyphs)].update(range(start, end))
    for glyphs in found:
        if id(glyphs) not in struck:
            yield glyphs
            continue
        for index, each in enumerate(glyphs.each()):
            if index not in struck[id(glyphs)]:
                yield each
