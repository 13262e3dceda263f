"""Which section of the form a finding is about."""

from __future__ import annotations

from gklint.findings.diagnostics import Diagnostic
from gklint.form.structure import Structure
from gklint.model.document import Document


def section_of(
    found: Diagnostic, structure: Structure, document: Document | None = None
) -> str | None:
    """The section of its address, else that in which it stands; None above the first."""
    part = found.part.lower()
    if part in structure.tables:
        return structure.tables[part]
    if part in structure.sections:
        return part
    return document.section_at(found.span.start) if document and found.span else None
