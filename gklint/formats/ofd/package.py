"""An OFD file as an archive of XML parts, and the pages that they list."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.limits import Limits
from gklint.formats.ofd.geometry import Box, box
from gklint.formats.ofd.nodes import Node, child, children, text_of, value
from gklint.formats.xml import root_of

_KIND = "ofd"
_START = "OFD.xml"
_A4 = Box(0, 0, 210, 297)


class Sheet(NamedTuple):
    """A page: its size in millimetres, and what it shows, templates included.

    units: the graphics that objects of the document may name by their ID.
    """

    box: Box
    contents: tuple[Node, ...]
    units: dict[str, Node]


class Package:
    """An OFD file.

    Raises UnreadableFileError from every method: ``damaged`` when something is missing or
    broken, ``encrypted``, ``entities``, ``over-text``.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._archive = Archive(data, _KIND, limits)
        self._entries = {_plain(entry.filename): entry for entry in self._archive.entries}
        if any("encrypt" in posixpath.basename(name) for name in self._entries):
            raise UnreadableFileError("encrypted")

    def parse(self, name: str) -> Node:
        """The root element of a part."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            raise damaged()
        return root_of(self._archive.read(entry), _KIND, self._limits)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._entries

    def sheets(self) -> Iterator[Sheet]:
        """The pages of all documents in it, in their order."""
        found = 0
        for body in children(self.parse(_START), "docbody"):
            start = text_of(child(body, "docroot")).strip()
            if not start:
                raise damaged()
            where = posixpath.join("/", start)
            document = self.parse(where)
            listed = [*children(child(document, "pages"), "page")]
            found += len(listed)
            self._limits.check("pages", found)
            yield from self._sheets(document, where, listed)
        if not found:
            raise damaged()

    def _sheets(self, document: Node, where: str, listed: list[Node]) -> Iterator[Sheet]:
        common = child(document, "commondata")
        size = _size(common)
        templates = {
            value(each, "id"): self._named(where, value(each, "baseloc"))
            for each in children(common, "templatepage")
        }
        units = self._units(common, where)
        for each in listed:
            name = self._named(where, value(each, "baseloc"))
            if name is None:
                raise damaged()
            page = self.parse(name)
            used = (templates.get(value(each, "templateid")) for each in children(page, "template"))
            contents = [self.parse(each) for each in used if each is not None]
            yield Sheet(_size(page) or size or _A4, (*contents, page), units)

    def _units(self, common: Node | None, where: str) -> dict[str, Node]:
        """The graphics that are defined once for the document, by their IDs."""
        found: dict[str, Node] = {}
        for each in children(common, "publicres", "documentres"):
            name = self._named(where, text_of(each).strip())
            if name is None or not self.has(name):
                continue
            units = child(self.parse(name), "compositegraphicunits")
            for unit in children(units, "compositegraphicunit"):
                found[value(unit, "id") or ""] = unit
        return found

    @staticmethod
    def _named(where: str, target: str | None) -> str | None:
        """The name of the part that ``target`` means in the part ``where``."""
        return posixpath.join(posixpath.dirname(where), target) if target else None


def damaged() -> UnreadableFileError:
    """The error for an OFD file that is not whole."""
    return UnreadableFileError("damaged", kind=_KIND)


def _plain(name: str) -> str:
    """A name as names are compared: from the root, in lower case."""
    return posixpath.normpath(posixpath.join("/", name.replace("\\", "/"))).lower()


def _size(node: Node | None) -> Box | None:
    """The size of pages; some programs write it within the content."""
    for path in (("area",), ("pagearea",), ("content", "pagearea")):
        found = box(text_of(child(node, *path, "physicalbox")))
        if found and found.width > 0 and found.height > 0:
            return found
    return None
