"""Clauses of a sentence, and which words stand beside which number."""

from __future__ import annotations

import pytest

from gklint.form.vocabulary import Mention
from gklint.parse.prose.clauses import beside, clauses, in_turn, joined
from gklint.parse.prose.phrases import COUNT


def named(text: str, *words: str) -> list[Mention]:
    return [
        Mention("group", word, text.index(word), text.index(word) + len(word)) for word in words
    ]


def test_a_sentence_falls_into_clauses() -> None:
    found = [*clauses("收到14件(网上9件、信函5件),合计1,024条。")]

    assert ["收到14件", "网上9件", "信函5件", "合计1,024条"] == [each.text for each in found]
    assert ["", "(", "、", "),"] == [each.mark for each in found]


def test_a_colon_before_a_number_parts_no_clause() -> None:
    assert ["行政复议:2件"] == [each.text for each in clauses("行政复议:2件")]


@pytest.mark.parametrize(
    ("text", "expected", "follow"),
    [
        ("甲5件乙4件", [("5件", ["甲"]), ("4件", ["乙"])], False),
        ("5件甲4件乙", [("5件", ["甲"]), ("4件", ["乙"])], True),
        ("5件中甲4件", [("5件", []), ("4件", ["甲"])], False),
    ],
)
def test_words_stand_before_their_numbers_or_behind_them(
    text: str, expected: list[tuple[str, list[str]]], follow: bool
) -> None:
    words = named(text, *(word for word in "甲乙" if word in text))
    found = [*beside([*COUNT.finditer(text)], words)]

    assert expected == [(match[0], [m.name for m in near]) for match, near, _ in found]
    assert {follow} == {each for *_, each in found}


@pytest.mark.parametrize(("text", "expected"), [("甲和乙5件", True), ("甲5件和乙", False)])
def test_words_may_be_joined(text: str, expected: bool) -> None:
    assert expected == joined(text, named(text, "甲", "乙"))


def test_numbers_may_be_given_in_turn() -> None:
    text = "甲、乙和丙分别为1件、2件和3件"

    found = [(m.name, match["number"]) for m, match in in_turn(text, named(text, *"甲乙丙"))]

    assert [("甲", "1"), ("乙", "2"), ("丙", "3")] == found


def test_numbers_in_turn_are_as_many_as_what_they_count() -> None:
    text = "甲、乙分别为1件、2件和3件"

    assert [] == [*in_turn(text, named(text, "甲", "乙"))]
