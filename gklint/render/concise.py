"""``path:line:column: severity CODE message``, one line a diagnostic; or the place in words."""

from __future__ import annotations

from collections.abc import Mapping

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Results
from gklint.render.printable import place_words, printable, told
from gklint.ruleset.rules import Rule
from gklint.words import say


def concise(results: Results, rules: Mapping[str, Rule], lang: str) -> str:  # noqa: ARG001
    """All diagnostics of all reports, then the files that were not checked."""
    lines = "".join(
        f"{printable(report.path or '-')}:{_place(found, lang)} "
        f"{found.severity} {found.code} {_said(found, lang)}\n"
        for report in results.reports
        for found in report.diagnostics
    )
    other = say(lang, "render.other")
    return lines + "".join(f"{printable(path)}: {other}\n" for path in results.others)


def _place(found: Diagnostic, lang: str) -> str:
    if found.range:
        return f"{found.range.start.line}:{found.range.start.column}:"
    return f"{place_words(found.place, lang)}:" if found.place else ""


def _said(found: Diagnostic, lang: str) -> str:
    """The message, with the place before it where the line tells little."""
    return told(found, lang) if found.range else printable(found.message)
