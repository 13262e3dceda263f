"""A sentence in its passage, and the clauses of it."""

from __future__ import annotations

import pytest

from gklint.model.statements import Passage
from gklint.parse.prose.place import Place
from gklint.text.prose import squeeze
from gklint.text.source import Span

PROSE = squeeze("甲乙。丙 丁", [Span(0, 6)])
PASSAGE = Passage("overview", "on_request", PROSE)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("甲:乙(丙,丁)戊;己", "甲", "甲"),
        ("甲:乙(丙,丁)戊;己", "乙", "乙(丙"),
        ("甲:乙(丙,丁)戊;己", "丙", "丙"),
        ("甲:乙(丙,丁)戊;己", "丁", "丁"),
        ("甲:乙(丙,丁)戊;己", "戊", "丁)戊"),
        ("甲:乙(丙,丁)戊;己", "己", "己"),
        ("甲,乙,丙", "甲", "甲"),
        ("甲,乙,丙", "乙", "乙"),
        ("甲,乙,丙", "丙", "丙"),
        (",甲", "甲", "甲"),
        (",甲", ",", ""),
        ("甲X乙", "甲", "甲X乙"),
        ("甲X乙", "乙", "甲X乙"),
    ],
)
def test_a_clause_is_what_stands_between_marks(text: str, at: str, expected: str) -> None:
    assert expected == Place(PASSAGE, 0, text).clause(text.index(at))


def test_a_place_is_that_of_the_original_text() -> None:
    where = Place(PASSAGE, 3, "丙丁").where(1, 2)

    assert ("overview", "on_request") == (where.section, where.part)
    assert (Span(5, 6), Span(3, 6)) == (where.span, where.sentence)


@pytest.mark.parametrize(("end", "year"), [(2, None), (5, 2022), (10, 2022), (11, 2023)])
def test_the_year_of_a_place_is_the_last_one_before_its_end(end: int, year: int | None) -> None:
    text = "2022年,2023年"
    passage = Passage(None, None, squeeze(text, [Span(0, len(text))]))

    assert year == Place(passage, 0, text).where(0, end).year
