"""What is said of the entries of accept files, and which of them hold."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.accepting import HEAD, accept, told
from tests.support.running import as_json, codes
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, replace_once, write

pytestmark = pytest.mark.usefixtures("here")
SARIF = ("--format", "sarif=s")


def accepting(*entries: str) -> None:
    """Write an accept file of entries for GK501 of a.txt, each changed by what it says."""
    given = ["a.txt", "--code", "GK501", "--reason", "好", "--accept", "all.toml"]
    write(Path(), a=NO_CONTACT)
    assert 0 == accept(*given)
    entry = Path("all.toml").read_text("utf-8").removeprefix(HEAD)
    texts = []
    for changes in entries:
        text = entry
        for line in filter(None, changes.split("; ")):
            key = line.split(" = ")[0]
            old = next((each for each in text.split("\n") if each.startswith(f"{key} = ")), None)
            text = replace_once(text, old, line) if old else f"{text}{line}\n"
        texts.append(text)
    Path("all.toml").write_text("".join(texts), "utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    capsys.readouterr()
    return told("all.toml", capsys, *arguments, "--accept", "all.toml")


def test_an_entry_that_is_used_is_not_spoken_of(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("")

    assert [] == said(capsys, "a.txt")
    assert [] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))


def test_an_idle_entry_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("", 'code = "GK502"', 'fingerprint = "ffff"')

    assert [
        "8 GK005 这一条接受“a.txt”里的 GK502，但那里没有这个问题（可能已经改好，或换了位置）。"
        "请删去这一条；仍要接受的，用 gklint accept 重新接受。",
        "14 GK005 这一条接受“a.txt”里的 GK501，但那里没有这个问题（可能已经改好，或换了位置）。"
        "请删去这一条；仍要接受的，用 gklint accept 重新接受。",
    ] == said(capsys, ".")


def test_what_was_not_looked_for_is_not_idle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, b=CLEAN, c="\x00\x01\x02", d="王某\n")
    accepting('code = "GK502"', 'file = "c.txt"', 'file = "d.txt"', 'file = "./d.txt"')

    assert [] == said(capsys, "b.txt")
    assert [] == said(capsys, ".", "--select", "GK501")
    assert [] == said(capsys, ".", "--ignore", "GK502")
    assert 1 == len(said(capsys, "a.txt"))


def test_an_entry_for_a_file_that_is_gone_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    accepting("", 'file = "旧/b.docx"')

    assert [
        "8 GK005 这里接受的是“旧/b.docx”里的 GK501，但这个文件已经没有了。"
        "请删去这一条；文件只是改了名的，用 gklint accept 重新接受。"
    ] == said(capsys, "a.txt")


def test_an_entry_of_an_unknown_code_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    accepting('code = "GK5O1"', 'code = "标题"')

    assert [
        "2 GK007 接受说明里的“GK5O1”不是规则代码，是否想写 GK501？",
        "8 GK007 接受说明里的“标题”不是规则代码；gklint rule 列出全部规则。",
    ] == said(capsys, "a.txt")


def test_an_entry_holds_on_its_last_day_and_not_after_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    accepting("until = 2020-02-29")

    assert [
        "2 GK006 对 GK501 的接受到 2020-02-29 为止，现已过期，不再有效。"
        "请改正问题，并删去这条接受说明；确需继续接受的，写明新的理由和日期。"
    ] == said(capsys, "a.txt")
    assert ["GK501", "GK006"] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))
    accepting(f"until = {date.max}")
    assert [] == said(capsys, "a.txt")


@pytest.mark.parametrize("turn", [1, -1])
def test_of_two_entries_for_a_finding_the_one_that_holds_counts(
    turn: int, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting(*["until = 2020-02-29", 'reason = "新"'][::turn])

    assert ["GK006"] == [line.split()[1] for line in said(capsys, "a.txt")]
    assert ["GK006"] == codes(as_json(capsys, "a.txt", "--accept", "all.toml"))


def test_findings_about_entries_can_be_selected_and_fail_a_run(tmp_path: Path) -> None:
    accepting('code = "GK502"')
    write(tmp_path, a=CLEAN)
    given = ["check", "a.txt", "--accept", "all.toml"]

    assert 0 == main(given)
    assert 1 == main([*given, "--fail-on", "warning"])
    assert 0 == main([*given, "--fail-on", "warning", "--ignore", "GK0"])
    assert 1 == main([*given, "--severity", "GK005=error"])


def test_what_is_wrong_with_an_accept_file_is_shown_as_a_file_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepting('file = "b.txt"')
    write(tmp_path, a=CLEAN)
    capsys.readouterr()
    main(
        ["check", "a.txt", "--accept", "all.toml", "--format", "text", "--format", "lsp=l", *SARIF]
    )
    text = capsys.readouterr().out
    lsp = json.loads(Path("l").read_text("utf-8"))
    (run,) = json.loads(Path("s").read_text("utf-8"))["runs"]
    (result,) = run["results"]

    assert "all.toml:2:1 警告 GK005 这里接受的是“b.txt”里的 GK501，" in text
    assert "    2 │ [[accept]]\n" in text
    assert [(tmp_path / name).as_uri() for name in ("a.txt", "all.toml")] == [
        each["uri"] for each in lsp
    ]
    assert [1] == [each["range"]["start"]["line"] for each in lsp[1]["diagnostics"]]
    place = result["locations"][0]["physicalLocation"]
    assert ("all.toml", 2) == (place["artifactLocation"]["uri"], place["region"]["startLine"])


def test_the_accept_file_of_the_command_line_takes_the_place_of_the_configured_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    accepting("")
    Path("gklint.toml").write_text('accept = "all.toml"\n', "utf-8")
    Path("none.toml").write_text("", "utf-8")
    capsys.readouterr()

    assert [] == codes(as_json(capsys, "a.txt"))
    assert ["GK501"] == codes(as_json(capsys, "a.txt", "--accept", "none.toml"))
    assert ["GK501"] == codes(as_json(capsys, "a.txt", "--isolated"))


@pytest.mark.slow
def test_many_reports_in_several_processes_obey_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"r{number:02}" for number in range(30)]
    write(tmp_path, **dict.fromkeys(names, NO_CONTACT))
    given = [".", "--jobs", "2", "--accept", "ok.toml"]

    assert 0 == accept(".", "--code", "GK501", "--reason", "好", "--accept", "ok.toml")
    capsys.readouterr()
    document = as_json(capsys, *given)
    assert [30, 0] == [document["summary"]["files"], document["summary"]["error"]]
    assert [{"by": "file", "reason": "好", "until": None}] * 30 == [
        each["accepted"] for file in document["files"] for each in file["accepted"]
    ]


def test_a_local_rule_is_known_where_its_rule_set_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever configuration comes first."""
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, a=WRONG_COUNT)
        (tmp_path / name / "gklint.toml").write_text('accept = "../ok.toml"\n', "utf-8")
    Path("乙/gklint.toml").write_text('accept = "../ok.toml"\nrules = ["l.yaml"]\n', "utf-8")
    Path("乙/l.yaml").write_text(
        "rules:\n- {code: LX101, name: local, severity: error, check: pattern,\n"
        "   finds: {zh: 甲, en: a}, basis: {grade: I, source: x, zh: 甲, en: a},\n"
        "   message: {zh: 甲, en: a},\n"
        "   options: {patterns: ['政府信息公开工作年度报告']}}\n",
        "utf-8",
    )
    accept("乙", "--code", "LX101", "--reason", "好")
    capsys.readouterr()

    for paths in (["甲", "乙"], ["乙", "甲"], ["甲"]):
        assert [] == told("ok.toml", capsys, *paths)
