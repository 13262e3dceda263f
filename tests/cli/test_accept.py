"""``gklint accept``: what it writes, and why it writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.accept.file import read_accept_file
from gklint.cli import main
from tests.support.accepting import HEAD, accept, told
from tests.support.running import as_json, codes
from tests.support.sample import NO_CONTACT, WRONG_SUM, write

pytestmark = pytest.mark.usefixtures("here")


def test_what_is_accepted_is_written_once_and_counts_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--reason", "总机在封面", "--accept", "ok.toml"]

    assert 0 == accept(*given, "--until", "2099-12-31")
    assert (
        "a.txt：接受 GK501：全文没有联系方式。请在开头或末尾写明，例如“联系电话：区号-号码”。\n"
        "ok.toml：写入 1 条。\n"
    ) == capsys.readouterr().out
    (entry,) = read_accept_file(Path("ok.toml")).entries
    text = Path("ok.toml").read_text("utf-8")
    assert (
        f'{HEAD}\n[[accept]]\nfile = "a.txt"\ncode = "GK501"\n'
        f'fingerprint = "{entry.fingerprint}"\nreason = "总机在封面"\nuntil = 2099-12-31\n'
    ) == text
    assert 1 == accept(*given)
    assert (
        "a.txt：没有 GK501 的问题，或者已经接受。\n没有可以接受的结果，ok.toml 没有改动。\n"
    ) == capsys.readouterr().out
    assert text == Path("ok.toml").read_text("utf-8")
    assert (1, 0) == (main(["check", "a.txt"]), main(["check", "a.txt", "--accept", "ok.toml"]))


def test_only_the_finding_of_one_cell_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)
    given = ["a.txt", "--code", "GK303", "--reason", "好", "--accept", "ok.toml", "--cell"]

    assert (1, 0) == (accept(*given, "denied.total"), accept(*given, "granted.total"))
    capsys.readouterr()
    assert ["GK302"] == codes(as_json(capsys, "a.txt", "--accept", "ok.toml"))


def test_files_are_named_from_the_folder_of_the_accept_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "年报").mkdir()
    (tmp_path / "设置").mkdir()
    write(tmp_path / "年报", a=NO_CONTACT)
    Path("gklint.toml").write_text('accept = "设置/ok.toml"\n', "utf-8")

    assert 0 == accept("年报/a.txt", "--code", "GK501", "--reason", "好")
    (entry,) = read_accept_file(Path("设置/ok.toml")).entries
    assert "../年报/a.txt" == entry.file
    assert 0 == main(["check", "年报"])
    monkeypatch.chdir("年报")
    assert 0 == main(["check", "./a.txt"])
    assert 0 == main(["check", str(tmp_path / "年报" / "a.txt")])


def test_each_report_is_accepted_in_the_file_of_its_own_configuration(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, a=NO_CONTACT)
        (tmp_path / name / "gklint.toml").write_text('accept = "ok.toml"\n', "utf-8")

    assert 0 == accept(".", "--code", "GK501", "--reason", "好")
    for name in ("甲", "乙"):
        (entry,) = read_accept_file(tmp_path / name / "ok.toml").entries
        assert "a.txt" == entry.file
    assert 0 == main(["check", "."])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "请用 --accept 给出接受文件，例如：--accept gklint-accept.toml"),
        (["--accept", "ok.toml", "--reason", "  "], "--reason 不能是空的：接受一个结果要写明理由"),
        (["--accept", "ok.toml", "--code", "GK3"], "没有规则“GK3”；gklint rule 列出全部规则"),
        (["--accept", "no/ok.toml"], "无法写入 no/ok.toml：没有这个文件夹"),
        (
            ["--accept", "ok.toml", "--until", "20301231"],
            "选项 --until: 应为日期，如 2026-12-31，现为“20301231”"
            "（gklint accept --help 列出全部选项）",
        ),
    ],
)
def test_what_cannot_be_accepted_is_one_line_and_writes_nothing(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)

    assert 2 == accept("a.txt", "--code", "GK501", "--reason", "好", *arguments)
    assert f"gklint: {message}\n" == capsys.readouterr().err
    assert not Path("ok.toml").exists()


def test_a_rule_set_may_forbid_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--accept", "ok.toml"]
    accept(*given, "--code", "GK501", "--reason", "好")
    Path("local.yaml").write_text("not_acceptable: [GK501]\n", "utf-8")
    local = ["--rules", "local.yaml"]
    capsys.readouterr()

    assert 1 == accept(*given, "--code", "GK501", "--reason", "好", *local)
    said = capsys.readouterr().out
    assert "a.txt：没有接受 GK501：规则集规定 GK501 不能接受。" == said.split("\n")[0]
    assert ["GK501"] == [line.split()[1] for line in told("a.txt", capsys, *given, *local)]
    assert ["3 GK007 GK501 按规则集的规定不能接受，请改正问题，并删去这条接受说明。"] == told(
        "ok.toml", capsys, *given, *local
    )


def test_a_rule_may_forbid_it_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    Path("local.yaml").write_text("rules: [{code: GK501, acceptable: false}]\n", "utf-8")
    given = ["a.txt", "--accept", "ok.toml", "--code", "GK501", "--reason", "好"]

    assert 1 == accept(*given, "--rules", "local.yaml")
    assert "没有接受 GK501" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a="\x00\x01\x02", b=NO_CONTACT)

    assert 3 == accept(".", "--code", "GK501", "--reason", "好", "--accept", "ok.toml")
    done = capsys.readouterr()
    assert "ok.toml：写入 1 条。\n" in done.out
    assert done.err.startswith("a.txt: GK001 无法检查这个文件：")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    return told("all.toml", capsys, *arguments, "--accept", "all.toml")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--code", "GK304"], "a.txt：没有 GK304 的问题，或者已经接受。"),
        (
            ["--code", "GK303", "--cell", "granted.totals"],
            "a.txt：这一格没有 GK303 的问题；--cell 可以写 granted.total。",
        ),
    ],
)
def test_why_nothing_is_accepted_is_said(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)

    assert 1 == main(["accept", "a.txt", *given, "--reason", "好", "--accept", "ok.toml"])
    nothing = "没有可以接受的结果，ok.toml 没有改动。"
    assert f"{said}\n{nothing}\n" == capsys.readouterr().out


def test_a_day_that_is_past_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--accept", "ok.toml"]

    assert 2 == main(["accept", *given, "--reason", "好", "--until", "2024-12-31"])
    said = "gklint: --until 2024-12-31：这一天已经过去，接受不会起作用\n"
    assert ("", said) == capsys.readouterr()
    assert not Path("ok.toml").exists()


@pytest.mark.parametrize("reason", ["", "  ", "……", "。"])
def test_a_reason_says_something(
    reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    given = ["a.txt", "--code", "GK501", "--accept", "ok.toml", "--reason", reason]

    assert 2 == main(["accept", *given])
    assert "gklint: --reason 不能是空的：接受一个结果要写明理由\n" == capsys.readouterr().err
