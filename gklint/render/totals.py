"""What a run has come to: the numbers that close it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from gklint.findings.report import Report, Results
from gklint.ruleset.severity import Severity


@dataclass
class Totals:
    """What a run has come to so far: files, findings by severity, and those that do not count.

    accepted: with a reason.  known: in the baseline.  others: files of no kind to read.
    """

    files: int = 0
    accepted: int = 0
    known: int = 0
    others: int = 0
    found: Counter[Severity] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Count one more report."""
        self.files += 1
        known = sum(each.acceptance.by == "baseline" for each in report.accepted)
        self.known += known
        self.accepted += len(report.accepted) - known
        self.found.update(item.severity for item in report.diagnostics)

    def summary(self) -> dict[str, int]:
        """Files, error, warning, info."""
        return {"files": self.files, **{str(level): self.found[level] for level in Severity}}


def totals(results: Results) -> Totals:
    """The totals of a run."""
    result = Totals(others=len(results.others))
    for report in results.reports:
        result.add(report)
    return result
