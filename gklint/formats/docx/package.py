"""The package of a Word file, opened safely: a zip of XML parts that refer to each other.

Only the parts that are asked for are unpacked, each within the limit for texts; no part may
declare a document type, and nothing is ever loaded from outside the package.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lxml import etree

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.limits import Limits
from gklint.formats.xml import ENCODING, declared

_KIND = "docx"
_CHUNK = 32 * 1024
_SAFELY: dict[str, Any] = {
    "encoding": ENCODING,
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": True,
}
_TOO_DEEP = "depth"  # in libxml2's message, which has no code of its own


class Relationship(NamedTuple):
    """``kind`` is the last word of its type, such as ``styles``; ``target`` a part's name."""

    id: str
    kind: str
    target: str


class Package:
    """A Word file as a package.

    Raises UnreadableFileError from every method: ``damaged`` when something is missing or
    broken, ``encrypted``, ``entities`` for a document type, ``over-text`` for too large a part.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        self._archive = Archive(data, _KIND, limits)
        self._relationships: dict[str, list[Relationship]] = {}
        self._entries = {entry.filename.lower(): entry for entry in self._archive.entries}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> Sequence[str]:
        """The names of all parts."""
        return [entry.filename for entry in self._archive.entries]

    @cached_property
    def main(self) -> str:
        """The name of the part with the text, usually ``word/document.xml``."""
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument":
                return relationship.target
        raise damaged()

    def related(self, kind: str) -> str | None:
        """The name of the part that the main part refers to as its ``kind``, if there is one."""
        for relationship in self.relationships(self.main):
            if relationship.kind == kind and relationship.target in self:
                return relationship.target
        return None

    def relationships(self, name: str) -> list[Relationship]:
        """What a part (``""``: the package itself) refers to within the package."""
        if name not in self._relationships:
            self._relationships[name] = self._refers(name, relationships_of(name))
        return self._relationships[name]

    def _refers(self, name: str, where: str) -> list[Relationship]:
        listed = self.parse(where).iterchildren(etree.Element) if where in self else ()
        return [
            Relationship(
                each.get("Id", ""),
                each.get("Type", "").rpartition("/")[2],
                _resolve(name, each.get("Target", "")),
            )
            for each in listed
            if each.get("TargetMode") != "External"
        ]

    def parse(self, name: str) -> etree._Element:
        """The root element of a part."""
        data = declared(self.read(name), _KIND)
        try:
            return etree.fromstring(data, etree.XMLParser(**_SAFELY))
        except etree.XMLSyntaxError as error:
            raise self._broken(error) from error

    def elements(self, name: str, tags: Collection[str]) -> Iterator[etree._Element]:
        """The elements of a part with these tags; it is parsed only as far as they are taken."""
        data = declared(self.read(name), _KIND)
        parser = etree.XMLPullParser(events=("end",), tag=tags, **_SAFELY)
        try:
            for start in range(0, len(data), _CHUNK):
                parser.feed(data[start : start + _CHUNK])
                for _, element in parser.read_events():
                    if isinstance(element, etree._Element):  # as all are that end
                        yield element
            parser.close()
        except etree.XMLSyntaxError as error:
            raise self._broken(error) from error

    def _broken(self, error: etree.XMLSyntaxError) -> UnreadableFileError:
        if _TOO_DEEP in str(error):
            return UnreadableFileError("over-depth", limit=self.limits.depth)
        return damaged()

    def read(self, name: str, limit: str = "text") -> bytes:
        """The bytes of a part, which may be as large as ``limit`` says."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise damaged()
        return self._archive.read(entry, limit)


def relationships_of(name: str) -> str:
    """The name of the part that lists what a part (``""``: the package) refers to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def damaged() -> UnreadableFileError:
    """The error for a Word file that is not whole."""
    return UnreadableFileError("damaged", kind=_KIND)


def _resolve(name: str, target: str) -> str:
    """The name of the part that ``target`` means in a part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")
