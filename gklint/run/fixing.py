"""Fixes applied to the text of a file, so that nothing gets worse by it.

A fix is taken only if the text there is still what was matched.  What it leads to is checked: a
fix that leads to a new finding, or after which a number is read otherwise, is refused.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.ruleset.severity import Severity
from gklint.text.source import Source, Span

_MOST_ROUNDS = 10
_MOST_TRIES = 64  # checks in one round

Read = Callable[[str], Source | None]
"""Makes a source of the changed text of a file; None if the file cannot hold such a text."""


class Fixed(NamedTuple):
    """What came of it: the file's text, its report, what was mended, what was refused."""

    text: str
    report: Report
    applied: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def fix(linter: Linter, report: Report, read: Read, *, unsafe: bool) -> Fixed:
    """Apply all fixes of a report that are safe, or ``unsafe`` ones too.

    What is refused is tried again once others are applied, until none of them can be: a second
    call finds nothing to do.
    """
    done = Fixed(report.source.file.text, report)
    for _ in range(_MOST_ROUNDS):
        refused = {each.fingerprint for each in done.refused}
        left = [
            each for each in fixable(done.report, unsafe=unsafe) if each.fingerprint not in refused
        ]
        if not left:
            break
        done = _round(linter, read, done, without_overlaps(left))
    return done


def fixable(report: Report, *, unsafe: bool) -> list[Diagnostic]:
    """The findings with a fix that is safe, or any fix."""
    return [each for each in report.diagnostics if each.fix and (each.fix.safe or unsafe)]


def without_overlaps(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those whose edits touch no edit of one before."""
    kept: list[Diagnostic] = []
    taken: list[Span] = []  # sorted
    for each in found:
        spans = [edit.span for edit in each.fix.edits] if each.fix else []
        if not any(_touches(span, taken) for span in spans):
            kept.append(each)
            for span in spans:
                insort(taken, span)
    return kept


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Whether it touches one of these, which are sorted and apart from each other."""
    at = bisect_left(taken, span)
    neighbours = taken[max(at - 1, 0) : at + 1]
    return any(other.start <= span.end and span.start <= other.end for other in neighbours)


def apply(text: str, found: Iterable[Diagnostic]) -> str | None:
    """The text with all edits made; None if what they replace is not there any more."""
    parts = []
    end = 0
    for span, old, new in sorted(edit for each in found if each.fix for edit in each.fix.edits):
        if span.start < end or text[slice(*span)] != old:
            return None
        parts += [text[end : span.start], new]
        end = span.end
    return "".join((*parts, text[end:]))


def _round(linter: Linter, read: Read, done: Fixed, wanted: Sequence[Diagnostic]) -> Fixed:
    """Try all at once; if that does harm, find by halving what does, and apply the others.

    Where that takes too many checks, all are refused.
    """
    kept: list[Diagnostic] = []
    refused: list[Diagnostic] = []
    waiting = [wanted]
    after = done
    for _ in range(_MOST_TRIES):
        group = waiting.pop()
        if tried := _tried(linter, read, done, [*kept, *group]):
            after, kept = tried, [*kept, *group]
        elif len(group) == 1:
            refused += group
        else:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
        if not waiting:
            # After a change, what was refused may do no harm any more.
            return after if kept else done._replace(refused=(*done.refused, *refused))
    return done._replace(refused=(*done.refused, *wanted))


def _tried(linter: Linter, read: Read, done: Fixed, wanted: Sequence[Diagnostic]) -> Fixed | None:
    """With these fixes; None if one of them does harm."""
    text = apply(done.text, wanted)
    source = None if text is None or text == done.text else read(text)
    if text is None or source is None or source.file.text != text:
        return None
    report = linter.check(source)
    if _harms(done.report, report):
        return None
    return Fixed(text, report, (*done.applied, *wanted))


def _harms(before: Report, after: Report) -> bool:
    """Whether a rule finds more than before, or something is read otherwise or not at all."""
    # Not by fingerprint: what is left of a finding may stand elsewhere, or be called otherwise.
    # A remark that waited for a blank cell does no harm.
    waited = {each.code for each in before.undecided}
    found = Counter(
        each.code
        for each in after.diagnostics
        if each.severity is not Severity.INFO or each.code not in waited
    )
    known = Counter(each.code for each in before.diagnostics)
    return not (found <= known and _said(before) <= _said(after))


def _said(report: Report) -> Counter[object]:
    """Format, agency, year, sections, rows and all numbers: those of tables with their places."""
    said: Counter[object] = Counter(
        [("format", report.format), ("agency", report.agency), ("year", report.year)]
    )
    if report.document:
        said.update(("section", name) for name in report.document.sections)
        for name, table in report.document.tables.items():
            said.update((name, row) for row in table.rows)
            said.update((name, *cell, number) for cell, number in table.numbers.items())
        stated = report.document.statements
        said.update(("count", each.number) for each in stated.counts)
        said.update(("fee", each.charged, each.notified, each.notices) for each in stated.fees)
        said.update(("phone", each.number) for each in stated.phones)
    return said
