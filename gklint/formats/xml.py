"""XML parts of documents, parsed safely.

No part may declare a document type, and nothing is ever loaded from outside of it.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from gklint.errors import UnreadableFileError
from gklint.formats.limits import Limits

SAFELY: dict[str, Any] = {
    "encoding": "utf-8",  # whatever a part declares: what was searched is what is parsed
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": True,
}
"""Options of lxml's parsers, for what ``declared`` gives."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TOO_DEEP = "depth"  # in libxml2's message, which has no code of its own


def root_of(data: bytes, kind: str, limits: Limits) -> etree._Element:
    """The root element of a part of a document of that kind.

    Raises UnreadableFileError: ``damaged``, ``entities`` for a document type, ``over-depth``.
    """
    try:
        return etree.fromstring(declared(data, kind), etree.XMLParser(**SAFELY))
    except etree.XMLSyntaxError as error:
        raise broken(error, kind, limits) from error


def declared(data: bytes, kind: str) -> bytes:
    """The bytes of a part in UTF-8, without a document type.  Raises as ``root_of`` does."""
    if data.startswith(_UTF_16):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise UnreadableFileError("damaged", kind=kind) from error
    if b"<!DOCTYPE" in data:
        raise UnreadableFileError("entities")
    return data


def broken(error: etree.XMLSyntaxError, kind: str, limits: Limits) -> UnreadableFileError:
    """The error for a part that could not be parsed."""
    if _TOO_DEEP in str(error):
        return UnreadableFileError("over-depth", limit=limits.depth)
    return UnreadableFileError("damaged", kind=kind)
