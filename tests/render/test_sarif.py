"""``--format sarif``: what it says, and that it is SARIF 2.1.0 whatever a file holds."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

import jsonschema
import pytest

from gklint.cli import main
from gklint.docs import check_sample
from gklint.findings.diagnostics import Acceptance, Accepted, Fix, Related, Replacement
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.render.sarif import sarif, uri
from gklint.ruleset.loading import load_rules
from gklint.ruleset.severity import Severity
from gklint.text.source import Position, Range, Source, Span
from gklint.version import VERSION
from tests.support.diagnostics import CELL, HERE, HOSTILE, finding, report
from tests.support.fixes import replaced
from tests.support.paths import EXAMPLES, ROOT
from tests.support.sample import CLEAN, NO_CONTACT, TRADITIONAL, WRONG_SUM, changed, write

RULES = load_rules()
SCHEMA = json.loads((ROOT / "tests/data/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
# The packaged schema is of a draft; in the standard (§3.35.3) the property is called status.
SUPPRESSION = SCHEMA["definitions"]["suppression"]["properties"]
SUPPRESSION["status"] = SUPPRESSION.pop("state")
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# RFC 3986: unreserved, reserved, and percent-encoded octets.
URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})+")
LOCAL = """
extends: none
rules:
  - code: XX01
    name: year-left-open
    severity: info
    finds: {zh: "标题里写“{年份}”。", en: "The title reads {年份}."}
    basis: {grade: S, source: 本机关, zh: 年份要写明, en: The year is to be given.}
    message: {zh: "写作 {row}。", en: "It reads {row}."}
    check: identity
    options: {table: requests, each: row, formula: natural_person >= other}
"""
MOST_CHARACTERS = 1024  # of a description that GitHub takes


WHY = Acceptance("comment", "经上级同意保留", date(2025, 6, 30))


def run_of(text: str) -> dict[str, Any]:
    """The only run of a document that is valid.

    The standard asks (§3.27.23, §3.27.24) that of some properties all results have them or none.
    """
    text.encode("utf-8")
    document = json.loads(text)
    VALIDATOR.validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    assert all("suppressions" in result for result in run["results"])
    assert 1 >= len({"baselineState" in result for result in run["results"]})
    return run


def rendered(*reports: Report, lang: str = "zh") -> dict[str, Any]:
    return run_of(sarif(reports, RULES.rules, lang))


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    main(["check", *arguments, "--format", "sarif"])
    return run_of(capsys.readouterr().out)


def uris(value: Any) -> Iterator[str]:
    """All URIs of a document."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("uri", "helpUri", "informationUri"):
                yield item
            yield from uris(item)
    elif isinstance(value, list):
        for item in value:
            yield from uris(item)


def test_a_run_says_what_was_found_and_where() -> None:
    run = rendered(report("reports/a.txt", finding()))
    driver = run["tool"].pop("driver")
    driver.pop("rules")

    assert driver == {
        "name": "gklint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": "https://gklint.example/docs/rules.md",
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
                "ruleIndex": [*RULES.rules].index("GK501"),
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
                "suppressions": [],
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


def accepting(path: str, *accepted: Accepted, compared: bool = False) -> Report:
    return replace(report(path, finding("有误。")), accepted=accepted, compared=compared)


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
    counted, suppressed = rendered(accepting("a.docx", accepted), lang=lang)["results"]

    assert [] == counted["suppressions"]
    assert [{"kind": kind, "status": "accepted", "justification": justification}] == suppressed[
        "suppressions"
    ]
    assert suppressed["message"]["text"].endswith("没有。")
    assert "baselineState" not in counted


def test_after_a_baseline_every_result_says_whether_it_is_new() -> None:
    known = Accepted(finding("旧。"), Acceptance("baseline"))
    commented = Accepted(finding("另。"), WHY)
    compared = accepting("a.txt", known, commented, compared=True)
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

    assert 2 == len(rendered(accepting("a.txt", accepted))["results"])


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
    lines = Replacement(Span(8, 13), Range(Position(3, 2), Position(5, 1)), "乙\n\n", "")
    point = Replacement(Span(20, 20), Range(Position(7, 4), Position(7, 4)), "", "{0}\n")
    fixable = replace(finding(), fix=Fix(safe, (lines, point)))
    (result,) = rendered(report("a.txt", fixable), lang=lang)["results"]
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


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("code", sorted(c for c, rule in RULES.rules.items() if rule.fix))
def test_the_fixes_of_a_rule_mend_its_samples(code: str, ends: str) -> None:
    for sample in RULES.rules[code].bad:
        text = check_sample(RULES, sample).source.text.replace("\n", ends)
        found = replace(Linter(RULES).check(Source(text)), path="a.txt")
        only = replace(found, diagnostics=tuple(d for d in found.diagnostics if d.code == code))
        expected = replaced(only.source, [d.fix for d in only.diagnostics if d.fix])

        assert expected == mended(text, rendered(only)["results"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_with_fixes_are_valid_accepted_or_not(lang: str) -> None:
    reports = [
        check_sample(RULES, sample, lang)
        for rule in RULES.rules.values()
        if rule.fix
        for sample in rule.bad
    ]
    accepted = [
        replace(
            each,
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


# -- rules ---------------------------------------------------------------------------------------


def test_all_rules_of_the_rule_set_are_described() -> None:
    described = rendered()["tool"]["driver"]["rules"]

    assert [*RULES.rules] == [rule["id"] for rule in described]


def test_a_local_rule_set_describes_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "local.yaml").write_text(LOCAL, "utf-8")
    (path,) = write(tmp_path, a=CLEAN)
    run = checked(capsys, path, "--rules", str(tmp_path / "local.yaml"))
    described = run["tool"]["driver"]["rules"]

    own = [f"GK00{number}" for number in range(1, 8)]
    assert [*own, "XX01"] == [rule["id"] for rule in described]
    assert "标题里写“{{年份}}”。" == described[-1]["shortDescription"]["text"]
    assert "标题里写“{{年份}}”。" == described[-1]["help"]["markdown"].split("\n")[0]
    assert {"tags": ["XX"], "grade": "S"} == described[-1]["properties"]


@pytest.mark.parametrize(
    ("lang", "language", "finds", "basis", "grade", "bad", "good"),
    [
        ("zh", "zh-CN", "表三某一行：各类申请人之和不等于总计",
         "依据：总计为自然人与五类法人或其他组织之和（国办公开办函〔2021〕30号；按已发布的报告验算）",
         "依据等级：I", "有误的写法：", "正确的写法："),
        ("en", "en", "In a row of table 3, the applicants do not add up to the total.",
         "basis: The total is the sum of the six kinds of applicants."
         " (国办公开办函〔2021〕30号；按已发布的报告验算)",
         "grade of the basis: I", "bad:", "good:"),
    ],
)  # fmt: skip
def test_a_rule_is_explained(
    lang: str, language: str, finds: str, basis: str, grade: str, bad: str, good: str
) -> None:
    run = rendered(lang=lang)
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "GK303")
    row = "三、本年度办理结果 | （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | {} | |"
    wrong, right = row.format(5), row.format(3)

    assert language == run["language"] == run["tool"]["driver"]["language"]
    assert rule == {
        "id": "GK303",
        "name": "applicants-sum",
        "shortDescription": {"text": finds},
        "fullDescription": {"text": f"{finds}\n{basis}\n{grade}"},
        "help": {
            "text": "\n".join((finds, basis, grade, bad, wrong, good, right)),
            "markdown": f"{finds}\n\n{basis}\n\n{grade}\n\n{bad}\n\n    {wrong}\n\n"
            f"{good}\n\n    {right}\n",
        },
        "helpUri": "https://gklint.example/docs/rules/GK303.md",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["GK3"], "grade": "I"},
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_description_is_empty_or_longer_than_github_takes(lang: str) -> None:
    for rule in rendered(lang=lang)["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= MOST_CHARACTERS, rule["id"]


# -- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "a.txt"),
        ("./b/../年 报.txt", "%E5%B9%B4%20%E6%8A%A5.txt"),
        ("100%,a;b=c?#.txt", "100%25%2Ca%3Bb%3Dc%3F%23.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        ("a\nb.txt", "a%0Ab.txt"),
        ("reports\\a.txt", "reports%5Ca.txt"),
        (os.fsdecode(b"\xc4\xea.txt"), "%C4%EA.txt"),
    ],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="names that only POSIX allows")
def test_a_path_is_relative_and_percent_encoded(path: str, expected: str) -> None:
    run = rendered(report(path, finding()))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert {"uri": expected, "uriBaseId": "%SRCROOT%", "index": 0} == location


def test_a_path_inside_the_folder_is_relative_however_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    same = ("b/a.txt", f"{tmp_path}/b/a.txt", f"../{tmp_path.name}/b/a.txt", "b/./a.txt")
    run = rendered(*(report(path, finding()) for path in same))
    locations = [result["locations"][0]["physicalLocation"] for result in run["results"]]

    assert ["b/a.txt"] == [file["location"]["uri"] for file in run["artifacts"]]
    assert [("b/a.txt", 0)] * 4 == [
        (place["artifactLocation"]["uri"], place["artifactLocation"]["index"])
        for place in locations
    ]


def test_a_path_outside_the_folder_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "b")
    (file,) = rendered(report("../年.txt"))["artifacts"]

    assert {"uri": (tmp_path / "年.txt").as_uri()} == file["location"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePath("a", "b.txt"), "a/b.txt"),
        (PureWindowsPath("reports\\年 报.txt"), "reports/%E5%B9%B4%20%E6%8A%A5.txt"),
        (None, "untitled:stdin"),
    ],
)
def test_paths_of_each_system_become_uris(path: PurePath | None, expected: str) -> None:
    assert expected == uri(path)


@pytest.mark.parametrize("path", ["-", None])
def test_standard_input_is_no_file_of_the_folder(path: str | None) -> None:
    run = rendered(report(path, finding()))

    assert {"uri": "untitled:stdin"} == run["artifacts"][0]["location"]


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


# -- whatever a file holds -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("还留着{标题}{0}", "还留着{{标题}}{{0}}"),
        ("见[链接](http://qingshi.example)", "见[链接] (http://qingshi.example)"),
        ("甲\n乙\x1b[2J\u202e\ud800", "甲 乙 [2J  "),
    ],
)
def test_a_message_is_read_as_it_is_meant(message: str, expected: str) -> None:
    (result,) = rendered(report("a.txt", finding(message)))["results"]

    assert {"text": expected} == result["message"]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", [HERE, CELL])
def test_any_path_and_message_give_valid_sarif(hostile: str, place: Any) -> None:
    note = Related(hostile, HERE if place is HERE else None, None, None)
    name = hostile.replace("\x00", "").replace("/", "")
    run = rendered(report(f"{name}.txt", finding(hostile, place, related=(note,))))

    assert [] == [found for found in uris(run) if not URI.fullmatch(found)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_every_rule_finds_gives_valid_sarif(lang: str) -> None:
    reports = [
        check_sample(RULES, sample, lang) for rule in RULES.rules.values() for sample in rule.bad
    ]
    run = rendered(*reports, lang=lang)

    assert sum(len(item.diagnostics) for item in reports) == len(run["results"])
    assert [result["ruleId"] for result in run["results"]] == [
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_gives_valid_sarif(
    example: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    run = checked(capsys, example, "--lang", lang)
    lines = (ROOT / f"{example}.expected").read_text("utf-8").splitlines()

    assert len(lines) == len(run["results"])
    assert [example] == [file["location"]["uri"] for file in run["artifacts"]]
    assert run["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_whose_findings_are_known_gives_valid_sarif(
    example: str,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    known = str(tmp_path / "known.json")
    main(["baseline", example, "-o", known])
    capsys.readouterr()
    run = checked(capsys, example, "--lang", lang, "--baseline", known)
    lines = (ROOT / f"{example}.expected").read_text("utf-8").splitlines()

    assert ["unchanged"] * len(lines) == [result["baselineState"] for result in run["results"]]


def test_a_run_without_files_is_valid() -> None:
    run = rendered()

    assert ([], []) == (run["artifacts"], run["results"])


def test_two_runs_in_different_folders_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        write(Path(), a=WRONG_SUM, b=CLEAN)
        main(["check", ".", "--format", "sarif"])
        outputs.append(capsys.readouterr().out)

    assert outputs[0] == outputs[1]
    assert str(tmp_path) not in outputs[0]
