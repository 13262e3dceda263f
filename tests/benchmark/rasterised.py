"""Whether a PDF says the same as a scan of it: `python -m tests.benchmark.rasterised FILE...`.

Each PDF is printed at 200 dpi, and checked as it is and as pictures.  Told are the findings that
only one of both has, but for those that say how it was read.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from gklint.findings.codes import RECOGNISED
from gklint.findings.report import Report
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from tests.support.scanning import Wear, scan_of

_DPI = 200
_CLEAN = Wear(dpi=_DPI, skew=0.0, blur=0.0, noise=0.0, quality=85)
_UNJUDGED = (*RECOGNISED, "GK718")  # how it was read


def told(report: Report) -> Counter[tuple[str, str]]:
    """The findings, each with its cell or section."""
    return Counter(
        (each.code, str(each.cell or ""))
        for each in report.diagnostics
        if each.code not in _UNJUDGED
    )


def report_of(linter: Linter, data: bytes) -> Report:
    """What is found in a PDF."""
    return linter.check_file("a.pdf", lambda: take(data, "a.pdf"))


def main(names: list[str]) -> None:
    """Compare, and print."""
    linter = Linter(load_rules(), fixes=False)
    for name in names:
        data = Path(name).read_bytes()
        plain, seen = report_of(linter, data), report_of(linter, scan_of(data, _CLEAN))
        own, theirs = told(plain), told(seen)
        doubtful = sum(each.code == "GK009" for each in seen.diagnostics)
        undecided = seen.checks.undecided - plain.checks.undecided
        print(f"{Path(name).name}: {sum((own & theirs).values())} alike", end="")
        print(f", only in print {[*(own - theirs).elements()]}", end="")
        print(f", only in the scan {[*(theirs - own).elements()]}", end="")
        print(f"; GK009 {doubtful}, {undecided} more undecided", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
