"""The label of each row in a table without lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gklint.formats.fixed.lines import Piece
from gklint.formats.fixed.stacks import Stack
from gklint.text.source import Place


class TableRow(NamedTuple):
    """A line of values by column: how far down it stands, and where."""

    y: float
    place: Place
    values: dict[int, Piece]


class Labelled(NamedTuple):
    """A row of values: how far down, and its label, if the rows have any."""

    y: float
    label: Stack | None

    @property
    def page(self) -> int | None:
        return self.label.page if self.label else None

    @property
    def top(self) -> float:
        return min(self.y, self.label.top) if self.label else self.y

    @property
    def bottom(self) -> float:
        return max(self.y, self.label.bottom) if self.label else self.y


def labelled_rows(
    rows: Sequence[TableRow], found: Sequence[Stack], edge: float, same: float
) -> list[Labelled] | None:
    """Each row with what stands beside it, left of ``edge``; None where only some have a label.

    Of several, the one nearest to the values is its label.
    """
    beside = [stack for stack in found if stack.end <= edge + same]
    labels: list[Stack | None] = []
    for row in rows:
        near = [each for each in beside if each.top - same <= row.y <= each.bottom + same]
        labels.append(max(near, key=lambda each: each.start, default=None))
    for number, (upper, lower) in enumerate(pairwise(rows)):
        if upper.place.page != lower.place.page:
            between = [each for each in beside if upper.y + same < each.top < lower.y - same]
            between = [each for each in between if each.bottom < lower.y - same]
            over = _over_break(labels[number], labels[number + 1], between, same)
            labels[number : number + 2] = over
    kept = [label for label in labels if label]
    if kept and len({id(label) for label in kept}) < len(rows):
        return None
    return [Labelled(row.y, label) for row, label in zip(rows, labels, strict=True)]


def _over_break(
    upper: Stack | None, lower: Stack | None, between: Sequence[Stack], same: float
) -> tuple[Stack | None, Stack | None]:
    """The labels of the rows at a page break, which may divide one of them from its values."""
    rest = max(between, key=lambda each: each.start, default=None)
    if rest is None:
        return upper, lower
    if upper is None:
        return rest, lower
    if lower is None:
        return upper, rest
    if rest.page == lower.page and _is_below(upper, rest, same):
        return Stack(upper.bits + rest.bits), lower
    if rest.page == upper.page and _is_below(rest, lower, same):
        return upper, Stack(rest.bits + lower.bits)
    return upper, lower


def _is_below(upper: Stack, lower: Stack, same: float) -> bool:
    return abs(upper.start - lower.start) < same or abs(upper.middle - lower.middle) < same
