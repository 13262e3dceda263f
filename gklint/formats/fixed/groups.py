"""Labels of groups in a table without lines: which rows each of them spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise
from math import inf
from typing import NamedTuple

from gklint.formats.fixed.labels import Labelled
from gklint.formats.fixed.stacks import Stack

_MANY = 6  # groups one after the other in a column
_LONG = 80  # rows one after the other in groups
_OFF = 0.6  # of the distance of two rows: how far a label may be from where it should be


_Off = Callable[[Stack, Labelled, Labelled], float]
_Way = tuple[float, tuple[int, ...]]


class Group(NamedTuple):
    """The label of a group and the first of its rows."""

    label: Stack
    first: int


def groups_of(rows: Sequence[Labelled], labels: Sequence[Stack], same: float) -> list[Group] | None:
    """The groups of rows, outer ones first; None where labels and rows do not agree.

    How deep a row is in groups tells where its label stands: labels of the same depth begin, or
    have their middle, at the same place (but for ``same``).
    """
    if not labels:
        return []
    depths = _depths(rows, same)
    columns = _columns(labels)
    if depths is None or max(depths) != len(columns):
        return None
    groups: list[Group] = []
    for level, column in enumerate(columns):
        found = _in_column(rows, [depth > level for depth in depths], column)
        if found is None:
            return None
        groups += found
    return groups


def _depths(rows: Sequence[Labelled], same: float) -> list[int] | None:
    labels = [row.label for row in rows if row.label]
    if len(labels) < len(rows):
        return None
    ways = [_classes([label.start for label in labels], same)]
    ways.append(_classes([label.middle for label in labels], same))
    return min(ways, key=max)


def _classes(values: Sequence[float], same: float) -> list[int]:
    """For each value, how many smaller ones there are, those counted once that are the same."""
    ordered = sorted(values)
    edges = [after for before, after in pairwise(ordered) if after - before > same]
    return [sum(edge <= value for edge in edges) for value in values]


def _columns(labels: Iterable[Stack]) -> list[list[Stack]]:
    """Labels below each other, from left to right."""
    columns: list[list[Stack]] = []
    for label in sorted(labels, key=lambda each: each.start):
        if columns and label.start < max(each.end for each in columns[-1]):
            columns[-1].append(label)
        else:
            columns.append([label])
    return [sorted(column, key=lambda each: each.top) for column in columns]


def _in_column(
    rows: Sequence[Labelled], inside: Sequence[bool], labels: Sequence[Stack]
) -> list[Group] | None:
    """The groups of one column: each stretch of rows divided among the labels beside it."""
    left = [*labels]
    groups: list[Group] = []
    for is_inside, numbers in groupby(range(len(rows)), key=lambda number: inside[number]):
        if not is_inside:
            continue
        stretch = [*numbers]
        first, last = rows[stretch[0]], rows[stretch[-1]]
        beside = [each for each in left if first.top <= each.bottom and each.top <= last.bottom]
        left = [each for each in left if each not in beside]
        found = _divided(rows, stretch, beside)
        if found is None:
            return None
        groups += found
    return None if left else groups


def _divided(
    rows: Sequence[Labelled], stretch: Sequence[int], labels: Sequence[Stack]
) -> list[Group] | None:
    """Rows divided so that each label is in the middle of its own, or begins where they do."""
    if not 0 < len(labels) <= min(_MANY, len(stretch)) or len(stretch) > _LONG:
        return None
    inner = [rows[number] for number in stretch]
    cost, starts = min(_best(inner, labels, off) for off in (_off_the_middle, _off_the_top))
    if cost > _OFF * max([low.y - up.y for up, low in pairwise(inner)], default=inf) * len(labels):
        return None
    return [Group(label, stretch[start]) for label, start in zip(labels, starts, strict=True)]


def _best(rows: Sequence[Labelled], labels: Sequence[Stack], off: _Off) -> _Way:
    """The way to divide the rows by which the labels are least off."""
    # By how many rows are taken: the best way for the labels up to here.
    ways: list[_Way] = [(0.0, ()), *[(inf, ())] * len(rows)]
    for label in labels:
        ways = [
            min(
                (
                    (
                        ways[start][0] + off(label, rows[start], rows[end - 1]),
                        (*ways[start][1], start),
                    )
                    for start in range(end)
                ),
                default=(inf, ()),
            )
            for end in range(len(rows) + 1)
        ]
    return ways[-1]


def _off_the_middle(label: Stack, first: Labelled, last: Labelled) -> float:
    if first.page != last.page:  # no one knows where it is put beside rows of two pages
        return max(first.top - label.top, label.bottom - last.bottom, 0)
    return abs(label.centre - (first.top + last.bottom) / 2)


def _off_the_top(label: Stack, first: Labelled, _: Labelled) -> float:
    return abs(label.top - first.top)
