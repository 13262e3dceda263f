"""Real reports, run where they lie; a clone without them skips these tests, visibly."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import gklint
from tests.support.needs import needs_published_reports
from tests.support.paths import SHARED

pytestmark = needs_published_reports

SEEDS = {
    "000": [],
    "001": [],
    "002": [("GK205", 93), ("GK205", 94), ("GK206", 101), ("GK104", 103)],
    "003": [("GK110", 1), ("GK701", 1), ("GK501", 66)],
    "004": [("GK210", 299), ("GK403", 335), ("GK501", 336)],
}
LAYOUTS = ("tab", "pipe", "cell", "plainblank")
REPORTS = ("pingtan-haitan-2025", "pingtan-jinjing-2025", "pingtan-qu-2025", "pingtan-zrzy-2023")


def seed(number: str) -> Path:
    return next((SHARED / "seeds").glob(f"{number}_*.txt"))


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_gives_exactly_its_findings(number: str) -> None:
    diagnostics = gklint.check(seed(number)).diagnostics

    assert SEEDS[number] == [
        (d.code, d.range.start.line)
        for d in diagnostics
        if d.range and d.severity != gklint.Severity.INFO
    ]


def test_the_glosses_of_a_seed_are_counted() -> None:
    (found,) = [d for d in gklint.check(seed("003")).diagnostics if d.code == "GK701"]

    assert "全文有 165 处汉字后面残留拼音（如“(jù)”），请全部删去。" == found.message


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", REPORTS)
def test_the_sums_that_fail_are_those_listed_beside_a_report(name: str, layout: str) -> None:
    folder = SHARED / "reports" / "layouts"
    listed = json.loads((folder / f"{name}.meta.json").read_text("utf-8"))["expected"]
    report = gklint.check(folder / f"{name}.{layout}.txt")
    broken = [d for d in report.diagnostics if d.code.startswith("GK3")]

    assert sorted(map(listed_sums, listed)) == sorted(
        tuple(map(int, re.search(r"(\d+) 件，而.*?(?:= |写作 )(\d+) 件，相差", d.message).groups()))  # type: ignore[union-attr]
        for d in broken
    )


def listed_sums(text: str) -> tuple[int, int]:
    """``row 一: 2+0 = 2 ≠ 总计 0`` and ``column …: 一+二 = 0+0 = 0 ≠ （七）+四 = 1+0 = 1``."""
    left, right = text.split("≠")
    return int(left.split()[-1]), int(right.split()[-1])


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_gives_the_same_findings_in_every_layout(name: str) -> None:
    folder = SHARED / "reports" / "layouts"
    found = {
        layout: sorted(
            (d.code, d.cell, d.suspects)
            for d in gklint.check(folder / f"{name}.{layout}.txt").diagnostics
        )
        for layout in LAYOUTS
    }

    assert [found["tab"]] * len(LAYOUTS) == [*found.values()]


@pytest.mark.parametrize(
    "path", sorted((SHARED / "reports" / "excerpts").glob("*.txt")), ids=lambda path: path.stem
)
def test_an_excerpt_is_read_without_a_crash(path: Path) -> None:
    codes = [d.code for d in gklint.check(path).diagnostics]

    assert "GK003" not in codes


def test_a_report_of_2018_is_not_judged_by_the_later_format() -> None:
    report = gklint.check(SHARED / "reports" / "excerpts" / "changzhi-sfj-2018.txt")

    assert ["GK004"] == [d.code for d in report.diagnostics]
