"""A page cut into its tables and the lines around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gklint.formats.fixed.decoration import undecorated
from gklint.formats.fixed.glyphs import Glyphs, Way
from gklint.formats.fixed.grid import Grid, grids
from gklint.formats.fixed.lines import Line, lines_of
from gklint.formats.fixed.page import Page, Rule
from gklint.formats.fixed.tables import NEAR, Part, parts_of

_HANGING = 1.5  # of its size: so far below a frame text may stand that hangs out of it
_Home = tuple[int, int]
"""A grid and a frame in it, by their numbers."""
_Table = tuple[Grid, Mapping[int, list[Glyphs]]]
"""A grid, and what stands in its frames by their numbers."""


@dataclass(frozen=True)
class Leaf:
    """A page: its lines outside of tables, from top to bottom, and its tables.

    number: the how many-th it is.  page: the page of the file, which may show two side by side.
    struck: how many stretches of its text are struck through, and left out.  rules: the horizontal
    ones, those of the tables among them.  recognised: its text was made by recognition, by others.
    scanned: its text is what was recognised here.
    """

    number: int
    page: int
    width: float
    height: float
    lines: list[Line]
    parts: list[Part]
    struck: int = 0
    rules: Sequence[Rule] = ()
    recognised: bool = False
    scanned: bool = False


def leaf_of(page: Page, number: int | None = None) -> Leaf:
    """Cut a page up; of tables within tables, the inner ones have the text.

    ``number``: the how many-th it is, if that is not the page of the file.
    """
    number = number or page.number
    shown = undecorated(page)
    found = sorted(grids(shown.horizontal, shown.vertical), key=lambda grid: grid.area)
    inside: list[dict[int, list[Glyphs]]] = [defaultdict(list) for _ in found]
    outside: list[Glyphs] = []
    for glyphs in shown.glyphs:
        for inner, part in _parted(glyphs, found):
            home = inner or _above(part, found, shown.horizontal)
            if home is not None:
                inside[home[0]][home[1]].append(part)
            elif part.way is Way.RIGHT:
                outside.append(part)
    tables: list[_Table] = []
    for grid, frames in zip(found, inside, strict=True):
        tables += _without_articles(grid, frames, outside)
    parts = parts_of(number, tables)
    lines, rules = lines_of(outside), shown.horizontal
    size = (number, page.number, page.width, page.height)
    return Leaf(*size, lines, parts, shown.struck, rules, page.recognised, page.scanned)


def _without_articles(
    grid: Grid, inside: Mapping[int, list[Glyphs]], outside: list[Glyphs]
) -> Iterator[_Table]:
    """The tables of a grid; sentences from edge to edge are none of theirs, but stand in a frame
    around an article, which its tables touch.
    """
    articles = {each for each in inside if grid.is_across(each) and _has_sentence(inside[each])}
    parts = [*grid.without(articles)] if articles else [(grid, range(len(grid.frames)))]
    kept = {each for _, numbers in parts for each in numbers}
    for number, glyphs in inside.items():
        if number not in kept:
            outside += [each for each in glyphs if each.way is Way.RIGHT]
    for part, numbers in parts:
        frames = {at: inside[each] for at, each in enumerate(numbers) if each in inside}
        if frames:
            yield part, frames


def _has_sentence(glyphs: Iterable[Glyphs]) -> bool:
    return any("。" in each.text for each in glyphs)


def _parted(glyphs: Glyphs, found: Sequence[Grid]) -> list[tuple[_Home | None, Glyphs]]:
    """Glyphs parted where they go from one cell to another."""
    last = len(glyphs.text) - 1
    home = _home(glyphs, 0, found)
    if not last or home == _home(glyphs, last, found):
        return [(home, glyphs)]
    homes = groupby(range(last + 1), key=lambda index: _home(glyphs, index, found))
    stretches = [(home, [*indices]) for home, indices in homes]
    return [(home, glyphs.part(inside[0], inside[-1] + 1)) for home, inside in stretches]


def _above(glyphs: Glyphs, found: Sequence[Grid], rules: Sequence[Rule]) -> _Home | None:
    """The frame without a foot, above a page break, out of which characters hang."""
    if not found or glyphs.way is not Way.RIGHT:
        return None
    x, y = glyphs.point(0)
    for number, grid in enumerate(found):
        foot = grid.ys[-1]
        frame = grid.frame_at(x, foot)
        if frame is None or not 0 < y - foot <= _HANGING * glyphs.size:
            continue
        left, right = grid.sides(frame)
        is_inside = left - NEAR < glyphs.starts[0] and glyphs.ends[-1] < right + NEAR
        closed = any(abs(at - foot) < NEAR and start < x < end for at, start, end in rules)
        if is_inside and not closed and not grid.is_across(frame):
            return number, frame
    return None


def _home(glyphs: Glyphs, index: int, found: Sequence[Grid]) -> _Home | None:
    if not found:
        return None
    x, y = glyphs.point(index)
    for number, grid in enumerate(found):
        frame = grid.frame_at(x, y)
        if frame is not None:
            return number, frame
    return None
