"""What came of inputs, as a table for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tests.benchmark.measuring import line
from tests.fuzz.rig import Done, Fault
from tests.support.paths import ROOT

_PAGE = ROOT / "docs" / "hardening.md"
_BEGIN, _END = "<!-- inputs -->\n", "<!-- end of inputs -->\n"
_ROW = re.compile(r"\| ([^|]+) \| ([\d,]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \| \d+ \|")
_HEAD = ("kind", "inputs", "mean, ms", "worst time, s", "worst memory, MiB", "open faults")


class Total(NamedTuple):
    """What came of all inputs of a kind."""

    inputs: int = 0
    total: float = 0.0
    seconds: float = 0.0
    mib: float = 0.0
    faults: tuple[Fault, ...] = ()

    def with_(self, done: Done) -> Total:
        """With some more."""
        return Total(
            self.inputs + done.inputs,
            self.total + done.total,
            max(self.seconds, done.seconds),
            max(self.mib, done.mib),
            self.faults + done.faults,
        )


def table(totals: Mapping[str, Total]) -> str:
    """In Markdown."""
    rows = [
        (
            name,
            f"{each.inputs:,}",
            f"{1000 * each.total / max(each.inputs, 1):.1f}",
            f"{each.seconds:.2f}",
            f"{each.mib:.0f}",
            str(len(each.faults)),
        )
        for name, each in totals.items()
    ]
    whole = sum(each.inputs for each in totals.values())
    rows.append(("all", f"{whole:,}", "", "", "", ""))
    return "\n".join((line(_HEAD), line(["---"] * len(_HEAD)), *map(line, rows)))


def write(totals: Mapping[str, Total]) -> None:
    """Put the table in its place in the page, with the day."""
    before, _, after = _parts()
    today = date.today().isoformat()
    _PAGE.write_text(f"{before}{_BEGIN}\n{today}:\n\n{table(totals)}\n\n{_END}{after}", "utf-8")


def read() -> dict[str, Total]:
    """What the table in the page tells."""
    cells = (_ROW.fullmatch(line) for line in _parts()[1].splitlines())
    rows = (match.groups() for match in cells if match)
    return {
        name: Total(
            inputs := int(count.replace(",", "")),
            inputs * float(mean) / 1000,
            float(seconds),
            float(mib),
        )
        for name, count, mean, seconds, mib in rows
    }


def _parts() -> tuple[str, str, str]:
    """The page before the table, the table, and the page behind it."""
    before, _, rest = _PAGE.read_text("utf-8").partition(_BEGIN)
    found, _, after = rest.partition(_END)
    return before, found, after
