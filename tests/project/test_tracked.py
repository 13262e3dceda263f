"""What git tracks and .gitignore leaves out: it is said, and git is asked once at most."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from gklint.project.config import Configs
from gklint.project.discovery import find_files
from gklint.project.tracked import tracked
from tests.support.folders import put_all
from tests.support.needs import needs_git
from tests.support.sample import CLEAN

pytestmark = [pytest.mark.usefixtures("here"), needs_git]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The commands that were run from here on."""
    commands: list[Any] = []
    run = subprocess.run

    def noted(command: Any, **given: Any) -> Any:
        commands.append(command)
        return run(command, **given)

    monkeypatch.setattr(subprocess, "run", noted)
    return commands


def _git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), check=True, capture_output=True)


def _repository(*names: str, ignores: str) -> None:
    """A repository that tracks these files, and then ignores some."""
    put_all(*names)
    _git("init", "-q")
    _git("add", ".")
    Path(".gitignore").write_text(ignores, "utf-8")


def _told(*paths: str) -> list[str]:
    configs = Configs()
    return [path.as_posix() for path in tracked(find_files([*paths], configs), configs)]


def test_reports_that_are_tracked_and_ignored_are_named_as_they_would_be_found() -> None:
    passed_over = ("草稿/图.png", "草稿/node_modules/x.md")
    _repository(
        "草稿/一.md", "草稿/深/二.txt", "b.md", "年报.docx", *passed_over, ignores="草稿/\n*.docx\n"
    )
    put_all("草稿/新.md")
    here = f"../{Path.cwd().name}"

    assert ["年报.docx", "草稿/一.md", "草稿/深/二.txt"] == _told(".")
    assert [f"{here}/年报.docx", f"{here}/草稿/一.md", f"{here}/草稿/深/二.txt"] == _told(here)
    assert ["草稿/深/二.txt"] == _told("草稿/深", "b.md")


def test_what_is_excluded_on_purpose_checked_or_gone_is_not_named() -> None:
    _repository("a/一.md", "a/二.md", "a/三.md", "b.md", ignores="a/\n")
    Path("gklint.toml").write_text('exclude = ["一.md"]', "utf-8")
    Path("a/三.md").unlink()

    assert [] == _told(".", "a/二.md")


def test_git_is_not_asked_where_nothing_was_left_out_or_there_is_no_repository(
    asked: list[Any],
) -> None:
    put_all("a.md", "b.md")
    assert [] == _told(".")
    Path(".gitignore").write_text("a.md\n", "utf-8")
    assert [] == _told(".")
    Path(".gitignore").unlink()
    _git("init", "-q")
    asked.clear()

    assert [] == _told(".")
    assert [] == asked


def test_git_is_asked_once(asked: list[Any]) -> None:
    _repository("a/一.md", "b/二.md", "三.md", ignores="a/\nb/\n")
    asked.clear()

    assert ["a/一.md", "b/二.md"] == _told(".", "三.md")
    assert 1 == len(asked)


def test_without_git_or_in_a_broken_repository_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _repository("a/一.md", "b.md", ignores="a/\n")
    with monkeypatch.context() as patch:
        patch.setenv("PATH", os.devnull)
        assert [] == _told(".")
    Path(".git/HEAD").write_text("x", "utf-8")

    assert [] == _told(".")


def test_a_hook_that_git_runs_for_another_repository_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _repository("a/一.md", "b.md", ignores="a/\n")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")

    assert ["a/一.md"] == _told(".")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            "gklint：.gitignore 略去了 git 已经跟踪的 4 份报告，没有检查：1.md、2.md、3.md；"
            "要检查，请写明文件名，或者设 respect-gitignore = false。\n",
        ),
        (
            "en",
            "gklint: 4 reports that git tracks are not checked, as .gitignore names them: "
            "1.md, 2.md, 3.md; name them on the command line, or set respect-gitignore = false.\n",
        ),
    ],
)
def test_a_check_says_it_in_its_last_line(
    lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _repository("1.md", "2.md", "3.md", "4.md", "年报.txt", ignores="?.md\n")
    Path("年报.txt").write_text(CLEAN, "utf-8")

    assert 0 == main(["check", ".", "--lang", lang])
    assert said == capsys.readouterr().err


@pytest.mark.parametrize("command", [("extract",), ("baseline", "-o", "known.json")])
def test_other_commands_that_search_folders_say_it_too(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    _repository("1.md", "年报.txt", ignores="?.md\n")
    Path("年报.txt").write_text(CLEAN, "utf-8")

    assert 0 == main([command[0], ".", *command[1:]])
    assert "git 已经跟踪的 1 份报告，没有检查：1.md；" in capsys.readouterr().err
