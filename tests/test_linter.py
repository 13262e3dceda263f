"""What is said of a file as a whole."""

from __future__ import annotations

import re

import gklint
from tests.support.sample import changed

HEADING = "一、总体情况\n"


def whole(text: str) -> list[tuple[str, int, int, str]]:
    return [
        (found.code, found.range.start.line, found.range.start.column, found.message)
        for found in gklint.check(text).diagnostics
        if found.range
    ]


def test_of_a_text_whose_lines_were_lost_that_is_said_at_the_first_heading() -> None:
    title, *lines = changed().replace("|", "").splitlines()
    text = title + "\n" + "".join(lines)

    assert [
        (
            "GK002",
            2,
            "".join(lines).index("一、总体情况") + 1,
            "全文的换行丢失了：从这里的“一、总体情况”起，各个标题都挤在段落里，因此没有检查其他内容。"
            "请恢复分段后再检查。",
        )
    ] == whole(text)


def test_a_text_that_begins_with_the_first_heading_has_lost_its_lines_too() -> None:
    lines = changed().replace("|", "").splitlines()
    text = "".join(lines[lines.index("一、总体情况") :])

    assert [("GK002", 1)] == [(code, line) for code, line, _, _ in whole(text)]


def test_where_paragraphs_are_left_but_no_table_the_lines_were_lost_too() -> None:
    text = changed().replace("|", "")
    title, *lines = text.splitlines()
    at = lines.index("二、主动公开政府信息情况")
    glued = "\n".join((title, "".join(lines[:at]), "主动公开如下。" + "".join(lines[at:])))

    assert [("GK002", 2)] == [(code, line) for code, line, _, _ in whole(glued)]


def test_of_a_report_that_has_lost_its_headings_that_is_said_at_its_first_table() -> None:
    lines = changed().splitlines()
    kept = [line for line in lines if "|" in line or not re.match("[一二三四五六]、", line)]
    at = next(n for n, line in enumerate(kept, 1) if line.startswith("第二十条第（一）项"))

    assert [
        (
            "GK002",
            at,
            1,
            "这里有年度报告的 3 张表，“一、总体情况”等规定的标题却一个也没有，"
            "因此没有检查其他内容。标题可能在转换时丢失了，请补上，或检查转换以前的文件。",
        )
    ] == whole("\n".join(kept))


def test_where_only_some_headings_are_inline_all_else_is_checked() -> None:
    text = changed(("）。\n" + HEADING, "）。" + HEADING), ("行政许可 | 36 |", "行政许可 | 三 |"))

    assert ["GK119", "GK207"] == [code for code, *_ in whole(text)]
