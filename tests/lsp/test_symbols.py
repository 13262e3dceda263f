"""The outline of a report."""

from __future__ import annotations

import random

import pytest
from lsprotocol import types

from gklint.lsp.symbols import symbols
from tests.generator import make_report, render
from tests.generator.layouts import LAYOUTS
from tests.support.lsp_documents import assert_well_formed, checked, walk
from tests.support.paths import ROOT
from tests.support.sample import CLEAN


def test_title_sections_tables_and_rows_lie_in_each_other() -> None:
    (title,) = symbols(checked(CLEAN))
    sections = title.children or ()
    (table,) = sections[2].children or ()
    rows = table.children or ()

    assert_well_formed([title])
    assert "青石县水务局2023年政府信息公开工作年度报告" == title.name
    assert [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ] == [section.name for section in sections]
    assert "表三" == table.name
    assert ["（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"] == [
        row.name for row in rows
    ][2:4]
    assert 25 == len(rows)


def test_a_row_is_selected_by_its_label() -> None:
    found = checked(CLEAN)
    (title,) = symbols(found)
    row = next(each for each, _ in walk([title]) if each.name == "（一）予以公开")
    line = found.file.text.split("\n")[row.range.start.line]

    assert (
        "（一）予以公开"
        == line[row.selection_range.start.character : row.selection_range.end.character]
    )
    assert (
        "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3"
        == line[row.range.start.character : row.range.end.character]
    )


def test_without_a_title_the_sections_stand_alone() -> None:
    found = symbols(checked(CLEAN.split("\n", 1)[1]))

    assert_well_formed(found)
    assert "一、总体情况" == found[0].name


@pytest.mark.parametrize("text", ["", "值班表\n", "\x01" * 100])
def test_what_is_no_report_has_no_outline(text: str) -> None:
    assert [] == symbols(checked(text))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(5))
def test_ranges_lie_in_each_other_in_every_layout(layout: str, seed: int) -> None:
    text = render(make_report(random.Random(seed)), layout, random.Random(seed)).text
    found = symbols(checked(text))

    assert_well_formed(found)
    assert 3 == sum(symbol.kind == types.SymbolKind.Array for symbol, _ in walk(found))


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.html")), ids=lambda p: p.name)
def test_a_page_has_an_outline_with_ranges_of_the_page(path: object) -> None:
    page = (ROOT / "examples" / path.name).read_text("utf-8")  # type: ignore[attr-defined]
    found = symbols(checked(page, "file:///a.html"))

    assert_well_formed(found)
    assert 6 == sum(symbol.kind == types.SymbolKind.Namespace for symbol, _ in walk(found))
