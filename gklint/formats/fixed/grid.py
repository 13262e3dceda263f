"""Rules to grids: what the lines on a page enclose as the cells of a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from gklint.formats.fixed.page import Rule

_NEAR = 6.0  # points: rules so near each other meet, or are one (a double border)
_TOUCHING = 1.0  # points
_OPEN = 8.0  # points: rules that reach so far beyond a table's last edge leave a side open
_COVERED = 0.5
_MOST = 20_000  # squares; more are a drawing
CROSSINGS = 4_000_000
"""Pairs of horizontal and vertical rules; more are a drawing, too."""
_START = attrgetter("start")


class Frame(NamedTuple):
    """What rules frame as a cell: its first row and column, from 0, and how many it spans."""

    row: int
    column: int
    down: int
    across: int


@dataclass(frozen=True)
class Grid:
    """A table: the edges of its columns and rows, ascending, and its cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    frames: tuple[Frame, ...]

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def frame_at(self, x: float, y: float) -> int | None:
        """The number of the frame that has a point in it, from 0; None beside the table."""
        xs, ys = self.xs, self.ys
        if not (xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]):
            return None
        row = bisect_right(ys, y, 0, len(ys) - 1) - 1
        return self._owners[row][bisect_right(xs, x, 0, len(xs) - 1) - 1]

    def sides(self, number: int) -> tuple[float, float]:
        """Where a frame begins and ends, from left to right."""
        frame = self.frames[number]
        return self.xs[frame.column], self.xs[frame.column + frame.across]

    def is_across(self, number: int) -> bool:
        """Whether a frame is as wide as all columns, of which there are several."""
        return self.frames[number].across == len(self.xs) - 1 > 1

    def without(self, numbers: Iterable[int]) -> Iterator[tuple[Grid, Sequence[int]]]:
        """What is left above, between and below frames that are as wide as all, and its frames."""
        cuts = sorted((self.frames[each].row, self.frames[each].down) for each in numbers)
        top = 0
        for row, down in (*cuts, (len(self.ys) - 1, 0)):
            kept = [at for at, frame in enumerate(self.frames) if top <= frame.row < row]
            if len(kept) > 1:  # a single box is no table
                frames = (self.frames[at] for at in kept)
                moved = tuple(frame._replace(row=frame.row - top) for frame in frames)
                yield Grid(self.xs, self.ys[top : row + 1], moved), kept
            top = row + down

    @cached_property
    def _owners(self) -> list[list[int]]:
        """The frame of each square, row by row."""
        owners = [[0] * (len(self.xs) - 1) for _ in self.ys[1:]]
        for number, (row, column, down, across) in enumerate(self.frames):
            for squares in owners[row : row + down]:
                squares[column : column + across] = [number] * across
        return owners


def grids(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> list[Grid]:
    """The tables that rules make.  A single box is none."""
    across, down = joined(horizontal), joined(vertical)
    if len(across) * len(down) > CROSSINGS:
        return []
    groups = _connected(across, down)
    found = [_grid(_straight(flat), _straight(upright)) for flat, upright in groups]
    return [grid for grid in found if grid is not None]


# -- rules ---------------------------------------------------------------------------


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules (sorted) of which those that are drawn again, or piece by piece, are one."""
    levels: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        levels[round(rule.at)].append(rule)
    whole: list[Rule] = []
    for level in levels.values():
        level.sort(key=_START)
        at, start, end = level[0]
        for other, begins, ends in level:
            if begins > end + _TOUCHING:
                whole.append(Rule(at, start, end))
                at, start, end = other, begins, ends
            elif ends > end:
                end = ends
        whole.append(Rule(at, start, end))
    return sorted(whole)


def _straight(rules: Iterable[Rule]) -> list[Rule]:
    """Rules brought into line with those beside them; what touches is put together."""
    whole: list[Rule] = []
    for level in _levels(rules):
        at = sum(rule.at for rule in level) / len(level)
        start, end = level[0].start, level[0].end
        for rule in level[1:]:
            if rule.start > end + _NEAR:
                whole.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        whole.append(Rule(at, start, end))
    return [rule for rule in whole if rule.end - rule.start > _NEAR]


def _levels(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    level: list[Rule] = []
    for rule in sorted(rules):
        if level and rule.at - level[0].at > _NEAR:
            yield sorted(level, key=_START)
            level = []
        level.append(rule)
    if level:
        yield sorted(level, key=_START)


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of horizontal and vertical rules (sorted) that meet."""
    parents = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    levels = [rule.at for rule in across]
    for number, upright in enumerate(down, start=len(across)):
        first = bisect_left(levels, upright.start - _NEAR)
        for index in range(first, bisect_right(levels, upright.end + _NEAR)):
            flat = across[index]
            if flat.start - _NEAR <= upright.at <= flat.end + _NEAR:
                parents[root(index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate(across):
        groups[root(index)][0].append(rule)
    for index, rule in enumerate(down, start=len(across)):
        groups[root(index)][1].append(rule)
    yield from (group for group in groups.values() if all(group))


# -- grids ---------------------------------------------------------------------------


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    if not across or not down:
        return None
    xs, ys = _edges(down, across), _edges(across, down)
    if (len(xs) - 1) * (len(ys) - 1) > _MOST or len(xs) < 2 or len(ys) < 2:
        return None
    right_of, below = _covered(down, xs, ys), _covered(across, ys, xs)
    frames = tuple(_frames(len(ys) - 1, len(xs) - 1, right_of, below))
    return Grid(xs, ys, frames) if len(frames) > 1 else None


def _edges(rules: Iterable[Rule], crossing: Sequence[Rule]) -> tuple[float, ...]:
    """Where rules stand, and the ends of those that cross them: sides may be without a rule."""
    levels = sorted({rule.at for rule in rules})
    first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    before = [first] if levels[0] - first > _OPEN else []
    return (*before, *levels, *([last] if last - levels[-1] > _OPEN else []))


def _covered(
    rules: Iterable[Rule], levels: Sequence[float], edges: Sequence[float]
) -> list[list[bool]]:
    """For each level, between which neighbouring edges a rule runs along it."""
    lengths = [end - start for start, end in pairwise(edges)]
    drawn = {level: [0.0] * len(lengths) for level in levels}
    for at, start, end in rules:
        along = drawn[at]
        first = max(bisect_right(edges, start) - 1, 0)
        last = min(bisect_left(edges, end), len(lengths)) - 1
        if first <= last:
            along[first + 1 : last] = lengths[first + 1 : last]  # all between the two
            for index in {first, last}:
                along[index] += min(end, edges[index + 1]) - max(start, edges[index])
    return [
        [part > _COVERED * length for part, length in zip(drawn[level], lengths, strict=True)]
        for level in levels
    ]


def _frames(
    rows: int, columns: int, right_of: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]
) -> Iterator[Frame]:
    """``right_of[x][row]`` and ``below[y][column]`` say where a rule parts two squares."""
    taken = [[False] * columns for _ in range(rows)]
    # Where no rule parts a row, nothing beside the rows above goes on into it.
    whole = {row for row in range(rows) if not any(right_of[x][row] for x in range(1, columns))}
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            end = column + 1
            while end < columns and not right_of[end][row] and not taken[row][end]:
                end += 1
            bottom = row + 1
            while (
                bottom < rows
                and (bottom in whole) == (row in whole)
                and not any(below[bottom][column:end])
                and not any(right_of[x][bottom] for x in range(column + 1, end))
            ):
                bottom += 1
            for squares in taken[row:bottom]:
                squares[column:end] = [True] * (end - column)
            yield Frame(row, column, bottom - row, end - column)
