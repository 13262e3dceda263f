"""Reports made by hand, for what renderers make of any path, place and message."""

from __future__ import annotations

from datetime import date

from gklint.findings.diagnostics import Acceptance, Accepted, Diagnostic, Related
from gklint.findings.report import Report
from gklint.ruleset.severity import Severity
from gklint.text.source import Place, Position, Range, Source, Span

HERE = Range(Position(62, 1), Position(62, 5))
CELL = Place(table=2, row=5, cell=4)
WHY = Acceptance("comment", "经上级同意保留", date(2025, 6, 30))

HOSTILE = (
    "100%,a:b;c=d",
    "a\r\n::error::b\n",
    "]]><b a='1' c=\"2\">&amp;</b>",
    "a\x00\x08\x1b[31m\x7f\x9bb",
    "\ufffe\uffff",
    "\udcff",
    "\u202e\u2028",
    "{0}{{1}}",
    "[甲](1)|`乙`_丙_",
    "𠮷\\年报",
)


def finding(
    message: str = "没有。",
    place: Range | Place | None = HERE,
    severity: Severity = Severity.ERROR,
    code: str = "GK501",
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding of GK501 (or what ``code`` says) at a place of either kind."""
    return Diagnostic(
        code=code,
        name="contact-missing",
        severity=severity,
        message=message,
        span=Span(0, 0),
        range=place if isinstance(place, Range) else None,
        place=place if isinstance(place, Place) else None,
        cell=None,
        related=related,
        suspects=(),
        basis="依据",
        fingerprint="0123456789abcdef",
    )


def report(path: str | None, *found: Diagnostic) -> Report:
    """A report of a file with these findings."""
    return Report(path, Source("", path), "2021", None, 2023, found)


def accepting(
    *accepted: Accepted, path: str = "a.txt", found: bool = True, compared: bool = False
) -> Report:
    """A report with accepted findings, beside one that counts."""
    counted = [finding("有误。")] if found else []
    return report(path, *counted)._replace(accepted=accepted, compared=compared)
