"""The results of one report, as SARIF has them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from gklint.findings.codes import NOT_CHECKED
from gklint.findings.diagnostics import Related
from gklint.render.ci import local, reason_of
from gklint.render.edits import edits
from gklint.render.json import cell, place, suspect
from gklint.render.printable import printable, told
from gklint.render.sarif_rules import LEVELS, message
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Acceptance, Diagnostic, Fix
    from gklint.findings.report import Report
    from gklint.text.source import Place, Range

ROOT = "%SRCROOT%"
_KINDS = {"comment": "inSource", "file": "external"}


def uri(path: PurePath | None) -> str:
    """A path as a URI, relative if it is, by the bytes of its name; None is standard input."""
    from urllib.parse import quote

    if path is None:
        return "untitled:stdin"
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def address(path: str | None) -> dict[str, str]:
    """Where a file is, from the working folder if it lies there; only other URIs have a colon."""
    found = uri(local(path))
    return {"uri": found, **({} if ":" in found else {"uriBaseId": ROOT})}


@dataclass(frozen=True)
class Results:
    """``numbers``: where in the run each code is described; ``artifact``: where the file is.

    ``compared``: whether there was a baseline for any file of the run.
    """

    report: Report
    lang: str
    numbers: Mapping[str, int]
    artifact: Mapping[str, Any]
    compared: bool

    def results(self) -> Iterator[dict[str, Any]]:
        """What counts, then what is accepted."""
        for found in self.report.diagnostics:
            yield self.result(found, None)
        for each in self.report.accepted:
            yield self.result(each.diagnostic, each.acceptance)

    def failures(self) -> Iterator[dict[str, Any]]:
        """That the file, or a rule, could not be run."""
        for found in self.report.diagnostics:
            if found.code in NOT_CHECKED:
                yield {
                    "descriptor": {"id": found.code},
                    "associatedRule": {"id": found.code, "index": self.numbers[found.code]},
                    "level": "error",
                    "message": message(printable(found.message)),
                    "locations": [self.location(found)],
                }

    def result(self, found: Diagnostic, acceptance: Acceptance | None) -> dict[str, Any]:
        related = [
            {"id": count, **self.location(note, told(note, self.lang))}
            for count, note in enumerate(found.related, 1)
        ]
        return {
            "ruleId": found.code,
            "ruleIndex": self.numbers[found.code],
            "level": LEVELS[found.severity],
            "message": message(told(found, self.lang)),
            "locations": [self.location(found)],
            **({"relatedLocations": related} if related else {}),
            **({"fixes": [self.fix(found.fix)]} if found.fix else {}),
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

    def fix(self, fix: Fix) -> dict[str, Any]:
        replacements = [
            {"deletedRegion": _region(there), "insertedContent": {"text": new}}
            for there, new in edits(fix, self.report.source)
        ]
        change = {"artifactLocation": self.artifact, "replacements": replacements}
        said = say(self.lang, "render.sarif-safe" if fix.safe else "render.sarif-unsafe")
        return {"description": message(said), "artifactChanges": [change]}

    def location(self, found: Diagnostic | Related, said: str = "") -> dict[str, Any]:
        """A place in a file, as a region or, where there are no lines, by its name."""
        other = found.path if isinstance(found, Related) else None
        physical: dict[str, Any] = {"artifactLocation": address(other) if other else self.artifact}
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
