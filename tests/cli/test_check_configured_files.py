"""Which files the configuration names or excludes, and which configuration a file has."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.cli import main
from gklint.formats.reading import take
from tests.support.folders import configure
from tests.support.running import as_json, give
from tests.support.sample import CLEAN, NO_CONTACT, TRADITIONAL, write
from tests.support.word import paragraphs

pytestmark = pytest.mark.usefixtures("here")


def check(*arguments: str) -> int:
    return main(["check", *arguments])


# -- which files ---------------------------------------------------------------------------------


def test_without_a_path_the_configured_ones_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('paths = ["年报", "b.txt"]\n')
    (tmp_path / "年报").mkdir()
    write(tmp_path, b=CLEAN, c=NO_CONTACT)
    write(tmp_path / "年报", a=CLEAN)

    assert 0 == check("--show-files")
    assert "年报/a.txt\nb.txt\n" == capsys.readouterr().out
    assert 0 == check()
    monkeypatch.chdir("年报")
    capsys.readouterr()
    assert 0 == check("--show-files")
    assert f"a.txt\n{tmp_path}/b.txt\n" == capsys.readouterr().out


@pytest.mark.parametrize("given", [[], ["--isolated"]])
def test_without_any_path_it_is_told_what_to_write(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    configure('fail-on = "never"\n' if not given else 'paths = ["."]\n')

    assert 2 == check(*given)
    assert (
        "gklint: 请给出要检查的文件或文件夹，例如：gklint check 年报.docx"
        "（或在 gklint.toml 里写 paths）\n"
    ) == capsys.readouterr().err


def test_a_configured_path_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    configure('paths = ["年报"]\n')

    assert 2 == check()
    assert "gklint: gklint.toml:1: paths：年报：找不到这个文件或文件夹\n" == capsys.readouterr().err


def test_a_named_file_that_is_excluded_is_not_checked_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, b=CLEAN)
    configure('exclude = ["a.txt"]\n')

    assert 0 == check("a.txt")
    assert (
        "共检查 0 个文件：错误 0，警告 0，提示 0。\n",
        "gklint：按配置排除了 1 个文件，没有检查。\n",
    ) == capsys.readouterr()
    assert 0 == check("a.txt", "b.txt", "--lang", "en")
    assert (
        "gklint: 1 files are excluded by the configuration and not checked.\n"
        == capsys.readouterr().err
    )
    assert 1 == check("a.txt", "--isolated")
    capsys.readouterr()
    assert 0 == check("a.txt", "b.txt", "--show-files")
    assert "b.txt\n" == capsys.readouterr().out


# -- other ways in -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "status"), [("甲/a.txt", 0), ("甲/../a.txt", 1), ("a.txt", 1), ("甲/深/a.txt", 0)]
)
def test_standard_input_has_the_configuration_of_the_file_that_it_is_called(
    name: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('ignore = ["GK501"]\n', "甲")
    give(monkeypatch, NO_CONTACT.encode())

    assert status == check("-", "--stdin-filename", name)


def test_standard_input_without_a_name_has_that_of_the_working_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configure('ignore = ["GK501"]\n')
    give(monkeypatch, NO_CONTACT.encode())

    assert 0 == check("-")


@pytest.mark.slow
def test_many_reports_in_several_processes_have_their_own_configurations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('ignore = ["GK501"]\n', "甲")
    configure('severity = {GK501 = "info"}\nrules = ["r.yaml"]\n', "乙")
    (tmp_path / "乙" / "r.yaml").write_text(
        "rules: [{code: GK501, message: {zh: 本地的话。, en: Local.}}]\n", "utf-8"
    )
    for folder in ("甲", "乙"):
        write(tmp_path / folder, **{f"r{number:02}": NO_CONTACT for number in range(20)})
    document = as_json(capsys, ".", "--jobs", "2")
    diagnostics = [each for file in document["files"] for each in file["diagnostics"]]

    assert 40 == document["summary"]["files"]
    assert [("info", "本地的话。")] * 20 == [
        (each["severity"], each["message"]) for each in diagnostics
    ]


def test_extract_reads_by_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN, b=CLEAN)
    configure('exclude = ["b.txt"]\n')

    assert 0 == main(["extract", "."])
    assert "a.txt" in (out := capsys.readouterr().out)
    assert "b.txt" not in out


def test_annotate_obeys_configuration_and_accept_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = paragraphs(TRADITIONAL)
    (tmp_path / "a.docx").write_bytes(data)
    assert take(data, "a.docx").text

    def annotated(*arguments: str) -> str:
        assert 0 == main(["annotate", "a.docx", "-o", "out.docx", *arguments])
        return capsys.readouterr().out

    assert "out.docx：已加 4 条批注。\n" == annotated("--select", "GK201,GK702")
    configure('select = ["GK201", "GK702"]\naccept = "ok.toml"\n')
    given = ["accept", "a.docx", "--code", "GK201", "--reason", "表格另附"]
    assert 0 == main(given)
    capsys.readouterr()
    assert "out.docx：已加 1 条批注。\n" == annotated()
    nothing_else = "out.docx：没有其他问题（已接受或基线中已有的不算），未加批注。\n"
    assert nothing_else == annotated("--ignore", "GK702")
