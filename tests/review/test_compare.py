"""``gklint compare``: two versions of one report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.reviewing import report_of
from tests.support.running import Run, in_process
from tests.support.sample import CLEAN, WRONG_SUM, replace_once

CHANGED = replace_once(WRONG_SUM, "组织业务培训两次", "组织业务培训三次")
ADDED = replace_once(CLEAN, "定期清理失效文件。", "定期清理失效文件。新设了公开专区。")


def compare(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, *more: object
) -> Run:
    (folder / "a.txt").write_text(old, "utf-8")
    (folder / "b.txt").write_text(new, "utf-8")
    paths = folder / "a.txt", folder / "b.txt"
    return in_process(capsys, "compare", *paths, "--isolated", *more)


def test_numbers_sentences_and_findings_that_changed_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = compare(tmp_path, capsys, CLEAN, CHANGED)
    _, *lines = ran.out.splitlines()

    assert 1 == ran.status
    assert [
        "数字：1 格不同",
        "  表三“（一）予以公开”“总计”：3 → 5",
        "正文：1 处不同",
        "  改：组织业务培训两次，主动接受… → 组织业务培训三次，主动接受…",
        "问题：已改 0，新增 2，仍有 0",
    ] == lines[:5]
    assert ["  新增 错误 GK303", "  新增 错误 GK302"] == [line[:13] for line in lines[5:]]


def test_what_is_mended_fails_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = compare(tmp_path, capsys, WRONG_SUM, ADDED)

    assert 0 == ran.status
    assert "  加：新设了公开专区。" in ran.out.splitlines()
    assert "问题：已改 2，新增 0，仍有 0" in ran.out.splitlines()


def test_equal_versions_differ_in_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = compare(tmp_path, capsys, WRONG_SUM, WRONG_SUM)
    _, numbers, text, findings, *_ = ran.out.splitlines()

    assert (0, "数字：0 格不同", "正文：0 处不同") == (ran.status, numbers, text)
    assert "问题：已改 0，新增 0，仍有 2" == findings


def test_json_has_cells_sentences_and_findings_by_what_became_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(compare(tmp_path, capsys, CLEAN, CHANGED, "--format", "json").out)
    cell = {"table": "requests", "row": "granted", "column": "total"}

    assert [{"cell": cell, "old": 3, "new": 5}] == found["cells"]
    assert ["overview"] == [each["section"] for each in found["sentences"]]
    assert {"fixed": [], "new": ["GK303", "GK302"], "remaining": []} == {
        name: [each["code"] for each in findings] for name, findings in found["findings"].items()
    }


def test_a_workbook_has_a_sheet_for_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "对照.xlsx"
    assert 1 == compare(tmp_path, capsys, CLEAN, CHANGED, "-o", made).status
    book = load_workbook(made)

    assert ["数据", "正文", "问题"] == book.sheetnames
    rows = [*book["数据"].iter_rows(values_only=True)]
    assert [("格", "改前", "改后"), ("表三“（一）予以公开”“总计”", 3, 5)] == rows
    assert ["新增", "新增"] == [row[0] for row in book["问题"].iter_rows(2, values_only=True)]


def test_a_file_that_is_no_report_is_said_and_nothing_else_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = compare(tmp_path, capsys, CLEAN, "值班表\n")

    assert 1 == ran.status
    assert "没有比较数字和正文" in ran.out.splitlines()[1]
    assert ran.out.splitlines()[-1].startswith("  新增 错误 GK002")


def test_a_file_that_cannot_be_read_is_not_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.docx").write_bytes(b"PK\3\4 not a Word file")
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    ran = in_process(capsys, "compare", tmp_path / "a.txt", tmp_path / "b.docx", "--isolated")

    assert (3, "") == (ran.status, ran.err)
    assert ran.out.splitlines()[-1].startswith("  新增 错误 GK001")


def test_reports_of_two_bodies_or_years_are_said_to_be_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = compare(tmp_path, capsys, CLEAN, report_of("青石县审计局").replace("2023年", "2022年"))

    assert [
        "机关不同：青石县水务局 → 青石县审计局",
        "年度不同：2023 → 2022",
    ] == ran.out.splitlines()[1:3]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--format", "sarif"), "没有格式“sarif”"),
        (("--format", "xlsx"), "-o"),
    ],
)
def test_wrong_options_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, str], said: str
) -> None:
    ran = compare(tmp_path, capsys, CLEAN, CLEAN, *more)

    assert (2, 1) == (ran.status, ran.err.count("\n"))
    assert said in ran.err


def test_a_file_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    ran = in_process(capsys, "compare", "没有.txt", "也没有.txt")

    assert (2, "gklint: 找不到文件 没有.txt；compare 后面写两个文件\n") == (ran.status, ran.err)
