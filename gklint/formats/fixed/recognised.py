"""Which text of pages was recognised, and how: brought along from the glyphs to the offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gklint.formats.fixed.leaf import Leaf
from gklint.formats.fixed.lines import Line
from gklint.text.recognition import Recognition, Seen
from gklint.text.source import Place, Places


def recognition_of(leaves: Sequence[Leaf], text: str, where: Places) -> Recognition | None:
    """What is known of the text of scanned pages; None if there are none."""
    pages = sum(leaf.scanned for leaf in leaves)
    if not pages:
        return None
    seen: dict[Place, list[Seen]] = defaultdict(list)
    for place, line in _lines(leaf for leaf in leaves if leaf.scanned):
        seen[place] += {glyphs.seen: None for glyphs in line.glyphs if glyphs.seen}
    found: list[tuple[int, int, Seen]] = []
    following = (*where.starts[1:], len(text))
    for start, end, place in zip(where.starts, following, where.places, strict=True):
        if place in seen and not text[start:end].isspace():  # what parts cells is none of it
            found.append((start, end, _together(seen[place])))
    starts, ends, lines = zip(*found, strict=True) if found else ((), (), ())
    return Recognition(starts, ends, lines, pages)


def _lines(leaves: Iterable[Leaf]) -> Iterator[tuple[Place, Line]]:
    for leaf in leaves:
        for part in leaf.parts:
            for box in part.boxes:
                yield from ((text.place, text.line) for text in box.texts)
        for number, line in enumerate(leaf.lines, start=1):
            yield Place(page=leaf.number, line=number), line


def _together(lines: Sequence[Seen]) -> Seen:
    """What is known of all lines of one place."""
    if len(lines) == 1:
        return lines[0]
    crops = [line.crop for line in lines]
    crop = crops[0]._replace(
        left=min(each.left for each in crops),
        top=min(each.top for each in crops),
        right=max(each.right for each in crops),
        bottom=max(each.bottom for each in crops),
    )
    return Seen(min(line.sure for line in lines), crop)
