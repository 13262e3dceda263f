"""``--format lsp``: one ``PublishDiagnosticsParams`` a file (LSP 3.17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gklint.diagnostics import Diagnostic, Fix
from gklint.linter import Report
from gklint.render.json import cell, dump, place
from gklint.render.plain import told
from gklint.resources import rule_page
from gklint.ruleset import Rule
from gklint.source import Position, Range, Source


def lsp(reports: Sequence[Report], rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All reports, those without findings with an empty list.

    Where a file has no lines, the range is its beginning and the message names the place.
    """
    return dump([_params(report, lang) for report in reports])


def _params(report: Report, lang: str) -> dict[str, Any]:
    uri = _uri(report.path)
    return {
        "uri": uri,
        "diagnostics": [
            _diagnostic(found, report.source.file, uri, lang) for found in report.diagnostics
        ],
    }


def _uri(path: str | None) -> str:
    return Path(path).absolute().as_uri() if path and path != "-" else "untitled:stdin"


def _diagnostic(found: Diagnostic, source: Source, uri: str, lang: str) -> dict[str, Any]:
    return {
        "range": _range(found.range, source),
        "severity": found.severity.rank,
        "code": found.code,
        "codeDescription": {"href": rule_page(found.code)},
        "source": "gklint",
        "message": told(found, lang),
        "relatedInformation": [
            {
                "location": {"uri": uri, "range": _range(related.range, source)},
                "message": told(related, lang),
            }
            for related in found.related
        ],
        "data": {
            "fingerprint": found.fingerprint,
            "cell": cell(found.cell),
            "place": place(found.place),
            "fix": _fix(found.fix, source),
        },
    }


def _fix(found: Fix | None, source: Source) -> dict[str, Any] | None:
    """Whether it is safe, and its text edits as the protocol has them."""
    if found is None:
        return None
    edits = [{"range": _range(edit.range, source), "newText": edit.new} for edit in found.edits]
    return {"safe": found.safe, "edits": edits}


def _range(found: Range | None, source: Source) -> dict[str, Any]:
    start, end = found or Range(Position(1, 1), Position(1, 1))
    return {"start": _position(start, source), "end": _position(end, source)}


def _position(position: Position, source: Source) -> dict[str, int]:
    line, character = source.utf16(position)
    return {"line": line, "character": character}
