"""The format is stated once: in the grammar and the rule files, and nowhere in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.docs import explain_rule, sample_text
from gklint.errors import RuleFileError
from gklint.files.shipped import DataFile, data_files
from gklint.findings.report import Report
from gklint.form.compiling import compile_grammar
from gklint.linter import Linter
from gklint.ruleset.compiling import compile_rules
from gklint.ruleset.loading import RuleSet, assemble, load_rules
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from tests.support.paths import ROOT
from tests.support.sample import changed, replace_once

ROW = "要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"


def rules_with(grammar_change: tuple[str, str]) -> RuleSet:
    """The shipped rules with a changed grammar."""
    files = [
        DataFile(file.name, replace_once(file.text, *grammar_change))
        if file.name.endswith("report.lark")
        else file
        for file in data_files("grammar", ".lark")
    ]
    return assemble(compile_rules(files, data_files("rules", ".yaml"), ()))


def loud(report: Report) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in report.diagnostics if d.severity != "info"]


def test_a_row_taken_out_of_the_grammar_is_no_longer_demanded() -> None:
    text = changed((f"3.{ROW}\n", ""))
    rules = rules_with((" REJECTED_PUBLICATION REJECTED", " REJECTED"))

    assert ["GK202"] == [code for code, _ in loud(Linter(load_rules()).check(Source(text)))]
    assert [] == loud(Linter(rules).check(Source(text)))


def test_a_row_put_into_the_grammar_is_demanded_and_takes_part_in_the_sums() -> None:
    rules = rules_with(
        (
            "rejected_rows: _REJECTED REJECTED_PETITION",
            'REJECTED_JOKE: "0.戏谑性申请"\n'
            "rejected_rows: _REJECTED REJECTED_JOKE REJECTED_PETITION",
        )
    )
    with_row = changed(
        (
            "（五）不予处理 | 1.信访",
            "（五）不予处理 | 0.戏谑性申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |\n1.信访",
        )
    )

    missing = loud(Linter(rules).check(Source(sample_text())))
    unbalanced = loud(Linter(rules).check(Source(with_row)))

    assert "戏谑性申请" in dict(missing)["GK202"]
    assert ["GK302", "GK302"] == [code for code, _ in unbalanced]
    assert "0.戏谑性申请 1" in dict(unbalanced)["GK302"]


def test_a_heading_reworded_in_the_grammar_is_demanded_as_it_reads_there() -> None:
    rules = rules_with(('"六、其他需要报告的事项"', '"六、其他应当报告的事项"'))

    found = loud(Linter(rules).check(Source(sample_text())))

    assert ("GK104", "标题应为“六、其他应当报告的事项”，现为“六、其他需要报告的事项”。") in found


# -- local rule sets: YAML alone ----------------------------------------------------------

LOCAL = """\
extends: default
severity: {GK403: warning}
wordings:
  accepted:
    other_matters: [其他有关事项]
rules:
  - code: LOCAL01
    name: penalties-within-licences
    severity: warning
    finds: {zh: 行政处罚多于行政许可, en: More penalties than licences.}
    basis: {grade: I, source: 本市约定, zh: 处罚一般少于许可, en: Penalties are usually fewer.}
    message:
      zh: "{table}：{left}，多于{right}。"
      en: "{table}: {left}, more than {right}."
    check: identity
    options:
      table: disclosure
      each: table
      formula: penalties.decisions <= licences.decisions
"""


def local(tmp_path: Path, text: str = LOCAL) -> RuleSet:
    path = tmp_path / "local.yaml"
    path.write_text(text, "utf-8")
    return load_rules([path])


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


WRONG = {
    "a-tab": ("rules:\n\t- code: X", ":2: YAML 语法有误"),
    "unknown-key": ("regeln: []", ":1: regeln：不认识“regeln”；可用的有：extends、rules"),
    "unknown-code": ("severity: {GK999: info}", ":1: severity.GK999：不认识“GK999”"),
    "unknown-level": ("severity: {GK303: fatal}", ":1: severity.GK303：不认识“fatal”"),
    "lower-case-code": (
        LOCAL.replace("LOCAL01", "local01"),
        ":7: rules.0.code：规则代码应为大写字母加数字",
    ),
    "missing-message": (
        LOCAL.replace("    message:\n", "    finds2:\n"),
        ":12: rules.0.finds2：不认识“finds2”；是否想写 finds？",
    ),
    "unknown-check": (
        LOCAL.replace("check: identity", "check: identify"),
        ":15: check：不认识“identify”；是否想写 identity？",
    ),
    "unknown-option": (
        LOCAL.replace("      each:", "      eech:"),
        ":18: options.eech：不认识“eech”；是否想写 each？",
    ),
    "unknown-table": (LOCAL.replace("table: disc", "table: disk"), ":17: options.table"),
    "unknown-row": (
        LOCAL.replace("penalties.decisions", "penalty.decisions"),
        ":19: options.formula：不认识“penalty.decisions”；是否想写 penalties.decisions？",
    ),
    "bad-formula": (LOCAL.replace("<=", "=<"), ":19: options.formula：公式“"),
    "no-english": (LOCAL.replace(", en: More penalties", ""), ":10: finds：应有中文"),
    "bad-grade": (LOCAL.replace("grade: I", "grade: X"), ":11: basis.grade：不认识“X”"),
    "no-list": ("rules: {code: X}", ":1: rules：应为列表"),
    "empty": ("", "规则文件应含 rules: 列表"),
    "nothing-left": ("extends: none", "规则集是空的"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_rule_file_is_refused_with_file_line_key_and_what_would_be_right(
    tmp_path: Path, name: str
) -> None:
    text, expected = WRONG[name]

    with pytest.raises(RuleFileError) as refused:
        local(tmp_path, text)

    assert expected in str(refused.value)
    assert "\n" not in str(refused.value)
    assert name == "nothing-left" or str(tmp_path / "local.yaml") in str(refused.value)


def test_a_wrong_grammar_is_refused_with_its_name() -> None:
    with pytest.raises(RuleFileError, match=r"grammar/report\.lark: "):
        compile_grammar(DataFile("grammar/report.lark", "report: TITLE other\n"))


def test_a_missing_rule_file_is_refused() -> None:
    with pytest.raises(RuleFileError, match=r"^no-such\.yaml：找不到这个规则文件$"):
        load_rules([Path("no-such.yaml")])


def test_no_python_code_takes_the_name_of_a_data_folder() -> None:
    package = ROOT / "gklint"

    assert [] == [*package.glob("grammar/"), *package.glob("rules"), *package.glob("rules.py")]


def test_no_heading_and_no_row_is_written_in_python() -> None:
    package = ROOT / "gklint"
    printed = {words for words in load_rules().form.structure.printed.values() if len(words) > 5}

    assert [] == [
        (path.relative_to(package).as_posix(), words)
        for path in package.rglob("*.py")
        for words in printed
        if words in path.read_text("utf-8") and path != package / "__init__.py"  # its example
    ]


SHAPES = {
    "wordings-list": ("wordings: {variants: [a]}", ":1: wordings.variants：应为“名称: [文字, …]”"),
    "wordings-text": ("wordings: abc", ':1: wordings：应为含 variants、accepted 的表，现为 "abc"'),
    "wordings-unknown": ("wordings: {variants: {other_matter: [a]}}", "是否想写 other_matters？"),
    "severity-list": ("severity: [a]", ":1: severity：应为“规则代码: 级别”"),
    "options-list": (
        "rules: [{code: GK108, options: [1]}]",
        ":1: options：应为含 section、ignoring、at_most、at_least 的表，现为 [1]",
    ),
    "text-cut-at-a-comma": (
        "rules: [{code: GK108, finds: {zh: 甲, en: One, and another}}]",
        ":1: finds.and another：不认识“and another”；可用的有：zh、en",
    ),
    "message-text": ("rules: [{code: GK108, message: abc}]", ":1: message：应有中文（zh）"),
    "unknown-argument": (
        "rules: [{code: GK108, message: {zh: '{lenght}', en: x}}]",
        ":1: message.zh：不认识“lenght”；是否想写 length？",
    ),
    "open-brace": (
        "rules: [{code: GK108, message: {zh: '{length', en: x}}]",
        ":1: message.zh：花括号 {} 没有成对",
    ),
    "sample-text": (
        "rules: [{code: GK108, bad: [abc]}]",
        ":1: bad.0：应为含 change、at、also 的表",
    ),
    "itself": ("extends: local.yaml", ":1: extends：规则集不能继承自己"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_rule_file_of_the_wrong_shape_is_refused_too(tmp_path: Path, name: str) -> None:
    text, expected = SHAPES[name]

    with pytest.raises(RuleFileError) as refused:
        local(tmp_path, text)

    assert expected in str(refused.value)


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
