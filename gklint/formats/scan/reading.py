"""A picture of a page to a ``Page``: its rules, and its print as recognised glyphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.grid import Grid, grids
from gklint.formats.fixed.matrix import Matrix
from gklint.formats.fixed.page import Page, Rule
from gklint.formats.scan.arrays import Grey, Pixels
from gklint.formats.scan.cleaning import evened, ink_of, without_stamps
from gklint.formats.scan.layer import Cell, compare, in_cells
from gklint.formats.scan.numbers import LONGEST, is_dash, readings_of
from gklint.formats.scan.recogniser import Line, Recogniser, recogniser
from gklint.formats.scan.ruling import rules_of
from gklint.formats.scan.snippets import (
    BESIDE,
    Box,
    around,
    cut,
    in_frames,
    without_specks,
)
from gklint.formats.scan.straight import by_quarters, skew_of, turn_of, turned
from gklint.text.recognition import CLEAR, Alike, Crop, Seen

_POINTS, _MM = 72.0, 25.4  # of an inch
_PROBED = 5  # lines by which it is told whether a page stands upright
_BETTER = 3.0  # how many times as much is read when a page is turned that does not
_TURNED = {1: 80.0, 2: 30.0, 3: 80.0}  # characters that have to be read then, by quarters
_DESCENT = 0.1  # of a line's height, below its base
_INKED = 0.9  # of a character's size, which its ink takes
_SAME_SIZE = 0.22  # of a size: how much less or more is the same
_ENOUGH = 4  # distances between characters, to tell their size
_WIDE = 1.8  # of a character's size: so far apart characters are parted
_STROKE = re.compile("(?<=[日0-9年月])[一ー](?=[0-9])")
"""A stroke that is taken for the number one, as in 1月1日—12月31日."""
_NUMBERED = re.compile("[-—一ー]([0-9]{1,3})[-—一ー]")  # a page
_FIRST_WIDE = "\u2e80"


class _Cleaned(NamedTuple):
    """A page set straight: even, with its rules and without; its ink without them, its tables.

    All in pixels.  placed: from the page as it came, in points.
    """

    whole: Grey
    even: Grey
    bare: Grey
    level: Sequence[Rule]
    upright: Sequence[Rule]
    grids: Sequence[Grid]
    dpi: float
    placed: Matrix


def read_page(number: int, picture: Pixels, dpi: float, layer: Sequence[Glyphs] = ()) -> Page:
    """What is on a picture of a page; ``dpi``: its resolution.

    ``layer``: text that others recognised on it, in points.
    """
    return _read(number, _straight(picture, dpi), layer)


def read_table(number: int, picture: Pixels, dpi: float, least: int) -> Page | None:
    """What is on a picture that has a table of so many cells; None for any other."""
    cleaned = _straight(picture, dpi)
    has_table = any(len(grid.frames) >= least for grid in cleaned.grids)
    return _read(number, cleaned) if has_table else None


def _straight(picture: Pixels, dpi: float) -> _Cleaned:
    even = evened(without_stamps(picture, dpi), dpi)
    skew, scale = skew_of(ink_of(even, dpi)), dpi / _POINTS
    placed = turn_of(even, skew).after(Matrix(scale, 0, 0, scale, 0, 0))
    return _cleaned(turned(even, skew, 255), dpi, placed)


def _read(number: int, cleaned: _Cleaned, layer: Sequence[Glyphs] = ()) -> Page:
    model = recogniser()
    return _page(number, _upright(cleaned, model), model, layer)


def _upright(page: _Cleaned, model: Recogniser) -> _Cleaned:
    """A page as it is, or turned by quarters if more is read then in its longest lines."""
    best, own = page, _legible(page, model)
    if own >= _ENOUGH * _PROBED:
        return page
    most = own
    for quarters in _TURNED:
        lying, turn = by_quarters(page.whole, quarters)
        other = _cleaned(lying, page.dpi, turn.after(page.placed))
        if (found := _legible(other, model)) > max(most, _BETTER * own, _TURNED[quarters]):
            best, most = other, found
    return best


def _cleaned(even: Grey, dpi: float, placed: Matrix) -> _Cleaned:
    ink = ink_of(even, dpi)
    level, upright, borders = rules_of(ink, dpi)
    borders = cv2.dilate(borders, np.ones((3, 3), np.uint8))
    bare = without_specks(cv2.bitwise_and(ink, cv2.bitwise_not(borders)), dpi)
    scale = _POINTS / dpi
    found = [
        Grid(
            tuple(each / scale for each in grid.xs),
            tuple(each / scale for each in grid.ys),
            grid.frames,
        )
        for grid in grids(_scaled(level, scale), _scaled(upright, scale))
    ]
    without = cv2.bitwise_or(even, borders)  # white, where they were
    return _Cleaned(even, without, bare, level, upright, found, dpi, placed)


def _scaled(rules: Iterable[Rule], scale: float) -> list[Rule]:
    return [Rule(*(each * scale for each in rule)) for rule in rules]


def _in_cells(page: _Cleaned) -> Iterator[tuple[Cell, Box]]:
    """The lines in the cells of tables."""
    for number, grid in enumerate(page.grids):
        for frame, lines in enumerate(in_frames(page.bare, grid, page.dpi)):
            for box in lines:
                yield (number, frame), box


def _legible(page: _Cleaned, model: Recogniser) -> float:
    """How many characters of some of the longest lines are clear; less, if there is room for more.

    Of lines that lie on their side single characters are read, of those upside down hardly any.
    """
    inside = (box for _, box in _in_cells(page))
    boxes = [*inside, *around(page.bare, page.grids, page.dpi)]
    longest = sorted(boxes, key=lambda box: box.left - box.right)[: 2 * _PROBED : 2]
    lines = model.read([cut(page.even, box) for box in longest])
    clear = sum(char.sure >= CLEAR for line in lines for char in line.chars)
    room = sum((box.right - box.left) / max(box.height, 1) for box in longest)
    return clear * min(clear / room, 1.0) if room else 0.0


def _page(number: int, cleaned: _Cleaned, model: Recogniser, layer: Sequence[Glyphs]) -> Page:
    height, width = cleaned.even.shape
    scale = _POINTS / cleaned.dpi
    page = Page(number, width * scale, height * scale, scanned=True)
    page.horizontal = _scaled(cleaned.level, scale)
    page.vertical = _scaled(cleaned.upright, scale)
    inside = [*_in_cells(cleaned)]
    rest = around(cleaned.bare, cleaned.grids, cleaned.dpi)
    boxes = [*(box for _, box in inside), *rest]
    pictures = [cut(cleaned.even, box) for box in boxes]
    lines = model.read(pictures, longest=LONGEST)
    sizes = _sizes(
        [_size(box, line) for box, line in zip(boxes, lines, strict=True)],
        [len(line.chars) for line in lines],
    )
    by_cell: dict[Cell, list[Glyphs]] = defaultdict(list)
    for at, (box, line, picture) in enumerate(zip(boxes, lines, pictures, strict=True)):
        glyphs = _glyphs(box, line, sizes[at], cleaned.dpi)
        if glyphs is None:
            continue
        seen = Seen(line.sure, _crop(number, box, cleaned.dpi), alike=_alike(line))
        if at < len(inside):
            glyphs, seen = _as_cell(glyphs, seen, line, picture)
            by_cell[inside[at][0]].append(glyphs)
        glyphs.seen = seen
        page.glyphs.append(glyphs)
    if layer:
        compare(by_cell, in_cells(layer, cleaned.placed, cleaned.grids))
    return page


def _as_cell(glyphs: Glyphs, seen: Seen, line: Line, picture: Grey) -> tuple[Glyphs, Seen]:
    """What stands in a cell: a number by all its readings, or a stroke."""
    sure, readings = readings_of(line.others)
    text = readings[0].text if readings else "—" if is_dash(glyphs.text) else ""
    if not text:
        return glyphs, seen
    start, end = glyphs.starts[0], glyphs.ends[-1]
    edges = [start + (end - start) * at / len(text) for at in range(len(text) + 1)]
    glyphs = Glyphs(text, edges[:-1], edges[1:], glyphs.base, glyphs.size)
    kept = cv2.imencode(".png", picture)[1].tobytes() if readings else b""
    if readings:
        seen = seen._replace(sure=sure, readings=readings, picture=kept, alike=())
    return glyphs, seen


def _alike(line: Line) -> tuple[Alike, ...]:
    chars = (char for char in line.chars if not char.text.isspace())
    return tuple(Alike(at, char.other) for at, char in enumerate(chars) if char.other)


def _crop(page: int, box: Box, dpi: float) -> Crop:
    return Crop(page, *(round(each * _MM / dpi, 1) for each in box))


# -- glyphs --------------------------------------------------------------------------


def _size(box: Box, line: Line) -> float:
    """The size of the characters of a line, in pixels: how far apart they are, or how high."""
    width = _width(box)
    apart = [
        (after.at - before.at) * width
        for before, after in pairwise(line.chars)
        if before.text >= _FIRST_WIDE <= after.text
    ]
    # A line that is spread to its margin has wide gaps, one with brackets is higher.
    return min([box.height / _INKED, *([median(apart)] if len(apart) >= _ENOUGH else [])])


def _width(box: Box) -> float:
    """How wide the picture of a line is."""
    return box.right - box.left + 2 * BESIDE * box.height


def _sizes(found: Sequence[float], counts: Sequence[int]) -> list[float]:
    """Sizes of which those that hardly differ are one: that which most characters around have."""
    sizes = [*found]
    left = {*range(len(found))}
    while left:
        centre = max(left, key=lambda at: _around(found, counts, left, found[at]))
        near = {at for at in left if _is_near(found[at], found[centre])}
        weighted = sorted(found[at] for at in near for _ in range(max(counts[at], 1)))
        for at in near:
            sizes[at] = weighted[len(weighted) // 2]
        left -= near
    return sizes


def _around(found: Sequence[float], counts: Sequence[int], left: Iterable[int], size: float) -> int:
    return sum(counts[at] for at in left if _is_near(found[at], size))


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * other


def _with_strokes(text: str) -> str:
    """A text in which strokes are strokes."""
    numbered = _NUMBERED.fullmatch(text)
    return f"—{numbered[1]}—" if numbered else _STROKE.sub("—", text)


def _glyphs(box: Box, line: Line, size: float, dpi: float) -> Glyphs | None:
    """The characters of a line where they stand; None if it is empty."""
    scale = _POINTS / dpi
    chars = [char for char in line.chars if not char.text.isspace()]
    if not chars:
        return None
    width = _width(box)
    middles = [box.left - BESIDE * box.height + char.at * width for char in chars]
    halves = [size * (0.5 if char.text >= _FIRST_WIDE else 0.25) for char in chars]
    starts, ends = [float(box.left)], []
    for (middle, following), (half, next_half) in zip(
        pairwise(middles), pairwise(halves), strict=True
    ):
        apart = following - middle > _WIDE * size
        edge = (middle + half + following - next_half) / 2
        ends.append(middle + half if apart else edge)
        starts.append(following - next_half if apart else edge)
    ends.append(float(box.right))
    for at in range(1, len(starts)):  # none begins before another
        starts[at] = max(starts[at], starts[at - 1] + 0.01)
        ends[at] = max(ends[at], starts[at], ends[at - 1])
    return Glyphs(
        _with_strokes("".join(char.text for char in chars)),
        [each * scale for each in starts],
        [each * scale for each in ends],
        (box.bottom - _DESCENT * box.height) * scale,
        size * scale,
    )
