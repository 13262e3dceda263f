"""Every rule file is rule, documentation and test at once; here the tests are run."""

from __future__ import annotations

import pytest

from gklint.docs import check_sample, sample_text
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from tests.support.rule_files import BAD, CODES, GOOD


def test_the_sample_report_is_clean() -> None:
    report = Linter(load_rules()).check(Source(sample_text()))

    assert () == report.diagnostics
    assert () == report.undecided


@pytest.mark.parametrize(("code", "number"), GOOD)
def test_a_good_sample_gives_no_error_and_no_warning(code: str, number: int) -> None:
    rule = load_rules().rules[code]
    report = check_sample(load_rules(), rule.good[number], of=rule)

    assert code not in [d.code for d in report.diagnostics]
    assert [] == [d.code for d in report.diagnostics if d.severity != Severity.INFO]


@pytest.mark.parametrize(("code", "number"), BAD)
def test_a_bad_sample_gives_exactly_what_it_claims(code: str, number: int) -> None:
    rule = load_rules().rules[code]
    sample = rule.bad[number]
    report = check_sample(load_rules(), sample, of=rule)
    lines = report.source.text.split("\n")
    places = [
        lines[d.range.start.line - 1]
        for d in report.diagnostics
        if d.code == code and d.range is not None
    ]

    assert {code, *sample.also} == {d.code for d in report.diagnostics}
    assert sample.at in places


def test_no_rule_and_no_sample_is_left_out() -> None:
    rules = load_rules().rules.values()

    assert CODES == [rule.code for rule in rules]
    assert GOOD == [(rule.code, number) for rule in rules for number in range(len(rule.good))]
    assert BAD == [(rule.code, number) for rule in rules for number in range(len(rule.bad))]
