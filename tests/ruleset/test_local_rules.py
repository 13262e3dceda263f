"""Rule sets of one's own: YAML alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.docs import explain_rule
from gklint.errors import RuleFileError
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from tests.support.checking import loud
from tests.support.local_rules import LOCAL, local
from tests.support.sample import changed


def test_a_local_identity_is_obeyed(tmp_path: Path) -> None:
    text = changed(("行政处罚 | 3 |", "行政处罚 | 40 |"))

    found = loud(Linter(local(tmp_path)).check(Source(text)))

    assert [
        ("LOCAL01", "表二：行政处罚（本年处理决定数量） 40，多于行政许可（本年处理决定数量） 36。")
    ] == found


def test_a_local_heading_variant_is_accepted(tmp_path: Path) -> None:
    text = changed(("六、其他需要报告的事项", "六、其他有关事项"))

    assert [] == loud(Linter(local(tmp_path)).check(Source(text)))


def test_a_local_severity_overrides_the_shipped_one(tmp_path: Path) -> None:
    text = changed(("未收取信息处理费", "没有其他需要报告的事项"))

    report = Linter(local(tmp_path)).check(Source(text))

    assert [("GK403", "warning")] == [(d.code, str(d.severity)) for d in report.diagnostics]


def test_a_local_rule_is_documented_by_the_rule_command(tmp_path: Path) -> None:
    rules = local(tmp_path)

    text = explain_rule(rules, rules.rules["LOCAL01"], "zh")

    assert "LOCAL01 penalties-within-licences" in text
    assert "依据：处罚一般少于许可（本市约定）" in text


def test_a_rule_set_that_extends_none_has_only_its_own_rules(tmp_path: Path) -> None:
    rules = local(
        tmp_path, LOCAL.replace("default", "none").replace("severity: {GK403: warning}\n", "")
    )

    assert {"LOCAL01"} <= {*rules.rules}
    assert "GK303" not in rules.rules


def test_rule_sets_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("extends: local.yaml\n", "utf-8")

    with pytest.raises(RuleFileError, match="规则集不能继承自己"):
        local(tmp_path, "extends: other.yaml\n")


def test_a_change_of_the_file_that_a_rule_set_extends_counts_at_once(tmp_path: Path) -> None:
    base, own = tmp_path / "base.yaml", tmp_path / "own.yaml"
    own.write_text("extends: base.yaml\n", "utf-8")
    for level in Severity:
        base.write_text(f"severity: {{GK104: {level}}}\n", "utf-8")

        assert level == load_rules([own]).rules["GK104"].severity
