"""``--format sarif``: one run in SARIF 2.1.0, as GitHub code scanning and editors read it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from gklint.findings.diagnostics import Acceptance, Diagnostic, Fix, Related
from gklint.findings.report import CRASHED, UNREADABLE, Report, Results
from gklint.render.ci import local, reason_of
from gklint.render.json import cell, dump, place, suspect
from gklint.render.printable import printable, told
from gklint.render.sarif_rules import LEVELS, driver, message
from gklint.ruleset.rules import Rule
from gklint.text.source import Place, Range
from gklint.words import say

_ROOT = "%SRCROOT%"
_KINDS = {"comment": "inSource", "file": "external"}


def sarif(results: Results, rules: Mapping[str, Rule], lang: str) -> str:
    """The whole run.

    Paths are relative to the working folder, for GitHub the root of the repository, and do not
    tell where that is; only a file elsewhere has its absolute URI.
    """
    reports = results.reports
    files = {report.path: local(report.path) for report in reports}
    uris = {found: index for index, found in enumerate(dict.fromkeys(map(uri, files.values())))}
    artifacts = {path: _artifact(file, uris) for path, file in files.items()}
    compared = any(report.compared for report in reports)
    numbers = {code: index for index, code in enumerate(rules)}
    writer = _Writer(lang, numbers, artifacts, compared)
    run = {
        "tool": {"driver": driver(rules, lang)},
        "language": say(lang, "tag"),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": say(lang, "render.sarif-root")}}},
        "invocations": [writer.invocation(results)],
        "artifacts": [
            {"location": {"uri": found, **_base(found)}, "roles": ["analysisTarget"]}
            for found in uris
        ],
        "results": [result for report in reports for result in writer.results(report)],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def uri(path: PurePath | None) -> str:
    """A path as a URI, relative if it is, by the bytes of its name; None is standard input."""
    from urllib.parse import quote

    if path is None:
        return "untitled:stdin"
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _artifact(file: Path | None, uris: Mapping[str, int]) -> dict[str, Any]:
    found = uri(file)
    return {"uri": found, **_base(found), "index": uris[found]}


def _base(found: str) -> dict[str, str]:
    """From where a URI is relative; only absolute ones have a colon."""
    return {} if ":" in found else {"uriBaseId": _ROOT}


# -- what was found --------------------------------------------------------------------------


@dataclass(frozen=True)
class _Writer:
    """``rules``: where in the run each code is described; ``artifacts``: each path's location.

    ``compared``: whether there was a baseline for any of the files.
    """

    lang: str
    rules: Mapping[str, int]
    artifacts: Mapping[str | None, Mapping[str, Any]]
    compared: bool

    def results(self, report: Report) -> Iterator[dict[str, Any]]:
        """What counts, then what is accepted."""
        for found in report.diagnostics:
            yield self.result(report, found, None)
        for each in report.accepted:
            yield self.result(report, each.diagnostic, each.acceptance)

    def result(
        self, report: Report, found: Diagnostic, acceptance: Acceptance | None
    ) -> dict[str, Any]:
        related = [
            {"id": count, **self.location(report.path, note, told(note, self.lang))}
            for count, note in enumerate(found.related, 1)
        ]
        return {
            "ruleId": found.code,
            "ruleIndex": self.rules[found.code],
            "level": LEVELS[found.severity],
            "message": message(told(found, self.lang)),
            "locations": [self.location(report.path, found)],
            **({"relatedLocations": related} if related else {}),
            **({"fixes": [self.fix(report, found.fix)]} if found.fix else {}),
            **self.state(acceptance),
            "partialFingerprints": _fingerprints(found),
            "properties": _properties(found),
        }

    def state(self, acceptance: Acceptance | None) -> dict[str, Any]:
        """Whether it is accepted, and whether a baseline has it; if one result says so, all do."""
        by = acceptance.by if acceptance else None
        suppressions = [self.suppression(acceptance)] if acceptance and by in _KINDS else []
        baseline = {"baselineState": "unchanged" if by == "baseline" else "new"}
        return {"suppressions": suppressions, **(baseline if self.compared else {})}

    def suppression(self, acceptance: Acceptance) -> dict[str, str]:
        return {
            "kind": _KINDS[acceptance.by],
            "status": "accepted",
            "justification": reason_of(acceptance, self.lang),
        }

    def fix(self, report: Report, fix: Fix) -> dict[str, Any]:
        replacements = [
            {
                "deletedRegion": _region(report.source.file.whole_range(edit.span)),
                "insertedContent": {"text": edit.new},
            }
            for edit in fix.edits
        ]
        change = {"artifactLocation": self.artifacts[report.path], "replacements": replacements}
        said = say(self.lang, "render.sarif-safe" if fix.safe else "render.sarif-unsafe")
        return {"description": message(said), "artifactChanges": [change]}

    def invocation(self, results: Results) -> dict[str, Any]:
        """Whether all was checked; SARIF calls a run failed if a report was not."""
        failures = [
            {
                "descriptor": {"id": found.code},
                "associatedRule": {"id": found.code, "index": self.rules[found.code]},
                "level": "error",
                "message": message(printable(found.message)),
                "locations": [self.location(report.path, found)],
            }
            for report in results.reports
            for found in report.diagnostics
            if found.code in (UNREADABLE, CRASHED)
        ]
        return {
            "executionSuccessful": not failures,
            "toolExecutionNotifications": [*failures, *map(self.other, results.others)],
        }

    def other(self, path: str) -> dict[str, Any]:
        """That a file was not checked because nothing can read its kind."""
        found = uri(local(path))
        return {
            "level": "note",
            "message": message(say(self.lang, "render.other")),
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": found, **_base(found)}}}
            ],
        }

    def location(
        self, path: str | None, found: Diagnostic | Related, said: str = ""
    ) -> dict[str, Any]:
        """A place in a file, as a region or, where there are no lines, by its name."""
        physical: dict[str, Any] = {"artifactLocation": self.artifacts[path]}
        if found.range:
            physical["region"] = _region(found.range)
        location: dict[str, Any] = {"physicalLocation": physical}
        if found.place:
            location["logicalLocations"] = [_logical(found.place)]
        if said:
            location["message"] = message(said)
        if found.place:
            location["properties"] = {"place": place(found.place)}
        return location


def _region(found: Range) -> dict[str, int]:
    (line, column), (end_line, end_column) = found
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _logical(found: Place) -> dict[str, str]:
    """``table 2/row 5/cell 4``, the same in every language."""
    counted = found._replace(words=None)._asdict()
    steps = [(kind, count) for kind, count in counted.items() if count is not None]
    name = "/".join(f"{kind} {count}" for kind, count in steps)
    return {"name": name, "fullyQualifiedName": name, "kind": steps[-1][0]}


def _fingerprints(found: Diagnostic) -> dict[str, str]:
    """By what findings are followed from run to run.

    GitHub knows only its own hash, of the line; its action computes that, but in a file without
    lines from the first bytes, so that all findings of a rule there would pass for one.
    """
    own = {"gklint/v1": found.fingerprint}
    return own if found.range else {**own, "primaryLocationLineHash": found.fingerprint}


def _properties(found: Diagnostic) -> dict[str, Any]:
    suspects = [suspect(each) for each in found.suspects]
    properties = {"cell": cell(found.cell), "suspects": suspects, "basis": printable(found.basis)}
    return {key: value for key, value in properties.items() if value}
