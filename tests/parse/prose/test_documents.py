"""Normative documents that are counted in running text."""

from __future__ import annotations

import pytest

from gklint.model.statements import Statements
from tests.support.statements import (
    DISCLOSURE,
    OVERVIEW,
    Place,
    counts,
    printed,
    read,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("制发行政规范性文件2件。", [("issued", 2)]),
        ("全年共制定行政规范性文件三件。", [("issued", 3)]),
        ("废止行政规范性文件1件。", [("repealed", 1)]),
        ("现行有效行政规范性文件12件。", [("in_force", 12)]),
        ("制发行政规范性文件2件，废止行政规范性文件1件。", [("issued", 2), ("repealed", 1)]),
        ("2023年印发的行政规范性文件共２件。", [("issued", 2)]),
    ],
)
@pytest.mark.parametrize("place", [OVERVIEW, DISCLOSURE])
def test_documents_are_counted(text: str, expected: list[tuple[str, int]], place: Place) -> None:
    assert expected == counts(text, place)


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("印发规范性文件2件。", True),
        ("各乡镇印发行政规范性文件2件。", True),
        ("印发行政规范性文件2件。", False),
    ],
)
def test_documents_of_another_kind_or_of_several_bodies_are_marked(
    text: str, partial: bool
) -> None:
    (count,) = read(text, OVERVIEW).counts

    assert ("issued", 2) == (count.about, count.number)
    assert partial is count.partial


@pytest.mark.parametrize(
    ("verb", "about"),
    [
        *((verb, "issued") for verb in ("制发", "制定", "出台", "印发")),
        *(("废止", "repealed"), ("失效", "repealed"), ("现行有效", "in_force")),
    ],
)
def test_a_verb_tells_what_documents_are_counted(verb: str, about: str) -> None:
    assert [(about, 2)] == counts(f"{verb}行政规范性文件2件。", OVERVIEW)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *((word, "") for word in ("的", "并", "和", "出台", "印发", "实施", "公开", "并印发的")),
        *(("", word) for word in ("共计", "共", "为", "：", "数量", "数量共计为")),
    ],
)
def test_words_may_stand_around_documents(before: str, after: str) -> None:
    assert [("issued", 2)] == counts(f"制定{before}行政规范性文件{after}2件。", OVERVIEW)


@pytest.mark.parametrize(
    ("printed", "number"), [("1,024", 1024), ("十二", 12), ("两", 2), ("0", 0)]
)
def test_documents_are_counted_in_any_writing(printed: str, number: int) -> None:
    assert [("issued", number)] == counts(f"制发行政规范性文件{printed}件。", OVERVIEW)


@pytest.mark.parametrize("unit", "件个份部项")
def test_documents_are_counted_in_several_units(unit: str) -> None:
    assert [("issued", 2)] == counts(f"制发行政规范性文件2{unit}。", OVERVIEW)


def test_documents_are_where_they_are_printed() -> None:
    text = "全年制发行政规范性\n文件２件，均已公开。"
    (count,) = read(text, OVERVIEW).counts

    assert "制发行政规范性\n文件２件" == printed(text, count.where)


@pytest.mark.parametrize(
    "text",
    ["公开规范性文件解读5篇。", "规范性文件专栏更新5次。", "制发规范性文件比上年增加2件。"],
)
def test_what_is_no_document_is_not_counted(text: str) -> None:
    assert Statements() == read(text, OVERVIEW)
