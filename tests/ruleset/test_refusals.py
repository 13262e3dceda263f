"""Wrong rule files are refused, with line and key and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.errors import RuleFileError
from gklint.ruleset.loading import load_rules
from tests.support.local_rules import LOCAL, local

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
        ":19:16: options.formula：不认识“penalty.decisions”；是否想写 penalties.decisions？",
    ),
    "bad-formula": (LOCAL.replace("<=", "=<"), ":19:37: options.formula：公式“"),
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


def test_a_missing_rule_file_is_refused() -> None:
    with pytest.raises(RuleFileError, match=r"^no-such\.yaml：找不到这个规则文件$"):
        load_rules([Path("no-such.yaml")])


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
        ":1:39: message.zh：不认识“lenght”；是否想写 length？",
    ),
    "open-brace": (
        "rules: [{code: GK108, message: {zh: '{length', en: x}}]",
        ":1: message.zh：花括号 {} 没有成对",
    ),
    "sample-text": (
        "rules: [{code: GK108, bad: [abc]}]",
        ":1: bad.0：应为含 change、last_year、at、also 的表",
    ),
    "itself": ("extends: local.yaml", ":1: extends：规则集不能继承自己"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_rule_file_of_the_wrong_shape_is_refused_too(tmp_path: Path, name: str) -> None:
    text, expected = SHAPES[name]

    with pytest.raises(RuleFileError) as refused:
        local(tmp_path, text)

    assert expected in str(refused.value)


# A formula as it is written behind column 13 of line 6; where it is wrong, and why.
FORMULAS = {
    "lines": ("natural_person +\n      legal ++\n      other = total", "7:14", "从这里起看不懂"),
    "literal": ("|\n      natural_person\n       + % = total\n", "8:10", "从这里起看不懂"),
    "folded": (">-  # c\n\n      natural_person\n      + 𠮷 = total", "9:9", "从这里起看不懂"),
    "incomplete": ("natural_person\n      + legal  # c\n    # d", "7:14", "没有写完"),
    "incomplete literal": ("|\n      natural_person\n      + legal  \n\n", "8:14", "没有写完"),
    "open bracket": ("|\n      sum(natural_person..legal\n      = total", "8:7", "从这里起看不懂"),
    "quotes": ('"natural_person + \\\n      l\\x65gal ="', "7:17", "没有写完"),
    "full-width": ("natural_person\n      ＝ total", "7:7", "从这里起看不懂"),
    "name": (">\n      natural_person\n      + legall = total\n", "8:9", "是否想写 legal？"),
    "both sides": ("|\n      other\n      = other + total", "7:7", "在等号两边都有"),
    "blanks": ('" "', "6", '应为公式，如 a + b = c，现为 " "'),
    "nothing": ("", "6", "应为公式，如 a + b = c，现为 null"),
    "number": ("5", "6", "应为公式，如 a + b = c，现为 5"),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", FORMULAS)
def test_what_is_wrong_in_a_formula_has_its_line_and_column(
    tmp_path: Path, name: str, line_end: str
) -> None:
    formula, place, said = FORMULAS[name]
    text = f"""\
rules:
- code: GK303
  options:
    table: requests
    each: row
    formula: {formula}
"""

    with pytest.raises(RuleFileError) as refused:
        local(tmp_path, text.replace("\n", line_end))

    shown = str(refused.value)
    assert shown.startswith(f"{tmp_path}/local.yaml:{place}: options.formula：")
    assert said in shown
    assert "\n" not in shown
