"""Reports as converters, browsers and programs hand them over, run where they lie."""

from __future__ import annotations

import pytest

import gklint
from tests.support.cases import case, found_in
from tests.support.needs import needs_published_reports

pytestmark = needs_published_reports

CLEAN = (
    "backslash-break-header",
    "borderless",
    "box-drawing",
    "centred-group-labels",
    "chromium-split-row",
    "chromium-wqy",
    "docx-altchunk-all",
    "docx-strike",
    "html-input-cells",
    "html-ruby",
    "iframe-saved",
    "kreuzberg-repeated-merged-cells",
    "pandoc-gfm-html-table4",
    "pdftotext-layout",
    "setext-heading",
    "single-dash-delimiter",
    "trailing-backslash-row",
)
UNREAD = {
    "pdfplumber-wrong-values": ["requests"],
}
"""Tables that are one finding each, because they came apart."""


@pytest.mark.parametrize("name", CLEAN)
def test_a_report_that_is_right_gives_no_error_and_no_warning(name: str) -> None:
    assert [] == found_in(name, infos=False)


@pytest.mark.parametrize("name", UNREAD)
def test_a_table_that_came_apart_is_one_finding(name: str) -> None:
    found = gklint.check(case(name)).diagnostics
    of_rows = {"GK202", "GK203", "GK204", "GK205", "GK206", "GK207", "GK210", "GK211"}

    assert UNREAD[name] == [each.structure.split("\0")[1] for each in found if each.code == "GK215"]
    assert of_rows.isdisjoint(each.code for each in found)


def test_numbers_that_lists_give_make_six_headings_with_a_wrong_number() -> None:
    assert ["GK105"] * 6 == [code for code, _ in found_in("docx-typed-decimal", infos=False)]


def test_struck_text_is_no_number_and_noted() -> None:
    assert ["GK717"] == [code for code, _ in found_in("docx-strike")]


def test_a_report_in_one_cell_has_lost_its_lines() -> None:
    (found,) = gklint.check(case("layout-table-one-line")).diagnostics

    assert "GK002" == found.code
    assert "全文的换行丢失了" in found.message


def test_that_a_scan_was_recognised_is_all_that_is_said_of_it() -> None:
    pytest.importorskip("onnxruntime")
    assert ["GK008"] == [code for code, _ in found_in("searchable-scan")]


def test_a_report_that_stands_twice_is_one_finding_and_the_whole_copy_is_checked() -> None:
    found = found_in("report-twice", infos=False)

    assert [("GK121", 16)] == [each for each in found if each[0] != "GK119"]
    assert [83, 83, 138] == [line for code, line in found if code == "GK119"]
