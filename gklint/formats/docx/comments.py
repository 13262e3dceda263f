"""Comments in WordprocessingML: what they say, and their marks around the text they are about.

A comment is an element of the comments part.  In the text ``w:commentRangeStart`` and
``w:commentRangeEnd`` enclose what it is about, and a run with ``w:commentReference`` follows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import chain, takewhile
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.xml import integer, value

AUTHOR = "gklint"
_INITIALS = "GK"
_RANGE = ("commentRangeStart", "commentRangeEnd")
_REFERENCE = "commentReference"
_HIGHEST = 2**30  # numbers above it must fit into 32 bits
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


class Styles(NamedTuple):
    """The identifiers of the styles for comments, where a document has them."""

    reference: str | None = None
    text: str | None = None


_NO_STYLES = Styles()


class Word:
    """The names of a part's own namespace, transitional or strict, and elements in it."""

    def __init__(self, root: etree._Element, styles: Styles = _NO_STYLES) -> None:
        self.uri = etree.QName(root).namespace or ""
        self.styles = styles

    def __call__(self, name: str) -> str:
        """The full name of an element or attribute."""
        return f"{{{self.uri}}}{name}"

    def make(self, name: str, *children: etree._Element, **attributes: str) -> etree._Element:
        """An element with attributes of the same namespace."""
        element = etree.Element(self(name), nsmap={"w": self.uri})
        for key, said in attributes.items():
            element.set(self(key), said)
        element.extend(children)
        return element

    def comment(self, number: int, written: datetime, texts: Sequence[str]) -> etree._Element:
        """A comment of ours with a paragraph for each text."""
        paragraphs = [self._paragraph(text) for text in texts]
        paragraphs[0][-1].addprevious(self._mark(self.make("annotationRef")))
        return self.make(
            "comment",
            *paragraphs,
            id=str(number),
            author=AUTHOR,
            date=written.strftime("%Y-%m-%dT%H:%M:%SZ"),
            initials=_INITIALS,
        )

    def marks(self, number: int) -> tuple[etree._Element, etree._Element, etree._Element]:
        """The start, the end and the reference of a comment."""
        start, end, reference = (self.make(name, id=str(number)) for name in (*_RANGE, _REFERENCE))
        return start, end, self._mark(reference)

    def _mark(self, content: etree._Element) -> etree._Element:
        if self.styles.reference is None:
            return self.make("r", content)
        style = self.make("rStyle", val=self.styles.reference)
        return self.make("r", self.make("rPr", style), content)

    def _paragraph(self, text: str) -> etree._Element:
        content = self.make("t")
        content.text = text
        paragraph = self.make("p", self.make("r", content))
        if self.styles.text is not None:
            style = self.make("pStyle", val=self.styles.text)
            paragraph.insert(0, self.make("pPr", style))
        return paragraph


# -- places for marks -------------------------------------------------------------------------


def edge(word: Word, node: etree._Element, offset: int) -> Edge:
    """The edge at ``offset`` of a ``w:t``, or at what holds it if that cannot be split."""
    paragraph = paragraph_of(word, node)
    containers = {word(name) for name in _CONTAINERS}
    outwards = chain([node], node.iterancestors())
    path = [*takewhile(lambda each: each is not paragraph, outwards)]
    while path[-1].tag in containers:
        path.pop()
    if path[-1].tag == word("r"):
        path.pop()
        return Edge(node, offset) if path == [node] else Edge(path[-1])
    return Edge(path[-1])


def paragraph_of(word: Word, node: etree._Element) -> etree._Element:
    """The paragraph of the body that holds a node, also one in a text box."""
    return [node, *node.iterancestors(word("p"))][-1]


def numbers(word: Word, root: etree._Element) -> Iterator[int]:
    """The numbers of the comments of a comments part, or of the marks in a text; -1 for none."""
    for node in root.iter(*map(word, ("comment", *_RANGE, _REFERENCE))):
        yield integer(value(node, "id"), -1, _HIGHEST, -1)


def unmark(word: Word, root: etree._Element, gone: Collection[str]) -> None:
    """Take out the marks of comments, and the runs that held nothing else."""
    for node in [*root.iter(*map(word, (*_RANGE, _REFERENCE)))]:
        if node.get(word("id")) in gone:
            parent = _parent(node)
            parent.remove(node)
            if parent.tag == word("r") and all(each.tag == word("rPr") for each in parent):
                _parent(parent).remove(parent)


# -- marking ----------------------------------------------------------------------------------


class Marker:
    """Marks stretches of a text; splits runs where a stretch begins or ends within them."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._silent = (word("rPr"), word(_REFERENCE))
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
        if _parent(node).tag != self.word("r"):
            return node
        self._part(node if side == 0 else node.getnext())
        return _parent(node)

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
        run = _parent(node)
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
        while (parent := _parent(item)).tag != self.word("p"):
            if [*self._content(parent)][side] is not item:
                break
            item = _parent(parent) if parent.tag == self.word("sdtContent") else parent
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


def _parent(node: etree._Element) -> etree._Element:
    parent = node.getparent()
    assert parent is not None  # only what stands in a paragraph comes here
    return parent
