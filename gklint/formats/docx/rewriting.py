"""The package of a Word file written anew, with some parts changed and all others as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from copy import copy
from itertools import count

from lxml import etree

from gklint.errors import UnreadableFileError
from gklint.formats.archives import BROKEN, ENCRYPTED
from gklint.formats.docx.package import Package, damaged, relationships_of
from gklint.formats.limits import Clock

_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CHUNK = 1024 * 1024


def free_name(package: Package, kind: str) -> str:
    """A name for a new part beside the main one."""
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"{kind}{number or ''}.xml") for number in count())
    return next(name for name in names if name not in package)


def listed(
    package: Package, name: str, relationship: str, content_type: str
) -> Iterator[tuple[str, etree._Element]]:
    """The parts that list a new part, by name: what the main part refers to, types of content."""
    main = package.main
    where = relationships_of(main)
    if where in package:
        relationships = package.parse(where)
    else:
        relationships = etree.fromstring(f'<Relationships xmlns="{_NAMESPACE}"/>')
    taken = {each.get("Id") for each in relationships}
    entry = etree.SubElement(relationships, f"{{{_NAMESPACE}}}Relationship")
    entry.set("Id", next(each for each in map("rId{}".format, count(1)) if each not in taken))
    entry.set("Type", relationship)
    entry.set("Target", posixpath.relpath(name, posixpath.dirname(main) or "."))
    yield where, relationships
    types = package.parse(_TYPES)
    override = etree.SubElement(types, f"{{{_TYPES_NAMESPACE}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", content_type)
    yield _TYPES, types


def rewritten(package: Package, parts: Mapping[str, etree._Element]) -> bytes:
    """The file with ``parts`` by their names, new ones at its end.

    Raises UnreadableFileError when a part that stays as it is cannot be read, or takes too long.
    """
    result = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(package.data)) as old,
            zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            _copy(old, new, parts, Clock(package.limits))
    except BROKEN as error:
        raise damaged() from error
    return result.getvalue()


def _copy(
    old: zipfile.ZipFile, new: zipfile.ZipFile, parts: Mapping[str, etree._Element], clock: Clock
) -> None:
    new.comment = old.comment
    left = {name.lower(): name for name in parts}
    infos = old.infolist()
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise damaged()
    for info in infos:
        entry = copy(info)
        entry.extra = b""  # it would speak of sizes and places in the old file
        name = left.pop(info.filename.lower(), None)
        if name is not None:
            new.writestr(entry, serialised(parts[name]))
            continue
        if info.flag_bits & ENCRYPTED:
            raise UnreadableFileError("encrypted")
        with old.open(info) as source, new.open(entry, "w") as target:
            while chunk := source.read(_CHUNK):
                target.write(chunk)
                clock.tick()
    for name in left.values():
        new.writestr(zipfile.ZipInfo(name, infos[0].date_time), serialised(parts[name]))


def serialised(root: etree._Element) -> bytes:
    """A part as the file holds it."""
    return _HEAD + etree.tostring(root.getroottree(), encoding="UTF-8")
