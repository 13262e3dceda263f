"""Comments put where they belong: from a span of the text to marks in the XML around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import deepcopy
from itertools import chain, takewhile
from math import inf
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.comments import REFERENCE, Word, parent_of
from gklint.formats.docx.package import damaged
from gklint.formats.docx.reading import Parsed
from gklint.formats.docx.xml import WORD
from gklint.text.source import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What holds runs and may hold marks beside them.  All else (a formula, alternatives, a run with
# a text box, in which Word ignores comments) is marked as a whole.
_WRAPPERS = ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
_CONTAINERS = (*_WRAPPERS, "sdt", "sdtContent")


class Edge(NamedTuple):
    """Where a stretch begins or ends: at ``offset`` in a ``w:t``, or at that side of ``node``.

    Without an offset ``node`` is a paragraph, something in a run, or something beside runs.
    """

    node: etree._Element
    offset: int | None = None


class Stretch(NamedTuple):
    """What a comment is about, from edge to edge."""

    first: Edge
    last: Edge


# -- where a span stands ------------------------------------------------------------------------


class Finder:
    """Finds the stretch of a Word file that a span of its text stands for."""

    def __init__(self, parsed: Parsed, word: Word) -> None:
        self.parsed = parsed
        self.word = word
        body = parsed.root.find(word("body"))
        other = [f"{{{space}}}p" for space in WORD if space != word.uri]
        if body is None or next(body.iter(*other), None) is not None:
            raise damaged()  # it mixes two namespaces
        if next(body.iter(word("p")), None) is None:
            body.insert(0, word.make("p"))  # as Word does
        self.order = {node: number for number, node in enumerate(parsed.root.iter())}

    def stretch(self, span: Span) -> Stretch:
        """The text of a span, as far as one comment can reach; without text what is around."""
        pieces = [*self._pieces(span)]
        if not pieces:
            return self._around(span.start)
        first = _edge(self.word, *pieces[0][:2])
        lasts = (_edge(self.word, node, end) for node, _, end in reversed(pieces))
        return Stretch(first, next(last for last in lasts if self._reaches(first, last)))

    def extent(self, stretch: Stretch) -> tuple[float, ...]:
        """Sorts by the beginning; of what begins together, the outer comes first."""
        node, offset = stretch.last
        end = max(self.order[each] for each in node.iter())
        return (*self._start(stretch.first), -end, -inf if offset is None else -offset)

    def _start(self, edge: Edge) -> tuple[int, int]:
        return self.order[edge.node], edge.offset or 0

    def _reaches(self, first: Edge, last: Edge) -> bool:
        """Whether a comment can go from edge to edge: forwards, and not into or out of a table."""
        tables = [next(each.node.iterancestors(self.word("tbl")), None) for each in (first, last)]
        return tables[0] is tables[1] and self._start(first) <= self._start(last)

    def _pieces(self, span: Span) -> Iterator[tuple[etree._Element, int, int]]:
        """The ``w:t`` of a span, each with where in it the span begins and ends."""
        starts, origins = self.parsed.composition.starts, self.parsed.composition.origins
        first = max(bisect_right(starts, span.start) - 1, 0)
        for index in range(first, bisect_left(starts, span.end)):
            origin, start = origins[index], starts[index]
            following = starts[index + 1] if index + 1 < len(starts) else span.end
            begin, end = max(start, span.start), min(following, span.end)
            if origin.offset >= 0 and begin < end:
                shift = origin.offset - start
                yield origin.node, begin + shift, end + shift

    def _around(self, offset: int) -> Stretch:
        """The paragraph of an offset (of a cell the first), or the text box that it is in."""
        composition = self.parsed.composition
        index = max(bisect_right(composition.starts, offset) - 1, 0)
        node = composition.origins[index].node if composition.origins else self.parsed.root
        own = self._paragraph(node)
        outer = _paragraph_of(self.word, own)
        around = Edge(own) if own is outer else _edge(self.word, own, 0)
        return Stretch(around, around)

    def _paragraph(self, node: etree._Element) -> etree._Element:
        """The paragraph that a node is, begins with, stands in or follows; else the first."""
        name = self.word("p")
        return next(
            chain(
                node.iterchildren(name),
                node.iter(name),
                node.iterancestors(name),
                node.itersiblings(name, preceding=True),
                self.parsed.root.iter(name),
            )
        )


def _edge(word: Word, node: etree._Element, offset: int) -> Edge:
    """The edge at ``offset`` of a ``w:t``, or at what holds it if that cannot be split."""
    paragraph = _paragraph_of(word, node)
    containers = {word(name) for name in _CONTAINERS}
    outwards = chain([node], node.iterancestors())
    path = [*takewhile(lambda each: each is not paragraph, outwards)]
    while path[-1].tag in containers:
        path.pop()
    if path[-1].tag == word("r"):
        path.pop()
        return Edge(node, offset) if path == [node] else Edge(path[-1])
    return Edge(path[-1])


def _paragraph_of(word: Word, node: etree._Element) -> etree._Element:
    """The paragraph of the body that holds a node, also one in a text box."""
    return [node, *node.iterancestors(word("p"))][-1]


# -- marks around it ----------------------------------------------------------------------------


class Marker:
    """Marks stretches of a text; splits runs where a stretch begins or ends within them."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._silent = (word("rPr"), word(REFERENCE))
        self._pieces: dict[etree._Element, list[tuple[int, etree._Element]]] = {}

    def mark(self, stretch: Stretch, number: int) -> None:
        """Mark a stretch, inside of those that were marked before at the same edges."""
        start, end, reference = self.word.marks(number)
        first = self._item(stretch.first, 0)
        last = self._item(stretch.last, -1)
        if first is None or last is None:
            paragraph = stretch.first.node
            place = len(paragraph.findall(self.word("pPr")))
            paragraph[place:place] = [start, end, reference]
            return
        self._outermost(first, 0).addprevious(start)
        last = self._outermost(last, -1)
        last.addnext(reference)
        last.addnext(end)

    def _item(self, edge: Edge, side: int) -> etree._Element | None:
        """What begins (side 0) or ends (-1) at an edge; None in a paragraph without content."""
        node, offset = edge
        if node.tag == self.word("p"):
            return next(iter([*self._content(node)][side:]), None)
        if offset is not None:
            node = self._piece(node, offset, side)
        if parent_of(node).tag != self.word("r"):
            return node
        self._part(node if side == 0 else node.getnext())
        return parent_of(node)

    def _piece(self, text: etree._Element, offset: int, side: int) -> etree._Element:
        """The piece of a ``w:t`` that begins (or ends) at an offset."""
        pieces = self._cut(text, offset)
        find = bisect_right if side == 0 else bisect_left
        return pieces[find(pieces, offset, key=_offset) - 1][1]

    def _cut(self, text: etree._Element, offset: int) -> list[tuple[int, etree._Element]]:
        """All pieces of a ``w:t`` by their offsets, one of them beginning at ``offset``."""
        pieces = self._pieces.setdefault(text, [(0, text)])
        index = bisect_right(pieces, offset, key=_offset) - 1
        start, piece = pieces[index]
        words = piece.text or ""
        if 0 < offset - start < len(words):
            rest = _like(piece)
            rest.extend([*piece])
            piece.text, rest.text = words[: offset - start], words[offset - start :]
            for part in (piece, rest):
                part.set(_SPACE, "preserve")
            piece.addnext(rest)
            pieces.insert(index + 1, (offset, rest))
        return pieces

    def _part(self, node: etree._Element | None) -> None:
        """Let a run begin with ``node``, which stands in one."""
        if node is None:
            return
        run = parent_of(node)
        properties = run.find(self.word("rPr"))
        if all(each is properties for each in node.itersiblings(preceding=True)):
            return
        second = _like(run)
        if properties is not None:
            second.append(deepcopy(properties))
        second.extend([node, *node.itersiblings()])
        run.addnext(second)

    def _outermost(self, item: etree._Element, side: int) -> etree._Element:
        """What begins (or ends) with ``item``: marks stay out of a change that is all marked."""
        while (parent := parent_of(item)).tag != self.word("p"):
            if [*self._content(parent)][side] is not item:
                break
            item = parent_of(parent) if parent.tag == self.word("sdtContent") else parent
        return item

    def _content(self, parent: etree._Element) -> Iterator[etree._Element]:
        """What has a place in the text; the marks of ranges and references have none."""
        for child in parent.iterchildren("{*}*"):
            name = etree.QName(child).localname
            if name.endswith(("Pr", "Start", "End")) or name == "proofErr":
                continue
            if name != "r" or any(each.tag not in self._silent for each in child):
                yield child


def _offset(piece: tuple[int, etree._Element]) -> int:
    return piece[0]


def _like(element: etree._Element) -> etree._Element:
    """An element with the same attributes and nothing in it."""
    twin = element.makeelement(element.tag)
    for key, said in element.attrib.items():
        twin.set(key, said)
    return twin
