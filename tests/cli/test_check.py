"""The command line: exit status, options, files and folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.checks import CHECKS
from gklint.cli import main
from gklint.form.form import Form
from gklint.model.document import Document
from gklint.model.outcomes import Outcome
from gklint.parse.report import parse
from gklint.text.source import Source
from tests.support.running import as_json, codes
from tests.support.sample import (
    CLEAN,
    WRONG_SUM,
    write,
)

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


def test_codes_may_be_parted_by_chinese_commas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=WRONG_SUM)

    assert 1 == main(["check", path, "--select", "GK302，GK501、GK404", "--format", "concise"])
    assert " GK302 " in capsys.readouterr().out
