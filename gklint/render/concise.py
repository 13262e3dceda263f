"""``path:line:column: severity CODE message``, one line a diagnostic; or the place in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.render.printable import place_words, printable
from gklint.ruleset.rules import Rule


def concise(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All diagnostics of all reports."""
    return "".join(
        f"{printable(report.path or '-')}:{_place(found, lang)} "
        f"{found.severity} {found.code} {printable(found.message)}\n"
        for report in reports
        for found in report.diagnostics
    )


def _place(found: Diagnostic, lang: str) -> str:
    if found.range:
        return f"{found.range.start.line}:{found.range.start.column}:"
    return f"{place_words(found.place, lang)}:" if found.place else ""
