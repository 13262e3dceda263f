"""Findings as comments in a copy of a Word file, each at the very cell, number or sentence.

Only the text, the comments, what lists the parts, and, where comments of ours were answered,
what Word keeps of threads change; all else in the file stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from math import inf
from typing import NamedTuple

from lxml import etree

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.formats.docx.comments import (
    AUTHOR,
    Edge,
    Marker,
    Stretch,
    Styles,
    Word,
    edge,
    numbers,
    paragraph_of,
    unmark,
)
from gklint.formats.docx.package import Package, damaged
from gklint.formats.docx.reading import Parsed, parse
from gklint.formats.docx.rewriting import free_name, listed, rewritten
from gklint.formats.docx.xml import WORD
from gklint.formats.limits import Limits
from gklint.render.printable import BASIS, SEVERITY, printable
from gklint.text.source import Span

_MOST = 32767  # Word opens no file with more ranges of comments
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIPS = {  # by the namespace of the text
    WORD[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    WORD[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")
_NO_CHARACTERS = {0xFFFE: " ", 0xFFFF: " "}  # nor has XML any place for them
_WHAT = {"zh": "{severity} {code}：{message}", "en": "{severity} {code}: {message}"}


class Annotated(NamedTuple):
    """The new file, and how many comments were put into it and taken out of it.

    signed: it holds a digital signature, which the changes make invalid.
    """

    data: bytes
    written: int
    removed: int
    signed: bool


def annotate(
    data: bytes, report: Report, limits: Limits, lang: str, written: datetime
) -> Annotated:
    """Write the findings of ``report``, which is that of ``data``, as comments into a Word file.

    Comments that gklint has written before are replaced, those of others kept.  ``written`` is
    the time that Word shows with the comments; it knows no time zones.  What is left over after
    as many comments as Word can open is not written.  Raises UnreadableFileError.
    """
    parsed = parse(data, limits)
    package, root = parsed.package, parsed.root
    signed = any(each.kind == "origin" for each in package.relationships(""))
    word = Word(root, _styles(package))
    name = package.related("comments")
    comments = word.make("comments") if name is None else package.parse(name)
    old = [each for each in comments if each.get(word("author")) == AUTHOR]
    found = report.diagnostics[: max(_MOST - len(comments) + len(old), 0)]
    if not found and not old:
        return Annotated(data, 0, 0, signed)
    parts = {package.main: root}
    parts.update(_remove(package, word, root, old))
    if name is None:
        name = free_name(package, "comments")
        parts.update(listed(package, name, _RELATIONSHIPS[word.uri], _CONTENT))
    for each in old:
        comments.remove(each)
    parts[name] = comments
    first = max([*numbers(word, root), *numbers(word, comments)], default=-1) + 1
    _mark(parsed, word, found, first)
    comments.extend(
        word.comment(number, written, _texts(each, lang))
        for number, each in enumerate(found, first)
    )
    return Annotated(rewritten(package, parts), len(found), len(old), signed)


def _texts(found: Diagnostic, lang: str) -> list[str]:
    """What a comment says: what is wrong and what would be right, and on whose authority."""
    severity = SEVERITY[lang][found.severity]
    what = _WHAT[lang].format(severity=severity, code=found.code, message=found.message)
    texts = (what, BASIS[lang] + found.basis)
    return [printable(text).translate(_NO_CHARACTERS) for text in texts]


def _styles(package: Package) -> Styles:
    """The styles for comments; Word knows them by these names, whatever the language."""
    name = package.related("styles")
    if name is None:
        return Styles()
    root = package.parse(name)
    word = Word(root)
    styles = {
        each.get(word("val"), "").lower(): style.get(word("styleId"))
        for style in root.iter(word("style"))
        for each in style.iterchildren(word("name"))
    }
    return Styles(styles.get("annotation reference"), styles.get("annotation text"))


# -- comments of before -----------------------------------------------------------------------


def _remove(
    package: Package, word: Word, root: etree._Element, comments: Sequence[etree._Element]
) -> Iterator[tuple[str, etree._Element]]:
    """Take out comments and their marks; gives the parts with threads that change by it."""
    unmark(word, root, {each.get(word("id"), "") for each in comments})
    gone = {each.get(_PARAGRAPH, "") for comment in comments for each in comment.iter()} - {""}
    for kind in _THREADS if gone else ():
        name = package.related(kind)
        if name is not None:
            part = package.parse(name)
            if _forget(part, gone):
                yield name, part


def _forget(part: etree._Element, gone: set[str]) -> bool:
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


# -- places of comments -----------------------------------------------------------------------


def _mark(parsed: Parsed, word: Word, found: Sequence[Diagnostic], first: int) -> None:
    """Mark the places of findings, the outer before the inner; ``first``: the first's number."""
    finder = _Finder(parsed, word)
    stretches = [finder.stretch(each.span or Span(0, 0)) for each in found]
    marker = Marker(word)
    for index in sorted(range(len(found)), key=lambda n: (*finder.extent(stretches[n]), -n)):
        marker.mark(stretches[index], first + index)


class _Finder:
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
        first = edge(self.word, *pieces[0][:2])
        lasts = (edge(self.word, node, end) for node, _, end in reversed(pieces))
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
        outer = paragraph_of(self.word, own)
        around = Edge(own) if own is outer else edge(self.word, own, 0)
        return Stretch(around, around)

    def _paragraph(self, node: etree._Element) -> etree._Element:
        """The paragraph that a node is, begins with or stands in; else the first in the file."""
        name = self.word("p")
        return next(
            chain(
                node.iterchildren(name),
                node.iter(name),
                node.iterancestors(name),
                self.parsed.root.iter(name),
            )
        )
