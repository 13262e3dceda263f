"""The rules of a page: long thin strokes, level or upright, also where they are broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.page import Rule
from gklint.formats.scan.arrays import Grey, Pixels
from gklint.formats.scan.cleaning import Ink

_LONG = 0.24  # inches; a stroke of a character is shorter, but in a title
_SHORT = 0.1  # inches; no row of a table is lower
_GAPS = {_LONG: 0.14, _SHORT: 0.02}  # inches that may be missing in one of that length
_MARGIN = 0.025  # inches beside a short rule, where nothing is printed
_HARDLY = 0.05  # of the pixels there
_CROSSED = 0.2  # of those beside a long rule, which others cross
_THICKEST = 0.06  # inches; what is thicker is a picture or a black bar
_MEETS = 0.02  # inches: so near each other lies the ink of one table
_SHORT_OF, _BEYOND = 0.02, 0.05  # inches, of the middle of a rule to which a short one goes
_WIDE = 1.0  # inches: of the smallest table; large characters are smaller
_TRACE = 0.01  # inches to both sides of where a rule may be
_MOSTLY = 0.6  # of its length
_BESIDE = 6  # pixels by which a rule that is not level may stand beside itself


def rules_of(ink: Ink, dpi: float) -> tuple[list[Rule], list[Rule], Grey]:
    """The level and the upright rules of tables, in pixels, and where their ink is."""
    across = _Search(ink.dark, ink.faint, dpi)
    down = _Search(np.ascontiguousarray(ink.dark.T), np.ascontiguousarray(ink.faint.T), dpi)
    long, tall = across.long(), down.long()
    # What is as short as a stroke is a rule where it goes from one rule to another.
    level, upright = _added(long, across.short(tall)), _added(tall, down.short(long))
    level, upright = across.ruled(level, upright), down.ruled(upright, level)
    level, upright = (
        [*level, *across.completed(level, upright)],
        [*upright, *down.completed(upright, level)],
    )
    drawn = np.zeros_like(ink.dark)
    for each in level:
        each.draw(drawn)
    for each in upright:
        each.draw(drawn.T)
    borders = _without_strokes(drawn, dpi)
    return (
        [each.rule for each in level if _is_on(borders, each.rule)],
        [each.rule for each in upright if _is_on(borders.T, each.rule)],
        borders,
    )


class _Search(NamedTuple):
    """The ink of a page, in which level rules are looked for."""

    dark: Grey
    faint: Grey
    dpi: float

    def long(self) -> list[_Stroke]:
        """Long strokes; faint ones only where nothing is printed beside them."""
        faint = _rules(self.faint, _LONG, self.dpi)
        alone = [each for each in faint if each.is_alone(self.faint, self.dpi, _CROSSED)]
        return _added(_rules(self.dark, _LONG, self.dpi), alone)

    def short(self, others: Sequence[_Stroke]) -> list[_Stroke]:
        """Short ones that go from one of others, which cross them, to another."""
        return [
            each
            for each in _rules(self.dark, _SHORT, self.dpi)
            if each.goes(others, self.dpi) and each.is_alone(self.dark, self.dpi)
        ]

    def ruled(self, strokes: Iterable[_Stroke], others: Sequence[_Stroke]) -> list[_Stroke]:
        """Those that others meet, or that nothing is printed beside; not those of bold print."""
        return [
            each
            for each in strokes
            if each.meets(others, self.dpi) or each.is_alone(self.dark, self.dpi)
        ]

    def completed(self, strokes: Sequence[_Stroke], others: Sequence[_Stroke]) -> Iterator[_Stroke]:
        """What is lacking of rules from one that crosses them to the next, if a trace is there."""
        for stroke in strokes:
            at = stroke.rule.at
            crossing = sorted({other.rule.at for other in others if other.crosses(at, self.dpi)})
            for start, end in pairwise(crossing):
                lacking = Rule(at, start, end)
                if end - start > _SHORT * self.dpi and not _is_drawn(lacking, strokes):
                    part = self._trace(lacking)
                    if part is not None:
                        yield part

    def _trace(self, rule: Rule) -> _Stroke | None:
        """Where a rule may be: what ink is there, if it runs along most of it, alone."""
        off = max(round(_TRACE * self.dpi), 1)
        top, left, right = round(rule.at) - off, round(rule.start), round(rule.end)
        if top < 0:
            return None
        ink = self.faint[top : top + 2 * off + 1, left:right]
        if not ink.size or np.count_nonzero(ink.max(axis=0)) < _MOSTLY * (right - left):
            return None
        stroke = _Stroke(rule, left, top, ink)
        return stroke if stroke.is_alone(self.faint, self.dpi) else None


def _is_drawn(rule: Rule, strokes: Iterable[_Stroke]) -> bool:
    """Whether half of a rule is there."""
    drawn = sum(
        max(min(each.rule.end, rule.end) - max(each.rule.start, rule.start), 0.0)
        for each in strokes
        if abs(each.rule.at - rule.at) <= _BESIDE
    )
    return 2 * drawn > rule.end - rule.start


class _Stroke(NamedTuple):
    """A rule, and its ink: where the left upper corner of that is."""

    rule: Rule
    left: int
    top: int
    ink: Grey

    def draw(self, page: Grey) -> None:
        height, width = self.ink.shape
        there = page[self.top : self.top + height, self.left : self.left + width]
        np.maximum(there, self.ink, out=there)

    def is_alone(self, page: Grey, dpi: float, most: float = _HARDLY) -> bool:
        """Whether hardly any ink is beside it, as it is beside the strokes of a character."""
        margin = max(round(_MARGIN * dpi), 2)
        height, width = self.ink.shape
        columns = slice(self.left + margin, self.left + width - margin)
        above = page[max(self.top - margin, 0) : max(self.top - 1, 0), columns]
        below = page[self.top + height + 1 : self.top + height + margin, columns]
        return all(
            np.count_nonzero(part) <= most * part.size for part in (above, below) if part.size
        )

    def goes(self, others: Sequence[_Stroke], dpi: float) -> bool:
        """Whether it goes from one of others, which cross it, to another: into their ink."""
        at, start, end = self.rule
        most, least = _BEYOND * dpi, _SHORT_OF * dpi
        crossing = [other.rule.at for other in others if other.crosses(at, dpi)]
        return any(-most <= start - each <= least for each in crossing) and any(
            -most <= each - end <= least for each in crossing
        )

    def meets(self, others: Iterable[_Stroke], dpi: float) -> bool:
        """Whether one of others crosses it, or ends at it."""
        at, start, end = self.rule
        near = _BEYOND * dpi
        return any(
            start - near <= other.rule.at <= end + near and other.crosses(at, dpi)
            for other in others
        )

    def crosses(self, at: float, dpi: float) -> bool:
        """Whether it reaches a rule there, if that is long enough."""
        return self.rule.start - _BEYOND * dpi <= at <= self.rule.end + _BEYOND * dpi


def _added(strokes: Sequence[_Stroke], others: Sequence[_Stroke]) -> list[_Stroke]:
    """Strokes, and those of others that are no part of one of them."""
    return [
        *strokes,
        *(
            other
            for other in others
            if not any(
                abs(each.rule.at - other.rule.at) <= _BESIDE
                and each.rule.start - _BESIDE <= other.rule.start
                and other.rule.end <= each.rule.end + _BESIDE
                for each in strokes
            )
        ),
    ]


def _rules(ink: Grey, length: float, dpi: float) -> list[_Stroke]:
    """The level strokes of a page that are so long."""
    shortest, gap = round(length * dpi), max(round(_GAPS[length] * dpi), 1)
    # A rule that is not quite level lies in two rows of pixels.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    whole = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    # Of the rows of pixels without a stroke, which are most, one is left below each stroke.
    inked = cv2.reduce(whole, 1, cv2.REDUCE_MAX).ravel() > 0
    rows = np.flatnonzero(inked | np.roll(inked, 1))
    if not rows.size:
        return []
    joined = cv2.morphologyEx(whole[rows], cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    return [*_lines(joined, rows, _THICKEST * dpi, shortest)]


def _lines(joined: Grey, rows: Pixels, thickest: float, length: int) -> Iterator[_Stroke]:
    """Strokes of some rows of a page; ``rows``: which these are."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    for number in range(1, count):
        left, first, width, height, area = (int(each) for each in stats[number])
        # A rule that is bowed a little fills a box that is higher than it is thick.
        if width >= length and area / width <= thickest and height <= max(thickest, width / 12):
            inside = labels[first : first + height, left : left + width] == number
            top = int(rows[first])
            rule = Rule(top + height / 2, left, left + width)
            yield _Stroke(rule, left, top, inside.astype(np.uint8) * 255)


def _without_strokes(drawn: Grey, dpi: float) -> Grey:
    """Only what hangs together as far as the borders of a table do."""
    near = cv2.dilate(drawn, np.ones((round(_MEETS * dpi), round(_MEETS * dpi)), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    kept = np.zeros(count, np.uint8)
    for number in range(1, count):
        _, _, width, height, _ = (int(each) for each in stats[number])
        kept[number] = 255 * (max(width, height) >= _WIDE * dpi)
    return cv2.bitwise_and(kept[labels], drawn)


def _is_on(drawn: Grey, rule: Rule) -> bool:
    """Whether most of a rule is on the borders that are drawn."""
    at, start, end = (round(each) for each in rule)
    along = drawn[max(at - _BESIDE, 0) : at + _BESIDE + 1, start:end]
    return along.size > 0 and 2 * int(np.count_nonzero(along.max(axis=0))) > end - start
