"""``--statistics``: how often each rule found something, instead of each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gklint.render.printable import printable, severity_word, width
from gklint.render.text import Styled
from gklint.words import say

if TYPE_CHECKING:
    from gklint.findings.counting import Counts
    from gklint.ruleset.rules import Rule
    from gklint.ruleset.severity import Severity

_COLUMNS = ("findings", "files", "severity", "rule", "name", "finds")
_NUMBERS = 2  # columns of numbers, which stand to the right
_GAP = "  "


@dataclass
class Statistics:
    """What a run has found so far, by code: findings, files, the highest severity."""

    findings: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)
    severity: dict[str, Severity] = field(default_factory=dict)

    def add(self, counts: Counts) -> None:
        """Count the findings of one more report."""
        self.files.update({code for code, _, _ in counts.found})
        for code, severity, number in counts.found:
            self.findings[code] += number
            known = self.severity.get(code, severity)
            self.severity[code] = min(known, severity, key=lambda level: level.rank)

    def text(self, rules: Mapping[str, Rule], lang: str) -> Iterator[Styled]:
        """A table with a line for each code, most findings first; nothing if there are none."""
        codes = sorted(self.findings, key=lambda code: (-self.findings[code], code))
        if not codes:
            return
        rows = [self._row(rules[code], lang) for code in codes]
        head = [say(lang, f"render.column-{name}") for name in _COLUMNS]
        widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]
        yield Styled(_line(head, widths), "bold")
        yield Styled("".join(_line(row, widths) for row in rows) + "\n")

    def _row(self, rule: Rule, lang: str) -> tuple[str, ...]:
        counts = str(self.findings[rule.code]), str(self.files[rule.code])
        level = severity_word(self.severity[rule.code], lang)
        return (*counts, level, rule.code, rule.name, printable(rule.finds[lang]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells, aligned by the columns of a terminal that they take."""
    padded = []
    for number, (cell, room) in enumerate(zip(cells, widths, strict=True)):
        blanks = " " * (room - width(cell))
        padded.append(blanks + cell if number < _NUMBERS else cell + blanks)
    return _GAP.join(padded).rstrip() + "\n"
