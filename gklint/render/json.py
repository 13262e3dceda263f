"""``--format json``: the shape that the contract gives, keys in its order.

Whether a person reads it decides on blanks: on a terminal every value has its line, elsewhere every
file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gklint.render.nested import compact, indented, nested
from gklint.render.rendering import Ending, Renderer
from gklint.version import VERSION
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Accepted, Diagnostic, Fix, Related
    from gklint.findings.report import Report
    from gklint.model.outcomes import CellName, Suspect
    from gklint.text.recognition import Seen
    from gklint.text.source import Place, Range, Source
    from gklint.text.values import Number

_TOOL = {"name": "gklint", "version": VERSION}


class Json(Renderer):
    """The whole run as one JSON document."""

    joint = ","

    def begin(self) -> str:
        if self.shared.compact:
            return f'{{"version":1,"tool":{compact(_TOOL)},"files":['
        return f'{{\n "version": 1,\n "tool": {indented(_TOOL, 1)},\n "files": ['

    def piece(self, report: Report) -> str:
        if self.shared.compact:
            return f"\n{compact(_file(report))}"
        return nested(_file(report), 2)

    def end(self, ending: Ending) -> str:
        other = say(self.lang, "render.other")
        summary = ending.totals.summary()
        not_checked = [{"path": path, "reason": other} for path in ending.others]
        if self.shared.compact:
            closed = "\n]" if ending.filled[0] else "]"
            return f'{closed},"summary":{compact(summary)},"not_checked":{compact(not_checked)}}}\n'
        closed = "\n ]" if ending.filled[0] else "]"
        return (
            f'{closed},\n "summary": {indented(summary, 1)},'
            f'\n "not_checked": {indented(not_checked, 1)}\n}}\n'
        )


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
        "diagnostics": [diagnostic(found, report.source) for found in report.diagnostics],
        "accepted": [_accepted(each, report.source) for each in report.accepted],
    }


def diagnostic(found: Diagnostic, source: Source) -> dict[str, Any]:
    """A finding; ``source``: what it is found in."""
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
        **(recognised(seen_of(found, source)) if source.recognition else {}),
    }


def seen_of(found: Diagnostic, source: Source) -> Seen | None:
    """What is known of the number that a finding is about, if it was read from a picture."""
    if source.recognition is None or found.span is None or found.cell is None:
        return None
    seen = source.recognition.at(found.span.start)
    return seen if seen and found.cell.column and seen.readings else None


def recognised(seen: Seen | None) -> dict[str, Any]:
    """How sure a number is that was read from a picture, and where it stands; nothing of others."""
    if seen is None or seen.state is None:
        return {}
    told: dict[str, Any] = {"recognition": seen.state.value}
    if seen.state.value == "by_sums":
        told["instead_of"] = seen.instead_of
    elif seen.state.value == "uncertain":
        told["readings"] = [each.text for each in seen.readings]
    page, *box = seen.crop
    return {**told, "crop": {"page": page, "box": box}}


def _accepted(each: Accepted, source: Source) -> dict[str, Any]:
    """A finding with the authority on which it does not count."""
    by, reason, until = each.acceptance
    day = until.isoformat() if until else None
    return {
        **diagnostic(each.diagnostic, source),
        "accepted": {"by": by, "reason": reason, "until": day},
    }


def _fix(found: Fix | None, source: Source) -> dict[str, Any] | None:
    """Whether it is safe, and the texts that replace others."""
    if found is None:
        return None
    from gklint.render.edits import edits

    changes = [{"range": _range(there), "text": new} for there, new in edits(found, source)]
    return {"safe": found.safe, "edits": changes}


def _range(found: Range | None) -> dict[str, Any] | None:
    if found is None:
        return None
    (line, column), (end_line, end_column) = found
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }


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
        "path": related.path,
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
    return value if isinstance(value, int) else float(value)
