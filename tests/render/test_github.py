"""``--format github`` and its step summary: exact output, escaping, limits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.findings.diagnostics import Accepted
from gklint.findings.report import Report
from gklint.render.github import StepSummary
from gklint.ruleset.severity import Severity
from tests.support.ci_formats import commands, issues, suites
from tests.support.diagnostics import CELL, HERE, HOSTILE, WHY, accepting, finding, report
from tests.support.needs import needs_posix
from tests.support.rendering import by, rendered, shared


def step_summary(reports: Sequence[Report], lang: str = "zh") -> str:
    """What the step summary says of these reports."""
    return by(StepSummary(shared(reports, lang)), reports)


MOST = 10  # annotations of a level that GitHub keeps


# -- github --------------------------------------------------------------------------------------


def test_github_is_told_errors_first() -> None:
    reports = [
        report("a.txt", finding(severity=Severity.INFO, code="GK702")),
        report("年报/b.txt", finding(severity=Severity.WARNING), finding("一：100%，二,三\n四")),
        report("c.docx", finding(place=CELL)),
        report("-", finding()),
    ]

    assert rendered("github", reports).splitlines() == [
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
    assert "" == rendered("github", [report("a.txt"), report("b.txt")])


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("100%,a:b.txt", "100%25%2Ca%3Ab.txt"),
        ("a\r\n::error::b.txt", "a%0D%0A%3A%3Aerror%3A%3Ab.txt"),
        ("a\x1b[31m.txt", "a [31m.txt"),
        ("./b/../a.txt", "a.txt"),
    ],
)
@needs_posix
def test_properties_are_escaped(path: str, file: str) -> None:
    line = rendered("github", [report(path, finding())])

    assert line.startswith(f"::error file={file},line=62,")
    assert 1 == line.count("\n")


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_is_one_command(hostile: str, place: Any) -> None:
    name = hostile.replace("\x00", "").replace("/", "")
    text = rendered("github", [report(f"{name}.txt", finding(hostile, place))])
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
    ((_, properties, message),) = commands(rendered("github", reports))

    assert outside == properties["file"]
    assert f"{outside}:62:1: GK501 没有。" == message
    assert outside == issues(rendered("gitlab", reports))[0]["location"]["path"]
    assert outside == suites(rendered("junit", reports))[0].get("name")


@pytest.mark.parametrize("number", [MOST, MOST + 1])
def test_a_notice_says_when_github_will_drop_some(number: int) -> None:
    many = [finding(severity=Severity.WARNING)] * number
    first, *rest = rendered("github", [report("a.txt", *many, finding())]).splitlines()

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

    assert step_summary(reports).split("\n") == [
        "### gklint",
        "",
        "共检查 2 个文件：错误 2，警告 1，提示 0。",
        "",
        "| 级别 | 位置 | 规则 | 说明 |",
        "| --- | --- | --- | --- |",
        "| 错误 | 年\\_报\\|1.txt:62:1 | GK501 | 没有。 |",
        "| 错误 | a.docx | GK501 | 第2个表格第5行第4格：没有。 |",
        "| 警告 | 年\\_报\\|1.txt:62:1 | GK501 | 甲\\|乙 \\<b\\>\\*丙\\*\\</b\\> \\`丁\\` 戊 |",
        "",
        "规则的说明：`gklint rule 代码`",
        "",
    ]


@pytest.mark.parametrize("reports", [[], [report("a.txt")]])
def test_a_step_summary_without_findings_has_no_table(reports: list[Report]) -> None:
    text = step_summary(reports, "en")

    assert f"### gklint\n\n{len(reports)} files checked: 0 errors, 0 warnings, 0 notes.\n" == text


def test_a_step_summary_stays_below_what_github_takes() -> None:
    many = [finding("长" * 1000)] * 500
    text = step_summary([report("a.txt", *many)])
    rows = sum(line.startswith("| 错误") for line in text.split("\n"))

    assert len(text.encode("utf-8")) < 1024 * 1024
    assert 300 < rows < 500
    assert text.endswith(
        f" |\n\n另有 {500 - rows} 条，见本步骤的日志。\n\n规则的说明：`gklint rule 代码`\n"
    )


def test_a_step_summary_counts_what_is_accepted() -> None:
    reports = [accepting(Accepted(finding("没有。"), WHY))]
    zh, en = step_summary(reports), step_summary(reports, "en")

    assert "共检查 1 个文件：错误 1，警告 0，提示 0，已接受 1。\n" in zh
    assert "1 files checked: 1 errors, 0 warnings, 0 notes, 1 accepted.\n" in en
    assert 1 == sum(line.startswith("| 错误") for line in zh.split("\n"))


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
