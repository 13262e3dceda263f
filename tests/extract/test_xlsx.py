"""Facts as a workbook."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from gklint.errors import UsageError
from gklint.model.abstract import State
from tests.support.extracting import (
    GRANTED,
    NUMBERS_2019,
    NUMBERS_2021,
    OTHERS,
    REQUEST_COLUMNS,
    as_sheet,
    facts_of,
    printed_numbers,
    unreadable,
    written,
)
from tests.support.paths import ROOT
from tests.support.sample import changed

HEADS = 4
OLD = (ROOT / "examples" / "clean-2019-format.txt").read_text("utf-8")


def at(sheet: Any, row: int, name: str) -> Any:
    """The cell of a column by its name."""
    return sheet.cell(row, 1 + [*OTHERS, *NUMBERS_2021, *NUMBERS_2019].index(name))


def test_the_workbook_has_a_summary_and_a_legend() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", facts_of(changed()), unreadable())))
    names = [*OTHERS, *NUMBERS_2021]
    legend = [row[:3] for row in book["说明"].iter_rows(values_only=True)]
    letters = [get_column_letter(number) for number in range(1, len(names) + 1)]

    assert ["汇总", "说明"] == book.sheetnames
    assert ("列", "表头", "名称（JSON、CSV）") == legend[0]
    assert [*zip(letters, names, strict=True)] == [(row[0], row[2]) for row in legend[1:]]
    assert (
        "表三 （一）予以公开 总计" == {row[2]: row[1] for row in legend}["requests.granted.total"]
    )


def test_agency_year_and_file_come_first_and_stay_in_sight() -> None:
    sheet = as_sheet(facts_of(changed()), unreadable())

    assert ("D5", "A4:HO6") == (sheet.freeze_panes, sheet.auto_filter.ref)
    assert [("机关", "年度", "文件"), ("青石县水务局", 2023, "a.txt"), (None, None, "b.txt")] == [
        *sheet.iter_rows(4, 6, 1, 3, values_only=True)
    ]


def test_above_each_row_of_the_form_stand_its_table_and_its_group() -> None:
    sheet = as_sheet(facts_of(changed()))
    first, last = (
        at(sheet, HEADS, f"requests.denied_by_law.{name}") for name in ("natural_person", "total")
    )
    letters = first.column_letter, last.column_letter

    assert ["表三", "（三）不予公开", "2.其他法律行政法规禁止公开", "自然人"] == [
        sheet.cell(row, first.column).value for row in range(1, HEADS + 1)
    ]
    assert {"{0}{2}:{1}{2}".format(*letters, row) for row in range(1, HEADS)} <= {
        *map(str, sheet.merged_cells.ranges)
    }
    assert ["表二", "第二十条第（八）项", "行政事业性收费", "本年收费金额（单位：万元）"] == [
        at(sheet, row, "disclosure.fees.amount").value for row in range(1, HEADS + 1)
    ]
    assert [None, None, None, "标题"] == [
        at(sheet, row, "title").value for row in range(1, HEADS + 1)
    ]


def test_only_the_columns_of_the_formats_that_are_there_are_shown() -> None:
    old, new = facts_of(OLD, "c.txt"), facts_of(changed())
    unread = len(OTHERS)

    assert unread == as_sheet(unreadable()).max_column
    assert unread + len(NUMBERS_2021) == as_sheet(new, unreadable()).max_column
    assert unread + len(NUMBERS_2021) + len(NUMBERS_2019) == as_sheet(new, old).max_column
    only_old = as_sheet(old)
    assert "表二（2019年试行格式）" in {cell.value for cell in only_old[1]}
    assert "本年制发件数" not in {cell.value for cell in only_old[HEADS]}


def test_the_heads_of_a_workbook_are_in_the_language_asked_for() -> None:
    book = load_workbook(io.BytesIO(written("xlsx", facts_of(changed()), lang="en")))
    summary, legend = book["summary"], book["legend"]
    heads = [head.value for head in summary[HEADS]]

    assert ["agency", "year", "file", "format", "error", "error message", "title"] == heads[:7]
    assert "table 3" in [head.value for head in summary[1]]
    assert ("column", "head", "name (JSON, CSV)", "what it holds") == next(legend.values)
    assert "total" == summary.cell(6, 1).value


def test_numbers_in_the_workbook_are_numbers() -> None:
    sheet = as_sheet(facts_of(changed()))
    row = [cell.value for cell in sheet[HEADS + 1]]

    assert [float(text) for text in printed_numbers(changed())] == row[len(OTHERS) :]
    assert ["青石县水务局", 2023, "a.txt", "2021", None] == row[:5]


def test_below_the_numbers_stands_their_sum_over_the_reports_that_a_filter_leaves() -> None:
    sheet = as_sheet(facts_of(changed()), unreadable())
    total = at(sheet, 7, "requests.new.total")
    rows = f"{total.column_letter}5:{total.column_letter}6"

    assert 7 == sheet.max_row
    assert ("合计", None) == (sheet.cell(7, 1).value, sheet.cell(7, 2).value)
    assert (f"=SUBTOTAL(109,{rows})", "f", None) == (total.value, total.data_type, total.comment)


def test_a_cell_without_a_number_says_why_and_so_does_the_sum() -> None:
    text = changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"),
        ("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", ""),
        ("二、上年结转政府信息公开申请数量 | 1 |", "二、上年结转政府信息公开申请数量 |  |"),
        (GRANTED, GRANTED.replace("| 3 |", "| 三 |")),
    )
    sheet = as_sheet(facts_of(text), facts_of(changed()))
    expected = {
        "disclosure.compulsory.decisions": "没有填数字，写的是“/”",
        "requests.carried_in.natural_person": "空白，没有填数字",
        "requests.granted.total": "读不出数字，写的是“三”",
        **{f"requests.rejected_repeat.{name}": "报告里没有这一行" for name in REQUEST_COLUMNS},
    }
    noted = {cell.coordinate: cell.comment.text for cell in sheet[5] if cell.comment}
    sums = {cell.column_letter: cell.comment.text for cell in sheet[7] if cell.comment}

    assert {at(sheet, 5, name).coordinate: why for name, why in expected.items()} == noted
    assert {None} == {sheet[place].value for place in noted}
    assert {"FFFFF2CC"} == {sheet[place].fill.fgColor.rgb for place in noted}
    assert [] == [cell for cell in sheet[6] if cell.comment]
    assert {
        at(sheet, 7, name).column_letter: "1 份报告的这一格没有数字，没有计入" for name in expected
    } == sums


def test_what_stands_in_a_cell_is_cut_short_in_its_note() -> None:
    report = facts_of(changed())
    row = report.tables["disclosure"]["fees"]
    long = row["amount"]._replace(state=State.UNREADABLE, text="参见附件" * 60)
    tables = {"disclosure": {"fees": {"amount": long}}}
    note = as_sheet(replace(report, tables=tables)).cell(5, len(OTHERS) + 1).comment

    assert f"读不出数字，写的是“{'参见附件' * 15}…”" == note.text


def test_a_report_that_could_not_be_read_has_no_notes() -> None:
    sheet = as_sheet(facts_of(changed()), unreadable())

    assert [] == [cell for row in sheet.iter_rows() for cell in row if cell.comment]


def test_the_workbook_names_cells_as_the_form_prints_them() -> None:
    text = changed(
        ("行政强制 | 0 | ||", "行政强制 | / | ||"), (GRANTED, GRANTED.replace("| 3 |", "| 三 |"))
    )
    sheet = as_sheet(facts_of(text))

    assert ["表二 行政强制", "表三 （一）予以公开 总计", None] == [
        at(sheet, 5, name).value for name in ("blank", "unreadable", "missing")
    ]


def test_text_in_the_workbook_is_text_whatever_it_looks_like() -> None:
    found = written(
        "xlsx", *(facts_of(changed(), path) for path in ("=1+1", "#N/A", "a\x01\ud800b"))
    )
    sheet = load_workbook(io.BytesIO(found))["汇总"]
    cells = [sheet.cell(row, 3) for row in (5, 6, 7)]

    assert [("=1+1", "s"), ("#N/A", "s"), ("ab", "s")] == [
        (found.value, found.data_type) for found in cells
    ]


def test_more_reports_than_a_sheet_has_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gklint.extract.xlsx._MOST_ROWS", HEADS + 2 + 1)

    assert HEADS + 2 + 1 == as_sheet(unreadable(), unreadable()).max_row
    with pytest.raises(UsageError, match="报告超过 2 份，一张 Excel 表放不下；请改用 csv 格式"):
        written("xlsx", *[unreadable()] * 3)


def test_equal_reports_make_equal_workbooks() -> None:
    reports = [facts_of(changed()), unreadable()]

    assert written("xlsx", *reports) == written("xlsx", *reports)
