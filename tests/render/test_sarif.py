"""``--format sarif``: what it says, and that it is SARIF 2.1.0 whatever a file holds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.docs import check_sample
from gklint.findings.diagnostics import Acceptance, Accepted, Fix, Related, Replacement
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from gklint.text.source import Source, Span
from gklint.version import VERSION
from tests.support.diagnostics import CELL, HOSTILE, WHY, accepting, finding, report
from tests.support.fixes import replaced
from tests.support.rule_files import FIXABLE
from tests.support.sample import NO_CONTACT, TRADITIONAL, WRONG_SUM, changed, write
from tests.support.sarif import checked, rendered


def test_a_run_says_what_was_found_and_where() -> None:
    run = rendered(report("reports/a.txt", finding()))
    driver = run["tool"].pop("driver")
    driver.pop("rules")

    assert driver == {
        "name": "gklint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "language": "zh-CN",
    }
    assert run == {
        "tool": {},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "运行 gklint 的文件夹"}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": []}],
        "artifacts": [
            {
                "location": {"uri": "reports/a.txt", "uriBaseId": "%SRCROOT%"},
                "roles": ["analysisTarget"],
            }
        ],
        "results": [
            {
                "ruleId": "GK501",
                "ruleIndex": [*load_rules().rules].index("GK501"),
                "level": "error",
                "message": {"text": "没有。"},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {
                                "uri": "reports/a.txt",
                                "uriBaseId": "%SRCROOT%",
                                "index": 0,
                            },
                            "region": {
                                "startLine": 62,
                                "startColumn": 1,
                                "endLine": 62,
                                "endColumn": 5,
                            },
                        }
                    }
                ],
                "partialFingerprints": {"gklint/v1": "0123456789abcdef"},
                "properties": {"basis": "依据"},
            }
        ],
    }


def test_a_place_without_lines_has_a_name_instead_of_a_region() -> None:
    (result,) = rendered(report("a.docx", finding(place=CELL)))["results"]
    (location,) = result["locations"]
    name = "table 2/row 5/cell 4"

    assert result["message"] == {"text": "第2个表格第5行第4格：没有。"}
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "a.docx", "uriBaseId": "%SRCROOT%", "index": 0}
        },
        "logicalLocations": [{"name": name, "fullyQualifiedName": name, "kind": "cell"}],
        "properties": {"place": {"table": 2, "row": 5, "cell": 4}},
    }
    assert result["partialFingerprints"] == {
        "gklint/v1": "0123456789abcdef",
        "primaryLocationLineHash": "0123456789abcdef",
    }


def test_a_sum_names_its_addends_and_its_suspect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)
    monkeypatch.chdir(tmp_path)
    (result,) = checked(capsys, "a.txt", "--select", "GK303")["results"]
    cell = {"table": "requests", "row": "granted", "column": "total"}
    related = result["relatedLocations"]
    regions = [location["physicalLocation"]["region"] for location in related]

    assert [1, 2, 3, 4, 5, 6] == [location["id"] for location in related]
    assert {"text": "“（一）予以公开”“自然人”：2"} == related[0]["message"]
    assert {"startLine": 32, "startColumn": 23, "endLine": 32, "endColumn": 24} == regions[0]
    assert cell == result["properties"]["cell"]
    assert [{"cell": cell, "actual": 5, "expected": 3}] == result["properties"]["suspects"]
    assert result["properties"]["basis"].startswith("总计为")


def test_two_notes_on_one_cell_stay_two() -> None:
    note = Related("同一格", None, CELL, None)
    (result,) = rendered(report("a.docx", finding(place=CELL, related=(note, note))))["results"]

    assert [1, 2] == [location["id"] for location in result["relatedLocations"]]
    assert [{"text": "第2个表格第5行第4格：同一格"}] * 2 == [
        location["message"] for location in result["relatedLocations"]
    ]


def test_columns_are_code_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = changed(("。2023年新收政府信息公开申请5件", "。𠮷𠮷乡2023年新收政府信息公开申请八件"))
    run = checked(capsys, *write(tmp_path, a=text))
    (result,) = run["results"]

    assert "unicodeCodePoints" == run["columnKind"]
    assert {"startLine": 7, "startColumn": 28, "endLine": 7, "endColumn": 30} == result[
        "locations"
    ][0]["physicalLocation"]["region"]


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_levels_are_those_of_the_run_and_of_the_rule(severity: Severity, level: str) -> None:
    run = rendered(report("a.txt", finding(severity=severity)))
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]

    assert level == result["level"]
    assert {"level": "error"} == rule["defaultConfiguration"]


# -- what is accepted ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("acceptance", "lang", "kind", "justification"),
    [
        (WHY, "zh", "inSource", "经上级同意保留（到期：2025-06-30）"),
        (WHY, "en", "inSource", "经上级同意保留 (until 2025-06-30)"),
        (Acceptance("file", "甲{0}\n乙"), "zh", "external", "甲{0} 乙"),
    ],
)
def test_what_is_accepted_is_suppressed_with_its_reason(
    acceptance: Acceptance, lang: str, kind: str, justification: str
) -> None:
    accepted = Accepted(finding("没有。", CELL), acceptance)
    counted, suppressed = rendered(accepting(accepted, path="a.docx"), lang=lang)["results"]

    assert [] == counted["suppressions"]
    assert [{"kind": kind, "status": "accepted", "justification": justification}] == suppressed[
        "suppressions"
    ]
    assert suppressed["message"]["text"].endswith("没有。")
    assert "baselineState" not in counted


def test_no_result_speaks_of_suppressions_where_nothing_is_accepted() -> None:
    known = Accepted(finding("旧。"), Acceptance("baseline"))
    plain = report("a.txt", finding('"suppressions": [],\n     "suppressions": [],\n'))
    results = rendered(plain, accepting(known, compared=True))["results"]

    assert [False] * 3 == ["suppressions" in result for result in results]


def test_after_a_baseline_every_result_says_whether_it_is_new() -> None:
    known = Accepted(finding("旧。"), Acceptance("baseline"))
    commented = Accepted(finding("另。"), WHY)
    compared = accepting(known, commented, compared=True)
    results = rendered(compared, report("b.txt", finding()))["results"]

    assert [
        ("有误。", "new", 0),
        ("旧。", "unchanged", 0),
        ("另。", "new", 1),
        ("没有。", "new", 0),
    ] == [
        (result["message"]["text"], result["baselineState"], len(result["suppressions"]))
        for result in results
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_reason_gives_valid_sarif(hostile: str) -> None:
    accepted = Accepted(finding(hostile), Acceptance("comment", hostile))

    assert 2 == len(rendered(accepting(accepted))["results"])


def test_comments_accept_files_and_baselines_show_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = "（一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | 5 | |"
    comment = "<!-- gklint: accept GK303 理由：按原表 -->"
    write(Path(), a=WRONG_SUM.replace(wrong, wrong + comment), b=NO_CONTACT, c=TRADITIONAL)
    main(["baseline", "b.txt", "-o", "known.json"])
    main(["accept", "c.txt", "--code", "GK702", "--reason", "引文", "--accept", "ok.toml"])
    capsys.readouterr()
    run = checked(capsys, ".", "--baseline", "known.json", "--accept", "ok.toml")

    assert [
        ("GK302", "new", None),
        ("GK303", "new", "inSource"),
        ("GK501", "unchanged", None),
        ("GK702", "new", "external"),
    ] == [
        (
            result["ruleId"],
            result["baselineState"],
            next((each["kind"] for each in result["suppressions"]), None),
        )
        for result in run["results"]
    ]


# -- fixes ---------------------------------------------------------------------------------------


def offset(text: str, line: int, column: int) -> int:
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text))]
    return starts[line - 1] + column - 1


def mended(text: str, results: list[dict[str, Any]]) -> str:
    """The text after all fixes of these results, by lines and columns."""
    replacements = [
        (
            offset(text, region["startLine"], region["startColumn"]),
            offset(text, region["endLine"], region["endColumn"]),
            each["insertedContent"]["text"],
        )
        for result in results
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for each in change["replacements"]
        for region in [each["deletedRegion"]]
    ]
    for start, end, new in sorted({*replacements}, reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("safe", "lang", "description"),
    [
        (True, "zh", "可安全改正"),
        (False, "zh", "改后请核对"),
        (True, "en", "safe to apply"),
        (False, "en", "check after applying"),
    ],
)
def test_a_fix_says_what_to_delete_and_what_to_insert(
    safe: bool, lang: str, description: str
) -> None:
    source = Source(f"一二\n三\n四乙\n\n{'五' * 30}\n六\n七八九\n", "a.txt")
    fix = Fix(safe, (Replacement(Span(6, 9), "乙\n\n", ""), Replacement(Span(45, 45), "", "{0}\n")))
    made = report("a.txt", finding()._replace(fix=fix))._replace(source=source)
    (result,) = rendered(made, lang=lang)["results"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]

    assert {"text": description} == fix["description"]
    assert {"uri": "a.txt", "uriBaseId": "%SRCROOT%", "index": 0} == change["artifactLocation"]
    assert [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 2, "endLine": 5, "endColumn": 1},
            "insertedContent": {"text": ""},
        },
        {
            "deletedRegion": {"startLine": 7, "startColumn": 4, "endLine": 7, "endColumn": 4},
            "insertedContent": {"text": "{0}\n"},
        },
    ] == change["replacements"]


@pytest.mark.slow
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("code", FIXABLE)
def test_the_fixes_of_a_rule_mend_its_samples(code: str, ends: str) -> None:
    for sample in load_rules().rules[code].bad:
        text = check_sample(load_rules(), sample).source.text.replace("\n", ends)
        found = Linter(load_rules()).check(Source(text))._replace(path="a.txt")
        only = found._replace(diagnostics=tuple(d for d in found.diagnostics if d.code == code))
        expected = replaced(only.source, [d.fix for d in only.diagnostics if d.fix])

        assert expected == mended(text, rendered(only)["results"])


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_with_fixes_are_valid_accepted_or_not(lang: str) -> None:
    reports = [
        check_sample(load_rules(), sample, lang)
        for rule in load_rules().rules.values()
        if rule.fix
        for sample in rule.bad
    ]
    accepted = [
        each._replace(
            diagnostics=(),
            accepted=tuple(Accepted(found, WHY) for found in each.diagnostics),
            compared=True,
        )
        for each in reports
    ]
    results = rendered(*reports, lang=lang)["results"]
    suppressed = rendered(*accepted, lang=lang)["results"]

    assert any("fixes" in result for result in results)
    assert [result.get("fixes") for result in results] == [
        result.get("fixes") for result in suppressed
    ]
    assert all(result["suppressions"] for result in suppressed)


def test_what_could_not_be_checked_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a="\x00\x01\x02", b=NO_CONTACT)
    monkeypatch.chdir(tmp_path)
    run = checked(capsys, "a.txt", "b.txt", "--severity", "GK001=info")
    (invocation,) = run["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]

    assert ["GK001", "GK501"] == [result["ruleId"] for result in run["results"]]
    assert "note" == run["results"][0]["level"]
    assert not invocation["executionSuccessful"]
    assert "error" == notification["level"]
    assert {"id": "GK001", "index": 0} == notification["associatedRule"]
    assert notification["message"]["text"].startswith("无法检查这个文件：这不是文本文件")
    assert run["results"][0]["locations"] == notification["locations"]
