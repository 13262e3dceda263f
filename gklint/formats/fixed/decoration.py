"""Lines that belong to text, and are no borders: what underlines it or strikes it through.

So programs print what was inserted and deleted while changes were tracked, with bars in the margin
beside the lines that were changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.grid import CROSSINGS, joined
from gklint.formats.fixed.page import Page, Rule, clipped
from gklint.formats.fixed.struck import Stretch, without_struck

# Parts of a character's size.
_THROUGH = (0.15, 0.5)  # how high above the baseline a line strikes through
_UNDER = (-0.25, -0.03)
_EDGE = 0.3  # by which it may stop short of a character
_BEYOND = 0.6  # by which it may go on beyond the last one; the border of a table goes farther
_TOUCHING = 1.0  # points


class Shown(NamedTuple):
    """What is left of a page: its text, the rules that may be borders.

    struck: how many stretches of text were struck through.
    """

    glyphs: Sequence[Glyphs]
    horizontal: Sequence[Rule]
    vertical: Sequence[Rule]
    struck: int


_Along = dict[Rule, list[Stretch]]


def undecorated(page: Page) -> Shown:
    """A page without the lines that belong to text, and the text that they strike through."""
    rules = sorted(clipped(page.horizontal, page.height, page.width))
    uprights = clipped(page.vertical, page.width, page.height)
    level = (each for each in page.glyphs if not each.way)  # to the right
    through, under = _along(rules, level)
    if not (through or under):
        return Shown(page.glyphs, rules, uprights, 0)
    borders = [rule for rule in rules if rule not in through and rule not in under]
    # From side to side of a cell: the border of another one that a page break has displaced.
    lines = [along for rule, along in through.items() if not _is_between(rule, uprights)]
    changed = sorted(each.glyphs.base for along in (*lines, *under.values()) for each in along)
    uprights = _without_bars(joined(uprights), borders, changed)
    struck = [each for along in lines for each in along]
    glyphs = without_struck(page.glyphs, struck, uprights) if struck else page.glyphs
    return Shown(glyphs, borders, uprights, len(lines))


def _without_bars(
    uprights: Sequence[Rule], borders: Sequence[Rule], changed: Sequence[float]
) -> list[Rule]:
    """Vertical rules without those beside text that was changed which meet no border, and those
    above and below them.

    ``borders``, ``changed``: horizontal rules and the bases of text from top to bottom.
    """
    if len(uprights) * len(borders) > CROSSINGS:
        return [*uprights]
    levels = [rule.at for rule in borders]
    bars = [rule for rule in uprights if not _meets(rule, borders, levels)]
    margins = {
        rule.at
        for rule in bars
        if bisect_left(changed, rule.start) < bisect_left(changed, rule.end)
    }
    left_out = {rule for rule in bars if rule.at in margins}
    return [rule for rule in uprights if rule not in left_out]


def _meets(rule: Rule, borders: Sequence[Rule], levels: Sequence[float]) -> bool:
    """Whether a horizontal rule, which stands at one of ``levels``, touches a vertical one."""
    first = bisect_left(levels, rule.start - _TOUCHING)
    last = bisect_right(levels, rule.end + _TOUCHING)
    return any(
        each.start - _TOUCHING <= rule.at <= each.end + _TOUCHING for each in borders[first:last]
    )


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
        last = bisect_right(levels, base - _UNDER[0] * size, first)
        for rule in rules[first:last]:
            covered = _covered(rule, glyphs)
            if covered.start >= covered.end:
                continue
            if _THROUGH[0] * size <= base - rule.at:
                through[rule].append(covered)
            elif base - rule.at <= _UNDER[1] * size:
                under[rule].append(covered)
    return _ending(through), _ending(under)


def _covered(rule: Rule, glyphs: Glyphs) -> Stretch:
    edge = _EDGE * glyphs.size
    start = bisect_left(glyphs.starts, rule.start - edge)
    return Stretch(glyphs, start, bisect_right(glyphs.ends, rule.end + edge))


def _ending(found: _Along) -> _Along:
    return {rule: along for rule, along in found.items() if _ends_with(rule, along)}


def _ends_with(rule: Rule, along: Sequence[Stretch]) -> bool:
    beyond = _BEYOND * max(glyphs.size for glyphs, _, _ in along)
    first = min(glyphs.starts[start] for glyphs, start, _ in along)
    last = max(glyphs.ends[end - 1] for glyphs, _, end in along)
    return rule.start >= first - beyond and rule.end <= last + beyond
