"""Fixes made as a user would: the replacements of a report's findings, in its file's text."""

from __future__ import annotations

from collections.abc import Iterable

import gklint
from gklint.findings.diagnostics import Fix, Replacement
from gklint.findings.report import Report
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.text.source import Source
from tests.support.sample import changed


def applied(report: Report, *codes: str) -> str:
    """The file's text after the fixes of all findings with these codes."""
    return replaced(report.source.file, fixes(report, *codes))


def fixes(report: Report, *codes: str) -> list[Fix]:
    """The fixes of the findings with these codes."""
    return [found.fix for found in report.diagnostics if found.fix and found.code in codes]


def replaced(file: Source, fixes: Iterable[Fix]) -> str:
    """The file's text after these fixes, without those that overlap an earlier one."""
    taken: list[Replacement] = []
    for fix in fixes:
        if not any(_overlap(new, old) for new in fix.edits for old in taken):
            taken += fix.edits
    text = file.text
    for edit in sorted(taken, reverse=True):
        assert edit.old == text[slice(*edit.span)]
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return text


def _overlap(one: Replacement, other: Replacement) -> bool:
    return one.span == other.span or max(one.span.start, other.span.start) < min(
        one.span.end, other.span.end
    )


def mended(text: str, *codes: str) -> str:
    """A text after the fixes of these codes, of which nothing is found any more."""
    new = applied(gklint.check(text), *codes)
    assert not {*codes} & {found.code for found in gklint.check(new).diagnostics}
    return new


def mend(old: str, new: str, code: str) -> str:
    """What stands in place of ``old``, when ``new`` did and was mended."""
    text = changed((old, new))
    before, after = changed((old, "\0")).split("\0")
    result = mended(text, code)
    assert result.startswith(before)
    assert result.endswith(after)
    return result[len(before) : len(result) - len(after)]


def unmended(old: str, new: str, code: str) -> None:
    """It is found, and nobody offers to mend it."""
    report = gklint.check(changed((old, new)))
    assert code in [found.code for found in report.diagnostics]
    assert [] == fixes(report, code)


def silent(old: str, new: str, code: str) -> None:
    """Nothing is found."""
    assert code not in [found.code for found in gklint.check(changed((old, new))).diagnostics]


def page(text: str) -> str:
    """A web page with a paragraph for each line."""
    return "".join(f"<p>{line}</p>\n" for line in text.split("\n"))


def check_page(html: str) -> Report:
    """What is found in a web page."""
    return Linter(load_rules()).check(take(html.encode(), "a.html"))
