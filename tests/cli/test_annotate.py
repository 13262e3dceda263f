"""``gklint annotate`` on the command line."""

from __future__ import annotations

import re
import time
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import docx
import pytest

from tests.support.annotating import sample
from tests.support.needs import needs_posix
from tests.support.running import Run, in_process

WITHOUT_FEE = ("2023年，本机关未收取信息处理费。", "2023年，其他事项略。")


def word_file(path: Path, *changes: tuple[str, str]) -> str:
    """The sample report as a Word file."""
    path.write_bytes(sample(*changes))
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    return in_process(capsys, "annotate", *arguments)


def comments(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(str(path)).comments]


def test_findings_become_comments_in_a_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, made = tmp_path / "年报.docx", tmp_path / "批注.docx"
    before = Path(word_file(given, WITHOUT_FEE)).read_bytes()

    assert (0, f"{made}：已加 1 条批注。\n", "") == run(capsys, str(given), "-o", str(made))
    (comment,) = comments(made)
    assert comment.startswith("错误 GK403：")
    assert before == given.read_bytes()


@needs_posix
def test_comments_carry_the_time_of_the_users_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TZ", "CST-8")
    time.tzset()
    made = tmp_path / "批注.docx"
    run(capsys, word_file(tmp_path / "年报.docx", WITHOUT_FEE), "-o", str(made))
    written = re.search(rb'w:date="([^"]*)"', zipfile.ZipFile(made).read("word/comments.xml"))
    here = datetime.now()
    monkeypatch.undo()
    time.tzset()

    assert written
    assert timedelta(0) <= here - datetime.fromisoformat(written[1].decode()) < timedelta(minutes=5)


def test_a_report_without_findings_says_so_and_has_no_comments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "批注.docx"
    given = word_file(tmp_path / "年报.docx")

    assert (0, f"{made}：没有发现问题，未加批注。\n", "") == run(capsys, given, "-o", str(made))
    assert Path(given).read_bytes() == made.read_bytes()


def test_what_is_annotated_again_has_each_comment_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "一.docx", tmp_path / "二.docx"
    run(capsys, word_file(tmp_path / "年报.docx", WITHOUT_FEE), "-o", str(first))
    said = run(capsys, str(first), "-o", str(second))[1]

    assert f"{second}：已加 1 条批注。\n原有的 1 条 gklint 批注已去掉。\n" == said
    assert comments(first) == comments(second)


def test_comments_are_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "b.docx"
    given = word_file(tmp_path / "a.docx", WITHOUT_FEE)
    said = run(capsys, given, "-o", str(made), "--lang", "en", "--select", "GK4")[1]

    assert f"{made}: 1 comments were added.\n" == said
    assert comments(made)[0].startswith("error GK403: ")


def test_the_input_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = word_file(tmp_path / "年报.docx", WITHOUT_FEE)
    link = tmp_path / "链接.docx"
    link.symlink_to(given)
    before = Path(given).read_bytes()

    for output in (given, str(link)):
        status, out, err = run(capsys, given, "-o", output)
        assert (2, "") == (status, out)
        assert "gklint: 输出不能就是原文件，请另取文件名：-o 年报-批注.docx\n" == err
    assert before == Path(given).read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("年报.txt", "一、总体情况", 2, "只能在 .docx 文件上加批注，请先另存为 .docx"),
        ("年报.docx", "一、总体情况", 2, "只能在 .docx 文件上加批注，请先另存为 .docx"),
        ("年报.docx", "PK\x03\x04…", 3, "GK001"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str,
    status: int,
    said: str,
) -> None:
    given, made = tmp_path / name, tmp_path / "批注.docx"
    given.write_text(content, "utf-8")
    got, out, err = run(capsys, str(given), "-o", str(made))

    assert (status, "") == (got, out)
    assert said in err
    assert 1 == err.count("\n")
    assert not made.exists()


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = word_file(tmp_path / "年报.docx")
    made = tmp_path / "没有" / "批注.docx"

    assert (2, "", f"gklint: 无法写入 {made}：没有这个文件夹\n") == run(
        capsys, given, "-o", str(made)
    )
