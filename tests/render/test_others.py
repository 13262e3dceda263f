"""Files of folders that are of no kind to read: named at the end, in every format with room."""

from __future__ import annotations

import json

import pytest

from tests.support.ci_formats import commands, suites
from tests.support.folders import put, put_all
from tests.support.running import Check, in_process
from tests.support.sample import CLEAN
from tests.support.sarif import run_of

WHY = "没有检查：gklint 读不了这种类型的文件"
HEAD = (
    "有 2 个文件没有检查，gklint 读不了这些类型"
    "（压缩包请先解压，图片、表格请另存为 Word、PDF 或文本）："
)
LISTED = f"{HEAD}\n    附件.zip\n    附图.jpg\n\n"

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture(autouse=True)
def folder(here: object) -> None:  # noqa: ARG001
    put("年报.txt", CLEAN)
    put_all("附件.zip", "附图.jpg")


def test_text_lists_and_counts_them_at_the_end(check: Check) -> None:
    status, shown, said = check(".")

    assert (0, "") == (status, said)
    assert shown.endswith(
        f"\n\n{LISTED}共检查 1 个文件：错误 0，警告 0，提示 0，另有 2 个文件没有检查。\n"
    )


def test_statistics_list_them_too(check: Check) -> None:
    assert LISTED in check(".", "--statistics")[1]


def test_one_line_each_where_a_line_is_a_finding(check: Check) -> None:
    assert (0, f"附件.zip: {WHY}\n附图.jpg: {WHY}\n", "") == check(".", "--format", "concise")


def test_of_many_in_text_only_some_are_named(check: Check) -> None:
    put_all(*(f"{number:02d}.zip" for number in range(30)))
    lines = check(".")[1].splitlines()

    assert "    ……另有 12 个，用 --show-files 全部列出" == lines[-3]
    assert 20 == sum(line.endswith((".zip", ".jpg")) for line in lines)


def test_json_has_them_apart_from_the_files_that_were_checked(check: Check) -> None:
    status, shown, said = check(".", "--format", "json")
    document = json.loads(shown)

    assert (0, LISTED) == (status, said)
    assert ["年报.txt"] == [each["path"] for each in document["files"]]
    assert [{"path": path, "reason": WHY} for path in ("附件.zip", "附图.jpg")] == document[
        "not_checked"
    ]
    assert 1 == document["summary"]["files"]


def test_sarif_notes_them_and_the_run_is_no_failure(check: Check) -> None:
    (invocation,) = run_of(check(".", "--format", "sarif")[1])["invocations"]
    notes = invocation["toolExecutionNotifications"]

    assert invocation["executionSuccessful"]
    assert [("note", WHY)] * 2 == [(each["level"], each["message"]["text"]) for each in notes]
    assert ["%E9%99%84%E4%BB%B6.zip", "%E9%99%84%E5%9B%BE.jpg"] == [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in notes
    ]


def test_junit_skips_them(check: Check) -> None:
    clean, *others = suites(check(".", "--format", "junit")[1])

    assert ("年报.txt", "0") == (clean.get("name"), clean.get("skipped"))
    assert [("附件.zip", WHY), ("附图.jpg", WHY)] == [
        (each.get("name"), each[0][0].get("message")) for each in others
    ]


def test_github_is_told_in_one_notice(check: Check) -> None:
    ((kind, _, message),) = commands(check(".", "--format", "github")[1])

    assert ("notice", f"{HEAD} 附件.zip 附图.jpg") == (kind, message)


@pytest.mark.parametrize("name", ["gitlab", "lsp"])
def test_where_a_format_has_no_room_it_is_said_beside_it(check: Check, name: str) -> None:
    status, shown, said = check(".", "--format", name)

    assert (0, LISTED) == (status, said)
    assert "附件" not in shown


def test_what_a_run_writes_is_none_of_them(check: Check) -> None:
    first, again = (check(".", "--format", "junit=out.xml") for _ in range(2))

    assert first == again
    assert LISTED == again.err


def test_show_files_lists_them_with_why(check: Check) -> None:
    assert (0, f"年报.txt\n附件.zip\t{WHY}\n附图.jpg\t{WHY}\n", "") == check(".", "--show-files")


def test_other_commands_say_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert LISTED == in_process(capsys, "extract", ".").err
    assert LISTED == in_process(capsys, "baseline", ".", "-o", "基线.json").err


def test_in_english(check: Check) -> None:
    shown = check(".", "--lang", "en")[1]

    assert "2 files were not checked: gklint cannot read their kinds" in shown
    assert shown.endswith("1 files checked: 0 errors, 0 warnings, 0 notes; 2 files not checked.\n")
