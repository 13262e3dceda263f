"""Sentences against the tables, drawn from grammars: what contradicts is found, nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import gklint
from tests.generator.sentences import FALSE, TRUE, Case, clean_case, contradicting_case, judged
from tests.generator.sentences.grammar import forms
from tests.generator.sentences.judging import Judged
from tests.generator.sentences.lexicon import LEXICON

SEED, COUNT = 10, 300


def verdicts(make: Callable[[int, int], Case]) -> list[Judged]:
    cases = (make(SEED, number) for number in range(COUNT))
    return [judged(case, gklint.check(case.printed.text).diagnostics) for case in cases]


def test_the_grammars_have_hundreds_of_forms_of_each_kind() -> None:
    for phrases in (TRUE, FALSE):
        assert 100 < len({each.grammar for each in phrases})
        assert 1000 < sum(forms(each.grammar, LEXICON) for each in phrases)


def test_nearly_no_true_sentence_is_taken_for_a_contradiction() -> None:
    wrong = [each for each in verdicts(clean_case) if each.false]

    assert len(wrong) <= 0.005 * COUNT, "\n".join(map(str, wrong))


def test_nearly_every_sentence_that_contradicts_is_found_and_nothing_else_is_said() -> None:
    answers = verdicts(contradicting_case)
    missed = [each for each in answers if not each.found]
    beside = [each for each in answers if each.false]

    assert len(missed) <= 0.05 * COUNT, "\n".join(map(str, missed))
    assert len(beside) <= 0.005 * COUNT, "\n".join(map(str, beside))


@pytest.mark.parametrize("make", [clean_case, contradicting_case])
def test_a_case_is_the_same_each_time_it_is_made(make: Callable[[int, int], Case]) -> None:
    assert make(3, 5) == make(3, 5)
