"""``--format junit``."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.findings.diagnostics import Acceptance, Accepted
from gklint.model.outcomes import CellName
from gklint.ruleset.severity import Severity
from tests.support.ci_formats import suites
from tests.support.diagnostics import CELL, HOSTILE, WHY, accepting, finding, report
from tests.support.rendering import rendered
from tests.support.running import in_process, shown
from tests.support.sample import TRADITIONAL, WRONG_COUNT, WRONG_SUM, write

# -- junit ---------------------------------------------------------------------------------------


def test_junit_has_a_suite_a_file_and_a_test_a_finding() -> None:
    cell = CellName("requests", "granted", "total")
    sums = finding(place=CELL)._replace(cell=cell)
    reports = [
        report("年报/a.txt", finding('<"&">]]>'), finding(severity=Severity.INFO)),
        report("c.docx", sums),
        report("d.txt"),
        report("e.txt", finding("打不开。", code="GK001")),
    ]
    text = rendered("junit", reports)
    suites(text)

    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="gklint" tests="5" failures="2" errors="1">\n'
        '  <testsuite name="年报/a.txt" tests="2" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="年报/a.txt" name="GK501 contact-missing">\n'
        '      <failure type="error" message="&lt;&quot;&amp;&quot;&gt;]]&gt;">'
        '年报/a.txt:62:1: GK501 &lt;"&amp;"&gt;]]&gt;\n依据：依据</failure>\n'
        "    </testcase>\n"
        '    <testcase classname="年报/a.txt" name="GK501 contact-missing (2)">\n'
        "      <system-out>年报/a.txt:62:1: GK501 没有。\n依据：依据</system-out>\n"
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


@pytest.mark.parametrize(
    ("fail_on", "kinds"),
    [
        (Severity.ERROR, ["failure", "system-out", "system-out", "error"]),
        (Severity.WARNING, ["failure", "failure", "system-out", "error"]),
        (Severity.INFO, ["failure", "failure", "failure", "error"]),
        (None, ["system-out", "system-out", "system-out", "error"]),
    ],
)
def test_only_what_fails_the_run_is_a_failure(fail_on: Severity | None, kinds: list[str]) -> None:
    found = [finding(severity=each) for each in Severity]
    unread = finding("打不开。", code="GK001")
    (suite,) = suites(
        rendered("junit", [report("a.txt", *found, unread)._replace(fail_on=fail_on)])
    )

    assert kinds == [case[0].tag for case in suite]
    assert str(kinds.count("failure")) == suite.get("failures")


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("error", 2), ("warning", 3), ("info", 4), ("never", 0)]
)
def test_a_run_has_failures_where_its_status_is_one(
    fail_on: str, failures: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=WRONG_SUM, b=WRONG_COUNT, c=TRADITIONAL)
    ran = in_process(capsys, "check", *paths, "--format", "junit", "--fail-on", fail_on)

    assert str(failures) == suites(ran.out).get("failures")
    assert int(failures > 0) == ran.status


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


# -- what is accepted ----------------------------------------------------------------------------


def test_junit_skips_what_is_accepted_and_says_why() -> None:
    known = Acceptance("baseline")
    listed = Acceptance("file", "<甲>\n乙")
    several = accepting(*(Accepted(finding(), each) for each in (WHY, listed, known)))
    other = accepting(Accepted(finding(), known), found=False)._replace(path="b.txt")
    first, second = suites(rendered("junit", [several, other]))
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
    (suite,) = suites(rendered("junit", [accepting(*accepted, found=False)], lang="en"))

    assert ["accepted: 经上级同意保留 (until 2025-06-30)", "in the baseline"] == [
        case[0].get("message") for case in suite
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_reason_gives_a_valid_file(hostile: str) -> None:
    accepted = Accepted(finding(hostile), Acceptance("comment", hostile))

    assert 1 == len(suites(rendered("junit", [accepting(accepted)])))
