"""Workbooks as programs open them."""

from __future__ import annotations

import errno
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from gklint.extract import sheets
from gklint.extract.sheets import BOLD, PLAIN, Cell, Look, Sheet, Sum, new_book


def written(fill: Callable[[Sheet], object], *, counted: bool = False) -> Any:
    """A sheet as it is read again; ``counted``: with what formulas come to."""
    with new_book() as book:
        fill(book.sheet("a"))
        data = b"".join(book.written())
    return load_workbook(io.BytesIO(data), data_only=counted)["a"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "#N/A", "@a", "<r>a & b</r>", "<r><t>a</t></r>", "<r>\n</r>", " a ", "a\nb", "1"],
)
def test_text_stays_as_it_is(text: str) -> None:
    sheet = written(
        lambda sheet: sheet.append([text, Cell(text, BOLD), Cell(text, target="b.txt")])
    )

    assert [(text, "s")] * 3 == [(cell.value, cell.data_type) for cell in sheet[1]]


def test_what_no_xml_can_have_is_left_out() -> None:
    assert "ab" == written(lambda sheet: sheet.append(["a\x01\ud800b"]))["A1"].value


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("../年报/a b.txt", "..\\%E5%B9%B4%E6%8A%A5\\a%20b.txt"),
        ("#1 100%.txt", "%231%20100%25.txt"),
        ("file:///D:/a%20b.txt", "file:///D:\\a%20b.txt"),
    ],
)
def test_a_link_leads_to_its_file_whatever_that_is_called(target: str, expected: str) -> None:
    cell = written(lambda sheet: sheet.append([Cell("文件", target=target)]))["A1"]

    assert ("文件", expected) == (cell.value, cell.hyperlink.target)


def test_where_excel_takes_no_more_links_the_words_are_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "_MOST_LINKS", 1)
    sheet = written(
        lambda sheet: sheet.append([Cell(f"{n}", target=f"{n}" * 999 * n) for n in (3, 1, 2)])
    )

    assert [("3", False), ("1", True), ("2", False)] == [
        (cell.value, cell.hyperlink is not None) for cell in sheet[1]
    ]


def test_a_sum_is_there_before_anything_counts() -> None:
    def fill(sheet: Sheet) -> None:
        sheet.append([Cell(Sum("=SUM(A2:A3)", 5))])

    assert ("=SUM(A2:A3)", 5) == (
        written(fill)["A1"].value,
        written(fill, counted=True)["A1"].value,
    )


def test_a_cell_has_its_look_and_its_note() -> None:
    look = Look(bold=True, wrapped=True, link=True, ground="C6EFCE")
    cell = written(lambda sheet: sheet.append([Cell("a", look, note="为什么")]))["A1"]

    assert (True, "single", "FF0563C1") == (cell.font.b, cell.font.u, cell.font.color.rgb)
    assert (True, "top") == (cell.alignment.wrap_text, cell.alignment.vertical)
    assert ("FFC6EFCE", "为什么") == (cell.fill.fgColor.rgb, cell.comment.text)


def test_the_parts_of_a_note_are_named_from_its_sheet() -> None:
    """Not from the root: where they are, exceljs cannot open the workbook."""
    with new_book() as book:
        book.sheet("a").append([Cell("a", note="为什么")])
        data = b"".join(book.written())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()

    assert ["../drawings/vmlDrawing1.vml", "../comments1.xml"] == re.findall(
        r'Target="([^"]*)"', parts
    )


def test_heads_stay_in_sight_and_are_printed_on_each_page() -> None:
    def fill(sheet: Sheet) -> None:
        sheet.set_page(2)
        sheet.set_widths([30])
        sheet.freeze(2, 1)
        sheet.append([Cell("甲", PLAIN)], joined=[range(3)])
        sheet.append(["乙", None, 3], height=45)
        sheet.skip_to(4)
        sheet.append([Decimal("1.5")])
        sheet.filter(2, 3, sheet.rows)

    sheet = written(fill)

    assert ("B3", "A2:C5", "$1:$2") == (
        sheet.freeze_panes,
        sheet.auto_filter.ref,
        sheet.print_title_rows,
    )
    page = sheet.page_setup
    assert ("landscape", "9", 0, True) == (
        page.orientation,
        str(page.paperSize),
        page.fitToHeight,
        sheet.sheet_properties.pageSetUpPr.fitToPage,
    )
    assert ["A1:C1"] == [*map(str, sheet.merged_cells.ranges)]
    assert [("甲", None, None), ("乙", None, 3)] == [*sheet.iter_rows(max_row=2, values_only=True)]
    assert (45, 1.5) == (sheet.row_dimensions[2].height, sheet["A5"].value)


def test_a_book_that_is_given_up_leaves_nothing_open() -> None:
    def refuse(sheet: Sheet) -> None:
        sheet.append(["a"])
        raise LookupError

    with pytest.raises(LookupError):
        written(refuse)


def test_what_the_system_refuses_is_said_as_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)

    with pytest.raises(OSError, match="No space left"):
        written(lambda sheet: sheet.append(["a"]))
