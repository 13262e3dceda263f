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
    unread, done = err.splitlines()
    assert unread.startswith(f"{folder / '丙.docx'}: GK001 ")
    assert f"{into}：写入 3 个文件，其中 1 个取不出数据，原因见上。" == done
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
    assert 4 + 3 + 1 == book["汇总"].max_row


def test_what_was_written_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "汇总.jsonl"
    status, out, err = run(capsys, folder / "甲.txt", folder / "乙.txt", "-o", into)

    assert (0, "", f"{into}：写入 2 份报告的数据。\n") == (status, out, err)


@pytest.mark.parametrize("given", [["--lang", "zh", "extract"], ["extract", "--lang", "zh"]])
def test_the_heads_of_csv_are_chinese_where_that_is_asked_for(
    given: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = in_process(capsys, "extract", folder / "甲.txt", "--format", "csv").out
    chinese = in_process(capsys, *given, folder / "甲.txt", "--format", "csv").out

    assert names.startswith("\ufeffagency,year,path,format,")
    assert chinese.startswith("\ufeff机关,年度,文件,格式,")
    assert names.splitlines()[1] == chinese.splitlines()[1]


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
