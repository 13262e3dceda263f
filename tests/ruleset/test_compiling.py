"""Rule files compiled: whatever a rule or a rule set says wrong has its line and its key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.errors import RuleFileError
from gklint.files.keyed import KeyPath
from gklint.files.yamlfile import YamlFile
from gklint.ruleset.loading import load_rules
from tests.support.local_rules import LOCAL, local

BOTH = "应有中文（zh）和英文（en）两种文字"
CODES = "规则代码的列表"
SAMPLE = "bad: [{change: {一: 二}, "
LISTS = ("rules", "not_acceptable")
WANTED = {
    "rules": "应为列表：每条规则以“- code: …”开头",
    "not_acceptable": "应为规则代码的列表",
    "severity": "应为“规则代码: 级别”",
    "wordings": "应为含 variants、accepted 的表",
}
AS_WRITTEN = {
    "null": "null",
    "true": "true",
    "[error]": '["error"]',
    "{a: b}": '{"a": "b"}',
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GKLINT_CACHE_DIR", str(tmp_path / "cache"))


def refused(text: str) -> str:
    Path("a.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rules([Path("a.yaml")])
    return str(caught.value)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("name: 1", "name：应为文字，现为 1"),
        ("name:", "name：应为文字，现为 null"),
        ("severity: [error]", 'severity：应为 error、warning、info 之一，现为 ["error"]'),
        ("since: 1", 'since：应为文字，如 "0.2"，现为 1'),
        ("since: {a: 1}", 'since：应为文字，如 "0.2"，现为 {"a": 1}'),
        ("formats:", "formats：应为格式的版本的列表，现为 null"),
        ("formats: [2021]", "formats.0：应为格式的版本，现为 2021"),
        ("yields_to: GK101", f'yields_to：应为{CODES}，现为 "GK101"'),
        ("yields_to: [GK101, [a]]", 'yields_to.1：应为规则代码，现为 ["a"]'),
        ("fix: true", "fix：应为 safe、unsafe 之一，现为 true"),
        ("acceptable: yes", 'acceptable：应为 true 或 false（不加引号），现为 "yes"'),
        ("acceptable:", "acceptable：应为 true 或 false（不加引号），现为 null"),
        ("bad:", "bad：应为样本的列表，现为 null"),
        ("good: [{at: 一}]", "good.0：缺少“change”"),
        (
            "good: [{change: [一]}]",
            'good.0.change：应为“样本报告里的一行: 改成的文字”，现为 ["一"]',
        ),
        ("bad: [{change: {一: 2}}]", "bad.0.change.一：应为改成的文字，或 null（删去），现为 2"),
        (f"{SAMPLE}at: [1]}}]", "bad.0.at：应为一行文字，现为 [1]"),
        (f"{SAMPLE}also: GK1}}]", f'bad.0.also：应为{CODES}，现为 "GK1"'),
        ("message:", f"message：{BOTH}"),
        ("message: {}", "message：缺少文字：default"),
        ("message: {odd: {zh: 甲, en: A}}", "message：缺少文字：default"),
        ("message: {default: 甲}", f"message.default：{BOTH}"),
        ("finds:", f"finds：{BOTH}"),
        ('message: {zh: "", en: ""}', f"message：{BOTH}"),
        ('message: {zh: 甲, en: " "}', f"message：{BOTH}"),
        ('finds: {zh: "…", en: A}', f"finds：{BOTH}"),
        ('finds: {zh: "　", en: A}', f"finds：{BOTH}"),
        ('name: " "', 'name：应为文字，现为 " "'),
        ('yields_to: [" "]', 'yields_to.0：应为规则代码，现为 " "'),
        ('basis: {zh: 甲, en: A, grade: I, source: " "}', "basis：缺少“source”（依据的出处）"),
        ("basis: 1", "basis：应有 zh、en、source 和 grade"),
    ],
)
def test_a_wrong_value_of_a_rule_is_refused_with_line_and_key(said: str, problem: str) -> None:
    text = f"rules:\n- code: GK108\n  {said}\n"

    assert f"a.yaml:3: {problem}" == refused(text)


@pytest.mark.parametrize("name", ["length:5d", "length!r", "lenght"])
def test_a_wrong_name_in_a_message_is_refused_with_line_and_column(name: str) -> None:
    text = f"rules:\n- code: GK108\n  message: {{zh: '甲{{{name}}}', en: A}}\n"

    assert f"a.yaml:3:20: message.zh：不认识“{name}”；是否想写 length？" == refused(text)


@pytest.mark.parametrize("pattern", ["[[a]", "(" * 5000, "a{99999999999}", "(a", "*"])
def test_an_expression_that_cannot_be_compiled_or_will_mean_something_else_is_refused(
    pattern: str,
) -> None:
    said = refused(f"rules:\n- code: GK707\n  options:\n    patterns:\n    - '{pattern}'")
    shown = pattern if len(pattern) <= 80 else f"{pattern[:80]}…"

    assert said.startswith(f"a.yaml:5: options.patterns.0：正则表达式“{shown}”有误：")


def test_what_a_later_file_says_counts() -> None:
    names = [Path("a.yaml"), Path("b.yaml")]
    for path, level in zip(names, ("info", "error"), strict=True):
        path.write_text(f"severity: {{GK108: {level}}}", "utf-8")

    assert ["error", "info"] == [
        load_rules(order).rules["GK108"].severity.value for order in (names, names[::-1])
    ]


def test_a_rule_that_tells_kinds_of_findings_apart_has_a_text_for_each() -> None:
    every = "doubled: {zh: 甲, en: A}, merged: {zh: 丙, en: C}, unexpected: {zh: 乙, en: B}"
    Path("a.yaml").write_text(f"rules: [{{code: GK203, message: {{{every}}}}}]", "utf-8")

    assert {"doubled", "merged", "unexpected"} == {
        *load_rules([Path("a.yaml")]).rules["GK203"].messages
    }
    one = every.split(", un")[0]
    assert "a.yaml:1: message：缺少文字：default、first、misplaced、missing、unexpected" == refused(
        f"rules: [{{code: GK203, message: {{{one}}}}}]"
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("extends: none", "1: extends：规则集是空的：没有任何规则"),
        ("\nextends: [a]", "2: extends：应为 default、none 或另一个规则文件"),
        ("extends:", "1: extends：应为 default、none 或另一个规则文件"),
        ("extends: b.yaml", "1: extends：b.yaml：找不到这个规则文件"),
        ('extends: "b\\0.yaml"', "1: extends：b .yaml：名称里有不能用的字符"),
        ("extends: b.txt", "1: extends：b.txt：不是规则文件（.yaml）"),
        ("\nextends: .", "2: extends：.：不是规则文件（.yaml）"),
        ("extends: a.yaml", "1: extends：规则集不能继承自己"),
        ("extends: sub/../a.yaml", "1: extends：规则集不能继承自己"),
        *(
            (f"{key}: {value}", f"1: {key}：{WANTED[key]}")
            for key in WANTED
            for value in ("0", "1", "false", '""', "text", "{}" if key in LISTS else "[]")
        ),
        *(
            (text.format(value), f"{place}，现为 {shown}")
            for value, shown in AS_WRITTEN.items()
            for text, place in (
                ("not_acceptable: [{}]", "1: not_acceptable.0：应为规则代码"),
                ("severity:\n  GK108: {}", "2: severity.GK108：应为 error、warning、info 之一"),
                ("rules:\n- code: {}", "2: rules.0.code：应为规则代码"),
                ("rules:\n- code: GK108\n  check: {}", "3: check：应为 all-zero、amount-unit、"),
                (
                    "rules:\n- code: GK108\n  basis: {{zh: 甲, en: A, source: 乙, grade: {}}}",
                    "3: basis.grade：应为 V、L、S、I、R 之一",
                ),
            )
        ),
        ("rules: [{}]", "1: rules.0：缺少“code”"),
        ("rules: [{code: GK108, basis: {zh: 甲, en: A}}]", "1: basis：缺少“grade”"),
    ],
)
def test_a_wrong_value_of_a_rule_set_is_refused_with_line_and_key(text: str, problem: str) -> None:
    said = refused(text).replace("\0", " ")

    assert said.startswith(f"a.yaml:{problem.partition('，现为')[0]}")
    assert said.endswith(problem.partition("，现为")[2])


@pytest.mark.parametrize("blank", ["", " ", "　", "\\t"])
def test_a_wording_that_says_nothing_is_refused(blank: str) -> None:
    said = refused(f'wordings:\n  accepted:\n    overview: [概述, "{blank}"]\n')

    assert said.startswith("a.yaml:3: wordings.accepted.overview.1：应为文字，现为 ")


@pytest.mark.parametrize("marks", ["。", "（）", "#", "\u200b"])
def test_a_wording_of_marks_alone_is_refused(marks: str) -> None:
    said = refused(f'wordings:\n  accepted:\n    overview: [概述, "{marks}"]\n')

    problem = "wordings.accepted.overview.1：这里没有字，只有标点或看不见的字符"
    assert said.startswith(f"a.yaml:3: {problem}")


@pytest.mark.parametrize("key", WANTED)
def test_what_a_rule_set_leaves_blank_adds_nothing(key: str) -> None:
    Path("a.yaml").write_text(f"{key}:\n", "utf-8")

    levels, own = (
        {code: (rule.severity, rule.acceptable) for code, rule in load_rules(files).rules.items()}
        for files in ([], [Path("a.yaml")])
    )
    assert levels == own


@pytest.mark.parametrize("options", ["0", "false", '""', "[]"])
def test_options_that_are_no_table_are_refused(options: str) -> None:
    said = refused(f"rules:\n- code: GK108\n  options: {options}\n")

    assert said.startswith("a.yaml:3: options：应为含 section、ignoring、at_most、at_least 的表，")


@pytest.mark.parametrize(
    ("code", "shown"), [("YL001\n", "YL001 "), ("YL001 ", "YL001 "), ("ＹＬ001", "ＹＬ001")]
)
def test_a_code_is_letters_and_digits_and_nothing_else(code: str, shown: str) -> None:
    said = refused(f"rules:\n- name: a\n  code: {json.dumps(code)}\n")

    problem = f"rules.0.code：规则代码应为大写字母加数字（如 GK303），现为“{shown}”"
    assert f"a.yaml:3: {problem}" == said.replace("\n", " ")


def test_a_rule_that_stands_twice_in_a_file_is_refused_with_both_lines() -> None:
    twice = "rules:\n- code: GK108\n  severity: error\n- severity: info\n  code: GK108\n"

    assert "a.yaml:5: rules.1.code：规则 GK108 写了两次，第 2 行已经有了" == refused(twice)


@pytest.mark.parametrize("unknown", ["行政处罚", "3"])
@pytest.mark.parametrize(
    "said",
    [
        "code: GK405, options: {{section: other_matters, multiple_of: 10, cell: {}}}",
        "code: GK402, options: {{total: total, counts: {{new: [{}]}}}}",
        "code: GK402, options: {{total: total, counts: {{}}, carried_in: {}}}",
        "code: GK402, options: {{total: total, counts: {{}}, charges: {{fees: {}}}}}",
        "code: GK602, options: {{rows: [{}]}}",
    ],
)
def test_of_many_known_names_only_some_are_told(said: str, unknown: str) -> None:
    shown = refused(f"rules: [{{{said.format(unknown)}}}]")

    assert len(shown) < 180


def test_a_rule_yields_to_no_unknown_rule() -> None:
    said = refused("rules:\n- code: GK108\n  yields_to:\n  - GK101\n  - GK999\n")

    assert "a.yaml:5: yields_to.1：没有规则“GK999”；gklint rule 列出全部规则" == said


def test_a_rule_set_of_its_own_may_yield_to_rules_that_it_leaves_out(tmp_path: Path) -> None:
    alone = LOCAL.replace("default", "none").replace("severity: {GK403: warning}\n", "")
    rules = local(tmp_path, f"{alone}    yields_to: [GK303]\n")

    assert ("GK303",) == rules.rules["LOCAL01"].yields_to


@pytest.mark.parametrize(
    ("text", "place", "circle"),
    [
        ("- {code: GK108, yields_to: [GK101, GK108]}", "2: yields_to.1", "GK108 → GK108"),
        (
            "- code: GK108\n  yields_to: [GK109]\n- code: GK109\n  yields_to: [GK108]",
            "3: yields_to.0",
            "GK108 → GK109 → GK108",
        ),
        (
            "- code: GK108\n  yields_to: [GK109]\n- code: GK109\n  yields_to: [GK101]\n"
            "- code: GK101\n  yields_to: [GK303, GK108]",
            "7: yields_to.1",
            "GK101 → GK108 → GK109 → GK101",
        ),
    ],
)
def test_a_rule_that_yields_to_itself_at_last_is_refused(
    text: str, place: str, circle: str
) -> None:
    assert refused(f"rules:\n{text}\n").startswith(f"a.yaml:{place}：")
    assert refused(f"rules:\n{text}\n").endswith(f"同一处就都不报告了：{circle}")


def test_a_problem_of_an_extended_file_is_told_where_it_stands() -> None:
    Path("b.yaml").write_text("a: 1\na: 2\n", "utf-8")

    assert "b.yaml:2: a：同一个键写了两次，第 1 行已经有了" == refused("extends: b.yaml")


def test_a_long_row_of_files_that_extend_each_other_is_refused() -> None:
    for number in range(60):
        Path(f"{number}.yaml").write_text(f"extends: {number + 1}.yaml", "utf-8")

    assert "39.yaml:1: extends：嵌套太深，最多 40 层" == refused("extends: 0.yaml")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"rules:\n- code: \xd4\xda", "a.yaml:2: 文件不是 UTF-8 编码，请另存为 UTF-8"),
        (b"#" * 1_000_001, "a.yaml：文件太大，最多 1 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(data: bytes, problem: str) -> None:
    Path("a.yaml").write_bytes(data)

    with pytest.raises(RuleFileError) as caught:
        load_rules([Path("a.yaml")])

    assert problem == str(caught.value)


def test_what_is_looked_up_for_a_rule_grows_with_that_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walked: list[KeyPath] = []
    part = YamlFile.part

    def counted(file: YamlFile, path: KeyPath) -> YamlFile:
        found = part(file, path)
        walked.extend((*path, *way) for way in found.lines)
        return found

    monkeypatch.setattr(YamlFile, "part", counted)
    codes = [*load_rules().rules]
    Path("a.yaml").write_text("rules:\n" + "".join(f"- code: {code}\n" for code in codes), "utf-8")

    load_rules([Path("a.yaml")])

    assert 2 * len(codes) == len([path for path in walked if path[:1] == ("rules",)])
