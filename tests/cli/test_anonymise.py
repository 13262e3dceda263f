"""``gklint anonymise`` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running import Run, in_process, shown
from tests.support.sample import WRONG_SUM, changed


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Run:
    return in_process(capsys, "anonymise", *arguments)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年报.txt"
    path.write_text(WRONG_SUM, "utf-8")
    return path


def test_a_copy_shows_the_same_and_names_nobody(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = report.with_name("匿名.txt")
    said = f"{made}：文字已换成编造的，检查结果与原文件相同（2 条）；表格和正文中的数字没有换。\n"

    assert (0, said, "") == run(capsys, report, "-o", made)
    assert "青石" not in made.read_text("utf-8")
    assert WRONG_SUM == report.read_text("utf-8")
    found = [shown(capsys, str(path), "--format", "concise") for path in (report, made)]
    assert found[0].replace(str(report), "") == found[1].replace(str(made), "")


def test_what_had_to_stay_is_told_to_be_looked_at(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(changed(("年度报告\n本报告", "年度报告格式模板\n本报告")), "utf-8")
    made = report.with_name("匿名.txt")

    status, _, err = run(capsys, report, "-o", made)
    title = made.read_text("utf-8").partition("\n")[0]
    assert 0 == status
    assert f"发出之前请看一看：这些地方还有原来的字，换了检查结果就不同：\n  {title}\n" == err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("无.txt", "-o", "新.txt"), "找不到文件：无.txt"),
        ((".", "-o", "新.txt"), "这是文件夹，不是文件：."),
        (("年报.txt", "-o", "年报.txt"), "输出不能就是原文件，请另取文件名：-o 年报-匿名.txt"),
        (
            ("年报.txt", "-o", "新.docx"),
            "输出与原文件是同一类，文件名应以 .txt 结尾：-o 新.txt",
        ),
        (("年报.txt", "-o", "无/新.txt"), "无法写入 无/新.txt：没有这个文件夹"),
        (
            ("年报.pdf", "-o", "新.pdf"),
            "只能处理文本、Markdown、网页和 .docx 文件，请先另存为 .docx：年报.pdf",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: tuple[str, ...],
    problem: str,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(report.parent)
    Path("年报.pdf").write_bytes(b"%PDF-1.7\n")

    assert (2, "", f"gklint: {problem}\n") == run(capsys, *arguments)
    assert ["年报.pdf", "年报.txt"] == sorted(each.name for each in report.parent.iterdir())


def test_a_file_that_cannot_be_read_is_no_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"PK\x03\x04")

    status, out, err = run(capsys, path, "-o", tmp_path / "新.docx")
    assert (3, "") == (status, out)
    assert err.startswith(f"{path}: GK001 ")
