"""The configuration at the command line: what holds for which file, and what comes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from tests.support.folders import configure
from tests.support.running import as_json, codes
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, write

pytestmark = pytest.mark.usefixtures("here")
NOT_SAID: dict[str, Any] = {
    "select": [],
    "ignore": [],
    "severity": {},
    "fail-on": "error",
    "rules": [],
    "paths": [],
    "exclude": [],
    "respect-gitignore": True,
    "accept": None,
    "baseline": None,
    "previous": None,
    "cache": True,
    "scan": True,
    "per-file-rules": {},
}


def check(*arguments: str) -> int:
    return main(["check", *arguments])


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    return codes(as_json(capsys, *arguments))


# -- what holds ----------------------------------------------------------------------------------


def test_codes_given_in_the_command_line_take_the_place_of_those_configured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)
    configure('select = ["GK302"]\nignore = ["GK3"]\n')

    assert ["GK302"] == found(capsys, "a.txt")
    assert ["GK303"] == found(capsys, "a.txt", "--select", "GK303")
    assert ["GK303", "GK302"] == found(capsys, "a.txt", "--select", "GK3")
    assert [] == found(capsys, "a.txt", "--ignore", "GK302")
    assert ["GK303", "GK302"] == found(capsys, "a.txt", "--isolated")


def test_severities_and_exceptions_of_both_add_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=WRONG_SUM)
    configure('ignore = ["GK501"]\nseverity = {GK302 = "info", GK303 = "info"}\n')
    given = ["a.txt", "--severity", "GK303=warning", "--ignore", "GK104"]
    document = as_json(capsys, *given)

    assert [("GK303", "warning"), ("GK302", "info")] == [
        (each["code"], each["severity"]) for each in document["files"][0]["diagnostics"]
    ]
    assert (0, 1) == (check(*given), check(*given, "--fail-on", "info"))


@pytest.mark.parametrize(
    ("configured", "given", "status"),
    [
        ("", [], 0),
        ('fail-on = "warning"', [], 1),
        ('fail-on = "warning"', ["--fail-on", "error"], 0),
        ('fail-on = "never"', ["--fail-on", "warning"], 1),
        ('fail-on = "never"\nseverity = {GK402 = "error"}', [], 0),
        ('severity = {GK402 = "error"}', [], 1),
        ('severity = {GK402 = "error"}', ["--severity", "GK402=info"], 0),
        ('fail-on = "warning"', ["--isolated"], 0),
    ],
)
def test_the_status_follows_what_is_in_force(
    configured: str, given: list[str], status: int, tmp_path: Path
) -> None:
    write(tmp_path, a=WRONG_COUNT)
    configure(configured)

    assert status == check("a.txt", *given)


def test_some_files_have_rules_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "旧").mkdir()
    write(tmp_path, a=NO_CONTACT)
    write(tmp_path / "旧", b=NO_CONTACT, c=WRONG_COUNT)
    configure(
        '[per-file-rules."旧/"]\nignore = ["GK501"]\n'
        '[per-file-rules."c.txt"]\nseverity = {GK402 = "error"}\n'
    )

    assert ["GK501", "GK402"] == found(capsys, ".")
    assert 1 == check("旧/c.txt")
    assert ["GK501", "GK501"] == found(capsys, ".", "--select", "GK501")


@pytest.mark.parametrize(
    ("paths", "status"),
    [(["strict"], 1), (["lax"], 0), (["lax", "strict"], 1), (["strict", "lax"], 1), (["."], 1)],
)
def test_each_file_fails_by_its_own_configuration(
    paths: list[str], status: int, tmp_path: Path
) -> None:
    configure('fail-on = "warning"\n', "strict")
    configure('fail-on = "never"\n', "lax")
    write(tmp_path / "strict", a=WRONG_COUNT)
    write(tmp_path / "lax", a=NO_CONTACT)

    assert status == check(*paths)
    assert 0 == check(*paths, "--fail-on", "never")


def test_an_unreadable_file_is_status_3_whatever_fails(tmp_path: Path) -> None:
    configure('fail-on = "never"\nignore = ["GK0"]\n')
    write(tmp_path, a="\x00\x01\x02", b=NO_CONTACT)

    assert 3 == check(".")
    assert 3 == check(".", "--format", "json=out.json", "--statistics")
    assert 2 == check(".", "--format", "json=no/out.json")


def test_one_configuration_can_be_named_or_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    configure('ignore = ["GK501"]\n')
    Path("other.toml").write_text('severity = {GK501 = "info"}\n', "utf-8")

    assert 0 == check("a.txt")
    assert ["GK501"] == found(capsys, "a.txt", "--config", "other.toml")
    assert 0 == check("a.txt", "--config", "other.toml")
    assert 1 == check("a.txt", "--isolated")
    capsys.readouterr()
    assert 2 == check("a.txt", "--isolated", "--config", "other.toml")
    assert "gklint: --config 与 --isolated 不能同时给出\n" == capsys.readouterr().err
    assert 2 == check("a.txt", "--config", "none.toml")
    assert "gklint: none.toml：找不到这个文件\n" == capsys.readouterr().err


def test_rules_lie_where_the_configuration_says_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('rules = ["规则/本地.yaml"]\n', "库")
    (tmp_path / "库" / "规则").mkdir()
    (tmp_path / "库" / "规则" / "本地.yaml").write_text("severity: {GK501: info}\n", "utf-8")
    (tmp_path / "库" / "年报").mkdir()
    write(tmp_path / "库" / "年报", a=NO_CONTACT)

    assert 0 == check("库/年报/a.txt")
    monkeypatch.chdir(tmp_path / "库" / "年报")
    assert 0 == check("a.txt")
    Path("../规则/本地.yaml").write_text("severities: {}\n", "utf-8")
    capsys.readouterr()
    assert 2 == check("a.txt")
    done = capsys.readouterr()
    assert ("", True) == (done.out, "本地.yaml:1: " in done.err)


# -- what is wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nselct = ["GK3"]', "gklint.toml:2: selct：不认识“selct”；是否想写 select？"),
        ('ignore = ["GK3"', "gklint.toml:1: TOML 语法有误：列表缺少“]”，或两项之间缺少逗号"),
        ('fail-on = "eror"', "gklint.toml:1: fail-on：不认识“eror”；是否想写 error？"),
        ('select = ["GK999"]', "gklint.toml:1: select：没有规则“GK999”；gklint rule 列出全部规则"),
        ('ignore = ["GK3O3"]', "gklint.toml:1: ignore：没有规则“GK3O3”，是否想写 GK303？"),
        (
            '\n[per-file-rules."*.txt"]\nselect = ["XX"]',
            'gklint.toml:3: per-file-rules."*.txt".select：没有规则“XX”；gklint rule 列出全部规则',
        ),
        ('rules = ["none.yaml"]', "gklint.toml:1: rules：none.yaml：找不到这个规则文件"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["baseline", "-o", "b.json"], ["extract"]])
def test_a_wrong_configuration_is_one_line_and_nothing_is_checked(
    text: str,
    message: str,
    command: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(tmp_path, a=NO_CONTACT)
    configure(text)

    assert 2 == main([*command, "a.txt"])
    done = capsys.readouterr()
    assert "" == done.out
    assert f"gklint: {message}\n" == done.err
    assert not Path("b.json").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('rules = ["."]', "1: rules：.：不是规则文件（.yaml）"),
        ('rules = [\n "b.yaml",\n "a.md"]', "3: rules：a.md：不是规则文件（.yaml）"),
        ('rules = ["d.yaml"]', "1: rules：d.yaml：无法读取：这是文件夹，不是文件"),
        ('previous = "."\nrules = ["a.md"]', "2: rules：a.md：不是规则文件（.yaml）"),
        ('\naccept = "."', "2: accept：.：无法读取：这是文件夹，不是文件"),
        ('baseline = "d.yaml"', "1: baseline：d.yaml：无法读取：这是文件夹，不是文件"),
        ('baseline = "b\\u0000.json"', "1: baseline：b .json：名称里有不能用的字符"),
        (
            'baseline = "none.json"',
            "1: baseline：none.json：找不到这个基线文件；gklint baseline 可以生成一个",
        ),
    ],
)
def test_a_configured_file_that_cannot_be_read_is_told_with_line_and_key(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    Path("b.yaml").write_text("rules: []\n", "utf-8")
    Path("d.yaml").mkdir()
    configure(text)

    assert 2 == check("a.txt")
    assert ("", f"gklint: gklint.toml:{message}\n") == capsys.readouterr()


def test_a_report_given_for_a_rule_file_is_told_where_it_belongs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    said = "a.txt: 不是规则文件（.yaml）；要检查的文件请写在 --rules 之前"

    assert 2 == check("a.txt", "--rules", "a.txt")
    assert ("", f"gklint: {said}\n") == capsys.readouterr()


def test_the_last_of_many_configurations_is_read_before_the_first_file_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    configure('ignore = ["GK9"]\n', "z")
    write(tmp_path / "z", a=NO_CONTACT)

    assert 2 == check(".")
    assert (
        "",
        "gklint: z/gklint.toml:1: ignore：没有规则“GK9”；gklint rule 列出全部规则\n",
    ) == capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "GK999"], "没有规则“GK999”；gklint rule 列出全部规则"),
        (["--severity", "GK3=info"], "没有规则“GK3”；gklint rule 列出全部规则"),
    ],
)
def test_a_wrong_code_of_the_command_line_is_no_fault_of_the_configuration(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    configure('ignore = ["GK3"]\n')

    assert 2 == check("a.txt", *arguments)
    assert ("", f"gklint: {message}\n") == capsys.readouterr()


def test_the_settings_in_force_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('fail-on = "warning"\nignore = ["GK7"]\naccept = "ok.toml"\n', "甲")
    write(tmp_path / "甲", a=CLEAN, b=CLEAN)
    write(tmp_path, c=CLEAN)
    given = [".", "--show-settings", "--severity", "GK501=info", "--ignore", "GK2"]

    assert 0 == check(*given)
    severity = {"GK501": "info"}
    assert [
        {
            "config": None,
            "files": 1,
            **NOT_SAID,
            "ignore": ["GK2"],
            "severity": severity,
        },
        {
            "config": str(tmp_path / "甲" / "gklint.toml"),
            "files": 2,
            **NOT_SAID,
            "ignore": ["GK7", "GK2"],
            "severity": severity,
            "fail-on": "warning",
            "accept": str(tmp_path / "甲" / "ok.toml"),
        },
    ] == json.loads(capsys.readouterr().out)


# -- accepted findings as they are shown ---------------------------------------------------------


def test_what_is_accepted_is_shown_as_such_in_json_and_counted_in_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    comment = "<!-- gklint: accept-file GK501 理由：见附件 到期：2099-12-31 -->"
    write(tmp_path, a=f"{NO_CONTACT}\n{comment}\n")
    document = as_json(capsys, "a.txt")
    (file,) = document["files"]
    (accepted,) = file["accepted"]

    assert ([], {"files": 1, "error": 0, "warning": 0, "info": 0}) == (
        file["diagnostics"],
        document["summary"],
    )
    assert {"by": "comment", "reason": "见附件", "until": "2099-12-31"} == accepted.pop("accepted")
    write(tmp_path, b=NO_CONTACT)
    (plain,) = as_json(capsys, "b.txt")["files"][0]["diagnostics"]
    assert {*plain} == {*accepted}
    assert 0 == check("a.txt")
    assert (
        "a.txt：没有其他问题。查了 98 项：通过 97，有误 1，无法判断 0，已接受 1\n\n"
        "共检查 1 个文件：错误 0，警告 0，提示 0，已接受 1。\n"
    ) == capsys.readouterr().out
    assert 0 == check("a.txt", "--lang", "en")
    assert capsys.readouterr().out.endswith(
        "1 files checked: 0 errors, 0 warnings, 0 notes, 1 accepted.\n"
    )
