"""What is extracted of a file: the facts of its report, or why there are none."""

from __future__ import annotations

from dataclasses import replace

from gklint.findings.report import Report
from gklint.form.form import Form
from gklint.model.facts import Error, Facts
from gklint.parse.facts import facts_of


def facts(report: Report, form: Form) -> Facts:
    """The facts of a report, which must still have its model (``Report.slim`` takes it away)."""
    document = report.document
    covered = document is not None and document.version is not None
    first = next(iter(report.diagnostics), None)
    error = Error(first.code, first.message) if first and not covered else None
    if document is None:
        return Facts(report.path, report.format, report.agency, report.year, error)
    return replace(facts_of(document, form), path=report.path, error=error)
