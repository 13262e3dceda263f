"""Which text of pages was recognised, and how: brought along from the glyphs to the runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gklint.formats.blocks import Block, Run, moved
from gklint.formats.fixed.leaf import Leaf
from gklint.formats.fixed.lines import Line
from gklint.text.recognition import Seen
from gklint.text.source import Place


def with_seen(blocks: Iterable[Block[Place]], leaves: Iterable[Leaf]) -> Iterator[Block[Place]]:
    """Blocks of pages, with what is known of the text of those that were scanned."""
    scanned = [leaf for leaf in leaves if leaf.scanned]
    if not scanned:
        yield from blocks
        return
    blocks = [*blocks]  # tables that go on on the next page are put together now
    seen = _seen_on(scanned)

    def run(each: Run[Place]) -> Run[Place]:
        return Run(each.text, each.origin, seen.get(each.origin))

    for block in blocks:
        yield moved(block, run, lambda place: place)


def _seen_on(leaves: Iterable[Leaf]) -> Mapping[Place, Seen]:
    found: dict[Place, list[Seen]] = defaultdict(list)
    for place, line in _lines(leaves):
        found[place] += {glyphs.seen: None for glyphs in line.glyphs if glyphs.seen}
    return {place: _together(lines) for place, lines in found.items() if lines}


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
