"""Pages read: the text by where it stands, tables by their rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, compose
from gklint.formats.fixed.breaks import whole
from gklint.formats.fixed.furniture import without_furniture
from gklint.formats.fixed.glyphs import UNKNOWN
from gklint.formats.fixed.leaf import Leaf, leaf_of
from gklint.formats.fixed.page import PICTURE, Page
from gklint.formats.fixed.recognised import with_seen
from gklint.formats.fixed.running import Placed, columns
from gklint.formats.fixed.tables import Part, table_of
from gklint.formats.fixed.unruled import with_tables
from gklint.formats.limits import MARK, Limits, scanned
from gklint.text.recognition import recognition_of
from gklint.text.source import Place, Places, Source, Span


def read_pages(pages: Iterable[Page], path: str | None, limits: Limits) -> Source:
    """The text and the tables of pages in their order.

    Raises UnreadableFileError over a limit, and for pages without text: ``scanned`` for pictures,
    ``unnamed-glyphs`` for fonts that do not say what their glyphs stand for, ``outlines`` for
    letters that are drawn as shapes, ``blank``.
    """
    leaves = _leaves(pages, limits)
    shown = without_furniture(leaves)
    composed = compose(with_seen(_blocks(shown), shown))
    limits.check_bytes("text", len(composed.text.encode("utf-8", "replace")))
    where = Places(composed.starts, _in_file(composed.origins, shown))
    starts = _starts(where)
    struck = [leaf.page for leaf in leaves for _ in range(leaf.struck)]
    scanned_pages = {leaf.page for leaf in shown if leaf.scanned}
    read = [leaf.page for leaf in leaves if leaf.recognised and leaf.page in starts]
    return Source(
        composed.text,
        path,
        rows=composed.rows,
        left_out=tuple(_at(starts, struck)),
        recognised=tuple(_at(starts, read)),
        where=where,
        recognition=recognition_of(composed.recognised, len(scanned_pages)),
    )


def blocks_of(pages: Iterable[Page]) -> list[Block[Place]]:
    """The text and the tables of pages that another file holds, in their order."""
    shown = without_furniture([leaf_of(page) for page in pages])
    return [*with_seen(_blocks(shown), shown)]


def _in_file(places: tuple[Place, ...], leaves: Sequence[Leaf]) -> tuple[Place, ...]:
    """Places by the pages of the file, on each of which lines and tables are counted through."""
    if all(leaf.number == leaf.page for leaf in leaves):
        return places
    pages: dict[int | None, tuple[int, int, int]] = {}
    lines: Counter[int] = Counter()
    tables: Counter[int] = Counter()
    for leaf in leaves:
        pages[leaf.number] = leaf.page, lines[leaf.page], tables[leaf.page]
        lines[leaf.page] += len(leaf.lines)
        tables[leaf.page] += len(leaf.parts)

    def moved(place: Place) -> Place:
        page, line, table = pages[place.page]
        at, number = place.line and place.line + line, place.table and place.table + table
        return place._replace(page=page, line=at, table=number)

    return tuple(map(moved, places))


def _starts(where: Places) -> Mapping[int | None, int]:
    """Where the text of each page begins."""
    starts: dict[int | None, int] = {}
    for start, place in zip(where.starts, where.places, strict=True):
        starts.setdefault(place.page, start)
    return starts


def _at(starts: Mapping[int | None, int], pages: Iterable[int]) -> Iterator[Span]:
    for page in pages:
        start = starts.get(page, 0)
        yield Span(start, start)


def _leaves(pages: Iterable[Page], limits: Limits) -> list[Leaf]:
    leaves: list[Leaf] = []
    characters = readable = scans = shapes = tables = 0
    for number, page in enumerate(pages, start=1):
        leaf = leaf_of(page, number)
        leaves.append(leaf)
        tables += len(leaf.parts)
        limits.check("tables", tables)
        text = "".join(glyphs.text for glyphs in page.glyphs)
        characters += len(text)
        readable += len(text) - text.count(UNKNOWN)
        scans += page.pictured > PICTURE
        shapes += page.shapes
    scanned_pages = sum(leaf.scanned for leaf in leaves)
    if not scanned_pages and readable < MARK * len(leaves) and 2 * scans >= len(leaves) > 0:
        raise scanned(limits)
    if scanned_pages and not _is_read(leaf for leaf in leaves if leaf.scanned):
        raise UnreadableFileError("scan-unclear")
    if characters and 2 * readable <= characters:
        raise UnreadableFileError("unnamed-glyphs")
    if shapes and not characters:
        raise UnreadableFileError("outlines")
    if not characters:
        raise UnreadableFileError("blank")
    return leaves


def _is_read(leaves: Iterable[Leaf]) -> bool:
    """Whether most of what stands on scanned pages was read clearly: it is print, and no photo."""
    lines = [
        line
        for leaf in leaves
        for found in (leaf.lines, *(part.lines for part in leaf.parts))
        for line in found
    ]
    clear = unclear = 0
    for line in lines:
        for glyphs in line.glyphs:
            if glyphs.seen is None or glyphs.seen.is_clear:
                clear += len(glyphs.text)
            else:
                unclear += len(glyphs.text)
    return clear >= max(MARK, unclear)


def _blocks(leaves: Sequence[Leaf]) -> Iterator[Block[Place]]:
    for is_text, group in groupby(_entries(leaves), key=lambda entry: isinstance(entry, Placed)):
        if is_text:
            yield from with_tables([entry for entry in group if isinstance(entry, Placed)])
        else:
            yield from map(table_of, whole(entry for entry in group if isinstance(entry, Part)))


def _entries(leaves: Sequence[Leaf]) -> Iterator[Placed | Part]:
    """Lines and tables in reading order."""
    column = columns(leaves)
    for leaf in leaves:
        entries: list[tuple[float, Placed | Part]] = [(part.top, part) for part in leaf.parts]
        for number, line in enumerate(leaf.lines, start=1):
            place = Place(page=leaf.number, line=number)
            placed = Placed(line, place, column[leaf.number], leaf.rules)
            entries.append((line.base - line.size / 2, placed))
        yield from (entry for _, entry in sorted(entries, key=lambda entry: entry[0]))
