"""What gklint makes of a converted report, against what it says of the report itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import gklint
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.report import Report

LOUD = ("error", "warning")
HONEST = frozenset(("GK001", "GK002", "GK121", "GK215", "GK216"))
"""Findings that say what could not be read, and with that what was not checked."""


class Said(NamedTuple):
    """An error or warning: its code, the cell that it names, the cells that it suspects."""

    code: str
    cell: str
    suspects: str


@dataclass
class Row:
    """What came of one converter.

    clean, found: of how many correct reports nothing came, of how many wrong ones what comes of
    the report itself.  whole, read: in how many files all numbers are still there, of how many of
    these what should come.  others, told: of how many files something else came, and of how many
    of these nothing but that they could not be read.  codes: of what else came, in how many files;
    failed: seed and fault of each.
    """

    clean: int = 0
    found: int = 0
    correct: int = 0
    wrong: int = 0
    whole: int = 0
    read: int = 0
    others: int = 0
    told: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def add(self, expected: Counter[Said] | None, target: Path | None, *, is_whole: bool) -> bool:
        """Count a file; ``expected``: what is to be said, None of a correct report.

        ``is_whole``: all its numbers are there.
        """
        is_clean = expected is None
        self.correct += is_clean
        self.wrong += not is_clean
        if target is None:
            self.codes["not converted"] += 1
            return False
        said = said_of(target)
        is_right = said == (expected or Counter())
        self.clean += is_clean and is_right
        self.found += not is_clean and is_right
        more = {each.code for each in said - (expected or Counter())}
        self.whole += is_whole
        self.read += is_whole and is_right
        self.others += not is_right
        self.told += not is_right and bool(more) and more <= HONEST
        self.codes.update(more)
        self.codes.update({f"no {each.code}" for each in (expected or Counter()) - said})
        return is_right


def said_of(checked: Path | Report) -> Counter[Said]:
    """The errors and warnings of a file."""
    report = gklint.check(checked) if isinstance(checked, Path) else checked
    found = report.diagnostics
    return Counter(_said(each) for each in found if each.severity.value in LOUD)


def _said(diagnostic: Diagnostic) -> Said:
    cell = str(diagnostic.cell and tuple(diagnostic.cell))
    suspects = sorted(f"{tuple(each.cell)} {each.expected}" for each in diagnostic.suspects)
    return Said(diagnostic.code, cell, "; ".join(suspects))
