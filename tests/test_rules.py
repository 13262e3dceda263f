"""Every rule file is rule, documentation and test at once; here the tests are run."""

from __future__ import annotations

import pytest

from gklint.checks import CHECKS
from gklint.diagnostics import Severity
from gklint.docs import check_sample, explain_rule, list_rules, pages, sample_text
from gklint.linter import Linter
from gklint.ruleset import BUILT_IN, Rule, Sample, load_rules
from gklint.source import Source
from tests.helpers import ROOT

RULES = load_rules()
GOOD = [(rule, sample) for rule in RULES.rules.values() for sample in rule.good]
PAGES = pages(RULES)
BAD = [(rule, sample) for rule in RULES.rules.values() for sample in rule.bad]
# What needs a whole other report to go wrong: their tests stand in test_whole_reports.py.
WITHOUT_SAMPLE = {"GK001", "GK002", "GK003", "GK004", "GK108", "GK209", "GK708"}


def case_name(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


def test_the_sample_report_is_clean() -> None:
    report = Linter(RULES).check(Source(sample_text()))

    assert () == report.diagnostics
    assert () == report.undecided


@pytest.mark.parametrize(("rule", "sample"), GOOD, ids=case_name)
def test_a_good_sample_gives_no_error_and_no_warning(rule: Rule, sample: Sample) -> None:
    report = check_sample(RULES, sample)

    assert rule.code not in [d.code for d in report.diagnostics]
    assert [] == [d.code for d in report.diagnostics if d.severity != Severity.INFO]


@pytest.mark.parametrize(("rule", "sample"), BAD, ids=case_name)
def test_a_bad_sample_gives_exactly_what_it_claims(rule: Rule, sample: Sample) -> None:
    report = check_sample(RULES, sample)
    lines = report.source.text.split("\n")
    places = [
        lines[d.range.start.line - 1]
        for d in report.diagnostics
        if d.code == rule.code and d.range is not None
    ]

    assert {rule.code, *sample.also} == {d.code for d in report.diagnostics}
    assert sample.at in places


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_every_rule_has_a_bad_sample(rule: Rule) -> None:
    assert bool(rule.bad) != (rule.code in WITHOUT_SAMPLE)


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_the_file_of_a_rule_is_named_by_its_code(rule: Rule) -> None:
    assert rule.file.endswith(f"/{rule.code}.yaml")


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_a_rule_yields_only_to_rules_that_exist(rule: Rule) -> None:
    assert set() == {*rule.yields_to} - {*RULES.rules}


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in RULES.rules.values()]

    assert sorted(set(names)) == sorted(names)


def test_every_check_is_used_by_a_rule() -> None:
    used = {rule.check for rule in RULES.rules.values()} - {BUILT_IN}

    assert {*CHECKS} == used


def test_the_rules_of_the_contract_are_all_there() -> None:
    mandated = {
        *(f"GK00{n}" for n in range(1, 4)),
        *(f"GK1{n:02}" for n in range(1, 17)),
        *(f"GK2{n:02}" for n in range(1, 13)),
        *(f"GK30{n}" for n in range(1, 6)),
        *(f"GK40{n}" for n in range(1, 8)),
        *(f"GK50{n}" for n in range(1, 4)),
        *("GK701", "GK702", "GK703", "GK704", "GK705", "GK707"),
    }

    assert set() == mandated - {*RULES.rules}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_a_rule_can_be_explained(rule: Rule, lang: str) -> None:
    text = explain_rule(RULES, rule, lang)

    assert text.startswith(f"{rule.code} {rule.name}\n")
    assert rule.finds[lang] in text
    assert rule.basis[lang] in text


def test_the_list_has_one_line_a_rule() -> None:
    assert [*RULES.rules] == [line[:5] for line in list_rules(RULES, "zh").splitlines()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_rules_is_current(name: str) -> None:
    """Run ``python -m gklint.docs`` when this fails."""
    assert PAGES[name] == (ROOT / "docs" / name).read_text("utf-8")


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    written = {f"rules/{path.name}" for path in (ROOT / "docs" / "rules").iterdir()}

    assert {*PAGES} - {"rules.md"} == written
