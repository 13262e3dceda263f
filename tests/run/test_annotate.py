"""Findings as comments in a copy of a Word file."""

from __future__ import annotations

import io

import docx

from gklint.formats.docx.reading import read_docx
from gklint.formats.limits import DEFAULT
from gklint.run.annotate import annotate
from gklint.text.source import Span
from tests.support.annotating import (
    COMMENTS,
    TIME,
    checked,
    comment,
    finding,
    marked,
    part,
    report,
    sample,
    word,
)


def test_each_finding_becomes_a_comment_at_its_cell_or_sentence() -> None:
    data = sample(
        ("行政强制 | 0", "行政强制 | 零件"),
        ("二、上年结转政府信息公开申请数量 | 1 | 0", "二、上年结转政府信息公开申请数量 | 1 |"),
        ("五、存在的主要问题及改进情况", "五、主要问题及改进情况"),
    )

    annotated = checked(data)

    comments = [*docx.Document(io.BytesIO(annotated.data)).comments]
    assert (3, 0, False) == annotated[1:]
    assert ["零件", "", "五、主要问题及改进情况"] == marked(annotated.data)
    assert "错误 GK207" == comments[0].text[:8]
    assert (
        "警告 GK104：标题应为“五、存在的主要问题及改进情况”，现为“五、主要问题及改进情况”。\n"
        "依据：六个部分的标题由格式规定，各地报告一致采用（国办公开办函〔2021〕30号；从已公布的报告归纳）"
    ) == comments[2].text


def test_a_comment_is_signed_and_dated() -> None:
    data = comment(word("第一段"), "一").data

    (found,) = docx.Document(io.BytesIO(data)).comments
    assert ("gklint", "GK", "错误 GK501：不对。\n依据：依据") == (
        found.author,
        found.initials,
        found.text,
    )
    assert 'w:date="2024-01-30T09:05:07"' in part(data, COMMENTS)


def test_a_comment_is_in_the_language_asked_for() -> None:
    data = comment(word("第一段"), "一", lang="en").data

    (found,) = docx.Document(io.BytesIO(data)).comments
    assert "error GK501: 不对。\nbasis: 依据" == found.text


def test_what_xml_cannot_hold_becomes_a_blank() -> None:
    data = word("第一段")
    found = [finding(Span(0, 1), "写作\x00\ud800\ufffe\uffff\n<&𠮷")]

    annotated = annotate(data, report(read_docx(data, None, DEFAULT), found), DEFAULT, "zh", TIME)

    (only,) = docx.Document(io.BytesIO(annotated.data)).comments
    assert "错误 GK501：写作     <&𠮷\n依据：依据" == only.text
