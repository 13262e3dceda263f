"""Tables whose labels are broken over lines that run beside each other, as in the text of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from gklint.docs import sample_text
from gklint.formats.reading import take
from gklint.model.document import Document
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form

SAMPLE = sample_text()
LABEL = 4  # characters in a line of the column of labels
NUMBERS = re.compile(r"(?:(?:^| \| )[\d.]+(?= \||$))+")


def broken(text: str, numbers: str = "first") -> str:
    """The text with each row of a table broken: its labels side by side, and its numbers at one
    of its lines, or below them.
    """
    lines = (_row(line, numbers) if "|" in line else [line] for line in text.splitlines())
    return "".join(f"{line}\n" for row in lines for line in row)


def _row(line: str, numbers: str) -> list[str]:
    found = NUMBERS.search(line)
    tail = "   ".join(found[0].strip(" |").split(" | ")) if found else ""
    labels = [each for each in line[: found.start() if found else None].split("|") if each.strip()]
    lines = [*_side_by_side([label.strip() for label in labels])]
    if numbers == "below":
        return [*lines, tail] if tail else lines
    at = 0 if numbers == "first" else len(lines) // 2
    return [f"{each}   {tail}".rstrip() if each is lines[at] else each for each in lines]


def _side_by_side(labels: list[str]) -> Iterator[str]:
    for start in range(0, max(map(len, labels), default=1), LABEL):
        yield "  ".join(label[start : start + LABEL].ljust(LABEL) for label in labels)


def read(text: str) -> Document:
    return parse(Source(text), form())


@pytest.mark.parametrize("numbers", ["first", "middle", "below"])
def test_the_numbers_are_read_row_by_row(numbers: str) -> None:
    document = read(broken(SAMPLE, numbers))

    assert () == document.deviations
    assert {name: table.numbers for name, table in read(SAMPLE).tables.items()} == {
        name: table.numbers for name, table in document.tables.items()
    }


DISPUTES = """行政复议
行政诉讼
结果维
持
结果纠
正
其他结
果
尚未审
结
{}
未经复议直接起诉
总计
{}
结果维
持
结果纠
正
其他结
果
尚未审
结
{}
复议后起诉
总计
{}
结果维 结果纠 其他结 尚未审
持 正 果 结
{}
总计
{}
五、"""


def with_disputes(*lengths: int) -> str:
    """The sample, so many values of table four between the words of its header."""
    above, _, below = SAMPLE.partition("行政复议 | 行政诉讼")
    values = iter("1000100000000000")
    parts = ["\n".join(next(values) for _ in range(length)) for length in lengths]
    return above + DISPUTES.format(*parts) + below.partition("五、")[2]


def test_words_of_the_header_may_part_the_values_of_table_four_where_a_sum_or_a_row_is() -> None:
    document = read(with_disputes(4, 1, 4, 1, 4, 1))

    assert () == document.deviations
    assert read(SAMPLE).tables["disputes"].numbers == document.tables["disputes"].numbers


@pytest.mark.parametrize("lengths", [(3, 2, 4, 1, 4, 1), (4, 1, 4, 1, 4, 2)])
def test_elsewhere_they_may_not(lengths: tuple[int, ...]) -> None:
    assert read(with_disputes(*lengths)).deviations


def test_each_number_is_its_own_cell_in_the_text() -> None:
    text = broken(SAMPLE.replace("属于国家秘密 | 0 | 0 | 0", "属于国家秘密 | 71 | 72 | 73"))
    cell = read(text).tables["requests"].cells["denied_state_secret", "research"]

    assert "73" == text[slice(*cell.span)]


def test_what_is_written_below_a_table_stays() -> None:
    note = "说明：以上数据均已核对，没有遗漏。\n"
    text = broken(SAMPLE).replace("四、政府", note + "四、政府")

    assert (
        note.strip().replace("：", ":").replace("，", ",") == read(text).sections["requests"].text
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2.重复申请 | 0 |", "2.重复申请 |"),  # a number less
        ("2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", ""),  # a row less
        ("2.重复申请", "2.反复申请"),  # a character that is not the form's
        ("2.重复申请 |", "2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n3.其他 |"),  # a row more
        ("自然人", "自然"),  # a word less in the header
    ],
)
def test_what_is_not_as_in_the_form_is_not_read(old: str, new: str) -> None:
    table = read(broken(SAMPLE.replace(old, new))).tables.get("requests")

    assert table is None or len(table.read_rows) < len(table.shape.rows)


def test_rows_in_another_order_are_not_read() -> None:
    rows = ("7.属于行政执法案卷 | 0", "8.属于行政查询事项 | 9")
    text = broken(SAMPLE.replace("8.属于行政查询事项 | 0", rows[1]))
    swapped = broken(
        SAMPLE.replace(rows[0], "8.属于行政查询事项 | 9").replace(
            "8.属于行政查询事项 | 0", "7.属于行政执法案卷 | 0"
        )
    )

    assert 9 == read(text).tables["requests"].number(
        "denied_administrative_query", "natural_person"
    )
    assert len(read(swapped).tables["requests"].read_rows) < 25


def test_captions_beside_a_label_and_numbers_behind_it_need_no_blank() -> None:
    text = broken(SAMPLE, "middle")
    glued = text.replace("度办理结  以公开    2   1", "度办理结以公开2   1")

    assert text != glued
    assert read(SAMPLE).tables["requests"].numbers == read(glued).tables["requests"].numbers


def test_lines_of_several_captions_may_stand_before_a_label_with_one_blank_between() -> None:
    text = broken(SAMPLE, "middle")
    mixed = text.replace("度办理结  以公开    2", "度办理结 法提供 以公开 2")
    mixed = mixed.replace("法提供   关不掌握", "关不掌握")

    assert text.count("法提供") == mixed.count("法提供")
    assert text != mixed
    assert read(SAMPLE).tables["requests"].numbers == read(mixed).tables["requests"].numbers


def test_a_word_that_is_of_no_label_is_not_passed_over() -> None:
    text = broken(SAMPLE).replace("2.重复   0", "另2.重复   0")

    assert text != broken(SAMPLE)
    assert len(read(text).tables["requests"].read_rows) < 25


def test_words_of_a_label_in_another_order_are_the_author_s() -> None:
    text = SAMPLE.replace("1.信访举报投诉类申请", "1.信访投诉举报类申请")
    lines = (each.strip() for row in text.splitlines() for each in row.strip("| ").split("|"))
    (found,) = read("\n".join(lines)).deviations

    assert ("altered", "1.信访投诉举报类申请") == (found.wrong.value, found.printed)


# -- cells of Markdown ---------------------------------------------------------------


def in_wrong_cells(text: str) -> str:
    """The text with bars through its labels, and with several labels in a cell, as programs have
    it that see columns where words happen to stand below each other.
    """
    text = text.replace("第二十条第（", "第二十条第 |（").replace("二、上年结转", "二、上年 | 结转")
    text = text.replace("（五）不予处理 | ", " | （五）不予<br>").replace(
        "2.重复", "处理<br>2.重复"
    )
    return text.replace("结果维持", "结果维<br>持").replace("情况 | ||||||||", "情 | 况 |")


def test_words_of_labels_that_stand_in_several_cells_are_put_together() -> None:
    document = read(in_wrong_cells(SAMPLE))

    assert () == document.deviations
    assert {name: table.numbers for name, table in read(SAMPLE).tables.items()} == {
        name: table.numbers for name, table in document.tables.items()
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [("1.信访举报投诉类申请", "1.信访举报类申请"), ("2.重复申请 | 0 |", "2.重复申请 | 0 | 0 |")],
    ids=["a word less", "a number more"],
)
def test_what_else_is_wrong_in_such_cells_is_still_told(old: str, new: str) -> None:
    assert read(in_wrong_cells(SAMPLE.replace(old, new))).deviations


def test_rows_that_a_format_marks_are_as_the_author_has_them() -> None:
    lines = SAMPLE.replace("二、上年结转", "二、上年 | 结转").splitlines()
    rows = (line.strip("| ").split(" | ") for line in lines)
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    document = parse(take(f"<table>{page}</table>".encode(), "年报.html"), form())

    assert "carried_in" in {each.address.row for each in document.deviations}
