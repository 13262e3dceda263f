"""What a run keeps of a report once it is written: numbers, and which entries it used."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from gklint.findings.codes import NOT_CHECKED

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Entry
    from gklint.findings.report import Report
    from gklint.ruleset.severity import Severity


class Counts(NamedTuple):
    """The findings of one report, counted.

    found: how many there are of each code, by severity.  accepted: with a reason.  known: in the
    baseline.  failing: those that fail the run.  unread: those that say that the file, or a rule,
    could not be run, and fail it whatever their severity.  covered: whether the rules were run.
    dated: whether they may be others on another day.  alone: whether no report of last year was
    found among those given.  used: the entries of accept files and
    baselines that accept something.
    """

    found: tuple[tuple[str, Severity, int], ...] = ()
    accepted: int = 0
    known: int = 0
    failing: int = 0
    unread: int = 0
    covered: bool = False
    dated: bool = False
    alone: bool = False
    used: tuple[Entry, ...] = ()


def counted(report: Report) -> Counts:
    """The findings of a report, counted."""
    found = Counter((each.code, each.severity) for each in report.diagnostics)
    known = sum(each.acceptance.by == "baseline" for each in report.accepted)
    unread = [each for each in report.diagnostics if each.code in NOT_CHECKED]
    return Counts(
        found=tuple((code, severity, number) for (code, severity), number in found.items()),
        accepted=len(report.accepted) - known,
        known=known,
        failing=sum(map(report.fails, report.diagnostics)) - sum(map(report.fails, unread)),
        unread=len(unread),
        covered=report.format is not None,
        dated=report.dated,
        alone=report.alone,
        used=tuple(dict.fromkeys(each.entry for each in report.accepted if each.entry)),
    )
