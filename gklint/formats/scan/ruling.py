"""The rules of a page: long thin strokes, level or upright, also where they are broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.page import Rule
from gklint.formats.scan.arrays import Grey, Pixels

_LONG = 0.24  # inches; a stroke of a character is shorter, but in a title
_SHORT = 0.1  # inches; no row of a table is lower
_GAPS = {_LONG: 0.14, _SHORT: 0.02}  # inches that may be missing in one of that length
_MARGIN = 0.025  # inches beside a short rule, where nothing is printed
_HARDLY = 0.05  # of the pixels there
_THICKEST = 0.06  # inches; what is thicker is a picture or a black bar
_MEETS = 0.02  # inches: so near each other lies the ink of one table
_SHORT_OF, _BEYOND = 0.02, 0.05  # inches, of the middle of a rule to which a short one goes
_WIDE = 1.0  # inches: of the smallest table; large characters are smaller
_BESIDE = 6  # pixels by which a rule that is not level may stand beside itself


def rules_of(ink: Grey, dpi: float) -> tuple[list[Rule], list[Rule], Grey]:
    """The level and the upright rules of tables, in pixels, and where their ink is."""
    across, down = np.ascontiguousarray(ink), np.ascontiguousarray(ink.T)
    level, upright = _rules(across, _LONG, dpi), _rules(down, _LONG, dpi)
    # What is as short as a stroke is a rule where it goes from one rule to another.
    short_level = [
        each
        for each in _rules(across, _SHORT, dpi)
        if each.goes(upright, dpi) and each.is_alone(across, dpi)
    ]
    short_upright = [
        each
        for each in _rules(down, _SHORT, dpi)
        if each.goes(level, dpi) and each.is_alone(down, dpi)
    ]
    level, upright = _added(level, short_level), _added(upright, short_upright)
    drawn = np.zeros_like(ink)
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

    def is_alone(self, page: Grey, dpi: float) -> bool:
        """Whether hardly any ink is beside it, as it is beside the strokes of a character."""
        margin = max(round(_MARGIN * dpi), 2)
        height, width = self.ink.shape
        columns = slice(self.left + margin, self.left + width - margin)
        above = page[max(self.top - margin, 0) : max(self.top - 1, 0), columns]
        below = page[self.top + height + 1 : self.top + height + margin, columns]
        return all(
            np.count_nonzero(part) <= _HARDLY * part.size for part in (above, below) if part.size
        )

    def goes(self, others: Sequence[_Stroke], dpi: float) -> bool:
        """Whether it goes from one of others, which cross it, to another: into their ink."""
        at, start, end = self.rule
        most, least = _BEYOND * dpi, _SHORT_OF * dpi
        crossing = [
            other.rule.at
            for other in others
            if other.rule.start - most <= at <= other.rule.end + most
        ]
        return any(-most <= start - each <= least for each in crossing) and any(
            -most <= each - end <= least for each in crossing
        )


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
    joined = cv2.morphologyEx(whole, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    return [*_lines(labels, stats, count, _THICKEST * dpi, shortest)]


def _lines(
    labels: Pixels, stats: Pixels, count: int, thickest: float, length: int
) -> Iterator[_Stroke]:
    for number in range(1, count):
        left, top, width, height, area = (int(each) for each in stats[number])
        # A rule that is bowed a little fills a box that is higher than it is thick.
        if width >= length and area / width <= thickest and height <= max(thickest, width / 12):
            inside = labels[top : top + height, left : left + width] == number
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
