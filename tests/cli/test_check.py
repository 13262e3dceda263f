"""The command line: exit status, options, files and folders."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from gklint.checks import CHECKS
from gklint.cli import main
from gklint.form.form import Form
from gklint.model.document import Document
from gklint.model.outcomes import Outcome
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.running import GKLINT, as_json, codes, environment
from tests.support.sample import (
    CLEAN,
    NO_CONTACT,
    NOT_A_REPORT,
    TRADITIONAL,
    WRONG_COUNT,
    WRONG_SUM,
    write,
)

TEXTS = {
    "clean": CLEAN,
    "error": NO_CONTACT,
    "warning": WRONG_COUNT,
    "info": TRADITIONAL,
    "other": NOT_A_REPORT,
}


@pytest.fixture(name="folder")
def fixture_folder(tmp_path: Path) -> Path:
    """One file for each outcome; ``bad`` cannot be decoded."""
    write(tmp_path, **TEXTS)
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00")
    return tmp_path


# -- exit status -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "options", "status"),
    [
        ("clean", "", 0),
        ("error", "", 1),
        ("warning", "", 0),
        ("info", "", 0),
        ("other", "", 1),
        ("bad", "", 3),
        ("clean warning info", "", 0),
        ("clean error", "", 1),
        ("error bad", "", 3),
        ("bad clean", "", 3),
        ("clean", "--fail-on info", 0),
        ("error", "--fail-on error", 1),
        ("warning", "--fail-on error", 0),
        ("warning", "--fail-on warning", 1),
        ("warning", "--fail-on info", 1),
        ("info", "--fail-on warning", 0),
        ("info", "--fail-on info", 1),
        ("error warning info", "--fail-on never", 0),
        ("other", "--fail-on never", 0),
        ("bad", "--fail-on never", 3),
        ("bad", "--ignore GK0", 3),
        ("bad", "--select GK3", 3),
        ("bad", "--severity GK001=info", 3),
        ("error", "--ignore GK501", 0),
        ("error", "--select GK3", 0),
        ("error", "--severity GK501=warning", 0),
        ("warning", "--severity GK402=error", 1),
        ("error", "--severity GK501=info --fail-on warning", 0),
    ],
)
def test_the_exit_status_tells_what_was_found(
    folder: Path, files: str, options: str, status: int
) -> None:
    paths = [str(folder / f"{name}.txt") for name in files.split()]

    assert status == main(["check", *paths, *options.split()])


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


def test_a_rule_that_crashes_is_status_3_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object) -> list[Outcome]:
        raise ZeroDivisionError("boom")

    monkeypatch.setitem(CHECKS, "fee-on-zero", CHECKS["fee-on-zero"]._replace(run=crash))
    path = str(folder / "error.txt")
    status = main(["check", path])
    capsys.readouterr()

    assert 3 == status
    assert ["GK003", "GK501"] == codes(as_json(capsys, path))


def test_a_file_that_crashes_the_reader_is_status_3_and_the_others_are_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(source: Source, form: Form) -> Document:
        if source.path and source.path.endswith("clean.txt"):
            raise ZeroDivisionError("boom")
        return parse(source, form)

    monkeypatch.setattr("gklint.linter.parse", crash)
    paths = [str(folder / "clean.txt"), str(folder / "error.txt")]
    document = as_json(capsys, *paths)
    status = main(["check", *paths])

    assert paths == [file["path"] for file in document["files"]]
    assert "GK0" == codes(document)[0][:3]
    assert "GK501" == codes(document)[1]
    assert 3 == status


@pytest.mark.parametrize("text", ["政府信息公开申请{}件", "公开信息{}条，其中网站1条，其他2条"])
def test_a_number_of_thousands_of_digits_stops_nothing(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = CLEAN.replace("（三）政府信息管理。", f"（三）政府信息管理。收到{text}。")
    (path,) = write(folder, long=report.format("1" * 5000))

    assert [path] == [file["path"] for file in as_json(capsys, path)["files"]]


def test_help_and_version_are_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as stopped:
            main([option])
        assert stopped.value.code == 0

    assert capsys.readouterr().out.startswith("gklint 0.")


# -- which rules ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["GK303", "GK302"]),
        ("--select GK3", ["GK303", "GK302"]),
        ("--select GK303", ["GK303"]),
        ("--select GK1,GK303", ["GK303"]),
        ("--select GK1 --select GK302", ["GK302"]),
        ("--select GK5", []),
        ("--ignore GK302", ["GK303"]),
        ("--ignore GK30", []),
        ("--ignore GK302,GK303", []),
        ("--ignore GK302 --ignore GK1", ["GK303"]),
        ("--select GK3 --ignore GK303", ["GK302"]),
        ("--select GK303 --ignore GK3", ["GK303"]),
        ("--select GK --ignore GK3", []),
    ],
)
def test_rules_are_selected_and_ignored_by_prefix(
    tmp_path: Path, options: str, expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)

    assert expected == codes(as_json(capsys, path, *options.split()))


# -- the process ---------------------------------------------------------------------------------


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
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


def test_codes_may_be_parted_by_chinese_commas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)

    assert 1 == main(["check", path, "--select", "GK302，GK501、GK404", "--format", "concise"])
    assert " GK302 " in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
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


def test_a_process_that_is_killed_ends_the_run_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, **{f"r{number}": CLEAN for number in range(30)})
    monkeypatch.setattr("gklint.cli.check._only_check", _killed)

    assert 2 == main(["check", str(tmp_path), "--jobs", "2"])
    assert (
        "gklint: 检查用的进程被系统中止（可能是内存不够），没有查完；请用 --jobs 1 再试\n"
        == capsys.readouterr().err
    )


def _killed(*_: object) -> None:
    os._exit(9)
