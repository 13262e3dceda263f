"""An OFD file as an archive of XML parts, and the pages that they list."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gklint.errors import UnreadableFileError
from gklint.formats.archives import Archive
from gklint.formats.limits import Limits
from gklint.formats.ofd.geometry import Box, box
from gklint.formats.ofd.nodes import KIND, Node, child, children, parsed, text_of

_START = "OFD.xml"
_A4 = Box(0, 0, 210, 297)


class Resources(NamedTuple):
    """What objects may name by its ID: graphics, and the parts that are pictures."""

    units: Mapping[str, Node]
    pictures: Mapping[str, str]


_NOTHING = Resources({}, {})


class Sheet(NamedTuple):
    """A page: its size in millimetres, and what it shows, templates included."""

    box: Box
    contents: tuple[Node, ...]
    resources: Resources


class Package:
    """An OFD file.

    Raises UnreadableFileError from every method: ``damaged`` when something is missing or
    broken, ``encrypted``, ``entities``, ``over-text``.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._archive = Archive(data, KIND, limits)
        self._entries = {_plain(entry.filename): entry for entry in self._archive.entries}
        if any("encrypt" in posixpath.basename(name) for name in self._entries):
            raise UnreadableFileError("encrypted")

    def parse(self, name: str) -> Node:
        """The root element of a part."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            raise damaged()
        return parsed(self._archive.read(entry))

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._entries

    def sheets(self) -> Iterator[Sheet]:
        """The pages of all documents in it, in their order."""
        found = 0
        for body in children(self.parse(_START), "DocBody"):
            start = text_of(child(body, "DocRoot")).strip()
            if not start:
                raise damaged()
            where = posixpath.join("/", start)
            document = self.parse(where)
            listed = children(child(document, "Pages"), "Page")
            found += len(listed)
            self._limits.check("pages", found)
            yield from self._sheets(document, where, listed)
        if not found:
            raise damaged()

    def _sheets(self, document: Node, where: str, listed: list[Node]) -> Iterator[Sheet]:
        common = child(document, "CommonData")
        size = _size(common)
        templates = {
            each.get("ID"): self._named(where, each.get("BaseLoc"))
            for each in children(common, "TemplatePage")
        }
        common_resources = self._resources(where, children(common, "PublicRes", "DocumentRes"))
        for each in listed:
            name = self._named(where, each.get("BaseLoc"))
            if name is None:
                raise damaged()
            page = self.parse(name)
            used = (each.get("TemplateID") for each in children(page, "Template"))
            found = (templates.get(each) for each in used)
            contents = [self.parse(each) for each in found if each is not None]
            listed_here = children(page, "PageRes")
            resources = self._resources(name, listed_here, common_resources)
            yield Sheet(_size(page) or size or _A4, (*contents, page), resources)

    def _resources(
        self, where: str, listed: Sequence[Node], outer: Resources = _NOTHING
    ) -> Resources:
        """What is defined once, for a document or, besides what is ``outer``, for a page."""
        if not listed:
            return outer
        units, pictures = {**outer.units}, {**outer.pictures}
        for each in listed:
            name = self._named(where, text_of(each).strip())
            if name is None or not self.has(name):
                continue
            root = self.parse(name)
            for unit in children(child(root, "CompositeGraphicUnits"), "CompositeGraphicUnit"):
                units[unit.get("ID") or ""] = unit
            base = self._named(name, f"{root.get('BaseLoc') or '.'}/")
            for media in children(child(root, "MultiMedias"), "MultiMedia"):
                file = self._named(base or name, text_of(child(media, "MediaFile")).strip())
                pictures[media.get("ID") or ""] = file or ""
        return Resources(units, pictures)

    def picture(self, name: str) -> bytes | None:
        """The bytes of a part that is a picture; None if there is none that can be unpacked."""
        entry = self._entries.get(_plain(name))
        try:
            return None if entry is None else self._archive.read(entry, "file")
        except UnreadableFileError:  # damaged: the text is there all the same
            return None

    @staticmethod
    def _named(where: str, target: str | None) -> str | None:
        """The name of the part that ``target`` means in the part ``where``."""
        return posixpath.join(posixpath.dirname(where), target) if target else None


def damaged() -> UnreadableFileError:
    """The error for an OFD file that is not whole."""
    return UnreadableFileError("damaged", kind=KIND)


def _plain(name: str) -> str:
    """A name as names are compared: from the root, in lower case."""
    return posixpath.normpath(posixpath.join("/", name.replace("\\", "/"))).lower()


def _size(node: Node | None) -> Box | None:
    """The size of pages; some programs write it within the content."""
    for path in (("Area",), ("PageArea",), ("Content", "PageArea")):
        found = box(text_of(child(node, *path, "PhysicalBox")))
        if found and found.width > 0 and found.height > 0:
            return found
    return None
