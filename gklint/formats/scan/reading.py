"""A picture of a page to a ``Page``: its rules, and its print as recognised glyphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.grid import Grid, grids
from gklint.formats.fixed.matrix import INCH, Matrix
from gklint.formats.fixed.page import Page, Rule
from gklint.formats.scan.arrays import Grey, Pixels
from gklint.formats.scan.cleaning import dark_ink, evened, ink_of, without_stamps
from gklint.formats.scan.keystone import squared
from gklint.formats.scan.layer import Cell, compare, in_cells
from gklint.formats.scan.lettering import glyphs_of, sizes_of
from gklint.formats.scan.numbers import LONGEST, is_dash, readings_of
from gklint.formats.scan.recogniser import Line, Recogniser, recogniser
from gklint.formats.scan.ruling import rules_of
from gklint.formats.scan.snippets import (
    Box,
    around,
    cut,
    in_frames,
    without_specks,
)
from gklint.formats.scan.spread import gutter_of, is_page
from gklint.formats.scan.straight import Placing, after, by_quarters, skew_of, turn_of, turned
from gklint.text.recognition import CLEAR, Alike, Crop, Seen

_MM = 25.4  # of an inch
_LARGEST, _USUAL = 18.0, 11.7  # inches: the longer side of paper
_PROBED = 5  # lines by which it is told whether a page stands upright
_BETTER = 3.0  # how many times as much is read when a page is turned that does not
_TURNED = {1: 80.0, 2: 30.0, 3: 80.0}  # characters that have to be read then, by quarters
_ENOUGH = 20.0  # clear characters in these: so it stands


class _Cleaned(NamedTuple):
    """A page set straight: even, with its rules and without; its ink without them, its tables.

    All in pixels.  dpi: its resolution, ``said`` that of its file.  placed: from the picture as it
    came, in points.  left: where it begins on that.
    askew: it was taken at such an angle that nothing of it is clear.
    """

    whole: Grey
    even: Grey
    bare: Grey
    level: Sequence[Rule]
    upright: Sequence[Rule]
    grids: Sequence[Grid]
    dpi: float
    said: float
    placed: Placing
    left: int
    askew: bool = False


def read_page(number: int, picture: Pixels, dpi: float) -> Page:
    """What is on a picture of a page; ``dpi``: its resolution, as its file says."""
    model = recogniser()
    return _page(number, _upright(_straight(picture, dpi), model), model)


def read_pages(
    number: int, picture: Pixels, dpi: float, layer: Sequence[Glyphs] = ()
) -> list[Page]:
    """The same of a picture that may show two pages, side by side: the left one, the right one.

    ``layer``: text that others recognised on it, in points.
    """
    model = recogniser()
    found = _pages(_straight(picture, dpi), model)
    return [_page(number, each, model, layer) for each in found]


def read_table(number: int, picture: Pixels, dpi: float, least: int) -> Page | None:
    """What is on a picture that has a table of so many cells; None for any other."""
    cleaned = _straight(picture, dpi)
    if all(len(grid.frames) < least for grid in cleaned.grids):
        return None
    model = recogniser()  # it takes a while to load
    return _page(number, _upright(cleaned, model), model)


def _straight(picture: Pixels, dpi: float) -> _Cleaned:
    scale, likely = dpi / INCH, _likely(max(picture.shape), dpi)
    even = evened(without_stamps(picture, likely), likely)
    return _level(even, likely, dpi, Matrix(scale, 0, 0, scale, 0, 0).at)


def _likely(longest: int, dpi: float) -> float:
    """The resolution of a page; that of one larger than paper is another than its file says."""
    return dpi if longest <= _LARGEST * dpi else longest / _USUAL


def _level(even: Grey, dpi: float, said: float, placed: Placing, left: int = 0) -> _Cleaned:
    skew = skew_of(dark_ink(even, dpi))
    found = squared(turned(even, skew, 255), dpi)
    placed = after(placed, turn_of(even, skew).at)
    placed = after(placed, found.placing) if found.placing else placed
    return _cleaned(found.page, dpi, said, placed, left)._replace(askew=found.askew)


def _pages(picture: _Cleaned, model: Recogniser) -> list[_Cleaned]:
    """The pages of a picture, upright."""
    if halves := _halves(picture, model):
        return halves
    page = _upright(picture, model)
    return (page is not picture and _halves(page, model)) or [page]


def _halves(page: _Cleaned, model: Recogniser) -> list[_Cleaned]:
    """Two pages that lie side by side, each set straight by itself; none, where there is one."""
    at = gutter_of(page.bare, page.level, page.grids, page.dpi)
    if at is None:
        return []
    halves = [_half(page, 0, at), _half(page, at, page.whole.shape[1])]
    alike = all(
        is_page(each.bare, each.grids, each.dpi) and _legible(each, model) >= _ENOUGH
        for each in halves
    )
    return halves if alike else []


def _half(page: _Cleaned, start: int, end: int) -> _Cleaned:
    placed = after(page.placed, Matrix(1, 0, 0, 1, -start, 0).at)
    return _level(
        np.ascontiguousarray(page.whole[:, start:end]), page.dpi, page.said, placed, start
    )


def _upright(page: _Cleaned, model: Recogniser) -> _Cleaned:
    """A page as it is, or turned by quarters if more is read then in its longest lines."""
    best, own = page, _legible(page, model)
    if own >= _ENOUGH:
        return page
    most = own
    for quarters in _TURNED:
        lying, turn = by_quarters(page.whole, quarters)
        placed = after(page.placed, turn.at)
        other = _cleaned(lying, page.dpi, page.said, placed)._replace(askew=page.askew)
        if (found := _legible(other, model)) > max(most, _BETTER * own, _TURNED[quarters]):
            best, most = other, found
    return best


def _cleaned(even: Grey, dpi: float, said: float, placed: Placing, left: int = 0) -> _Cleaned:
    ink = ink_of(even, dpi)
    level, upright, borders = rules_of(ink, dpi)
    borders = cv2.dilate(borders, np.ones((3, 3), np.uint8))
    bare = without_specks(cv2.bitwise_and(ink.faint, cv2.bitwise_not(borders)), dpi)
    scale = INCH / dpi
    found = [
        Grid(
            tuple(each / scale for each in grid.xs),
            tuple(each / scale for each in grid.ys),
            grid.frames,
        )
        for grid in grids(_scaled(level, scale), _scaled(upright, scale))
    ]
    without = cv2.bitwise_or(even, borders)  # white, where they were
    return _Cleaned(even, without, bare, level, upright, found, dpi, said, placed, left)


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


def _page(number: int, cleaned: _Cleaned, model: Recogniser, layer: Sequence[Glyphs] = ()) -> Page:
    height, width = cleaned.even.shape
    scale = INCH / cleaned.dpi
    page = Page(number, width * scale, height * scale, scanned=True)
    page.horizontal = _scaled(cleaned.level, scale)
    page.vertical = _scaled(cleaned.upright, scale)
    inside = [*_in_cells(cleaned)]
    rest = around(cleaned.bare, cleaned.grids, cleaned.dpi)
    boxes = [*(box for _, box in inside), *rest]
    pictures = [cut(cleaned.even, box) for box in boxes]
    lines = model.read(pictures, longest=LONGEST)
    sizes = sizes_of(boxes, lines)
    by_cell: dict[Cell, list[Glyphs]] = defaultdict(list)
    for at, (box, line, picture) in enumerate(zip(boxes, lines, pictures, strict=True)):
        glyphs = glyphs_of(box, line, sizes[at], cleaned.dpi)
        if glyphs is None:
            continue
        seen = Seen(line.sure, _crop(number, box, cleaned), alike=_alike(line))
        if at < len(inside):
            glyphs, seen = _as_cell(glyphs, seen, line, picture)
            by_cell[inside[at][0]].append(glyphs)
        glyphs.seen = seen._replace(sure=0.0) if cleaned.askew else seen
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


def _crop(number: int, box: Box, page: _Cleaned) -> Crop:
    there = box._replace(left=box.left + page.left, right=box.right + page.left)
    return Crop(number, *(round(each * _MM / page.said, 1) for each in there))
