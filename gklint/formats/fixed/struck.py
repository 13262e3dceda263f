"""Text that is struck through taken out, as if it had never stood there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from gklint.formats.fixed.glyphs import Glyphs, Way
from gklint.formats.fixed.page import Rule

_BESIDE = 0.2  # of a character's size


class Stretch(NamedTuple):
    """Some of the glyphs that stand together."""

    glyphs: Glyphs
    start: int
    end: int


class _Part(NamedTuple):
    glyphs: Glyphs
    is_struck: bool

    @property
    def place(self) -> tuple[int, float]:
        """Its line, and where it begins on it."""
        return round(self.glyphs.base), self.glyphs.starts[0]


def without_struck(
    found: Iterable[Glyphs], struck: Iterable[Stretch], uprights: Sequence[Rule]
) -> list[Glyphs]:
    """Glyphs without those that are struck through.

    What stands behind these in the same cell takes their room, or else what stands before them: so
    no blank is left, and a line is as full as it was.  ``uprights``: from left to right.
    """
    indices: dict[int, set[int]] = defaultdict(set)
    for glyphs, start, end in struck:
        indices[id(glyphs)].update(range(start, end))
    parts = [part for glyphs in found for part in _parts(glyphs, indices[id(glyphs)])]
    for run in _runs([part for part in parts if part.glyphs.way is Way.RIGHT], uprights):
        _close(run)
    return [part.glyphs for part in parts if not part.is_struck]


def _parts(glyphs: Glyphs, struck: set[int]) -> Iterator[_Part]:
    """Glyphs parted where those begin or end that are struck through."""
    for is_struck, group in groupby(range(len(glyphs.text)), key=struck.__contains__):
        inside = [*group]
        yield _Part(glyphs.part(inside[0], inside[-1] + 1), is_struck)


def _runs(parts: Iterable[_Part], uprights: Sequence[Rule]) -> Iterator[list[_Part]]:
    """Parts between which there is neither a blank nor a vertical rule."""
    edges = [rule.at for rule in uprights]
    run: list[_Part] = []
    for part in sorted(parts, key=attrgetter("place")):
        if run:
            before, glyphs = run[-1].glyphs, part.glyphs
            beyond = bisect_right(edges, (glyphs.starts[0] + glyphs.ends[0]) / 2)
            between = uprights[bisect_left(edges, before.starts[-1]) : beyond]
            if (
                run[-1].place[0] != part.place[0]
                or glyphs.starts[0] - before.ends[-1] > _BESIDE * glyphs.size
                or any(rule.start < glyphs.base < rule.end for rule in between)
            ):
                yield run
                run = []
        run.append(part)
    yield run


def _close(run: Iterable[_Part]) -> None:
    """Give the room of what is struck through to what stands beside it."""
    groups = [
        (is_struck, [part.glyphs for part in group])
        for is_struck, group in groupby(run, key=attrgetter("is_struck"))
    ]
    for at, (is_struck, glyphs) in enumerate(groups):
        if is_struck and at + 1 < len(groups):
            groups[at + 1][1][0].starts[0] = glyphs[0].starts[0]
        elif is_struck and at:
            groups[at - 1][1][-1].ends[-1] = glyphs[-1].ends[-1]
