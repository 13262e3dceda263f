"""What holds of all rules."""

from __future__ import annotations

import pytest

from gklint.checks import every_check
from gklint.ruleset.loading import load_rules
from gklint.ruleset.rules import BUILT_IN
from tests.support.rule_files import CODES

WITHOUT_SAMPLE = {
    "GK001",
    "GK002",
    "GK003",
    "GK004",
    "GK008",
    "GK009",
    "GK108",
    "GK215",
    "GK708",
    "GK717",
    "GK718",
}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_bad_sample(code: str) -> None:
    assert bool(load_rules().rules[code].bad) != (code in WITHOUT_SAMPLE)


@pytest.mark.parametrize("code", CODES)
def test_the_file_of_a_rule_is_named_by_its_code(code: str) -> None:
    assert load_rules().rules[code].file.endswith(f"/{code}.yaml")


@pytest.mark.parametrize("code", CODES)
def test_a_rule_yields_only_to_rules_that_exist(code: str) -> None:
    assert set() == {*load_rules().rules[code].yields_to} - {*load_rules().rules}


def test_names_of_rules_are_unique() -> None:
    names = [rule.name for rule in load_rules().rules.values()]

    assert sorted(set(names)) == sorted(names)


def test_every_check_is_used_by_a_rule() -> None:
    used = {rule.check for rule in load_rules().rules.values()} - {BUILT_IN}

    assert {*every_check()} == used


def test_the_rules_of_the_contract_are_all_there() -> None:
    mandated = {
        *(f"GK00{n}" for n in range(1, 4)),
        *(f"GK1{n:02}" for n in range(1, 17)),
        *(f"GK2{n:02}" for n in range(1, 13)),
        *(f"GK30{n}" for n in range(1, 6)),
        *(f"GK40{n}" for n in range(1, 8)),
        *(f"GK50{n}" for n in range(1, 4)),
        *("GK604", "GK606"),
        *("GK701", "GK702", "GK703", "GK704", "GK705", "GK707"),
    }

    assert set() == mandated - {*load_rules().rules}
