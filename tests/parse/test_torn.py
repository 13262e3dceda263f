"""Headers of tables that came apart in the text of a PDF, above rows that did not."""

from __future__ import annotations

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form

ROWS = [line.strip(" |") for line in sample_text().splitlines()]
WIDE = ROWS.index("四、政府信息公开行政复议、行政诉讼情况")
WIDE_HEADER = [
    "行政复议 行政诉讼",
    *("结果维 结果纠 其他结 尚未审", "总计", "持 正 果 结"),
    "未经复议直接起诉 复议后起诉",
    *("结果维 结果纠 其他结 尚未审 结果维 结果纠 其他结 尚未审", "总计 总计"),
    "持 正 果 结 持 正 果 结",
]
WHOLE = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
APPLICANTS = ["商业企业科研机构社会公益", "组织", "法律服务", "机构", "其他"]


def read(rows: list[str], mark: str = " ") -> Document:
    """A report whose cells only blanks part, or tabs."""
    return parse(Source("\n".join(row.replace(" | ", mark) for row in rows) + "\n"), form())


def with_applicants(words: list[str]) -> list[str]:
    at = next(number for number, row in enumerate(ROWS) if row.startswith("商业企业"))
    return [*ROWS[:at], *words, *ROWS[at + 1 :]]


def with_outcomes(header: list[str]) -> list[str]:
    return [*ROWS[: WIDE + 1], *header, *ROWS[WIDE + 4 :]]


def test_words_that_are_run_together_and_broken_are_the_header_of_table_three() -> None:
    document = read(with_applicants(APPLICANTS))

    assert () == document.deviations
    assert read(ROWS).tables["requests"].numbers == document.tables["requests"].numbers


@pytest.mark.parametrize("first", [WIDE_HEADER[1:4], WHOLE], ids=["all", "the last ones"])
def test_words_that_are_torn_line_by_line_are_the_header_of_table_four(first: list[str]) -> None:
    document = read(with_outcomes([WIDE_HEADER[0], *first, *WIDE_HEADER[4:]]))

    assert () == document.deviations
    assert 1 == document.tables["disputes"].number("review", "upheld")


def test_what_is_written_above_the_values_stays() -> None:
    document = read(with_outcomes(["本年度没有复议后起诉的案件。", *WIDE_HEADER]))

    assert "本年度没有复议后起诉的案件。" == document.sections["disputes"].text


@pytest.mark.parametrize(
    "words",
    [
        [*APPLICANTS[:-1]],
        [*APPLICANTS[:-1], "其它"],
    ],
    ids=["less", "another"],
)
def test_a_header_that_has_not_all_words_is_not_the_form_s(words: list[str]) -> None:
    (found,) = read(with_applicants(words)).deviations

    assert ("requests", "column") == (found.address.part, found.element.value)


def test_rows_that_are_not_in_their_order_are_left_there() -> None:
    rows = with_applicants(APPLICANTS)
    at = next(number for number, row in enumerate(rows) if "1.信访举报投诉类申请" in row)
    rows[at + 1], rows[at + 2] = rows[at + 2], rows[at + 1]
    (found,) = read(rows).deviations

    assert ("misplaced", "row") == (found.wrong.value, found.element.value)


def test_cells_that_are_marked_are_as_the_author_has_them() -> None:
    rows = with_applicants(["商业企业科研机构 | 社会公益组织法律服务机构 | 其他"])
    rows = [row for row in rows if "2.重复申请" not in row]
    found = {each.element.value for each in read(rows, "\t").deviations}

    assert {"row", "column"} == found
