"""``--format gitlab``: a report for GitLab's code quality widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gklint.render.ci import shown
from gklint.render.nested import JsonList, nested
from gklint.render.printable import told
from gklint.ruleset.severity import Severity

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic
    from gklint.findings.report import Report
    from gklint.render.rendering import Known

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class Gitlab(JsonList):
    """All diagnostics but what is accepted; where there are no lines, GitLab gets line 1."""

    numbers_names = True

    def pieces(self, report: Report, known: Known) -> Sequence[str]:
        seen: Counter[str] = Counter()
        issues = []
        for found in report.diagnostics:
            seen[found.fingerprint] += 1
            number = known.again + seen[found.fingerprint]
            issues.append(nested(_issue(report.path, found, number, self.lang), 1))
        return (self.joint.join(issues),)


def _issue(path: str | None, found: Diagnostic, number: int, lang: str) -> dict[str, Any]:
    """GitLab drops what comes twice: the same file may be named twice, as ``a`` and ``b/../a``."""
    return {
        "description": told(found, lang),
        "check_name": found.code,
        "fingerprint": found.fingerprint if number == 1 else f"{found.fingerprint}-{number}",
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": shown(path),
            "lines": {"begin": found.range.start.line if found.range else 1},
        },
    }
