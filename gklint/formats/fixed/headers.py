"""The header of a table without lines: its cells in rows, as they would stand within lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gklint.formats.fixed.stacks import Stack

_LEVEL = 0.5  # of a character's size


def header_rows(
    found: Sequence[Stack], columns: Sequence[tuple[float, float]], edge: float
) -> list[list[Stack]] | None:
    """The cells of a header row by row; None if it has some, and not one over each column.

    What begins left of the ``edge`` of the labels stands over these, from the first row on.  Of
    the rest, what has nothing below it is the own cell of a column, all else stands over several.
    """
    if not found:
        return []
    over = [each for each in found if each.start > edge]
    own = sorted((each for each in over if not _is_over(each, over)), key=lambda s: s.middle)
    if not _fit(own, columns):
        return None
    levels = _levels(each for each in over if each not in own)
    rows: list[list[Stack]] = [[] for _ in range(len(levels) + 1)]
    tops = [min(each.top for each in level) for level in levels]
    for each, row in zip(own, _first_rows(own, tops), strict=True):
        rows[row].append(each)
    for level, spanning in zip(rows, levels, strict=False):
        level += spanning
    rows[0] += [each for each in found if each.start <= edge]
    return [sorted(row, key=lambda each: each.start) for row in rows if row]


def _is_over(upper: Stack, found: Iterable[Stack]) -> bool:
    return any(
        lower.top > upper.bottom and lower.start < upper.end and upper.start < lower.end
        for lower in found
    )


def _fit(own: Sequence[Stack], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether there is one for each column, and none over the neighbour of its own."""
    return len(own) == len(columns) and all(
        left.start < following[0] and before[1] < right.end
        for (left, right), (before, following) in zip(pairwise(own), pairwise(columns), strict=True)
    )


def _levels(spanning: Iterable[Stack]) -> list[list[Stack]]:
    """What stands over several columns, row by row."""
    levels: list[list[Stack]] = []
    for each in sorted(spanning, key=lambda each: each.centre):
        if levels and each.centre - levels[-1][0].centre < _LEVEL * each.bits[0].size:
            levels[-1].append(each)
        else:
            levels.append([each])
    return levels


def _first_rows(own: Sequence[Stack], tops: Sequence[float]) -> list[int]:
    """The first row that each spans: all are in the middle of theirs, or all begin with them.

    ``tops``: where the rows above the lowest one begin.
    """
    bottom = max(each.bottom for each in own)
    middles = [*((top + bottom) / 2 for top in tops), max(each.centre for each in own)]
    ways = (
        [_nearest(middles, each.centre) for each in own],
        [_nearest([*tops, max(each.top for each in own)], each.top) for each in own],
    )
    best = min(ways, key=lambda way: sum(off for off, _ in way))
    return [row for _, row in best]


def _nearest(levels: Sequence[float], at: float) -> tuple[float, int]:
    return min((abs(level - at), row) for row, level in enumerate(levels))
