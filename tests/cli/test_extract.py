"""``gklint extract`` on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from gklint.docs import sample_text
from tests.support.running import Run, in_process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports and a file that cannot be read."""
    inner = tmp_path / "年报"
    inner.mkdir()
    (inner / "甲.txt").write_text(sample_text(), "utf-8")
    (inner / "乙.txt").write_text(sample_text().replace("青石县", "白河县"), "utf-8")
    (inner / "丙.docx").write_bytes(b"PK\x03\x04")
    return inner


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    return in_process(capsys, "extract", *arguments)


def test_json_is_what_comes_without_a_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, folder / "甲.txt")
    (report,) = json.loads(out)["reports"]

    assert (0, "") == (status, err)
    assert ("青石县水务局", 2023) == (report["agency"], report["year"])
    assert 5 == report["tables"]["requests"]["new"]["total"]["value"]


def test_the_suffix_of_the_output_names_the_format(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "汇总.csv"
    status, out, err = run(capsys, folder, "-o", into)
    rows = [*csv.DictReader(io.StringIO(into.read_text("utf-8-sig")))]

    assert (3, "") == (status, out)
    assert err.startswith(f"{folder / '丙.docx'}: GK001 ")
    assert ["", "白河县水务局", "青石县水务局"] == [row["agency"] for row in rows]
    assert ["", "5", "5"] == [row["requests.new.total"] for row in rows]


def test_json_lines_come_one_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, folder, "--format", "jsonl")

    assert 3 == status
    assert ["丙.docx", "乙.txt", "甲.txt"] == [
        Path(json.loads(line)["path"]).name for line in out.splitlines()
    ]


def test_a_folder_becomes_a_workbook(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "汇总.xlsx"
    run(capsys, folder, "-o", into)
    book = openpyxl.load_workbook(into)

    assert ["汇总", "说明"] == book.sheetnames
    assert 1 + 3 == book["汇总"].max_row


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--format", "xml"],
            "没有格式“xml”；请用 --format 给出，可用的有：json、jsonl、csv、xlsx",
        ),
        (["-o", "a.pdf"], "没有格式“pdf”；请用 --format 给出，可用的有：json、jsonl、csv、xlsx"),
        (["--format", "xlsx"], "xlsx 格式请用 -o 指定文件，例如：-o 汇总.xlsx"),
        (["--limit", "pages=x"], "--limit pages=x：应写作 名称=正整数"),
    ],
)
def test_a_wrong_option_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    status, out, err = run(capsys, folder, *arguments)

    assert (2, "") == (status, out)
    assert err.startswith(f"gklint: {said}")
    assert 1 == err.count("\n")
