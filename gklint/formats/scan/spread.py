"""Two pages on one picture, as of an open booklet: told by the blank between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from gklint.formats.fixed.grid import Grid
from gklint.formats.fixed.page import Rule
from gklint.formats.scan.arrays import Grey
from gklint.formats.scan.snippets import around

_WIDE = 1.2  # of its height; two pages side by side are 1.4
_ASIDE = 0.1  # of its width: so far from the middle the blank may be
_LEAST = 0.4  # inches that are blank from top to bottom
_LINES = 3  # of print that goes on, on a page without a table
_LONG = 0.5  # of the width of a page: such lines are none of a table


def gutter_of(ink: Grey, level: Iterable[Rule], grids: Iterable[Grid], dpi: float) -> int | None:
    """Where a picture may be two pages, in pixels: in a blank over which no table goes."""
    if not is_wide(ink):
        return None
    inked: Grey = ink.max(axis=0) > 0
    spans = [*((rule.start, rule.end) for rule in level), *((it.xs[0], it.xs[-1]) for it in grids)]
    for start, end in spans:
        inked[max(round(start), 0) : round(end) + 1] = True
    return _blank_in_middle(inked, dpi)


def is_wide(page: Grey) -> bool:
    """Whether a page is as wide as two side by side."""
    height, width = page.shape
    return bool(width >= _WIDE * height)


def is_page(ink: Grey, grids: Sequence[Grid], dpi: float) -> bool:
    """Whether half of a picture is a page: it has a table of its own, or running text.

    Between the columns of a table without rules is a blank, too.
    """
    if grids:
        return True
    least: float = _LONG * ink.shape[1]
    return sum(box.right - box.left > least for box in around(ink, (), dpi)) >= _LINES


def _blank_in_middle(inked: Grey, dpi: float) -> int | None:
    """The middle of the blank that is nearest to the middle of a page."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], inked, [True])).astype(np.int8)))
    blanks = edges.reshape(-1, 2)
    middles = [int(start + end) // 2 for start, end in blanks if end - start >= _LEAST * dpi]
    nearest = min(middles, key=lambda at: abs(at - inked.size / 2), default=0)
    return nearest if abs(nearest - inked.size / 2) <= _ASIDE * inked.size else None
