"""Normative documents that are counted in running text."""

from __future__ import annotations

import pytest

from gklint.model.statements import Doubt, Statements
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
        ("印发涉企规范性文件2件。", True),
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
    ("text", "expected"),
    [
        ("我局共制定规范性文件5件，废止规范性文件4件。", [("issued", 5), ("repealed", 4)]),
        ("印发规范性文件2件。", [("issued", 2)]),
        ("印发我委行政规范性文件2件。", [("issued", 2)]),
        ("现行有效的规范性文件22件。", [("in_force", 22)]),
        ("截至年底，现行有效的行政规范性文件为11个。", [("in_force", 11)]),
        ("目前，12件现行有效的行政规范性文件全部集中公开。", [("in_force", 12)]),
        ("行政规范性文件制发2件、废止1件。", [("issued", 2), ("repealed", 1)]),
        (
            "出台行政规范性文件2件，宣布失效1件，现行有效12件。",
            [("issued", 2), ("repealed", 1), ("in_force", 12)],
        ),
        (
            "对规范性文件开展清理，清理失效4件，保留现行有效12件。",
            [("repealed", 4), ("in_force", 12)],
        ),
        (
            "制定规章1件、规范性文件2件。",
            [("regulations_issued", 1), ("issued", 2)],
        ),
        ("未制发行政规范性文件。", [("issued", 0)]),
        ("没有制定规章和规范性文件。", [("regulations_issued", 0), ("issued", 0)]),
        (
            "未制发、废止行政规范性文件，现行有效12件。",
            [("in_force", 12)],
        ),
    ],
)
def test_documents_are_told_by_what_became_of_them(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert expected == counts(text, OVERVIEW)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("印发涉企行政规范性文件2件。", Doubt.PART),
        ("以县政府名义制发行政规范性文件2件。", Doubt.PART),
        ("所属单位制发行政规范性文件2件。", Doubt.WIDER),
        ("2021年以来，制发行政规范性文件32件。", Doubt.TIME),
        ("制发行政规范性文件十余件。", Doubt.ROUGH),
    ],
)
def test_it_is_said_why_a_number_of_documents_may_be_another(text: str, doubt: Doubt) -> None:
    assert [doubt] == [count.doubt for count in read(text, OVERVIEW).counts]


def test_two_numbers_of_one_thing_add_up_and_are_not_compared_each() -> None:
    found = read("废止规范性文件3件，宣布失效规范性文件1件。", OVERVIEW).counts

    assert [(3, Doubt.PART), (1, Doubt.PART)] == [(c.number, c.doubt) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "公开规范性文件解读5篇。",
        "规范性文件专栏更新5次。",
        "制发规范性文件比上年增加2件。",
        "公开行政规范性文件5件。",
        "清理规范性文件30件。",
        "转发上级规范性文件8件。",
        "印发公文11件，公开规范性文件5件。",
        "刊登规章、规范性文件等文件112件。",
        "制定规章和规范性文件共5件。",
        "现行有效的规范性文件由30件调整为22件。",
        "建立健全规章制度5项。",
        "计划制定规范性文件3件。",
    ],
)
def test_what_is_no_document_is_not_counted(text: str) -> None:
    assert Statements() == read(text, OVERVIEW)
