"""What checks of the running text ask of its statements, and say of the cells beside them."""

from __future__ import annotations

from gklint.model.document import Address, Document
from gklint.model.outcomes import Note
from gklint.model.statements import Where
from gklint.text.source import Span


def printed(document: Document, where: Where) -> str:
    """What is printed there, without blanks and line breaks."""
    return "".join(document.source.text[slice(*where.span)].split())


def of_this_year(document: Document, where: Where) -> bool:
    """Whether no other year is named."""
    return where.year is None or where.year == document.year


def cell_note(span: Span, address: Address, value: object) -> Note:
    """The cell that a statement is held against."""
    return Note("messages.cell-note", span, address, {"value": value})
