"""``--format json``: the shape that the contract gives, keys in its order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gklint.findings.diagnostics import Accepted, Diagnostic, Fix, Related
from gklint.findings.report import Report, Results
from gklint.model.outcomes import CellName, Suspect
from gklint.render.totals import totals
from gklint.ruleset.rules import Rule
from gklint.text.source import Place, Range, Source
from gklint.text.values import Number
from gklint.version import VERSION
from gklint.words import say


def json_document(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """The whole run as one JSON document."""
    other = say(lang, "render.other")
    document = {
        "version": 1,
        "tool": {"name": "gklint", "version": VERSION},
        "files": [_file(report) for report in results.reports],
        "summary": totals(results).summary(),
        "not_checked": [{"path": path, "reason": other} for path in results.others],
    }
    return dump(document)


def dump(value: Any) -> str:
    """JSON with Chinese as it is; lone surrogates are escaped so that it stays valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=1)
    return text + "\n"


def _file(report: Report) -> dict[str, Any]:
    tally = report.checks
    return {
        "path": report.path,
        "format": report.format,
        "agency": report.agency,
        "year": report.year,
        "checks": tally._asdict(),
        "undecided": [
            {"code": found.code, "reason": found.reason, "cell": cell(found.cell)}
            for found in report.undecided
        ],
        "diagnostics": [_diagnostic(found, report.source) for found in report.diagnostics],
        "accepted": [_accepted(each, report.source) for each in report.accepted],
    }


def _diagnostic(found: Diagnostic, source: Source) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "severity": str(found.severity),
        "message": found.message,
        "range": _range(found.range),
        "place": place(found.place),
        "cell": cell(found.cell),
        "related": [_related(related) for related in found.related],
        "suspects": [suspect(each) for each in found.suspects],
        "fix": _fix(found.fix, source),
        "basis": found.basis,
        "fingerprint": found.fingerprint,
    }


def _accepted(each: Accepted, source: Source) -> dict[str, Any]:
    """A finding with the authority on which it does not count."""
    by, reason, until = each.acceptance
    day = until.isoformat() if until else None
    return {
        **_diagnostic(each.diagnostic, source),
        "accepted": {"by": by, "reason": reason, "until": day},
    }


def _fix(found: Fix | None, source: Source) -> dict[str, Any] | None:
    """Whether it is safe, and the texts that replace others."""
    if found is None:
        return None
    ranges = [source.file.whole_range(edit.span) for edit in found.edits]
    edits = [
        {"range": _range(place), "text": edit.new}
        for place, edit in zip(ranges, found.edits, strict=True)
    ]
    return {"safe": found.safe, "edits": edits}


def _range(found: Range | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"start": found.start._asdict(), "end": found.end._asdict()}


def place(found: Place | None) -> dict[str, int | str] | None:
    """A place as counted, by what applies to it."""
    if found is None:
        return None
    return {key: value for key, value in found._asdict().items() if value is not None}


def cell(name: CellName | None) -> dict[str, Any] | None:
    """A cell by its names."""
    return name._asdict() if name else None


def _related(related: Related) -> dict[str, Any]:
    return {
        "message": related.message,
        "range": _range(related.range),
        "place": place(related.place),
        "cell": cell(related.cell),
    }


def suspect(found: Suspect) -> dict[str, Any]:
    """A suspected cell with its number and the one that would repair the sums."""
    return {
        "cell": cell(found.cell),
        "actual": number(found.actual),
        "expected": number(found.expected),
    }


def number(value: Number) -> int | float:
    """A number as JSON knows it."""
    return float(value) if isinstance(value, Decimal) else value
