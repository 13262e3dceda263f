"""The pages of docs/ that are written from the rules, and that what they show works."""

from __future__ import annotations

import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import pytest

from gklint.cli import main
from gklint.docs import check_sample, earlier_than, explain_rule, list_rules, pages
from gklint.findings.diagnostics import Acceptance
from gklint.linter import Linter
from gklint.project.config import load
from gklint.ruleset.loading import load_rules
from gklint.ruleset.selection import Selection
from gklint.text.source import Source
from tests.support.paths import ROOT
from tests.support.rule_files import BAD, CODES
from tests.support.sample import NOT_A_REPORT

# What needs a whole other report to go wrong: their tests stand in test_whole_reports.py.
PAGES = ["configuration.md", "rules.md", *(f"rules/{code}.md" for code in CODES)]
ALWAYS_ON = ("GK001", "GK002", "GK003")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_rule_can_be_explained(code: str, lang: str) -> None:
    rule = load_rules().rules[code]
    text = explain_rule(load_rules(), rule, lang)

    assert text.startswith(f"{code} {rule.name}\n")
    assert rule.finds[lang] in text
    assert rule.basis[lang] in text


def test_the_list_has_one_line_a_rule() -> None:
    assert [*load_rules().rules] == [
        line[:5] for line in list_rules(load_rules(), "zh").splitlines()
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name: str) -> None:
    """Run ``python -m gklint.docs`` when this fails."""
    assert written()[name] == (ROOT / "docs" / name).read_text("utf-8")


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    pages_there = {f"rules/{path.name}" for path in (ROOT / "docs" / "rules").iterdir()}

    assert {*written()} - {"rules.md", "configuration.md"} == pages_there


PAGES = ["configuration.md", "rules.md", *(f"rules/{code}.md" for code in CODES)]


@cache
def written() -> dict[str, str]:
    return pages(load_rules())


def page(code: str) -> str:
    return written()[f"rules/{code}.md"]


def shown(code: str, language: str) -> str:
    """The block of a rule's page in this language; nothing if there is none."""
    found = re.search(f"```{language}\n(.*?)```", page(code), re.DOTALL)
    return found[1] if found else ""


def commands(code: str) -> list[str]:
    lines = page(code).splitlines()
    return [line for line in lines if line.startswith("gklint ")]


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_the_settings_on_a_page_are_valid(code: str, tmp_path: Path) -> None:
    path = tmp_path / "gklint.toml"
    path.write_text(shown(code, "toml"), "utf-8")
    config = load(path)
    config.check_codes(load_rules().rules)
    other = config.severity[code]

    assert other != load_rules().rules[code].severity
    assert f"--severity {code}={other}" in "\n".join(commands(code))
    if code in ALWAYS_ON:
        assert ((), ()) == (config.ignore, config.per_file_rules)
        return
    assert (code,) == config.ignore
    entries = [(each.pattern, each.ignore) for each in config.per_file_rules]
    assert [("草稿/", (code,))] == entries


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_the_rule_set_on_a_page_changes_the_severity(code: str, tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text(shown(code, "yaml"), "utf-8")

    assert load_rules([path]).rules[code].severity != load_rules().rules[code].severity


@pytest.mark.slow
@pytest.mark.parametrize(("code", "number"), BAD)
def test_a_rule_that_a_page_leaves_out_is_left_out(code: str, number: int) -> None:
    sample = load_rules().rules[code].bad[number]
    earlier = earlier_than(load_rules(), sample)
    linter = Linter(load_rules(), Selection(ignore=(code,)), earlier=earlier)
    report = linter.check(check_sample(load_rules(), sample).source)

    assert code not in [found.code for found in report.diagnostics]
    assert code not in ALWAYS_ON


def test_some_rules_are_always_on() -> None:
    linter = Linter(load_rules(), Selection(ignore=ALWAYS_ON))

    assert ["GK002"] == [found.code for found in linter.check(Source(NOT_A_REPORT)).diagnostics]
    for code in ALWAYS_ON:
        assert "这条规则总在用" in page(code)


@pytest.mark.slow
@pytest.mark.parametrize(("code", "number"), BAD)
def test_the_comment_on_a_page_accepts_a_finding(code: str, number: int) -> None:
    rule = load_rules().rules[code]
    if rule.of_county:  # no check of one report finds it
        assert shown(code, "html").strip() in explain_rule(load_rules(), rule, "zh")
        return
    sample = rule.bad[number]
    before = check_sample(load_rules(), sample)
    lines = before.source.text.split("\n")
    comment = shown(code, "html").strip()
    number = next(d.range.start.line for d in before.diagnostics if d.code == code and d.range)
    lines[number - 1] += comment.replace("…", "经上级同意")
    linter = Linter(load_rules(), earlier=earlier_than(load_rules(), sample))
    report = linter.check(Source("\n".join(lines)))

    if rule.acceptable:
        assert comment in explain_rule(load_rules(), rule, "zh")
        assert Acceptance("comment", "经上级同意") in [
            each.acceptance for each in report.accepted if each.diagnostic.code == code
        ]
    else:
        assert "" == comment


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_whether_a_rule_may_be_accepted(code: str) -> None:
    rule = load_rules().rules[code]
    text = page(code)

    assert rule.acceptable == (f"gklint accept 年报.docx --code {code} " in text)
    assert rule.acceptable != ("这条规则的结果不能接受。" in text)
    assert rule.acceptable != ("接受：不能\n" in explain_rule(load_rules(), rule, "zh"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("GK703", "能改的用 `gklint check 年报.txt --fix`。"),
        ("GK704", "能改的用 `gklint check 年报.txt --fix --unsafe-fixes`，改后请核对。"),
        ("GK303", "不能。 none"),
    ],
)
def test_a_page_says_how_a_finding_is_mended(code: str, said: str) -> None:
    (line,) = re.findall(r"## 自动改正 Fix\n\n(.*)", page(code))

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
