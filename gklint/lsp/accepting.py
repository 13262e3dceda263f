"""The comment that accepts a finding: as an action puts it in, and until it has a reason."""

from __future__ import annotations

from gklint.accept.judging import INVALID
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.text.source import Source
from gklint.words import say


def comment(lang: str, code: str) -> str:
    """The comment that accepts a code; its reason is for the author to write."""
    return say(lang, "lsp.accept-comment", code=code)


def patient(report: Report, linter: Linter, saved: str) -> Report:
    """The report without what is said of such comments that are not ``saved`` yet.

    They wait for their reason: that they have none is no fault before the author is done.
    """
    if not any(each.code == INVALID for each in report.diagnostics):
        return report
    blank = tuple(comment(linter.speaker.lang, code) for code in linter.rules.rules)
    file = report.source.file
    found = (each for each in report.diagnostics if not _waits(each, file, blank, saved))
    return report._replace(diagnostics=tuple(found))


def _waits(found: Diagnostic, file: Source, blank: tuple[str, ...], saved: str) -> bool:
    if found.code != INVALID or found.range is None:
        return False
    line, column = found.range.start
    whole = file.text[slice(*file.line_span(line))]
    return whole.startswith(blank, column - 1) and whole not in saved
