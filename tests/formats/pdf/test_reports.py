"""Whole reports as PDFs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import gklint
from gklint.text.source import Place
from tests.support.needs import needs_published_reports
from tests.support.paths import SHARED
from tests.support.pdf import BORDERS, report
from tests.support.sample import WRONG_SUM, changed

pytestmark = pytest.mark.slow
REPORTS = SHARED / "reports" / "pdf"


@pytest.mark.parametrize("border", BORDERS)
def test_the_sample_is_clean_with_any_border(border: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(report(changed(), border))

    assert () == tuple(gklint.check(path).diagnostics)


def test_a_wrong_sum_is_found_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    path.write_bytes(report(WRONG_SUM))

    diagnostics = gklint.check(path).diagnostics

    assert ["GK302", "GK303"] == sorted(found.code for found in diagnostics)
    assert Place(page=2, table=2, row=6, cell=9) in [found.place for found in diagnostics]


@needs_published_reports
@pytest.mark.parametrize(
    ("name", "sums"),
    [("huaian-hongze-2023", [(11, 0), (5, 0)]), ("huaian-hongze-2024", [])],
)
def test_the_sums_that_fail_in_a_published_report_are_found(
    name: str, sums: list[tuple[int, int]]
) -> None:
    diagnostics = gklint.check(REPORTS / f"{name}.pdf").diagnostics
    broken = [found.message for found in diagnostics if found.code.startswith("GK3")]

    assert sums == [
        tuple(map(int, re.search(r"= (\d+) 件，而.*?写作 (\d+) 件，", text).groups()))  # type: ignore[union-attr]
        for text in broken
    ]


@needs_published_reports
@pytest.mark.parametrize("name", ["huaian-hongze-2023", "huaian-hongze-2024"])
def test_the_tables_of_a_published_report_are_whole(name: str) -> None:
    found = gklint.check(REPORTS / f"{name}.pdf").diagnostics
    (merged,) = (each for each in found if each.code == "GK203")
    torn = {"GK101", "GK201", "GK202", "GK204", "GK205", "GK207"}

    assert set() == torn.intersection(each.code for each in found)
    assert "“(六)其他处理”只写了一行，应分 3 行填写" in merged.message
