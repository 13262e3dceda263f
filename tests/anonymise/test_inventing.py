"""Invented words, numbers and readings."""

from __future__ import annotations

import re

import pytest

from gklint.anonymise.inventing import Inventor
from gklint.anonymise.lexicon import lexicon
from gklint.docs import sample_text
from gklint.ruleset.loading import load_rules
from gklint.text.expressions import alternatives
from gklint.text.source import Source
from tests.support.checking import linter


def inventor() -> Inventor:
    return Inventor(b"a secret")


def test_the_same_becomes_the_same_and_only_with_the_same_secret() -> None:
    assert inventor().words("青石") == inventor().words("青石")
    assert inventor().words("青石") != inventor().words("白河")
    assert inventor().words("青石县城关镇") != Inventor(b"another").words("青石县城关镇")


def test_invented_words_are_sought_by_no_rule() -> None:
    made = inventor().words("任" * 500)

    assert 500 == len(made)
    assert not lexicon().used.intersection(made)
    assert [] == [*lexicon().spans(made)]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("0919-2345678", r"09[2-8]{2}-[2-8]{7}"),
        ("010-62345678", r"020-[2-8]{8}"),
        ("13987654321", r"13[2-8]{9}"),
        ("４００-８００-１２３４", r"４００-[２-８]００-[２-８]{4}"),
        ("12345", "12345"),
    ],
)
def test_numbers_stay_of_their_kind(number: str, kind: str) -> None:
    made = inventor().number(number)

    assert re.fullmatch(kind, made)
    assert number == "12345" or number != made


def test_a_made_up_number_is_as_good_or_bad_as_the_one_before() -> None:
    valid = alternatives(load_rules().rules["GK502"].options.valid)
    for number in ("0919-2345678", "010-62345678", "13987654321", "2345678", "0919-234567"):
        assert bool(valid.fullmatch(number)) == bool(valid.fullmatch(inventor().number(number)))


def test_addresses_keep_their_signs() -> None:
    assert re.fullmatch(r"[a-z]{3}_[1-9]@[a-z]{5}\.[a-z]{3}", inventor().latin("abc_1@water.gov"))
    assert re.fullmatch(r"[A-Z][a-z]{2}", inventor().latin("Abc"))


@pytest.mark.parametrize(
    ("gloss", "other"), [("(qīng)", "(shān)"), ("(hou)", "(men)"), ("(j ù)", "(d é)")]
)
def test_a_reading_becomes_another_one(gloss: str, other: str) -> None:
    assert other == inventor().gloss(gloss)


def test_words_of_the_form_and_of_rules_stay_and_names_do_not() -> None:
    words = lexicon().words

    assert {"申请人情况", "予以公开", "信息处理费", "电话", "政府信息公开条例"} <= words
    assert not [each for each in words if "青石" in each or "河滨" in each]


def test_what_was_read_before_is_no_word_that_stays() -> None:
    words = lexicon().words
    lexicon.cache_clear()
    assert linter().check(Source(sample_text().replace("规章 |", "渔政规程 |"))).diagnostics

    assert words == lexicon().words
