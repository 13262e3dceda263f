"""A local rule whose expressions are too slow is not run; the report is not blamed for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import main
from gklint.docs import sample_text
from gklint.linter import Linter
from gklint.text.source import Source
from tests.support.local_rules import local
from tests.support.sample import NO_CONTACT

pytestmark = pytest.mark.slow

RULE = """\
rules:
  - code: LOCAL02
    name: my-words
    severity: warning
    finds: {{zh: 用词, en: Words.}}
    basis: {{grade: I, source: 本市约定, zh: 用词, en: Words.}}
    message: {{zh: "有“{{printed}}”", en: "{{printed}}"}}
    check: pattern
    options: {{patterns: ['{pattern}']}}
"""
SLOW = RULE.format(pattern=r"(?:[^x]|[^x][^y])+[&%]")
SAID = (
    "规则 LOCAL02（文件 {file}）的表达式太慢或太大，1 秒内查不完本文件，"
    "这条规则没有查，其余规则照常。"
    "这不是报告的问题，请改写这个表达式：去掉套在一起的 *、+ 和 {{n}}。"
)


def test_a_slow_rule_is_told_with_its_file_and_the_others_go_on(tmp_path: Path) -> None:
    report = Linter(local(tmp_path, SLOW)).check(Source(NO_CONTACT))

    found = {each.code: each.message for each in report.diagnostics}
    assert ["GK003", "GK501"] == sorted(found)
    assert SAID.format(file=tmp_path / "local.yaml") == found["GK003"]


def test_a_slow_rule_is_status_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules, report = tmp_path / "my.yaml", tmp_path / "a.txt"
    rules.write_text(SLOW, "utf-8")
    report.write_text(sample_text(), "utf-8")

    assert 3 == main(["check", str(report), "--rules", str(rules)])
    assert "规则 LOCAL02（文件 " in capsys.readouterr().out


def test_each_document_has_its_own_time(tmp_path: Path) -> None:
    linter = Linter(local(tmp_path, RULE.format(pattern="(?<=无)其他|x(?:a|aa)+z")))
    slow, good = Source(f"{sample_text()}\n无其他x{'a' * 60}"), Source(f"{sample_text()}\n无其他")

    codes = [[each.code for each in linter.check(text).diagnostics] for text in (slow, good)]

    assert [["GK003"], ["LOCAL02"]] == codes


@pytest.mark.parametrize(
    ("changed", "bounded"),
    [("severity: warning", False), ("options: {patterns: [待补充]}", True)],
)
def test_a_shipped_rule_is_bounded_if_its_expressions_are_others(
    changed: str, bounded: bool, tmp_path: Path
) -> None:
    rules = local(tmp_path, f"rules: [{{code: GK707, {changed}}}]\n")

    assert {bounded} == {each.bounded for each in rules.rules["GK707"].options.patterns}
