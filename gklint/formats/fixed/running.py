"""The running text of pages: the columns that it fills, its lines joined to paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gklint.formats.blocks import Paragraph, Run
from gklint.formats.fixed.leaf import Leaf
from gklint.formats.fixed.lines import NUMBERED, Line, blank_between
from gklint.formats.fixed.page import Rule
from gklint.text.source import Place

_ENDS = frozenset("。！？；：.!?;:")
# Parts of a line's size.
_FLUSH = 0.8
_INDENTED = (1.5, 2.5)  # as the first line of a paragraph is
_SLACK_INDENTED = 4.0  # then a line without indent is no other paragraph
_SLACK = 0.5
_SAME_SIZE = 0.12
_SAME_EDGE = 0.5
_NARROW = 0.5  # of a page's width; no column of text is narrower
_PITCH = 1.5  # of the usual distance of two lines
_PITCH_CENTRED = 1.2  # below a line that may be a title
_ENOUGH = 6  # lines, to tell the margins of left and of right pages


class Column(NamedTuple):
    """Where text begins and ends, and the usual distance between two lines (points)."""

    left: float
    right: float
    pitch: float


class Placed(NamedTuple):
    """A line of running text, where it stands, the column of its page and the rules on that."""

    line: Line
    place: Place
    column: Column
    rules: Sequence[Rule] = ()


# -- the column of text --------------------------------------------------------------


def columns(leaves: Sequence[Leaf]) -> dict[int, Column]:
    """The column of text of each page, by page number."""
    found: dict[tuple[int, int], Column] = {}
    for leaf in leaves:
        if _kind(leaf) not in found:
            found[_kind(leaf)] = _column(leaf, leaves)
    return {leaf.number: found[_kind(leaf)] for leaf in leaves}


def _kind(leaf: Leaf) -> tuple[int, int]:
    """Pages of the same width, left or right ones, have the same column."""
    return round(leaf.width), leaf.number % 2


def _column(leaf: Leaf, leaves: Sequence[Leaf]) -> Column:
    same_side = [other for other in leaves if _kind(other) == _kind(leaf)]
    alike = [other for other in leaves if _kind(other)[0] == _kind(leaf)[0]]
    for pages in (same_side, alike):
        lines = [line for page in pages for line in page.lines]
        if len(lines) >= _ENOUGH:
            break
    left = min([line.start for line in lines], default=0.0)
    ends = _shared([(line.body, line.size) for line in lines])
    starts = _shared([(-line.start, line.size) for line in lines])
    left = left if starts is None else -starts
    right = leaf.width - left if ends is None or ends - left < _NARROW * leaf.width else ends
    gaps = [after.base - before.base for page in pages for before, after in pairwise(page.lines)]
    return Column(left, right, median(gaps) if gaps else leaf.height)


def _shared(edges: Iterable[tuple[float, float]]) -> float | None:
    """The farthest edge that two lines share."""
    for (edge, size), (other, _) in pairwise(sorted(edges, reverse=True)):
        if edge - other < _SAME_EDGE * size:
            return edge
    return None


# -- paragraphs ----------------------------------------------------------------------


def paragraphs(lines: Sequence[Placed]) -> Iterator[Paragraph[Place]]:
    """Lines between which nothing else stands, put together to paragraphs."""
    group: list[Placed] = []
    for placed in lines:
        if group and not _goes_on(group, placed):
            yield _paragraph(group)
            group = []
        group.append(placed)
    if group:
        yield _paragraph(group)


def _goes_on(group: Sequence[Placed], after: Placed) -> bool:
    """Whether the last line of a paragraph is full, and the next one goes on with it."""
    before = group[-1]
    line, following, column = before.line, after.line, before.column
    if abs(line.size - following.size) > _SAME_SIZE * line.size:
        return False
    if line.parted or following.parted:
        return False
    if line.text[-1] in _ENDS and NUMBERED.match(following.text):
        return False
    most = (_PITCH_CENTRED if _is_centred(line, column) else _PITCH) * column.pitch
    if before.place.page == after.place.page and following.base - line.base > most:
        return False
    first = group[0].line.start - group[0].column.left
    is_indented = _INDENTED[0] < first / line.size < _INDENTED[1]
    slack = (_SLACK_INDENTED if is_indented else _SLACK) * line.size
    is_full = line.end + following.head > column.right - slack
    return is_full and following.start < after.column.left + _FLUSH * following.size


def _is_centred(line: Line, column: Column) -> bool:
    """Whether a line, though it nearly fills the column, stands in its middle, as titles do."""
    before, behind = line.start - column.left, column.right - line.end
    return before > _SLACK * line.size and abs(before - behind) < _SLACK * line.size


def _paragraph(group: Sequence[Placed]) -> Paragraph[Place]:
    following = [placed.line.text for placed in group[1:]] + [""]
    runs = tuple(
        Run(placed.line.text + blank_between(placed.line.text, after), placed.place)
        for placed, after in zip(group, following, strict=True)
    )
    return Paragraph(runs, group[-1].place)
