"""Pages read: the text by where it stands, tables by their rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, compose
from gklint.formats.fixed.breaks import whole
from gklint.formats.fixed.furniture import without_furniture
from gklint.formats.fixed.glyphs import UNKNOWN
from gklint.formats.fixed.leaf import Leaf, leaf_of
from gklint.formats.fixed.page import Page
from gklint.formats.fixed.running import Placed, columns
from gklint.formats.fixed.tables import Part, table_of
from gklint.formats.fixed.unruled import with_tables
from gklint.formats.limits import Limits
from gklint.text.source import Place, Places, Source, Span

_FEW = 30  # characters on a page: the mark that a scanner leaves
_PICTURE = 0.5  # of a page


def read_pages(pages: Iterable[Page], path: str | None, limits: Limits) -> Source:
    """The text and the tables of pages in their order.

    Raises UnreadableFileError over a limit, and for pages without text: ``scanned`` for pictures,
    ``unnamed-glyphs`` for fonts that do not say what their glyphs stand for, ``outlines`` for
    letters that are drawn as shapes, ``blank``.
    """
    leaves = _leaves(pages, limits)
    composed = compose(_blocks(without_furniture(leaves)))
    limits.check_bytes("text", len(composed.text.encode("utf-8", "replace")))
    where = Places(composed.starts, composed.origins)
    starts = _starts(where)
    struck = [leaf.number for leaf in leaves for _ in range(leaf.struck)]
    read = [leaf.number for leaf in leaves if leaf.recognised and leaf.number in starts]
    return Source(
        composed.text,
        path,
        rows=composed.rows,
        left_out=tuple(_at(starts, struck)),
        recognised=tuple(_at(starts, read)),
        where=where,
    )


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
    for page in pages:
        leaf = leaf_of(page)
        leaves.append(leaf)
        tables += len(leaf.parts)
        limits.check("tables", tables)
        text = "".join(glyphs.text for glyphs in page.glyphs)
        characters += len(text)
        readable += len(text) - text.count(UNKNOWN)
        scans += page.pictured > _PICTURE
        shapes += page.shapes
    if readable < _FEW * len(leaves) and 2 * scans >= len(leaves) > 0:
        raise UnreadableFileError("scanned")
    if characters and 2 * readable <= characters:
        raise UnreadableFileError("unnamed-glyphs")
    if shapes and not characters:
        raise UnreadableFileError("outlines")
    if not characters:
        raise UnreadableFileError("blank")
    return leaves


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
