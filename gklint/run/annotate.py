"""Findings as comments in a copy of a Word file, each at the very cell, number or sentence."""

from __future__ import annotations

from datetime import datetime

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.formats.docx.commenting import Comment, Commented, commented
from gklint.formats.limits import Limits
from gklint.render.printable import basis_of, printable, severity_word
from gklint.text.source import Places, Span
from gklint.words import say


def annotate(
    data: bytes, report: Report, limits: Limits, lang: str, written: datetime
) -> Commented:
    """Write the findings of ``report``, which is that of ``data``, as comments into a Word file.

    Raises UnreadableFileError.
    """
    comments = [Comment(each.span or Span(0, 0), _texts(each, lang)) for each in report.diagnostics]
    where = report.source.where
    starts = where.starts if isinstance(where, Places) else None
    return commented(data, comments, limits, written, starts)


def _texts(found: Diagnostic, lang: str) -> list[str]:
    """What a comment says: what is wrong and what would be right, and on whose authority."""
    severity = severity_word(found.severity, lang)
    args = {"severity": severity, "code": found.code, "message": printable(found.message)}
    return [say(lang, "render.comment", **args), basis_of(found, lang)]
