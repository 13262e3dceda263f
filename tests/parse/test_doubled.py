"""A table that stands twice."""

from __future__ import annotations

import pytest

from gklint.docs import sample_text
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.tokens import form, normal_of, shown_deviation

SAMPLE = sample_text()
HEADINGS = [line for line in SAMPLE.splitlines() if line[1:2] == "、" and "|" not in line]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
NEW = "一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | ||\n"


def table(number: int) -> str:
    """The lines below a heading."""
    return SAMPLE.split(HEADINGS[number] + "\n")[1].split(HEADINGS[number + 1])[0]


def differences(text: str) -> list[str]:
    document = parse(Source(text), form())
    return [shown_deviation(normal_of(text), each) for each in document.deviations]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "disclosure/*/* «第二十条第(一)项» → «» at «第二十条第(一)项»"),
        (2, f"requests/*/* «{CORNER}» → «» at «{CORNER}»"),
        (3, "disputes/*/* «行政复议» → «» at «行政复议»"),
    ],
)
def test_a_table_pasted_again_is_one_difference(number: int, expected: str) -> None:
    text = SAMPLE.replace(table(number), table(number) * 2)

    assert [f"! doubled table {normal_of(expected)}"] == differences(text)


def test_the_fuller_of_two_is_read() -> None:
    less = table(2).replace("3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n", "")
    other = table(2).replace(NEW, NEW.replace("4 | 1", "3 | 2"))
    read = parse(Source(SAMPLE.replace(table(2), less + other)), form()).tables["requests"]

    assert (3, 2) == (read.number("new", "natural_person"), read.number("new", "commercial"))


def test_the_first_of_equals_is_read() -> None:
    other = table(2).replace(NEW, NEW.replace("4 | 1", "3 | 2"))
    read = parse(Source(SAMPLE.replace(table(2), table(2) + other)), form()).tables["requests"]

    assert 4 == read.number("new", "natural_person")


def test_a_row_that_comes_again_is_a_doubled_row() -> None:
    assert ["! doubled row requests/new/* «一、本年新收政府信息公开申请数量»"] == [
        each.split(" →")[0] for each in differences(SAMPLE.replace(NEW, NEW * 2))
    ]


def test_a_header_that_comes_again_on_the_next_page_makes_no_second_table() -> None:
    header = table(2)[: table(2).index(NEW)]
    row = "（四）无法提供 | 1.本机关"

    assert not any("table" in each for each in differences(SAMPLE.replace(row, header + row)))
