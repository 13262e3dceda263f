"""The running text of a PDF: page numbers and headers taken out, lines joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gklint.formats.blocks import Paragraph, Run
from gklint.formats.fixed.lines import NUMBERED, Line, blank_between
from gklint.formats.fixed.tables import Part
from gklint.text.page_numbers import is_page_number
from gklint.text.source import Place

_MARGIN = 0.13  # of a page's height, above and below, where headers and footers stand
_EDGE = 0.08  # where nothing else stands
_SAME_HEIGHT = 4.0  # points
_MANY = 3  # pages
_MOST = 0.4  # of the pages: left and right pages may differ
_BARE = re.compile(r"\d{1,4}")
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
_ENOUGH = 6  # lines, to tell the margins of left and of right pages


@dataclass(frozen=True)
class Leaf:
    """A page: its lines outside of tables, from top to bottom, and its tables."""

    number: int
    width: float
    height: float
    lines: list[Line]
    parts: list[Part]


class Column(NamedTuple):
    """Where text begins and ends, and the usual distance between two lines (points)."""

    left: float
    right: float
    pitch: float


class Placed(NamedTuple):
    """A line of running text, where it stands, and the column of its page."""

    line: Line
    place: Place
    column: Column


# -- headers, footers, page numbers --------------------------------------------------


def without_furniture(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The pages without what belongs to the page and not to the text."""
    repeated = _repeated(leaves)
    rest = [_without(leaf, repeated[leaf.number]) for leaf in leaves]
    shifts = Counter(shift for leaf in rest for shift, _ in _bare_numbers(leaf))
    return [_without(leaf, _page_numbers(leaf, shifts)) for leaf in rest]


def _without(leaf: Leaf, dropped: Container[Line]) -> Leaf:
    return replace(leaf, lines=[line for line in leaf.lines if line not in dropped])


def _page_numbers(leaf: Leaf, shifts: Mapping[int, int]) -> set[Line]:
    """``shifts``: on how many pages a bare number is so much larger than that of the page."""
    bare = {line for shift, line in _bare_numbers(leaf) if shift == 0 or shifts[shift] > 1}
    return bare | {line for line in _outer(leaf) if is_page_number(_squeezed(line))}


def _repeated(leaves: Sequence[Leaf]) -> dict[int, set[Line]]:
    """By page, the lines that stand at the same height on most pages."""
    groups: dict[str, list[tuple[Leaf, Line]]] = defaultdict(list)
    for leaf in leaves:
        for line in leaf.lines:
            if _in_margin(leaf, line, _MARGIN):
                groups[re.sub(r"\d+", "#", _squeezed(line))].append((leaf, line))
    found: dict[int, set[Line]] = defaultdict(set)
    for group in groups.values():
        height = median(line.base for _, line in group)
        same = [(leaf, line) for leaf, line in group if abs(line.base - height) < _SAME_HEIGHT]
        if len(same) >= max(_MANY, _MOST * len(leaves)) or _on_both(same, len(leaves)):
            for leaf, line in same:
                found[leaf.number].add(line)
    return found


def _on_both(same: Sequence[tuple[Leaf, Line]], pages: int) -> bool:
    """Whether a line stands at the very edge of the only two pages."""
    return pages == 2 == len(same) and all(_in_margin(*entry, _EDGE) for entry in same)


def _bare_numbers(leaf: Leaf) -> list[tuple[int, Line]]:
    """Numbers without anything where page numbers stand, less the number of the page."""
    return [
        (int(line.text) - leaf.number, line) for line in _outer(leaf) if _BARE.fullmatch(line.text)
    ]


def _outer(leaf: Leaf) -> list[Line]:
    """The first and the last line, if they stand in the margins."""
    ends = {*leaf.lines[:1], *leaf.lines[-1:]}
    return [line for line in ends if _in_margin(leaf, line, _MARGIN)]


def _in_margin(leaf: Leaf, line: Line, share: float) -> bool:
    return not share * leaf.height < line.base < (1 - share) * leaf.height


def _squeezed(line: Line) -> str:
    return "".join(line.text.split())


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
    if line.text[-1] in _ENDS and NUMBERED.match(following.text):
        return False
    if before.place.page == after.place.page and (
        following.base - line.base > _PITCH * column.pitch
    ):
        return False
    first = group[0].line.start - group[0].column.left
    is_indented = _INDENTED[0] < first / line.size < _INDENTED[1]
    slack = (_SLACK_INDENTED if is_indented else _SLACK) * line.size
    is_full = line.end + following.head > column.right - slack
    return is_full and following.start < after.column.left + _FLUSH * following.size


def _paragraph(group: Sequence[Placed]) -> Paragraph[Place]:
    following = [placed.line.text for placed in group[1:]] + [""]
    runs = tuple(
        Run(placed.line.text + blank_between(placed.line.text, after), placed.place)
        for placed, after in zip(group, following, strict=True)
    )
    return Paragraph(runs, group[-1].place)
