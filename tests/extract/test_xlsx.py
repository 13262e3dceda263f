"""Facts as a workbook."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from gklint.errors import UsageError
from tests.support.extracting import (
    GRANTED,
    NUMBERS_2019,
    NUMBERS_2021,
    OTHERS,
    as_rows,
    facts_of,
    printed_numbers,
    unreadable,
    written,
)
from tests.support.sample import changed


def test_the_workbook_has_a_summary_and_a_legend() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", facts_of(changed()), unreadable())))
    summary, legend = book["汇总"], book["说明"]
    heads = [str(head.value) for head in summary[1]]
    names = [*OTHERS, *NUMBERS_2021, *NUMBERS_2019]
    letters = [get_column_letter(number) for number in range(1, len(names) + 1)]

    assert ["汇总", "说明"] == book.sheetnames
    assert ("B2", "A1:IO3") == (summary.freeze_panes, summary.auto_filter.ref)
    assert ["文件", "格式", "机关", "年度", "错误代码", "错误说明", "标题"] == heads[:7]
    assert (
        "表三 （一）予以公开 总计"
        == heads[len(OTHERS) + NUMBERS_2021.index("requests.granted.total")]
    )
    assert "表二 行政事业性收费 本年收费金额（单位：万元）" == heads[len(OTHERS) + 9]
    assert "表四 行政复议 结果维持" == heads[len(OTHERS) + 185]
    assert len(heads) == len({*heads})
    assert [("列", "表头", "名称（JSON、CSV）"), *zip(letters, heads, names, strict=True)] == [
        row[:3] for row in legend.iter_rows(values_only=True)
    ]


def test_the_heads_of_a_workbook_are_in_the_language_asked_for() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", facts_of(changed()), lang="en")))
    summary, legend = book["summary"], book["legend"]
    heads = [head.value for head in summary[1]]

    assert ["file", "format", "agency", "year", "error", "error message", "title"] == heads[:7]
    assert "table 3 （一）予以公开 总计" in heads
    assert ("column", "head", "name (JSON, CSV)", "what it holds") == next(legend.values)


def test_numbers_in_the_workbook_are_numbers() -> None:
    _, row = as_rows(facts_of(changed()))
    numbers = row[len(OTHERS) : len(OTHERS) + 200]

    assert [float(text) for text in printed_numbers(changed())] == [*numbers]
    assert ("a.txt", "2021", "青石县水务局", 2023, None) == row[:5]
    assert {None} == {*row[len(OTHERS) + 200 :]}


def test_the_workbook_names_cells_as_the_form_prints_them() -> None:
    text = changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"), (GRANTED, GRANTED.replace("| 3 |", "| 三 |"))
    )
    _, row = as_rows(facts_of(text))

    assert ("表二 行政强制", "表三 （一）予以公开 总计", None) == row[len(OTHERS) - 3 : len(OTHERS)]


def test_text_in_the_workbook_is_text_whatever_it_looks_like() -> None:
    found = written(
        "xlsx", *(facts_of(changed(), path) for path in ("=1+1", "#N/A", "a\x01\ud800b"))
    )
    sheet = load_workbook(io.BytesIO(found))["汇总"]
    cells = [sheet.cell(row, 1) for row in (2, 3, 4)]

    assert [("=1+1", "s"), ("#N/A", "s"), ("ab", "s")] == [
        (found.value, found.data_type) for found in cells
    ]


def test_more_reports_than_a_sheet_has_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gklint.extract.xlsx._MOST_ROWS", 3)

    assert 3 == len(as_rows(unreadable(), unreadable()))
    with pytest.raises(UsageError, match="报告超过 2 份，一张 Excel 表放不下；请改用 csv 格式"):
        written("xlsx", *[unreadable()] * 3)


def test_equal_reports_make_equal_workbooks() -> None:
    reports = [facts_of(changed()), unreadable()]

    assert written("xlsx", *reports) == written("xlsx", *reports)
