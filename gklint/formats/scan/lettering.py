"""Lines of print that were read, as characters where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.matrix import INCH
from gklint.formats.scan.recogniser import Line
from gklint.formats.scan.snippets import BESIDE, Box

_ENOUGH = 4  # distances between characters, to tell their size
_DESCENT = 0.1  # of a line's height, below its base
_INKED = 0.9  # of a character's size, which its ink takes
_SAME_SIZE = 0.22  # of a size: how much less or more is the same
_WIDE = 1.8  # of a character's size: so far apart characters are parted
_STROKE = re.compile("(?<=[日0-9年月])[一ー](?=[0-9])")
"""A stroke that is taken for the number one, as in 1月1日—12月31日."""
_NUMBERED = re.compile("[-—一ー]([0-9]{1,3})[-—一ー]")  # a page
_FIRST_WIDE = "\u2e80"


def sizes_of(boxes: Sequence[Box], lines: Sequence[Line]) -> list[float]:
    """The sizes of the characters of lines, in pixels."""
    found = [_size(box, line) for box, line in zip(boxes, lines, strict=True)]
    return _alike(found, [len(line.chars) for line in lines])


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


def _alike(found: Sequence[float], counts: Sequence[int]) -> list[float]:
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


def glyphs_of(box: Box, line: Line, size: float, dpi: float) -> Glyphs | None:
    """The characters of a line where they stand; None if it is empty."""
    scale = INCH / dpi
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
