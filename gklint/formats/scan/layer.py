"""The layer of text that others recognised on a scan: compared with what is read, never taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from gklint.formats.fixed.glyphs import Glyphs
from gklint.formats.fixed.grid import Grid
from gklint.formats.scan.numbers import readings_of
from gklint.formats.scan.straight import Placing
from gklint.text.recognition import OF_OTHERS, Reading, Seen
from gklint.text.values import read_value

_ENOUGH = 5  # clear numbers that others had, too
_WRONG = 10  # one of so many may differ
Cell = tuple[int, int]
"""A grid of a page and a frame in it, by their numbers."""


def compare(read: Mapping[Cell, Sequence[Glyphs]], layer: Mapping[Cell, str]) -> None:
    """Add to what numbers may be what others had, unless these were wrong again and again.

    ``read``: the lines in the cells.
    """
    both = [*_in_both(read, layer)]
    alike = [_is_same(seen.readings[0], number) for _, seen, number in both if seen.is_clear]
    right, wrong = alike.count(True), alike.count(False)
    if right >= _ENOUGH and wrong <= -(-len(alike) // _WRONG):
        for glyphs, seen, number in both:
            glyphs.seen = _with(seen, number)


def in_cells(layer: Iterable[Glyphs], placed: Placing, grids: Sequence[Grid]) -> Mapping[Cell, str]:
    """What of a layer lies in the cells of grids; ``placed``: from its page to theirs."""
    found: dict[Cell, list[tuple[float, str]]] = defaultdict(list)
    for glyphs in layer:
        for index, char in enumerate(glyphs.text):
            x, y = placed(*glyphs.point(index))
            for number, grid in enumerate(grids):
                frame = grid.frame_at(x, y)
                if frame is not None:
                    found[number, frame].append((x, char))
    ordered = {cell: sorted(chars, key=itemgetter(0)) for cell, chars in found.items()}
    return {cell: "".join(char for _, char in chars) for cell, chars in ordered.items()}


def _in_both(
    read: Mapping[Cell, Sequence[Glyphs]], layer: Mapping[Cell, str]
) -> Iterator[tuple[Glyphs, Seen, str]]:
    """The numbers that were read where others had one, too."""
    for cell, lines in read.items():
        seen = lines[0].seen if len(lines) == 1 else None
        number = _number(layer.get(cell, ""))
        if seen and seen.readings and number:
            yield lines[0], seen, number


def _number(text: str) -> str:
    """The number that a text is; none of other text."""
    readings = readings_of([(text, 1.0)])[1]
    return readings[0].text if readings else ""


def _is_same(reading: Reading, number: str) -> bool:
    """Whether a number is the same, however it is written: 1,200 is 1200."""
    return read_value(reading.text).number == read_value(number).number


def _with(seen: Seen, number: str) -> Seen:
    """What is known of a number, with what others had."""
    if any(_is_same(each, number) and each.cost <= OF_OTHERS for each in seen.readings):
        return seen
    others = (each for each in seen.readings if not _is_same(each, number))
    readings = sorted((*others, Reading(number, OF_OTHERS)), key=lambda each: each.cost)
    return seen._replace(readings=tuple(readings))
