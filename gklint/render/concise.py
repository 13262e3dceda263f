"""``path:line:column: severity CODE message``, one line a diagnostic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gklint.linter import Report
from gklint.render.plain import printable
from gklint.ruleset import Rule


def concise(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All diagnostics of all reports."""
    return "".join(
        f"{printable(report.path or '-')}:{found.range.start.line}:{found.range.start.column}: "
        f"{found.severity} {found.code} {printable(found.message)}\n"
        for report in reports
        for found in report.diagnostics
        if found.range
    )
