"""The program: wrong usage, help, and how its process ends."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.needs import needs_full_disk
from tests.support.running import GKLINT, environment
from tests.support.sample import (
    CLEAN,
    NO_CONTACT,
    write,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("", "命令"),
        ("chek clean.txt", "chek"),
        ("check", "请给出要检查的文件或文件夹"),
        ("check missing.txt", "找不到文件或文件夹：missing.txt"),
        ("check clean.txt missing.txt", "找不到文件或文件夹：missing.txt"),
        ("check empty", "empty"),
        ("check - clean.txt", "-"),
        ("check clean.txt --colour", "--colour"),
        ("check clean.txt --format yaml", "没有输出格式“yaml”"),
        ("check clean.txt --format json=", "json="),
        ("check clean.txt --format json --format lsp", "只能有一种格式"),
        ("check clean.txt --format json=no/out.json", "no/out.json"),
        ("check clean.txt --format json=empty", "empty"),
        ("check clean.txt --fail-on fatal", "fatal"),
        ("check clean.txt --lang fr", "fr"),
        ("check clean.txt --jobs 0", "“0”"),
        ("check clean.txt --jobs -1", "--jobs"),
        ("check clean.txt --jobs two", "“two”"),
        ("check clean.txt --jobs ²", "--jobs"),
        ("check clean.txt --jobs", "--jobs"),
        ("check clean.txt --severity GK501=fatal", "级别应为"),
        ("check clean.txt --severity GK501", "级别应为"),
        ("check clean.txt --severity GK999=info", "没有规则“GK999”"),
        ("check clean.txt --severity GK5=info", "没有规则“GK5”"),
        ("check clean.txt --select GK9", "没有规则“GK9”"),
        ("check clean.txt --select GK303,GK31", "没有规则“GK31”"),
        ("check clean.txt --ignore XX", "没有规则“XX”"),
        ("check clean.txt --select gk303", "是否想写 GK303？"),
        ("check clean.txt --rules missing.yaml", "missing.yaml"),
        ("check clean.txt --rules clean.txt", "clean.txt"),
        ("rule GK999", "没有规则“GK999”"),
        ("rule GK30", "没有规则“GK30”"),
        ("rule gk303", "是否想写 GK303？"),
    ],
)
def test_wrong_usage_is_one_line_that_names_what_is_wrong(
    folder: Path,
    arguments: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder)
    status = main(arguments.split())
    error = capsys.readouterr().err

    assert 2 == status
    assert error.startswith("gklint: ")
    assert words in error
    assert 1 == error.count("\n")


def test_wrong_usage_is_found_before_anything_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(folder / "error.txt"), str(folder / "missing.txt")])

    assert "" == capsys.readouterr().out


def test_help_and_version_are_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as stopped:
            main([option])
        assert stopped.value.code == 0

    assert capsys.readouterr().out.startswith("gklint 0.")


def run(*arguments: str, **more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        (*GKLINT, *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(**more),
    )


@pytest.mark.parametrize(("name", "status"), [("clean", 0), ("error", 1), ("bad", 3), ("no", 2)])
def test_the_process_ends_with_the_status(folder: Path, name: str, status: int) -> None:
    process = run("check", str(folder / f"{name}.txt"))
    process.communicate()

    assert status == process.returncode


def test_output_is_utf8_whatever_the_locale(folder: Path) -> None:
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    output, error = run("check", str(folder / "error.txt"), **locale).communicate()

    assert b"" == error
    assert "错误 GK501 全文没有联系方式。" in output.decode("utf-8")


@pytest.mark.parametrize("arguments", [["rule"], ["check", "{}"], ["check", "{}", "--format=json"]])
def test_a_reader_that_leaves_early_is_no_crash(folder: Path, arguments: list[str]) -> None:
    process = run(*(text.format(folder / "error.txt") for text in arguments))
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    process.wait()

    assert b"" == error
    assert process.returncode in (0, 1)


@needs_full_disk
@pytest.mark.parametrize("arguments", [["check", "{}"], ["check", "{}", "--format=json"], ["rule"]])
def test_a_full_disk_behind_the_output_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    (path,) = write(tmp_path, a=CLEAN)
    command = (*GKLINT, *(each.format(path) for each in arguments))
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert (2, "gklint: 无法继续：磁盘已满\n") == (done.returncode, done.stderr)


def test_without_a_standard_output_the_status_tells(tmp_path: Path) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    shell = f"{shlex.join(GKLINT)} check {shlex.quote(path)} >&-"
    done = subprocess.run(shell, shell=True, env=environment(), stderr=subprocess.PIPE, check=False)

    assert (1, b"") == (done.returncode, done.stderr)


def test_a_file_in_place_of_a_command_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=CLEAN)

    assert 2 == main([path])
    assert f"gklint: 请写明命令，例如：gklint check {path}\n" == capsys.readouterr().err


@needs_full_disk
def test_a_problem_that_cannot_be_told_is_still_a_status() -> None:
    command = (*GKLINT, "check", "nope.txt")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, env=environment(), stdout=full, stderr=full, check=False)

    assert 2 == done.returncode


def test_a_problem_is_one_line_whatever_a_file_is_called(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 2 == main(["check", "a\n\x1b[31m.txt"])
    assert "gklint: 找不到文件或文件夹：a  [31m.txt\n" == capsys.readouterr().err


def test_an_unknown_option_leads_to_the_options_of_its_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 2 == main(["check", "--fixx", "a.txt"])
    said = "gklint: 不认识的选项：--fixx（gklint check --help 列出全部选项）\n"
    assert said == capsys.readouterr().err
