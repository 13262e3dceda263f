"""Word files: tables, how their cells are merged, and where they stand."""

from __future__ import annotations

from collections import Counter

import docx
import pytest

import gklint
from gklint.formats.reading import read as read_file
from tests.support.needs import needs_published_reports
from tests.support.paths import SHARED
from tests.support.sources import columns, rows
from tests.support.word import document, p, places, read, saved, tbl, tc, tr, word

BLANK_FORM = SHARED / "reports" / "word" / "blank-form-wps.docx"
START, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: object) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    source = word(p("甲") + tbl(tr("规章", "0"), tr("行政规范性文件", "2")) + p("乙"))

    assert "甲\n规章\t0\n行政规范性文件\t2\n乙\n" == source.text
    assert [["规章", "0"], ["行政规范性文件", "2"]] == rows(source)
    assert [(0, 1), (0, 1)] == columns(source)


def test_paragraphs_and_breaks_in_a_cell_are_blanks() -> None:
    cell = tc("商业", p("<w:r><w:t>企</w:t><w:br/><w:t>业</w:t></w:r>"))

    assert [["商业 企 业", "0"]] == rows(word(tbl(tr(cell, "0"))))


def test_a_cell_may_span_columns() -> None:
    source = word(tbl(tr(tc("申请人情况", properties=span(3)), "总计"), tr("1", "2", "3", "4")))

    assert [["申请人情况", "总计"], ["1", "2", "3", "4"]] == rows(source)
    assert [(0, 3), (0, 1, 2, 3)] == columns(source)


def test_a_cell_may_span_rows() -> None:
    source = word(
        tbl(
            tr(tc("三、本年度办理结果", properties=START), "（一）予以公开", "0"),
            tr(tc(properties=GO_ON), "（二）部分公开", "1"),
            tr(tc(properties='<w:vMerge w:val="continue"/>'), "（七）总计", "1"),
            tr("四、结转下年度继续办理", "", "0"),
        )
    )

    assert [
        ["三、本年度办理结果", "（一）予以公开", "0"],
        ["（二）部分公开", "1"],
        ["（七）总计", "1"],
        ["四、结转下年度继续办理", "", "0"],
    ] == rows(source)
    assert [(0, 1, 2), (1, 2), (1, 2), (0, 1, 2)] == columns(source)


def test_merged_cells_count_among_the_cells_of_their_row() -> None:
    source = word(tbl(tr(tc("甲", properties=START), "乙"), tr(tc(properties=GO_ON), "丙")))

    assert [("甲", (1, 1, 1)), ("乙", (1, 1, 2)), ("丙", (1, 2, 2))] == places(source)


def test_a_block_of_cells_may_be_merged_both_ways() -> None:
    source = word(
        tbl(
            tr("甲", tc("乙", properties=span(2) + START), "丙"),
            tr("1", tc(properties=span(2) + GO_ON), "2"),
            tr("3", "4", "5", "6"),
        )
    )

    assert [(0, 1, 3), (0, 3), (0, 1, 2, 3)] == columns(source)


def test_old_files_merge_cells_side_by_side() -> None:
    first, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    source = word(
        tbl(
            tr(tc("甲", properties=first + START), tc(properties=more + START), "乙"),
            tr(tc(properties=first + GO_ON), tc(properties=more + GO_ON), "丙"),
            tr("1", "2", "3"),
        )
    )

    assert [["甲", "乙"], ["丙"], ["1", "2", "3"]] == rows(source)
    assert [(0, 2), (2,), (0, 1, 2)] == columns(source)


def test_a_row_may_leave_out_its_first_columns() -> None:
    source = word(
        tbl(
            tr("甲", tc("乙", properties=START)),
            tr(tc(properties=GO_ON), properties='<w:gridBefore w:val="1"/>'),
            tr("1", "2"),
        )
    )

    assert [["甲", "乙"], ["1", "2"]] == rows(source)


def test_a_merge_that_was_never_begun_begins_where_it_goes_on() -> None:
    source = word(tbl(tr(tc("甲", properties=GO_ON), "1"), tr(tc(properties=GO_ON), "2")))

    assert [["甲", "1"], ["2"]] == rows(source)


@pytest.mark.parametrize(
    ("number", "second"),
    [("-5", 1), ("0", 1), ("abc", 1), ("", 1), ("1e9", 1), ("2", 2), ("999999999", 63)],
)
def test_a_cell_spans_1_to_63_columns_whatever_is_written(number: str, second: int) -> None:
    assert [(0, second)] == columns(word(tbl(tr(tc("甲", properties=span(number)), "乙"))))


def test_a_table_in_a_cell_gives_its_rows() -> None:
    inner = tbl(tr("规章", "0"), tr("行政规范性文件", "2"))
    source = word(tbl(tr(tc("表", inner, ""), "右")) + tbl(tr("后")))

    assert [["表 ", "右"], ["规章", "0"], ["行政规范性文件", "2"], ["后"]] == rows(source)
    assert ("规章", (2, 1, 1)) in places(source)
    assert ("后", (3, 1, 1)) in places(source)


def test_tables_that_follow_each_other_are_two() -> None:
    source = word(tbl(tr("甲")) + tbl(tr("乙")) + p("") + tbl(tr("丙")))

    assert [("甲", (1, 1, 1)), ("乙", (2, 1, 1)), ("", 1), ("丙", (3, 1, 1))] == places(source)


def test_a_header_that_is_repeated_on_each_page_is_read_once() -> None:
    assert [["信息内容"], ["规章"]] == rows(
        word(tbl(tr("信息内容", properties="<w:tblHeader/>"), tr("规章")))
    )


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cells = tr("规章", control.format(tc("0")), tc(control.format(p("1"))))
    source = word(control.format(tbl(control.format(cells), tr("2", "3", "4"))))

    assert [["规章", "0", "1"], ["2", "3", "4"]] == rows(source)


def test_tables_of_python_docx_are_read() -> None:
    made = document()
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "甲"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "乙"
    table.cell(2, 2).text = "丙"
    source = read(saved(made))

    assert [["甲", ""], ["乙", "", ""], ["", "丙"]] == rows(source)
    assert [(0, 2), (0, 1, 2), (1, 2)] == columns(source)


@needs_published_reports
class TestTheBlankForm:
    def test_nothing_of_the_form_is_missed(self) -> None:
        codes = {found.code for found in gklint.check(BLANK_FORM).diagnostics}

        assert {"GK206", "GK707"} <= codes
        assert not codes & {"GK101", "GK201", "GK202", "GK203", "GK204", "GK205", "GK210", "GK211"}

    def test_places_are_those_of_python_docx(self) -> None:
        source = read_file(BLANK_FORM)
        made = docx.Document(str(BLANK_FORM))
        paragraphs = {where: line for line, where in places(source) if isinstance(where, int)}

        assert [each.text for each in made.paragraphs] == [*paragraphs.values()]
        assert [*range(1, len(made.paragraphs) + 1)] == [*paragraphs]

    def test_every_row_is_found(self) -> None:
        cells = [where for _, where in places(read_file(BLANK_FORM)) if isinstance(where, tuple)]
        counted = Counter(table for table, _ in {(table, row) for table, row, _ in cells})

        assert {1: 14, 2: 28, 3: 4} == counted
