"""docs/repositories.md: what can be pasted from it works (its hooks: test_pre_commit.py)."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

import gklint
from gklint.cli import main
from gklint.project.config import load
from tests.support.markdown import blocks
from tests.support.paths import ROOT
from tests.support.sample import changed

PAGE = "docs/repositories.md"
COMMANDS = [
    line for block in blocks(PAGE, "sh") for line in block.splitlines() if line.startswith("gklint")
]
TITLE = "六、其他需要报告的事项"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two reports, of which one has errors."""
    (tmp_path / "年报").mkdir()
    shutil.copy(ROOT / "examples/unbalanced.docx", tmp_path / "年报/年报.docx")
    shutil.copy(ROOT / "examples/clean.md", tmp_path / "年报")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_works(command: str, desk: Path) -> None:
    assert main(shlex.split(command)[1:]) in (0, 1)
    assert desk == Path.cwd()


def test_what_the_page_accepts_in_a_word_file_counts_no_more(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = [line for line in COMMANDS if " accept " in line]
    assert 0 == main(shlex.split(command)[1:])
    (desk / "gklint.toml").write_text('accept = "接受.toml"\n', "utf-8")
    capsys.readouterr()
    main(["check", "年报/年报.docx", "--format", "concise"])

    assert "GK303" not in capsys.readouterr().out


def test_the_settings_of_the_page_are_valid(tmp_path: Path) -> None:
    text, *_ = blocks(PAGE, "toml")  # the others are of formatters
    path = tmp_path / "gklint.toml"
    path.write_text(text, "utf-8")

    assert (tmp_path / "年报",) == load(path).paths
    assert ("年报/草稿/",) == load(path).exclude


def test_the_comment_of_the_page_accepts_what_it_says() -> None:
    (comment,) = blocks(PAGE, "text")
    report = gklint.check(changed((TITLE, comment.strip())))

    assert () == report.diagnostics
    assert ["GK104"] == [each.diagnostic.code for each in report.accepted]
