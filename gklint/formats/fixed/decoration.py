"""Lines that belong to text, and are no borders: what underlines it or strikes it through.

So programs print what was inserted and deleted while changes were tracked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gklint.formats.fixed.page import Glyph, Page, Rule, Way

# Parts of a character's size.
_THROUGH = (0.15, 0.5)  # how high above the baseline a line strikes through
_UNDER = (-0.25, -0.03)
_EDGE = 0.3  # by which it may stop short of a character
_BEYOND = 0.6  # by which it may go on beyond the last one; the border of a table goes farther


class Shown(NamedTuple):
    """What is left of a page: its text, the horizontal rules that may be borders.

    struck: how many stretches of text were struck through.
    """

    glyphs: Sequence[Glyph]
    horizontal: Sequence[Rule]
    struck: int


def undecorated(page: Page) -> Shown:
    """A page without the lines that belong to text, and the text that they strike through."""
    rules = sorted(page.horizontal)
    glyphs = [glyph for glyph in page.glyphs if glyph.way is Way.RIGHT]
    through, under = (_along(rules, glyphs, between) for between in (_THROUGH, _UNDER))
    struck = {id(glyph) for found in through.values() for glyph in found}
    borders = [rule for rule in rules if rule not in through and rule not in under]
    return Shown([each for each in page.glyphs if id(each) not in struck], borders, len(through))


def _along(
    rules: Sequence[Rule], glyphs: Iterable[Glyph], between: tuple[float, float]
) -> dict[Rule, list[Glyph]]:
    """The rules (sorted) that run so high along characters, and end with them."""
    lowest, highest = between
    levels = [rule.at for rule in rules]
    found: dict[Rule, list[Glyph]] = {}
    for glyph in glyphs:
        first = bisect_left(levels, glyph.base - highest * glyph.size)
        for rule in rules[first : bisect_right(levels, glyph.base - lowest * glyph.size)]:
            if _covers(rule, glyph):
                found.setdefault(rule, []).append(glyph)
    return {rule: along for rule, along in found.items() if _ends_with(rule, along)}


def _covers(rule: Rule, glyph: Glyph) -> bool:
    edge = _EDGE * glyph.size
    return rule.start <= glyph.start + edge and rule.end >= glyph.end - edge


def _ends_with(rule: Rule, glyphs: Sequence[Glyph]) -> bool:
    beyond = _BEYOND * max(glyph.size for glyph in glyphs)
    first, last = min(glyph.start for glyph in glyphs), max(glyph.end for glyph in glyphs)
    return rule.start >= first - beyond and rule.end <= last + beyond
