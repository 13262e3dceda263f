"""Labels and headings that recognition misread."""

from __future__ import annotations

import pytest

from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.checking import linter
from tests.support.recognised import read, recognised
from tests.support.sample import changed

TOTAL = ("（七）总计 |", "总汁 |")


def document(*pairs: tuple[str, str]) -> Document:
    """A changed sample as if it had been recognised."""
    return parse(recognised(changed(*pairs), {}), linter().rules.form)


def row(found: Document, name: str, table: str = "requests") -> list[object]:
    """The numbers of a row; nothing if there is none."""
    numbers = found.tables[table].numbers
    return [number for (row, _), number in numbers.items() if row == name]


@pytest.mark.parametrize(
    "printed",
    ["七）总计", "总计", "（七）总汁", "(土)总计"],
)
def test_a_misread_label_is_that_of_the_row_that_is_lacking_there(printed: str) -> None:
    found = document(("（七）总计 |", f"{printed} |"))

    assert [4, 1, 0, 0, 0, 0, 5] == row(found, "handled_total")
    assert 25 == len(found.tables["requests"].rows)


def test_so_it_is_with_the_head_of_a_column() -> None:
    found = document(
        (
            "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经",
            "结果维特 | 结果纠正 | 其他结果0 | 尚末审结 | 总计 | 未经",
        )
    )

    assert [1, 0, 0, 0, 1] == row(found, "review", "disputes")


def test_text_that_was_not_recognised_says_what_it_says() -> None:
    found = parse(Source(changed(TOTAL)), linter().rules.form)

    assert [] == row(found, "handled_total")


def test_that_it_reads_otherwise_is_left_undecided() -> None:
    found = read(changed(("5.属于三类内部事务信息", "5.属于三美内部事务信息")))

    assert [] == [each.code for each in found.diagnostics if each.severity != "info"]
    assert ["GK211"] == [each.code for each in found.undecided]


def test_another_label_is_not_that_of_the_row_that_is_lacking_there() -> None:
    found = document(("7.属于行政执法案卷", "7.属于工作秘密"))

    assert [] == row(found, "denied_enforcement_file")


def test_rows_that_are_swapped_keep_their_numbers() -> None:
    found = document(
        ("2.重复申请 | 0", "3.要求提供公开出版物 | 7"),
        (
            "3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n4",
            "2.重复申请 | 8 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n4",
        ),
    )

    assert 7 == row(found, "rejected_publication")[0]
    assert 8 == row(found, "rejected_repeat")[0]


SIX = "六、其他需要报告的事项"


@pytest.mark.parametrize(
    "printed", ["大、其他需要报告的事项", "六、其他需要报告的事顶", "六、其他"]
)
def test_a_misread_heading_is_that_which_is_lacking_there(printed: str) -> None:
    assert "other_matters" in document((SIX, printed)).sections


@pytest.mark.parametrize("printed", ["其他需要", "六、此外", "六、收费情况"])
def test_other_lines_are_no_heading(printed: str) -> None:
    assert "other_matters" not in document((SIX, printed)).sections


MISREAD = "大、其他需要报告的事项"


def test_of_two_lines_neither_is_the_heading() -> None:
    assert "other_matters" not in document((SIX, f"{MISREAD}\n{MISREAD}")).sections


def test_a_heading_is_lacking_only_behind_those_that_go_before_it() -> None:
    found = document((SIX + "\n", ""), ("五、存在", f"{MISREAD}\n五、存在"))

    assert "other_matters" not in found.sections
