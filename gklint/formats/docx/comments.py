"""Comments in WordprocessingML: their elements, made and taken out.

A comment is an element of the comments part.  In the text ``w:commentRangeStart`` and
``w:commentRangeEnd`` enclose what it is about, and a run with ``w:commentReference`` follows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.xml import integer, value

AUTHOR = "gklint"
_INITIALS = "GK"
_RANGE = ("commentRangeStart", "commentRangeEnd")
REFERENCE = "commentReference"
_HIGHEST = 2**30  # numbers above it must fit into 32 bits
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


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
            date=written.strftime("%Y-%m-%dT%H:%M:%S"),
            initials=_INITIALS,
        )

    def marks(self, number: int) -> tuple[etree._Element, etree._Element, etree._Element]:
        """The start, the end and the reference of a comment."""
        start, end, reference = (self.make(name, id=str(number)) for name in (*_RANGE, REFERENCE))
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


def numbers(word: Word, root: etree._Element) -> Iterator[int]:
    """The numbers of the comments of a comments part, or of the marks in a text; -1 for none."""
    for node in root.iter(*map(word, ("comment", *_RANGE, REFERENCE))):
        yield integer(value(node, "id"), -1, _HIGHEST, -1)


def unmark(word: Word, root: etree._Element, gone: Collection[str]) -> None:
    """Take out the marks of comments, and the runs that held nothing else."""
    for node in [*root.iter(*map(word, (*_RANGE, REFERENCE)))]:
        if node.get(word("id")) in gone:
            parent = parent_of(node)
            parent.remove(node)
            if parent.tag == word("r") and all(each.tag == word("rPr") for each in parent):
                parent_of(parent).remove(parent)


def parent_of(node: etree._Element) -> etree._Element:
    """What a node stands in, which is not the root."""
    parent = node.getparent()
    assert parent is not None
    return parent


# -- threads: what newer parts say of comments -----------------------------------------------


def paragraphs_of(comments: Iterable[etree._Element]) -> set[str]:
    """By which identifiers the other parts know comments."""
    return {each.get(_PARAGRAPH, "") for comment in comments for each in comment.iter()} - {""}


def forget(part: etree._Element, gone: set[str]) -> bool:
    """Take out what is said of comments that are gone; an answer to one stands for itself.

    Adds the other identifiers of these comments to ``gone``.
    """
    changed = False
    for entry in [*part.iterchildren("{*}*")]:
        said = {etree.QName(key).localname: key for key in entry.attrib}
        own = {entry.get(said[name], "") for name in ("paraId", "durableId") if name in said}
        if not own.isdisjoint(gone):
            gone |= own
            part.remove(entry)
            changed = True
        elif "paraIdParent" in said and entry.get(said["paraIdParent"]) in gone:
            del entry.attrib[said["paraIdParent"]]
            changed = True
    return changed
