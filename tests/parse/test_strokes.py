"""Rows taken at a stroke: the same as those that are read line by line, and far faster."""

from __future__ import annotations

from random import Random

import pytest

from gklint.docs import sample_text
from gklint.model.document import Document
from gklint.parse import report
from gklint.parse.report import parse
from gklint.parse.strokes import at_a_stroke
from gklint.text.source import Source
from tests.generator import DEFECTS, LAYOUTS
from tests.generator.strategies import broken_case, clean_case
from tests.support.sample import changed
from tests.support.tokens import form, normal_of

DISCLOSURE, REQUESTS, DISPUTES = 20, 40, 19  # labels of each table, with its header
ROWS = 30  # of the table of requests below its header
ROW = "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||"
LAST = "四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"


def taken(text: str) -> list[int]:
    """How many labels each block has."""
    return [len(line.found) for line in at_a_stroke(normal_of(text), form().wordings).values()]


def models(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, Document]:
    """What is made of a text with and without strokes; what marks cells, other rows tell."""
    at_once = parse(Source(text), form())
    with monkeypatch.context() as patch:
        patch.setattr(report, "at_a_stroke", lambda *_: {})
        line_by_line = parse(Source(text), form())
    return _unmarked(at_once), _unmarked(line_by_line)


def _unmarked(document: Document) -> Document:
    tables = {name: table._replace(loose=False) for name, table in document.tables.items()}
    return document._replace(tables=tables)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_clean_report_of_any_layout_has_a_block_for_each_table(layout: str) -> None:
    text = clean_case(1, layout, noisy=False).text
    header_is_split = layout == "pipe_noempty"  # 商业 / 企业

    assert [DISCLOSURE, ROWS if header_is_split else REQUESTS, DISPUTES] == taken(text)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
def test_clean_reports_are_read_the_same(layout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(12):
        text = clean_case(seed, layout, noisy=seed % 2 == 0).text
        at_once, line_by_line = models(text, monkeypatch)
        assert line_by_line == at_once, seed


@pytest.mark.parametrize("defect", sorted(DEFECTS))
def test_damaged_reports_are_read_the_same(defect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for layout in Random(defect).sample(LAYOUTS, 3):
        text = broken_case(5, defect, layout, noisy=False).text
        at_once, line_by_line = models(text, monkeypatch)
        assert line_by_line == at_once, layout


def test_a_table_with_its_header_and_captions_is_one_block() -> None:
    assert [DISCLOSURE, REQUESTS, DISPUTES] == taken(sample_text())


def test_an_amount_has_one_point_at_most() -> None:
    assert [REQUESTS, DISPUTES] == taken(changed(("| 15.62 |", "| 15.6.2 |")))


def test_rows_below_an_odd_header_are_a_block() -> None:
    text = changed(("自然人 | 法人或其他组织 | 总计 | |||", "个人 | 法人或其他组织 | 总计 | |||"))

    assert [DISCLOSURE, ROWS, DISPUTES] == taken(text)


def test_a_wide_table_with_a_value_too_few_is_none() -> None:
    text = changed(("1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |", "1 | 0 | 0 | 0 | 1 | 0 | 0 |"))

    assert [DISCLOSURE, REQUESTS] == taken(text)


@pytest.mark.parametrize(
    "row",
    [
        ROW.replace("| 1 |", "| |", 1),
        ROW.replace("| 1 |", "| 无 |", 1),
        ROW.replace("| 1 | 0 |", "| 1 0 |", 1),
        ROW.replace("| 1 |", "| 1.5.2 |", 1),
        ROW.replace("| 1 |", "| 1件 |", 1),
        ROW.replace("| ||", "| 7 |"),
        ROW.replace("上年结转", "往年结转"),
        f"其他情况 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n{ROW}",
        f"3\n{ROW}",
    ],
)
def test_a_row_that_is_not_as_it_should_be_leaves_all_to_the_readers_of_lines(
    row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = changed((ROW, row))
    at_once, line_by_line = models(text, monkeypatch)

    assert [DISCLOSURE, DISPUTES] == taken(text)
    assert line_by_line == at_once


@pytest.mark.parametrize("after", [" 8 |", "\n8", "\n| 8 |", "\n/", "\n—"])
def test_what_may_be_one_value_more_leaves_all_to_them_too(after: str) -> None:
    assert [DISCLOSURE, DISPUTES] == taken(changed((LAST, LAST + after)))


def test_a_table_that_comes_twice_is_two_blocks() -> None:
    text = sample_text()
    start, end = text.index("一、本年新收"), text.index(LAST) + len(LAST)

    assert [DISCLOSURE, REQUESTS, ROWS, DISPUTES] == taken(f"{text[:end]}\n\n{text[start:]}")


def test_rows_of_2019_are_a_block_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = sample_text()
    start, end = text.index("1.申请人无正当理由逾期不补正"), text.index("（七）总计")
    text = f"{text[:start]}0 | 0 | 0 | 0 | 0 | 0 | 0 |\n{text[end:]}"
    at_once, line_by_line = models(text, monkeypatch)

    assert [DISCLOSURE, REQUESTS - 3, DISPUTES] == taken(text)
    assert line_by_line == at_once
