"""Reports with a comment that accepts, checked on a certain day."""

from __future__ import annotations

from datetime import date

from gklint.findings.report import Report
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.ruleset.selection import Selection
from gklint.text.source import Source
from tests.support.sample import changed

TODAY = date(2025, 1, 15)
EVERY = Selection()
TITLE = "六、其他需要报告的事项"
ALTERED = "六、其他需要说明的事项"  # GK104
REASON = "理由：经上级同意保留"


def linter_of_today(selection: Selection = EVERY) -> Linter:
    return Linter(load_rules(), selection, "zh", today=TODAY)


def check(text: str, selection: Selection = EVERY, name: str = "a.txt") -> Report:
    source = Source(text) if name.endswith(".txt") else take(text.encode(), name)
    return linter_of_today(selection).check(source)


def altered(new: str) -> str:
    return changed((TITLE, new))


def codes(report: Report) -> list[str]:
    return [found.code for found in report.diagnostics]


def accepted(report: Report) -> list[str]:
    return [each.diagnostic.code for each in report.accepted]
