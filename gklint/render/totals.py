"""What a run has come to: the numbers that close it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gklint.ruleset.severity import Severity

if TYPE_CHECKING:
    from gklint.findings.counting import Counts


class Totals:
    """What a run has come to so far: files, findings by severity, and those that do not count.

    silent: files of which nothing is said.  accepted: with a reason.  known: in the baseline.
    failing, unread: findings, as in ``Counts``.  others: files of no kind to read.
    """

    def __init__(self, others: int = 0) -> None:
        self.files = self.silent = self.accepted = self.known = self.failing = self.unread = 0
        self.others = others
        self.found: Counter[Severity] = Counter()

    def add(self, counts: Counts) -> None:
        """Count one more report."""
        self.files += 1
        self.silent += not (counts.found or counts.accepted or counts.known)
        self.accepted += counts.accepted
        self.known += counts.known
        self.failing += counts.failing
        self.unread += counts.unread
        for _, severity, number in counts.found:
            self.found[severity] += number

    def summary(self) -> dict[str, int]:
        """Files, error, warning, info."""
        return {"files": self.files, **{str(level): self.found[level] for level in Severity}}
