"""What belongs to pages and not to their text: headers, footers and page numbers taken out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from statistics import median

from gklint.formats.fixed.leaf import Leaf
from gklint.formats.fixed.lines import Line
from gklint.text.page_numbers import is_page_number

_MARGIN = 0.13  # of a page's height, above and below, where headers and footers stand
_EDGE = 0.08  # where nothing else stands
_SAME_HEIGHT = 4.0  # points
_MANY = 3  # pages
_MOST = 0.4  # of the pages: left and right pages may differ
_BARE = re.compile(r"\d{1,4}")


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
