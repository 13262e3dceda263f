"""``--format lsp``: one ``PublishDiagnosticsParams`` a file (LSP 3.17).

Here alone a diagnostic takes the shape of the protocol; the language server uses it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gklint.files.shipped import rule_page
from gklint.render.edits import edits
from gklint.render.json import cell, place
from gklint.render.nested import JsonList, nested
from gklint.render.printable import told
from gklint.text.source import Position, Range, Source

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Diagnostic, Fix, Related
    from gklint.findings.report import Report

SOURCE = "gklint"
"""By which a client tells our diagnostics from those of others."""
UTF_16 = "utf-16"
# How columns are counted: by units of so many bytes of an encoding.
UNITS = {"utf-8": ("utf-8", 1), UTF_16: ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Lsp(JsonList):
    """All reports, those without findings with an empty list.

    Where a file has no lines, the range is its beginning and the message names the place.
    """

    def piece(self, report: Report) -> str:
        uri = file_uri(report.path)
        found = diagnostics(report, self.shared.rules, uri, self.lang)
        return nested({"uri": uri, "diagnostics": found}, 1)


def file_uri(path: str | None) -> str:
    """The URI of a file; of standard input one that no file has."""
    return Path(path).absolute().as_uri() if path and path != "-" else "untitled:stdin"


def diagnostics(
    report: Report, rules: Mapping[str, str], uri: str, lang: str, units: str = UTF_16
) -> list[dict[str, Any]]:
    """The diagnostics of a report as the protocol has them; ``units`` is a key of ``UNITS``.

    ``rules``: by code, the file of each.
    """
    shape = _Shape(report.source.file, rules, uri, lang, units)
    return [shape.diagnostic(found) for found in report.diagnostics]


def lsp_position(position: Position, source: Source, units: str) -> dict[str, int]:
    """A position in ``source`` as the protocol counts: both from 0, columns by ``units``."""
    encoding, size = UNITS[units]
    start = source.line_starts[position.line - 1]
    before = source.text[start : start + position.column - 1]
    character = len(before.encode(encoding, "surrogatepass")) // size
    return {"line": position.line - 1, "character": character}


@dataclass(frozen=True)
class _Shape:
    """Gives the shape of the protocol to the diagnostics of one file."""

    source: Source
    rules: Mapping[str, str]
    uri: str
    lang: str
    units: str

    def diagnostic(self, found: Diagnostic) -> dict[str, Any]:
        page = rule_page(found.code, self.rules[found.code])
        return {
            "range": self.range(found.range),
            "severity": found.severity.rank,
            "code": found.code,
            "codeDescription": {"href": page},
            "source": SOURCE,
            "message": told(found, self.lang),
            "relatedInformation": [
                {"location": self.location(related), "message": told(related, self.lang)}
                for related in found.related
            ],
            "data": {
                "fingerprint": found.fingerprint,
                "cell": cell(found.cell),
                "place": place(found.place),
                "fix": self.fix(found.fix),
            },
        }

    def location(self, related: Related) -> dict[str, Any]:
        """A place in the file, or in another."""
        if related.path is None:
            return {"uri": self.uri, "range": self.range(related.range)}
        first = related.range.start.line - 1 if related.range else 0
        there = Source("\n" * first + related.line)  # of which nobody looks at another line
        return {"uri": file_uri(related.path), "range": self.range(related.range, there)}

    def range(self, found: Range | None, source: Source | None = None) -> dict[str, Any]:
        """A range of the file, or of another; its beginning where there is none."""
        start, end = found or Range(Position(1, 1), Position(1, 1))
        ends = {"start": start, "end": end}
        source = source or self.source
        return {key: lsp_position(at, source, self.units) for key, at in ends.items()}

    def fix(self, found: Fix | None) -> dict[str, Any] | None:
        if found is None:
            return None
        changes = [
            {"range": self.range(there), "newText": new} for there, new in edits(found, self.source)
        ]
        return {"safe": found.safe, "edits": changes}
