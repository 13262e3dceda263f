"""XML parts of documents, as they may be parsed: without a document type, in UTF-8."""

from __future__ import annotations

from gklint.errors import UnreadableFileError

ENCODING = "utf-8"
"""To be told to a parser, whatever a part declares: what was searched is what is parsed."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def declared(data: bytes, kind: str) -> bytes:
    """The bytes of a part of a document of that kind in UTF-8.

    Raises UnreadableFileError: ``damaged``, ``entities`` for a document type.
    """
    if data.startswith(_UTF_16):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise UnreadableFileError("damaged", kind=kind) from error
    if b"<!DOCTYPE" in data:
        raise UnreadableFileError("entities")
    return data
