"""Every rule file is rule, documentation and test at once; here the tests are run."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from gklint.checks import CHECKS
from gklint.cli import main
from gklint.docs import check_sample, explain_rule, list_rules, pages, sample_text
from gklint.findings.diagnostics import Acceptance
from gklint.linter import Linter
from gklint.project.config import load
from gklint.ruleset.loading import load_rules
from gklint.ruleset.rules import BUILT_IN, Rule, Sample
from gklint.ruleset.selection import Selection
from gklint.ruleset.severity import Severity
from gklint.text.source import Source
from tests.support.paths import ROOT
from tests.support.sample import NOT_A_REPORT

RULES = load_rules()
GOOD = [(rule, sample) for rule in RULES.rules.values() for sample in rule.good]
PAGES = pages(RULES)
BAD = [(rule, sample) for rule in RULES.rules.values() for sample in rule.bad]
# What needs a whole other report to go wrong: their tests stand in test_whole_reports.py.
ALWAYS_ON = ("GK001", "GK002", "GK003")
WITHOUT_SAMPLE = {"GK001", "GK002", "GK003", "GK004", "GK108", "GK708"}


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
def test_a_page_is_current(name: str) -> None:
    """Run ``python -m gklint.docs`` when this fails."""
    assert PAGES[name] == (ROOT / "docs" / name).read_text("utf-8")


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    written = {f"rules/{path.name}" for path in (ROOT / "docs" / "rules").iterdir()}

    assert {*PAGES} - {"rules.md", "configuration.md"} == written


# -- what the pages show -------------------------------------------------------------------------


def shown(code: str, language: str) -> str:
    """The block of a rule's page in this language; nothing if there is none."""
    found = re.search(f"```{language}\n(.*?)```", PAGES[f"rules/{code}.md"], re.DOTALL)
    return found[1] if found else ""


def commands(code: str) -> list[str]:
    lines = PAGES[f"rules/{code}.md"].splitlines()
    return [line for line in lines if line.startswith("gklint ")]


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_the_settings_on_a_page_are_valid(rule: Rule, tmp_path: Path) -> None:
    path = tmp_path / "gklint.toml"
    path.write_text(shown(rule.code, "toml"), "utf-8")
    config = load(path)
    config.check_codes(RULES.rules)
    other = config.severity[rule.code]

    assert other != rule.severity
    assert f"--severity {rule.code}={other}" in "\n".join(commands(rule.code))
    if rule.code in ALWAYS_ON:
        assert ((), ()) == (config.ignore, config.per_file_rules)
        return
    assert (rule.code,) == config.ignore
    entries = [(each.pattern, each.ignore) for each in config.per_file_rules]
    assert [("草稿/", (rule.code,))] == entries


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_the_rule_set_on_a_page_changes_the_severity(rule: Rule, tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(shown(rule.code, "yaml"), "utf-8")

    assert load_rules([path]).rules[rule.code].severity != rule.severity


@pytest.mark.parametrize(("rule", "sample"), BAD, ids=case_name)
def test_a_rule_that_a_page_leaves_out_is_left_out(rule: Rule, sample: Sample) -> None:
    linter = Linter(RULES, Selection(ignore=(rule.code,)))
    report = linter.check(check_sample(RULES, sample).source)

    assert rule.code not in [found.code for found in report.diagnostics]
    assert rule.code not in ALWAYS_ON


def test_some_rules_are_always_on() -> None:
    linter = Linter(RULES, Selection(ignore=ALWAYS_ON))

    assert ["GK002"] == [found.code for found in linter.check(Source(NOT_A_REPORT)).diagnostics]
    for code in ALWAYS_ON:
        assert "这条规则总在用" in PAGES[f"rules/{code}.md"]


@pytest.mark.parametrize(("rule", "sample"), BAD, ids=case_name)
def test_the_comment_on_a_page_accepts_a_finding(rule: Rule, sample: Sample) -> None:
    before = check_sample(RULES, sample)
    lines = before.source.text.split("\n")
    comment = shown(rule.code, "html").strip()
    number = next(d.range.start.line for d in before.diagnostics if d.code == rule.code and d.range)
    lines[number - 1] += comment.replace("…", "经上级同意")
    report = Linter(RULES).check(Source("\n".join(lines)))

    if rule.acceptable:
        assert comment in explain_rule(RULES, rule, "zh")
        assert Acceptance("comment", "经上级同意") in [
            each.acceptance for each in report.accepted if each.diagnostic.code == rule.code
        ]
    else:
        assert "" == comment


@pytest.mark.parametrize("rule", RULES.rules.values(), ids=case_name)
def test_a_page_says_whether_a_rule_may_be_accepted(rule: Rule) -> None:
    page = PAGES[f"rules/{rule.code}.md"]

    assert rule.acceptable == (f"gklint accept 年报.docx --code {rule.code} " in page)
    assert rule.acceptable != ("这条规则的结果不能接受。" in page)
    assert rule.acceptable != ("接受：不能\n" in explain_rule(RULES, rule, "zh"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GK703", "能改的用 `gklint check 年报.txt --fix`。"),
        ("GK704", "能改的用 `gklint check 年报.txt --fix --unsafe-fixes`，改后请核对。"),
        ("GK303", "不能。 none"),
    ],
)
def test_a_page_says_how_a_finding_is_mended(code: str, said: str) -> None:
    (line,) = re.findall(r"## 自动改正 Fix\n\n(.*)", PAGES[f"rules/{code}.md"])

    assert line.startswith(said)


@pytest.mark.parametrize("code", ["GK206", "GK303", "GK001"])
def test_the_commands_on_a_page_run(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reports").mkdir()
    shutil.copy(ROOT / "examples/unbalanced.txt", tmp_path / "reports")
    shutil.copy(ROOT / "examples/unbalanced.docx", tmp_path / "年报.docx")
    monkeypatch.chdir(tmp_path)

    for command in commands(code):
        assert main(shlex.split(command)[1:]) in (0, 1), command
    assert "" == capsys.readouterr().err
    if code == "GK303":
        main(["check", "年报.docx", "--accept", "gklint-accept.toml", "--select", code])
        assert "错误 0" in capsys.readouterr().out


@pytest.mark.parametrize("key", RULES.texts)
def test_a_shared_text_has_one_wording_a_language(key: str) -> None:
    """A comma in a text without quotes would end it."""
    assert {"zh", "en"} == {*RULES.texts[key]}
