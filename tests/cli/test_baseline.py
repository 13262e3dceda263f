"""``gklint baseline``: what goes into a baseline, and how it differs from what is found now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gklint.cli import main
from tests.support.sample import CLEAN, NO_CONTACT, WRONG_COUNT, WRONG_SUM, changed, write

pytestmark = pytest.mark.usefixtures("here")
ROW = "行政强制 | 0 | ||"


def baseline(*arguments: str) -> int:
    return main(["baseline", *arguments])


def known() -> list[dict[str, Any]]:
    document: dict[str, Any] = json.loads(Path("b.json").read_text("utf-8"))
    findings: list[dict[str, Any]] = document["findings"]
    return findings


def test_an_entry_says_in_which_cell_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, b=changed((ROW, ROW.replace(" 0 |", " / |", 1))))
    main(["check", ".", "--lang", "en", "--format", "json"])
    files = json.loads(capsys.readouterr().out)["files"]
    baseline(".", "-o", "b.json", "--lang", "en")

    assert [None, {"table": "disclosure", "row": "compulsory", "column": "decisions"}] == [
        each["cell"] for each in known()
    ]
    assert [each["message"] for file in files for each in file["diagnostics"]] == [
        each["message"] for each in known()
    ]


# -- what a new baseline takes in, and what is gone ------------------------------------------------

NO_TELEPHONE = "a.txt: GK501 全文没有联系方式。请在开头或末尾写明，例如“联系电话：区号-号码”。"
COUNT = "b.txt: GK402 正文写的新收申请是 8，而表中是 5，请核对。"


def test_a_new_baseline_lists_what_it_takes_in_and_what_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline(".", "-o", "b.json")
    write(tmp_path, a=CLEAN, b=WRONG_COUNT)
    capsys.readouterr()

    assert 0 == baseline(".", "-o", "b.json")
    assert [
        f"+ {COUNT}",
        f"- {NO_TELEPHONE}",
        "b.json：记下了 2 个文件的 1 条结果，比原来多 1 条（+），少 1 条（-）。",
    ] == capsys.readouterr().out.splitlines()


def test_a_check_of_a_baseline_lists_the_same_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline(".", "-o", "b.json")
    before = Path("b.json").read_bytes()
    capsys.readouterr()

    assert 0 == baseline(".", "-o", "b.json", "--check")
    assert "b.json：与 1 个文件现在的结果一致（1 条）。\n" == capsys.readouterr().out
    write(tmp_path, a=CLEAN, b=WRONG_COUNT)
    assert 1 == baseline(".", "-o", "b.json", "--check")
    assert [
        f"+ {COUNT}",
        f"- {NO_TELEPHONE}",
        "b.json：与 2 个文件现在的结果不同：没有记入的 1 条（+），已经没有的 1 条（-）。"
        "核对后用 gklint baseline 重新生成。",
    ] == capsys.readouterr().out.splitlines()
    assert before == Path("b.json").read_bytes()


def test_a_check_of_a_baseline_takes_that_of_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    Path("gklint.toml").write_text('baseline = "b.json"\npaths = ["."]\n', "utf-8")

    assert 2 == baseline("--check")
    assert (
        "gklint: b.json：找不到这个基线文件；gklint baseline 可以生成一个\n"
    ) == capsys.readouterr().err
    assert [0, 0] == [baseline(), baseline("--check")]


def test_a_file_that_cannot_be_read_tells_nothing_of_a_baseline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    baseline(".", "-o", "b.json")
    write(tmp_path, a="\x00\x01\x02")
    capsys.readouterr()

    assert 3 == baseline(".", "-o", "b.json", "--check")
    assert "b.json：与 1 个文件现在的结果一致（0 条）。\n" == capsys.readouterr().out


def test_a_broken_baseline_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, a=NO_CONTACT)
    Path("b.json").write_text("{", "utf-8")

    assert 0 == baseline(".", "-o", "b.json")
    assert ["GK501"] == [each["code"] for each in known()]


GONE = (
    "b.json：其中 {} 条现在已经没有了；gklint baseline --check 列出是哪些，"
    "gklint baseline 重新生成后就去掉。\n"
)


def test_a_check_of_reports_says_how_many_entries_are_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, b=WRONG_COUNT, c=WRONG_SUM)
    baseline(".", "-o", "b.json")
    write(tmp_path, a=CLEAN)
    Path("b.txt").unlink()
    capsys.readouterr()

    assert 0 == main(["check", ".", "--baseline", "b.json", "--format", "concise"])
    assert ("", GONE.format(2)) == capsys.readouterr()


@pytest.mark.parametrize("arguments", [["c.txt"], ["a.txt", "--ignore", "GK5"]])
def test_what_was_not_looked_for_is_not_stale(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT, c=CLEAN)
    baseline(".", "-o", "b.json")
    write(tmp_path, a=CLEAN)
    capsys.readouterr()

    assert 0 == main(["check", *arguments, "--baseline", "b.json"])
    assert "" == capsys.readouterr().err


def test_an_entry_of_a_rule_that_is_no_more_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN)
    entry = {"file": "a.txt", "code": "GK999", "fingerprint": "0"}
    Path("b.json").write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")

    assert 0 == main(["check", "a.txt", "--baseline", "b.json"])
    assert GONE.format(1) == capsys.readouterr().err
    assert 1 == baseline("a.txt", "-o", "b.json", "--check")
    assert "- a.txt: GK999 \n" in capsys.readouterr().out
