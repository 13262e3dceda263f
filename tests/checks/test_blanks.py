"""Blank cells that can hold nothing but 0."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count

import pytest

import gklint
from gklint.formats.reading import take
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from tests.support.checking import found
from tests.support.fixes import applied, fixes, mended
from tests.support.sample import changed

REPEAT = "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
NEW = "一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"
SECRET = "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |"
HANDLED = "（七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||"
DISPUTES = "1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0"
DOCUMENTS = "行政规范性文件 | 2 | 1 | 12 |"


@pytest.mark.parametrize("blank", ["/", "—", "——", "-", "－", "／", "–"])
def test_a_stroke_becomes_0(blank: str) -> None:
    text = changed((REPEAT, f"2.重复申请 | 0 | 0 | {blank} | 0 | 0 | 0 | 0 | ||"))

    assert changed() == mended(text, "GK206")


@pytest.mark.parametrize(
    ("old", "printed", "expected"),
    [
        (
            REPEAT,
            "2.重复申请 | 0 | 0 | | 0 | 0 | 0 | 0 | ||",
            "2.重复申请 | 0 | 0 |0 | 0 | 0 | 0 | 0 | ||",
        ),
        (
            REPEAT,
            "2.重复申请 | 0 | 0 || 0 | 0 | 0 | 0 | ||",
            "2.重复申请 | 0 | 0 |0| 0 | 0 | 0 | 0 | ||",
        ),
        (SECRET, "1.属于国家秘密 | | | | | | | 0 | |", "1.属于国家秘密 |0 |0 |0 |0 |0 |0 | 0 | |"),
        (NEW, "一、本年新收政府信息公开申请数量 | 4 | 1 | / | / | / | / | 5 | ||", NEW),
        (DISPUTES, DISPUTES.replace("1 | 0 | 0 | 0 |", "1 | / | / | / |"), DISPUTES),
    ],
)
def test_what_a_sum_leaves_nothing_for_becomes_0(old: str, printed: str, expected: str) -> None:
    assert changed((old, expected)) == mended(changed((old, printed)), "GK206")


def test_a_0_that_is_found_leads_to_the_next() -> None:
    # The row alone does not tell 上年结转: its own total is missing, and the column tells it.
    text = changed(
        (SECRET, "1.属于国家秘密 | / | 0 | 0 | 0 | 0 | 0 | / | |"),
        (REPEAT, "2.重复申请 | 0 | 0 | / | 0 | 0 | 0 | / | ||"),
    )

    assert changed() == mended(text, "GK206")


def test_a_group_that_is_not_all_certain_stays_blank() -> None:
    # 自然人 and 商业企业: two rows each, and the columns leave 1 to be shared in the first.
    text = changed(
        (
            "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |",
            "（一）予以公开 | 2 | / | / | 0 | 0 | 0 | / |",
        ),
        (HANDLED, "（七）总计 | 4 | / | 0 | 0 | 0 | 0 | 5 | ||"),
    )

    assert text == applied(gklint.check(text), "GK206")


@pytest.mark.parametrize(
    ("old", "printed"),
    [
        # 1 is missing, which nobody enters but the author.
        (NEW, "一、本年新收政府信息公开申请数量 | 4 | / | 0 | 0 | 0 | 0 | 5 | ||"),
        # The row leaves nothing, its column something: the numbers contradict each other.
        (HANDLED, "（七）总计 | 5 | / | 0 | 0 | 0 | 0 | 5 | ||"),
        # Another sum of the table is broken.
        (REPEAT, "2.重复申请 | 0 | 0 | / | 0 | 0 | 0 | 3 | ||"),
        # No sum ties these numbers together.
        (DOCUMENTS, "行政规范性文件 | 2 | / | 12 |"),
        ("行政强制 | 0 | ||", "行政强制 | / | ||"),
        # A whole table without numbers says nothing.
        (DISPUTES, " | ".join("/" * 15)),
    ],
)
def test_what_is_not_forced_stays_blank(old: str, printed: str) -> None:
    report = gklint.check(changed((old, printed)))

    assert "GK206" in [each.code for each in report.diagnostics]
    assert [] == fixes(report, "GK206")


def test_a_broken_sum_elsewhere_in_the_table_forbids_all() -> None:
    text = changed(
        (REPEAT, "2.重复申请 | 0 | 0 | / | 0 | 0 | 0 | 0 | ||"),
        (NEW, NEW.replace("| 5 |", "| 6 |")),
    )

    assert "GK303" in [code for code, _ in found(text)]
    assert [] == fixes(gklint.check(text), "GK206")


def test_where_a_number_cannot_be_read_its_sums_force_nothing() -> None:
    text = changed((REPEAT, "2.重复申请 | 0 | 无 | / | 0 | 0 | 0 | 0 | ||"))

    # The column still does.
    assert changed((REPEAT, "2.重复申请 | 0 | 无 | 0 | 0 | 0 | 0 | 0 | ||")) == applied(
        gklint.check(text), "GK206"
    )


def test_a_negative_number_forbids_all() -> None:
    text = changed((REPEAT, "2.重复申请 | 0 | -1 | / | 1 | 0 | 0 | 0 | ||"))

    assert [] == fixes(gklint.check(text), "GK206")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td></td>", "<td>0</td>"),
        ("<td>&nbsp;</td>", "<td>0&nbsp;</td>"),
        ("<td><p>&nbsp;</p></td>", "<td><p>0&nbsp;</p></td>"),
        ("<td><p></p></td>", "<td><p>0</p></td>"),
        ('<td> <p class="a">\n</p></td>', '<td> <p class="a">0\n</p></td>'),
        ("<td><div><p><br></p></div></td>", "<td><div><p>0<br></p></div></td>"),
        ("<td><p></p><p></p></td>", "<td><p>0</p><p></p></td>"),
        ("<td>", "<td>0"),
        ("<td>/</td>", "<td>0</td>"),
    ],
)
def test_in_a_page_it_is_written_into_the_cell(cell: str, expected: str) -> None:
    html = page(changed((REPEAT, "2.重复申请 | 0 | 0 | ? | 0 | 0 | 0 | 0 | ||")))
    before = html.replace("<td>?</td>", cell)
    linter = Linter(load_rules())

    after = applied(linter.check(take(before.encode(), "a.html")), "GK206")

    assert html.replace("<td>?</td>", expected) == after
    codes = [each.code for each in linter.check(take(after.encode(), "a.html")).diagnostics]
    assert "GK206" not in codes


def page(text: str) -> str:
    """A web page: rows of a table for lines with bars, paragraphs for others."""
    html = ""
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split(" | ")]
        row = "".join(f"<td>{cell.strip(' |')}</td>" for cell in cells if cell.strip(" |"))
        html += f"<table><tr>{row}</tr></table>\n" if len(cells) > 1 else f"<p>{line}</p>\n"
    return html.replace("</table>\n<table>", "\n")


def blank(text: str) -> list[tuple[str, tuple[str | None, ...] | None, int]]:
    """Message, cell and number of related places of each finding."""
    return [
        (each.message, each.cell and (each.cell.row, each.cell.column), len(each.related))
        for each in gklint.check(text).diagnostics
        if each.code == "GK206"
    ]


def without(columns: Callable[[int], Sequence[int]]) -> str:
    """The sample with cells of table three blank: for each row by its number, which columns."""
    numbers = count()

    def blanked(match: re.Match[str]) -> str:
        cells = match[0].split(" | ")
        for column in columns(next(numbers)):
            cells[column] = "/"
        return " | ".join(cells)

    return re.sub(r"\b\d+(?: \| \d+){6}(?= \| \|)", blanked, changed())


def test_columns_that_are_blank_from_top_to_bottom_are_one_finding() -> None:
    assert [
        ("表三的“科研机构、其他”整列没有填数字（25 行，共 50 格）。没有的请填0。", None, 50)
    ] == blank(without(lambda _: (2, 5)))


def test_rows_one_below_the_other_are_one_finding_that_lists_their_cells() -> None:
    text = changed(
        ("2.没有现成信息需要另行制作 | 0 | 0", "2.没有现成信息需要另行制作 | 0 | /"),
        (
            "3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "3.补正后申请内容仍不明确 | / | / | / | / | / | / | /",
        ),
        (
            "1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
            "1.信访举报投诉类申请 | / | / | / | / | / | / | /",
        ),
        ("3.要求提供公开出版物 | 0 | 0", "3.要求提供公开出版物 | 0 | /"),
    )

    assert [
        (
            "表三有 3 行共 15 格没有填数字：“2.没有现成信息需要另行制作”（商业企业）；"
            "“3.补正后申请内容仍不明确”至“1.信访举报投诉类申请”（各列）。没有的请填0。",
            ("unable_not_compiled", "commercial"),
            15,
        ),
        (
            "表三“3.要求提供公开出版物”一行的“商业企业”没有填数字。没有的请填0。",
            ("rejected_publication", "commercial"),
            0,
        ),
    ] == blank(text)


def test_of_many_rows_the_first_are_listed() -> None:
    ((message, _, places),) = blank(without(lambda row: (2,) if row % 2 else (4,)))

    assert 25 == places
    assert message.startswith(
        "表三有 25 行共 25 格没有填数字：“一、本年新收政府信息公开申请数量”（法律服务机构）；"
    )
    assert message.endswith("“2.其他法律行政法规禁止公开”（科研机构）等。没有的请填0。")


def test_a_table_without_numbers_is_one_finding() -> None:
    text = changed((DISPUTES, " | ".join("/" * 15)))

    assert [("表四一个数字也没有填。没有的请填0。", None, 15)] == blank(text)


def test_what_stands_side_by_side_is_a_group_and_no_row() -> None:
    values = "1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    (found,) = gklint.check(changed((values, values.replace("1 | 0", "1 | /", 1)))).diagnostics

    assert "表四“行政复议”一组的“结果纠正”没有填数字。没有的请填0。" == found.message
