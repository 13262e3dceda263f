"""Normative documents that are counted in running text."""

from __future__ import annotations

import pytest

from gklint.model.statements import Statements
from tests.support.statements import (
    DISCLOSURE,
    OVERVIEW,
    Place,
    counts,
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


def test_a_document_that_may_be_of_another_kind_is_marked() -> None:
    found = read("印发规范性文件2件。", OVERVIEW).counts

    assert [("issued", 2, True)] == [(c.about, c.number, c.partial) for c in found]


@pytest.mark.parametrize(
    "text",
    ["公开规范性文件解读5篇。", "规范性文件专栏更新5次。", "制发规范性文件比上年增加2件。"],
)
def test_what_is_no_document_is_not_counted(text: str) -> None:
    assert Statements() == read(text, OVERVIEW)
