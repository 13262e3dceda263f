"""Where lines of print stand on a page: in the cells of its tables, and around these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from gklint.formats.fixed.grid import Grid
from gklint.formats.scan.arrays import Grey, Pixels

_SPECK = 0.012  # inches: what is smaller is dust
_LOWEST = 0.03  # inches: what is lower is a dash at most
_FAR = 2.2  # of the height of a line: so far apart pieces are read for themselves
_MARGIN = 0.16  # of the height of a line, above and below it
BESIDE = 0.4
"""Of the height of a line: what is cut out before and behind it, where strokes begin thinly."""
_OUTER = 0.02  # inches beside a rule that belong to it
_USUAL = 0.15  # inches: the height of a character where nothing tells it
_LIKELY = (0.07, 0.4)  # inches: heights of characters
# Of the usual height.
_TOO_HIGH = 1.7  # for a single line
_LEAST_LINE = 0.6
_SQUARE = (0.75, 1.3)  # of its height: how wide a character is
_INNER = 0.2  # of its height: a gap within a character
_HARDLY = 0.04  # of the most ink of a row


class Box(NamedTuple):
    """A rectangle of a page, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def without_specks(ink: Grey, dpi: float) -> Grey:
    """Ink without dust."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    least = max(round(_SPECK * dpi), 2)
    wide = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    kept = ((wide >= least) & (stats[:, cv2.CC_STAT_AREA] >= least)).astype(np.uint8) * 255
    kept[0] = 0
    without: Grey = kept[labels]
    return without


def _usual_height(ink: Grey, boxes: Iterable[Box], dpi: float) -> float:
    """How high characters are, by the bands of ink in some boxes; long ones tell more."""
    likely: list[int] = []
    for box in boxes:
        part = ink[box.top : box.bottom, box.left : box.right]
        for start, end in _runs(part.max(axis=1) > 0, 0):
            if _LIKELY[0] * dpi <= end - start <= _LIKELY[1] * dpi:
                inked = int(np.count_nonzero(part[start:end].max(axis=0)))
                likely += [end - start] * (1 + inked // (end - start))
    return float(np.median(likely)) if likely else _USUAL * dpi


def in_frames(ink: Grey, grid: Grid, dpi: float) -> Iterator[list[Box]]:
    """For each frame of a grid (in pixels) the lines that stand in it."""
    boxes = [*_insides(grid, dpi)]
    usual = _usual_height(ink, filter(_has_room, boxes), dpi)
    for box in boxes:
        yield [*_lines(ink, box, dpi, usual)] if _has_room(box) else []


def _has_room(box: Box) -> bool:
    return box.right > box.left and box.bottom > box.top


def _insides(grid: Grid, dpi: float) -> Iterator[Box]:
    """The frames of a grid without what belongs to their rules."""
    outer = round(_OUTER * dpi)
    for frame in grid.frames:
        left, right = grid.xs[frame.column], grid.xs[frame.column + frame.across]
        top, bottom = grid.ys[frame.row], grid.ys[frame.row + frame.down]
        yield Box(
            max(round(left) + outer, 0),
            max(round(top) + outer, 0),
            round(right) - outer,
            round(bottom) - outer,
        )


def around(ink: Grey, grids: Iterable[Grid], dpi: float) -> Iterator[Box]:
    """The lines that stand in no table, parted where they are far apart."""
    rest = ink.copy()
    outer = round(_OUTER * dpi)
    for grid in grids:
        rest[
            max(round(grid.ys[0]) - outer, 0) : round(grid.ys[-1]) + outer,
            max(round(grid.xs[0]) - outer, 0) : round(grid.xs[-1]) + outer,
        ] = 0
    page = Box(0, 0, rest.shape[1], rest.shape[0])
    yield from _lines(rest, page, dpi, _usual_height(rest, [page], dpi), alone=True)


def cut(even: Grey, box: Box) -> Grey:
    """The picture of a line, with a margin around it."""
    margin, beside = max(round(_MARGIN * box.height), 2), round(BESIDE * box.height)
    left, top = max(box.left - beside, 0), max(box.top - margin, 0)
    return even[top : box.bottom + margin, left : box.right + beside]


def _lines(ink: Grey, box: Box, dpi: float, usual: float, *, alone: bool = False) -> Iterator[Box]:
    """The lines in a box, from top to bottom, and their pieces from left to right.

    ``alone``: a single character may stand in a line, of any size.
    """
    part = ink[box.top : box.bottom, box.left : box.right]
    if not part.size:
        return
    inked = np.count_nonzero(part, axis=1)
    bands = _whole([*_runs(inked > 0, 0)], usual)
    bands = _single(bands, part) if alone else bands
    for start, end in (each for band in bands for each in _parted(band, inked, usual)):
        band = part[start:end]
        height = max(end - start, round(usual * 0.6))
        for left, right in _runs(band.max(axis=0) > 0, round(_FAR * height)):
            inside = np.flatnonzero(band[:, left:right].max(axis=1))
            top, bottom = start + int(inside[0]), start + int(inside[-1]) + 1
            if bottom - top < _LOWEST * dpi and right - left < 2 * _LOWEST * dpi:
                continue  # dust
            yield _roomy(
                Box(box.left + left, box.top + top, box.left + right, box.top + bottom), usual, box
            )


def _single(bands: Sequence[tuple[int, int]], part: Grey) -> list[tuple[int, int]]:
    """Bands put together that are one large character: 告 has a gap from side to side."""
    whole: list[tuple[int, int]] = []
    for start, end in bands:
        if whole:
            first, last = whole[-1]
            height = end - first
            inked = np.flatnonzero(part[first:end].max(axis=0))
            width = int(inked[-1] - inked[0]) + 1
            if _SQUARE[0] * height <= width <= _SQUARE[1] * height and (
                start - last <= _INNER * height
            ):
                whole[-1] = (first, end)
                continue
        whole.append((start, end))
    return whole


def _parted(band: tuple[int, int], inked: Pixels, usual: float) -> Iterator[tuple[int, int]]:
    """A band parted where two lines touch: at the row with hardly any ink between them."""
    start, end = band
    if end - start >= _TOO_HIGH * usual:
        edge = round(_LEAST_LINE * usual)
        inner = inked[start + edge : end - edge]
        if inner.size and inner.min() <= _HARDLY * inked[start:end].max():
            at = start + edge + int(inner.argmin())
            yield from _parted((start, at), inked, usual)
            yield from _parted((at, end), inked, usual)
            return
    yield band


def _roomy(box: Box, usual: float, around: Box) -> Box:
    """A box at least as high as a character: a dash would fill it otherwise."""
    lacking = max(round(0.7 * usual) - box.height, 0)
    top = max(box.top - lacking // 2, around.top)
    return box._replace(top=top, bottom=min(box.bottom + lacking - lacking // 2, around.bottom))


def _whole(bands: Sequence[tuple[int, int]], usual: float) -> list[tuple[int, int]]:
    """Bands put together that are parts of one line: the strokes of 三, a mark of its own."""
    whole: list[tuple[int, int]] = []
    for start, end in bands:
        if whole:
            first, last = whole[-1]
            low = min(last - first, end - start) < 0.55 * usual
            if low and end - first <= 1.25 * usual and start - last < 0.45 * usual:
                whole[-1] = (first, end)
                continue
        whole.append((start, end))
    return whole


def _runs(marked: Grey, gap: int) -> Iterator[tuple[int, int]]:
    """Where marks run, over gaps that are not wider."""
    places = np.flatnonzero(marked)
    if not places.size:
        return
    breaks = np.flatnonzero(np.diff(places) > gap + 1)
    starts = [int(places[0]), *(int(places[each + 1]) for each in breaks)]
    ends = [*(int(places[each]) + 1 for each in breaks), int(places[-1]) + 1]
    yield from zip(starts, ends, strict=True)
