"""The scripts of ``gklint completion``, in the shells that are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from gklint.cli import main
from gklint.cli.completion import SHELLS
from gklint.extract import WRITERS
from gklint.render import RENDERERS
from tests.support.rule_files import CODES

COMMANDS = {"check", "rule", "annotate", "extract", "completion"}
FILES = ["报告", "青石县年报.docx", "青石县年报.txt", "青石县 年报.txt"]
_PRESS_TAB = """
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_shtab_gklint
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> str:
    """The script for the shell that a test names."""
    assert 0 == main(["completion", request.param])
    return capsys.readouterr().out


def completed(tmp_path: Path, script: str, words: str, shell: str) -> list[str]:
    """What the shell offers after ``words``, the last of which is being typed."""
    (tmp_path / "script").write_text(script, "utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in FILES:
        (folder / name).touch() if Path(name).suffix else (folder / name).mkdir()
    command = {
        "bash": ["--norc", "-c", _PRESS_TAB, "bash", str(tmp_path / "script"), *words.split(" ")],
        "fish": ["--no-config", "-c", f"source {tmp_path}/script; complete -C '{words}'"],
    }
    done = run(shell, *command[shell], folder=folder)
    assert "" == done.stderr
    offers = (line.split("\t")[0].rstrip("/") for line in done.stdout.splitlines())
    return sorted(offer for offer in offers if offer)


def run(shell: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    return subprocess.run(
        [found, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("gklint c", ["cache", "check", "compare", "completion", "corpus"]),
        ("gklint corpus ", ["alike", "ask", "run"]),
        ("gklint check ", sorted(FILES)),
        ("gklint check 青石县年", ["青石县年报.docx", "青石县年报.txt"]),
        ("gklint check 青石县年报.txt ", sorted(FILES)),
        ("gklint check --format json 青石县年报.d", ["青石县年报.docx"]),
        ("gklint check --rules 报", ["报告"]),
        ("gklint annotate 青石县年报.docx -o 报", ["报告"]),
        ("gklint check --format ", sorted(RENDERERS)),
        ("gklint extract --format ", sorted(WRITERS)),
        ("gklint check --fail-on ", ["error", "info", "never", "warning"]),
        ("gklint check 青石县年报.txt --lang ", ["en", "zh"]),
        ("gklint check --select GK7", [code for code in CODES if code.startswith("GK7")]),
        ("gklint check --stdin", ["--stdin-filename"]),
        ("gklint rule ", CODES),
        ("gklint completion ", sorted(SHELLS)),
    ],
)
@pytest.mark.parametrize(
    ("script", "shell"), [("bash", "bash"), ("fish", "fish")], indirect=["script"]
)
def test_a_shell_offers(
    words: str, offers: list[str], script: str, shell: str, tmp_path: Path
) -> None:
    assert offers == completed(tmp_path, script, words, shell)


@pytest.mark.parametrize(
    ("script", "shell"), [("bash", "bash"), ("fish", "fish")], indirect=["script"]
)
def test_all_commands_are_offered(script: str, shell: str, tmp_path: Path) -> None:
    assert {*completed(tmp_path, script, "gklint ", shell)} >= COMMANDS


@pytest.mark.parametrize(("script", "shell"), [("zsh", "zsh")], indirect=["script"])
def test_zsh_reads_its_script(script: str, shell: str, tmp_path: Path) -> None:
    (tmp_path / "_gklint").write_text(script, "utf-8")
    done = run(shell, "-n", str(tmp_path / "_gklint"), folder=tmp_path)

    assert ("", 0) == (done.stderr, done.returncode)


@pytest.mark.parametrize("script", SHELLS, indirect=True)
def test_a_script_names_all_commands_formats_and_codes(script: str) -> None:
    missing = [word for word in (*COMMANDS, *RENDERERS, *WRITERS, *CODES) if word not in script]

    assert [] == missing


def test_an_unknown_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["completion", "tcsh"])
    assert (
        "gklint: 选项 SHELL 没有这个值：'tcsh'（可用的有：'bash', 'zsh', 'fish', 'powershell'）"
        "（gklint completion --help 列出全部选项）\n"
    ) == capsys.readouterr().err


def test_help_says_where_the_script_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["completion", "--help"])
    said = capsys.readouterr().out

    for shell in SHELLS:
        assert f"    gklint completion {shell} " in said
