"""A Word file read: its body, as it reads with all tracked changes accepted.

Headers, footers, notes and comments are other parts and not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from lxml import etree

from gklint.errors import UnreadableFileError
from gklint.formats.blocks import Block, Composition, compose
from gklint.formats.docx.body import Body
from gklint.formats.docx.embedded import Embedded
from gklint.formats.docx.lists import Lists
from gklint.formats.docx.numbering import Numbering
from gklint.formats.docx.package import Package, damaged
from gklint.formats.docx.paragraph import Anchor, Origin, Reading
from gklint.formats.docx.styles import Styles
from gklint.formats.docx.xml import STYLES, Properties, first, kind
from gklint.formats.held import Pictures
from gklint.formats.limits import MARK, Limits, scanned
from gklint.text.recognition import recognition_of
from gklint.text.source import Places, Source, Span

_EMBEDDED = 3  # Word files in each other; more is no document


@dataclass(frozen=True)
class Parsed:
    """A Word file as it was read.

    root: the ``w:document``, as it is in the file.
    revisions: a span for each tracked change; empty where something was deleted.
    left_out: empty spans where text is struck through, or marks a note at a number.
    pictures: how many are as large as pages; ``read``: how many of all were read as print.
    """

    package: Package
    root: etree._Element
    composition: Composition[Anchor]
    revisions: tuple[Span, ...]
    left_out: tuple[Span, ...]
    pictures: int
    read: int

    def with_starts(self, starts: Sequence[int]) -> Parsed:
        """The same where its places begin elsewhere in the text."""
        return replace(self, composition=replace(self.composition, starts=tuple(starts)))


def read_docx(data: bytes, path: str | None, limits: Limits) -> Source:
    """Read a Word file.  Raises UnreadableFileError, also if it is nothing but pictures, unread."""
    parsed = parse(data, limits)
    composition = parsed.composition
    if parsed.pictures and not parsed.read and len(composition.text.strip()) < MARK:
        can_be_read = Pictures(limits).can_be_read
        raise UnreadableFileError("scan-unclear") if can_be_read else scanned(limits)
    places = tuple(origin.place for origin in composition.origins)
    return Source(
        composition.text,
        path,
        composition.rows,
        composition.containers,
        parsed.revisions,
        parsed.left_out,
        Places(composition.starts, places),
        recognition=recognition_of(composition.recognised, parsed.read),
    )


def parse(data: bytes, limits: Limits) -> Parsed:
    """Read a Word file, and keep where in its XML everything stands.

    Raises UnreadableFileError.
    """
    package = Package(data, limits)
    root = package.parse(package.main)
    body = _reader(package, root, Pictures(limits), _EMBEDDED)
    composition, marked = _settle(compose(body.blocks(_body(root))))
    left_out = tuple(span for change, span in marked.items() if kind(change) == "r")
    revisions = tuple(span for change, span in marked.items() if kind(change) != "r")
    end = Span(len(composition.text), len(composition.text))
    revisions += tuple(end for _ in body.marks)
    return Parsed(package, root, composition, revisions, left_out, body.large, body.pictures.read)


def _reader(package: Package, root: etree._Element, pictures: Pictures, deeper: int) -> Body:
    """What reads the body of a file, which may hold files so many levels deep."""
    limits = pictures.limits
    styles = Styles(_styles(package))
    numbering = Numbering(Lists(partial(_lists, package), styles))
    inner = partial(_blocks, pictures=pictures, deeper=deeper - 1)
    reading = Reading(styles, Properties(root), limits)
    return Body(reading, numbering, Embedded(package, limits, inner), pictures)


def _blocks(data: bytes, pictures: Pictures, deeper: int) -> list[Block[Any]]:
    """What a Word file within another holds."""
    if deeper < 0:
        raise UnreadableFileError("over-depth", found=_EMBEDDED + 1, limit=_EMBEDDED)
    package = Package(data, pictures.limits)
    root = package.parse(package.main)
    return list(_reader(package, root, pictures, deeper).blocks(_body(root)))


def _styles(package: Package) -> Iterator[etree._Element]:
    part = package.related("styles")
    return iter(()) if part is None else package.elements(part, STYLES)


def _lists(package: Package) -> etree._Element | None:
    part = package.related("numbering")
    return None if part is None else package.parse(part)


def _body(root: etree._Element) -> etree._Element:
    body = first(root, "body") if kind(root) == "document" else None
    if body is None:
        raise damaged()
    return body


def _settle(
    composition: Composition[Origin],
) -> tuple[Composition[Anchor], Mapping[etree._Element, Span]]:
    """Take the marks out: what each is of, with its span, in the order of their beginnings."""
    starts: list[int] = []
    origins: list[Anchor] = []
    changes: dict[etree._Element, Span] = {}
    for start, origin in zip(composition.starts, composition.origins, strict=True):
        if isinstance(origin, Anchor):
            starts.append(start)
            origins.append(origin)
        else:
            first = changes.get(origin.change, Span(start, start)).start
            changes[origin.change] = Span(first, start)
    settled = Composition(
        composition.text,
        composition.rows,
        composition.containers,
        tuple(starts),
        tuple(origins),
        composition.recognised,
    )
    return settled, changes
