"""Comments written into a copy of a Word file, each at the text that it is about.

Only the text, the comments, what lists the parts, and, where comments of ours were answered,
what Word keeps of threads change; all else in the file stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from gklint.formats.docx.comments import (
    AUTHOR,
    Styles,
    Word,
    forget,
    numbers,
    paragraphs_of,
    unmark,
)
from gklint.formats.docx.marking import Finder, Marker
from gklint.formats.docx.package import Package
from gklint.formats.docx.reading import Parsed, parse
from gklint.formats.docx.rewriting import free_name, listed, rewritten
from gklint.formats.docx.xml import WORD
from gklint.formats.limits import Limits
from gklint.text.source import Span

_MOST = 32767  # Word opens no file with more ranges of comments
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIPS = {  # by the namespace of the text
    WORD[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    WORD[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_THREADS = ("commentsExtended", "commentsIds", "commentsExtensible")


class Comment(NamedTuple):
    """What is said of a span of the text: a paragraph for each of ``texts``."""

    span: Span
    texts: Sequence[str]


class Commented(NamedTuple):
    """The new file, and how many comments were put into it and taken out of it.

    signed: it holds a digital signature, which the changes make invalid.
    """

    data: bytes
    written: int
    removed: int
    signed: bool


def commented(
    data: bytes,
    comments: Sequence[Comment],
    limits: Limits,
    written: datetime,
    starts: Sequence[int] | None = None,
) -> Commented:
    """Write comments into a Word file; their spans are those of its text.

    ``starts``: where each place of the text begins, if some of its numbers were settled since it
    was read, and others may stand elsewhere for it.

    Comments that gklint has written before are replaced, those of others kept.  ``written`` is
    the time that Word shows with the comments, by the user's clock: it knows no time zones.  What
    is left over after as many comments as Word can open is not written.

    Raises UnreadableFileError.
    """
    parsed = parse(data, limits)
    if starts is not None:
        parsed = parsed.with_starts(starts)
    package, root = parsed.package, parsed.root
    signed = any(each.kind == "origin" for each in package.relationships(""))
    word = Word(root, _styles(package))
    name = package.related("comments")
    part = word.make("comments") if name is None else package.parse(name)
    old = [each for each in part if each.get(word("author")) == AUTHOR]
    new = comments[: max(_MOST - len(part) + len(old), 0)]
    if not new and not old:
        return Commented(data, 0, 0, signed)
    parts = {package.main: root}
    parts.update(_remove(package, word, root, old))
    if name is None:
        name = free_name(package, "comments")
        parts.update(listed(package, name, _RELATIONSHIPS[word.uri], _CONTENT))
    for each in old:
        part.remove(each)
    parts[name] = part
    first = max([*numbers(word, root), *numbers(word, part)], default=-1) + 1
    _mark(parsed, word, [comment.span for comment in new], first)
    part.extend(
        word.comment(number, written, comment.texts) for number, comment in enumerate(new, first)
    )
    return Commented(rewritten(package, parts), len(new), len(old), signed)


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


def _remove(
    package: Package, word: Word, root: etree._Element, comments: Sequence[etree._Element]
) -> Iterator[tuple[str, etree._Element]]:
    """Take out comments and their marks; gives the parts with threads that change by it."""
    unmark(word, root, {each.get(word("id"), "") for each in comments})
    gone = paragraphs_of(comments)
    for kind in _THREADS if gone else ():
        name = package.related(kind)
        if name is not None:
            part = package.parse(name)
            if forget(part, gone):
                yield name, part


def _mark(parsed: Parsed, word: Word, spans: Sequence[Span], first: int) -> None:
    """Mark the places of comments, the outer before the inner; ``first``: the first's number."""
    finder = Finder(parsed, word)
    stretches = [finder.stretch(span) for span in spans]
    marker = Marker(word)
    for index in sorted(range(len(spans)), key=lambda n: (*finder.extent(stretches[n]), -n)):
        marker.mark(stretches[index], first + index)
