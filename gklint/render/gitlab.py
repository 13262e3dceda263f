"""``--format gitlab``: a report for GitLab's code quality widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Results
from gklint.render.ci import shown
from gklint.render.json import dump
from gklint.render.printable import told
from gklint.ruleset.rules import Rule
from gklint.ruleset.severity import Severity

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All diagnostics but what is accepted; where there are no lines, GitLab gets line 1."""
    seen: Counter[str] = Counter()
    return dump(
        [
            _issue(report.path, found, seen, lang)
            for report in results.reports
            for found in report.diagnostics
        ]
    )


def _issue(path: str | None, found: Diagnostic, seen: Counter[str], lang: str) -> dict[str, Any]:
    return {
        "description": told(found, lang),
        "check_name": found.code,
        "fingerprint": _unique(found.fingerprint, seen),
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": shown(path),
            "lines": {"begin": found.range.start.line if found.range else 1},
        },
    }


def _unique(fingerprint: str, seen: Counter[str]) -> str:
    """GitLab drops what comes twice: the same file may be named twice, as ``a`` and ``b/../a``."""
    seen[fingerprint] += 1
    return fingerprint if seen[fingerprint] == 1 else f"{fingerprint}-{seen[fingerprint]}"
