"""``--format github``, ``gitlab`` and ``junit``: exact output, escaping, limits, schemas."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from gklint.cli import main
from gklint.findings.diagnostics import Acceptance, Accepted
from gklint.findings.report import Report
from gklint.model.outcomes import CellName
from gklint.render.github import github, step_summary
from gklint.render.gitlab import gitlab
from gklint.render.junit import junit
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from tests.support.diagnostics import CELL, HERE, HOSTILE, finding, report
from tests.support.paths import EXAMPLES, ROOT
from tests.support.sample import (
    CLEAN,
    NO_CONTACT,
    TRADITIONAL,
    WRONG_COUNT,
    WRONG_SUM,
    changed,
    write,
)

RULES = load_rules().rules
FORMATS = ("sarif", "github", "gitlab", "junit")
JUNIT = etree.XMLSchema(file=str(ROOT / "tests/data/schemas/junit-10.xsd"))
# By GitLab's documentation; it publishes no schema in a package.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")
CODED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
WHY = Acceptance("comment", "经上级同意保留", date(2025, 6, 30))
MOST = 10  # annotations of a level that GitHub keeps


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", *arguments])
    return capsys.readouterr().out


def issues(text: str) -> list[dict[str, Any]]:
    """A report for GitLab that is valid, with every fingerprint once."""
    text.encode("utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    jsonschema.Draft7Validator(GITLAB).validate(found)
    assert len(found) == len({issue["fingerprint"] for issue in found})
    return found


def suites(text: str) -> etree._Element:
    """A JUnit document that is valid, with counts that are right and names that differ."""
    root = etree.fromstring(text.encode("utf-8"))
    JUNIT.assertValid(root)
    for element in (root, *root):
        counts = [len([*element.iter(name)]) for name in ("testcase", "failure", "error")]
        assert counts == [int(element.get(key, "")) for key in ("tests", "failures", "errors")]
    for suite in root:
        assert len([*suite.iter("skipped")]) == int(suite.get("skipped", ""))
    names = Counter((case.get("classname"), case.get("name")) for case in root.iter("testcase"))
    assert [] == [name for name, count in names.items() if count > 1]
    return root


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Commands as GitHub's runner reads them: kind, properties, message."""
    found = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.partition("=") for pair in match[2].split(","))
        properties = {key: decoded(value) for key, _, value in pairs}
        found.append((match[1], properties, decoded(match[3])))
    assert text == "" or text.endswith("\n")
    return found


def decoded(text: str) -> str:
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: CODED[match[0]], text)


# -- github --------------------------------------------------------------------------------------


def test_github_is_told_errors_first() -> None:
    reports = [
        report("a.txt", finding(severity=Severity.INFO, code="GK702")),
        report("年报/b.txt", finding(severity=Severity.WARNING), finding("一：100%，二,三\n四")),
        report("c.docx", finding(place=CELL)),
        report("-", finding()),
    ]

    assert github(reports, RULES, "zh").splitlines() == [
        "::error file=年报/b.txt,line=62,col=1,endLine=62,endColumn=5,"
        "title=GK501 contact-missing::年报/b.txt:62:1: GK501 一：100%25，二,三 四",
        "::error file=c.docx,title=GK501 contact-missing::"
        "c.docx: GK501 第2个表格第5行第4格：没有。",
        "::error line=62,col=1,endLine=62,endColumn=5,"
        "title=GK501 contact-missing::-:62:1: GK501 没有。",
        "::warning file=年报/b.txt,line=62,col=1,endLine=62,endColumn=5,"
        "title=GK501 contact-missing::年报/b.txt:62:1: GK501 没有。",
        "::notice file=a.txt,line=62,col=1,endLine=62,endColumn=5,"
        "title=GK702 contact-missing::a.txt:62:1: GK702 没有。",
    ]


def test_github_is_told_nothing_of_clean_files() -> None:
    assert "" == github([report("a.txt"), report("b.txt")], RULES, "zh")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("100%,a:b.txt", "100%25%2Ca%3Ab.txt"),
        ("a\r\n::error::b.txt", "a%0D%0A%3A%3Aerror%3A%3Ab.txt"),
        ("a\x1b[31m.txt", "a [31m.txt"),
        ("./b/../a.txt", "a.txt"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="names that only POSIX allows")
def test_properties_are_escaped(path: str, file: str) -> None:
    line = github([report(path, finding())], RULES, "zh")

    assert line.startswith(f"::error file={file},line=62,")
    assert 1 == line.count("\n")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_is_one_command(hostile: str, place: Any) -> None:
    name = hostile.replace("\x00", "").replace("/", "")
    text = github([report(f"{name}.txt", finding(hostile, place))], RULES, "zh")
    ((kind, properties, message),) = commands(text)

    assert "error" == kind
    assert ["file", "title"] == [key for key in properties if key in ("file", "title")]
    assert ("line" in properties) == (place is HERE)
    assert properties["file"].endswith(".txt")
    assert "GK501" in message


def test_a_file_outside_the_folder_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "b")
    outside = (tmp_path / "a.txt").as_posix()
    reports = [report("../a.txt", finding())]
    ((_, properties, message),) = commands(github(reports, RULES, "zh"))

    assert outside == properties["file"]
    assert f"{outside}:62:1: GK501 没有。" == message
    assert outside == issues(gitlab(reports, RULES, "zh"))[0]["location"]["path"]
    assert outside == suites(junit(reports, RULES, "zh"))[0].get("name")


@pytest.mark.parametrize("number", [MOST, MOST + 1])
def test_a_notice_says_when_github_will_drop_some(number: int) -> None:
    many = [finding(severity=Severity.WARNING)] * number
    first, *rest = github([report("a.txt", *many, finding())], RULES, "zh").splitlines()

    if number <= MOST:
        assert first.startswith("::error ")
        assert number == len(rest)
        return
    assert (
        "::notice title=gklint::共检查 1 个文件：错误 1，警告 11，提示 0。"
        " GitHub 对每一级别只标注前 10 条，全部发现见本步骤的日志。"
    ) == first
    assert number + 1 == len(rest)


# -- step summary --------------------------------------------------------------------------------


def test_a_step_summary_is_a_table() -> None:
    odd = finding("甲|乙 <b>*丙*</b> `丁`\n戊", severity=Severity.WARNING)
    reports = [report("年_报|1.txt", odd, finding()), report("a.docx", finding(place=CELL))]
    rule = "[GK501](https://gklint.example/docs/rules/GK501.md)"

    assert step_summary(reports, "zh").split("\n") == [
        "### gklint",
        "",
        "共检查 2 个文件：错误 2，警告 1，提示 0。",
        "",
        "| 级别 | 位置 | 规则 | 说明 |",
        "| --- | --- | --- | --- |",
        f"| 错误 | 年\\_报\\|1.txt:62:1 | {rule} | 没有。 |",
        f"| 错误 | a.docx | {rule} | 第2个表格第5行第4格：没有。 |",
        f"| 警告 | 年\\_报\\|1.txt:62:1 | {rule} | 甲\\|乙 \\<b\\>\\*丙\\*\\</b\\> \\`丁\\` 戊 |",
        "",
    ]


@pytest.mark.parametrize("reports", [[], [report("a.txt")]])
def test_a_step_summary_without_findings_has_no_table(reports: list[Report]) -> None:
    text = step_summary(reports, "en")

    assert f"### gklint\n\n{len(reports)} files checked: 0 errors, 0 warnings, 0 notes.\n" == text


def test_a_step_summary_stays_below_what_github_takes() -> None:
    many = [finding("长" * 1000)] * 500
    text = step_summary([report("a.txt", *many)], "zh")
    rows = sum(line.startswith("| 错误") for line in text.split("\n"))

    assert len(text.encode("utf-8")) < 1024 * 1024
    assert 300 < rows < 500
    assert text.endswith(f" |\n\n另有 {500 - rows} 条，见本步骤的日志。\n")


# -- gitlab --------------------------------------------------------------------------------------


def test_gitlab_gets_each_finding() -> None:
    reports = [
        report("年报/a.txt", finding("一：{二}", severity=Severity.WARNING)),
        report("c.docx", finding(place=CELL)),
        report(None, finding(severity=Severity.INFO)),
    ]

    assert issues(gitlab(reports, RULES, "zh")) == [
        {
            "description": "一：{二}",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef",
            "severity": "minor",
            "location": {"path": "年报/a.txt", "lines": {"begin": 62}},
        },
        {
            "description": "第2个表格第5行第4格：没有。",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef-2",
            "severity": "major",
            "location": {"path": "c.docx", "lines": {"begin": 1}},
        },
        {
            "description": "没有。",
            "check_name": "GK501",
            "fingerprint": "0123456789abcdef-3",
            "severity": "info",
            "location": {"path": "-", "lines": {"begin": 62}},
        },
    ]


def test_gitlab_fingerprints_are_those_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=WRONG_SUM, b=WRONG_SUM)
    document = json.loads(shown(capsys, *paths, "--format", "json"))
    expected = [found["fingerprint"] for file in document["files"] for found in file["diagnostics"]]

    assert expected == [
        issue["fingerprint"] for issue in issues(shown(capsys, *paths, "--format", "gitlab"))
    ]


# -- junit ---------------------------------------------------------------------------------------


def test_junit_has_a_suite_a_file_and_a_test_a_finding() -> None:
    cell = CellName("requests", "granted", "total")
    sums = replace(finding(place=CELL), cell=cell)
    reports = [
        report("年报/a.txt", finding('<"&">]]>'), finding(severity=Severity.INFO)),
        report("c.docx", sums),
        report("d.txt"),
        report("e.txt", finding("打不开。", code="GK001")),
    ]
    text = junit(reports, RULES, "zh")
    suites(text)

    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="gklint" tests="5" failures="3" errors="1">\n'
        '  <testsuite name="年报/a.txt" tests="2" failures="2" errors="0" skipped="0">\n'
        '    <testcase classname="年报/a.txt" name="GK501 contact-missing">\n'
        '      <failure type="error" message="&lt;&quot;&amp;&quot;&gt;]]&gt;">'
        '年报/a.txt:62:1: GK501 &lt;"&amp;"&gt;]]&gt;\n依据：依据</failure>\n'
        "    </testcase>\n"
        '    <testcase classname="年报/a.txt" name="GK501 contact-missing (2)">\n'
        '      <failure type="info" message="没有。">'
        "年报/a.txt:62:1: GK501 没有。\n依据：依据</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="c.docx" tests="1" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="c.docx" name="GK501 contact-missing requests.granted.total">\n'
        '      <failure type="error" message="第2个表格第5行第4格：没有。">'
        "c.docx: GK501 第2个表格第5行第4格：没有。\n依据：依据</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="d.txt" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase classname="d.txt" name="gklint" />\n'
        "  </testsuite>\n"
        '  <testsuite name="e.txt" tests="1" failures="0" errors="1" skipped="0">\n'
        '    <testcase classname="e.txt" name="GK001 contact-missing">\n'
        '      <error type="error" message="打不开。">'
        "e.txt:62:1: GK001 打不开。\n依据：依据</error>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_junit_names_do_not_depend_on_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)
    before = suites(shown(capsys, path, "--format", "junit"))
    write(tmp_path, a="\n\n" + WRONG_SUM)
    after = suites(shown(capsys, path, "--format", "junit"))

    assert [
        "GK303 applicants-sum requests.granted.total",
        "GK302 results-sum requests.handled_total.total",
    ] == [case.get("name") for case in before.iter("testcase")]
    assert [case.get("name") for case in before.iter("testcase")] == [
        case.get("name") for case in after.iter("testcase")
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_give_valid_files(hostile: str, place: Any) -> None:
    name = hostile.replace("\x00", "").replace("/", "")
    reports = [report(f"{name}.txt", finding(hostile, place), finding(hostile, place))]
    (suite,) = suites(junit(reports, RULES, "zh"))

    assert str(suite.get("name")).endswith(".txt")
    assert 2 == len(issues(gitlab(reports, RULES, "zh")))


# -- what is accepted ----------------------------------------------------------------------------


def accepting(*accepted: Accepted, found: bool = True) -> Report:
    counted = [finding("有误。")] if found else []
    return replace(report("a.txt", *counted), accepted=accepted)


def test_junit_skips_what_is_accepted_and_says_why() -> None:
    known = Acceptance("baseline")
    listed = Acceptance("file", "<甲>\n乙")
    several = accepting(*(Accepted(finding(), each) for each in (WHY, listed, known)))
    other = replace(accepting(Accepted(finding(), known), found=False), path="b.txt")
    first, second = suites(junit([several, other], RULES, "zh"))
    cases = [*first]

    assert ("4", "1", "3") == tuple(first.get(key) for key in ("tests", "failures", "skipped"))
    assert ("1", "0", "1") == tuple(second.get(key) for key in ("tests", "failures", "skipped"))
    assert [
        ("GK501 contact-missing (2)", "已接受：经上级同意保留（到期：2025-06-30）"),
        ("GK501 contact-missing (3)", "已接受：<甲> 乙"),
        ("GK501 contact-missing (4)", "基线中已有"),
    ] == [(case.get("name"), case[0].get("message")) for case in cases[1:]]
    assert {"skipped"} == {case[0].tag for case in cases[1:]}
    assert "a.txt:62:1: GK501 没有。" == cases[1][0].text


def test_junit_says_why_in_english() -> None:
    accepted = [Accepted(finding(), each) for each in (WHY, Acceptance("baseline"))]
    (suite,) = suites(junit([accepting(*accepted, found=False)], RULES, "en"))

    assert ["accepted: 经上级同意保留 (until 2025-06-30)", "in the baseline"] == [
        case[0].get("message") for case in suite
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_reason_gives_a_valid_file(hostile: str) -> None:
    accepted = Accepted(finding(hostile), Acceptance("comment", hostile))

    assert 1 == len(suites(junit([accepting(accepted)], RULES, "zh")))


def test_nobody_is_told_to_mend_what_is_accepted() -> None:
    reports = [accepting(Accepted(finding("没有。", CELL), WHY))]

    assert ["有误。"] == [issue["description"] for issue in issues(gitlab(reports, RULES, "zh"))]
    assert 1 == len(commands(github(reports, RULES, "zh")))


def test_a_step_summary_counts_what_is_accepted() -> None:
    reports = [accepting(Accepted(finding("没有。"), WHY))]
    zh, en = step_summary(reports, "zh"), step_summary(reports, "en")

    assert "共检查 1 个文件：错误 1，警告 0，提示 0，已接受 1。\n" in zh
    assert "1 files checked: 1 errors, 0 warnings, 0 notes, 1 accepted.\n" in en
    assert 1 == sum(line.startswith("| 错误") for line in zh.split("\n"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_whose_findings_are_known_fails_nothing(
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    number = len((ROOT / f"{example}.expected").read_text("utf-8").splitlines())
    known = str(tmp_path / "known.json")
    main(["baseline", example, "-o", known])
    capsys.readouterr()
    given = (example, "--baseline", known)
    (suite,) = suites(shown(capsys, *given, "--format", "junit"))

    assert (str(number), "0") == (suite.get("skipped"), suite.get("failures"))
    assert "[]\n" == shown(capsys, *given, "--format", "gitlab")
    assert "" == shown(capsys, *given, "--format", "github")
    assert 0 == main(["check", *given, "--fail-on", "info", "--format", "github"])


# -- all of them ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_valid_in_every_format(
    example: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    number = len((ROOT / f"{example}.expected").read_text("utf-8").splitlines())
    outputs = {name: shown(capsys, example, "--lang", lang, "--format", name) for name in FORMATS}
    root = suites(outputs["junit"])

    assert number == len(commands(outputs["github"]))
    assert number == len(issues(outputs["gitlab"]))
    assert (str(number), "0") == (root.get("failures"), root.get("errors"))
    assert [example] == [suite.get("name") for suite in root]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("github", ""),
        ("gitlab", "[]\n"),
        (
            "junit",
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<testsuites name="gklint" tests="0" failures="0" errors="0" />\n',
        ),
    ],
)
def test_a_run_without_files_is_empty(name: str, expected: str) -> None:
    renderers = {"github": github, "gitlab": gitlab, "junit": junit}

    assert expected == renderers[name]([], RULES, "zh")


@pytest.mark.parametrize("screen", FORMATS)
def test_several_formats_in_one_run(
    tmp_path: Path,
    screen: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write(
        Path(), a=WRONG_SUM, b=WRONG_COUNT, c=CLEAN, d=NO_CONTACT, e=TRADITIONAL, f="\x00\x01\x02"
    )
    files = [f"--format={name}=out.{name}" for name in FORMATS]
    status = main(["check", ".", *files, "--format", screen])
    printed = capsys.readouterr().out

    assert 3 == status
    assert printed == Path(f"out.{screen}").read_text("utf-8")
    for name in FORMATS:
        assert shown(capsys, ".", "--format", name) == Path(f"out.{name}").read_text("utf-8")
    assert "1" == suites(Path("out.junit").read_text("utf-8")).get("errors")


@pytest.mark.skipif(os.name == "nt", reason="names that only POSIX allows")
@pytest.mark.parametrize("name", [b"100%,a:b.txt", b"a\n::error::b.txt", b"\xc4\xea.txt"])
def test_odd_names_and_cells_pass_through_files(
    tmp_path: Path,
    name: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    path = os.fsdecode(name)
    odd = "]]>%2{"
    Path(path).write_text(changed(("行政许可 | 36 |", f"行政许可 | {odd} |")), "utf-8")
    files = [f"--format={name}=out.{name}" for name in FORMATS]
    status = main(["check", path, *files])
    texts = {name: Path(f"out.{name}").read_text("utf-8") for name in FORMATS}
    (issue,) = issues(texts["gitlab"])
    (said,) = suites(texts["junit"]).iter("failure")
    ((kind, _, message),) = commands(texts["github"])

    assert (1, "") == (status, capsys.readouterr().out)
    assert "“]]>%2{”" in issue["description"]
    assert issue["description"] == said.get("message")
    assert "error" == kind
    assert message.endswith(issue["description"])


def test_a_step_summary_is_appended_to_the_file_that_github_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary, report = tmp_path / "summary.md", tmp_path / "a.txt"
    summary.write_text("before\n", "utf-8")
    report.write_text("一、总体情况", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    assert 1 == main(["check", "--format", "github", str(report)])
    assert capsys.readouterr().out.startswith("::error ")
    assert summary.read_text("utf-8").startswith("before\n### gklint\n")


def test_without_the_github_format_no_summary_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary, report = tmp_path / "summary.md", tmp_path / "a.txt"
    report.write_text("一、总体情况", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    main(["check", "--format", "gitlab", str(report)])

    assert not summary.exists()
