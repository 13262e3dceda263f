"""What checks of the running text ask of its statements."""

from __future__ import annotations

from gklint.model.document import Document
from gklint.model.statements import Count, Where


def of_new(count: Count) -> bool:
    """Whether all the new requests are counted."""
    return count.about == "new" and count.column is None


def printed(document: Document, where: Where) -> str:
    """What is printed there, without blanks and line breaks."""
    return "".join(document.source.text[slice(*where.span)].split())


def of_this_year(document: Document, where: Where) -> bool:
    """Whether no other year is named."""
    return where.year is None or where.year == document.year
