"""Which files are checked: named, in folders, from standard input."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.running import as_json, codes, give
from tests.support.sample import CLEAN, NO_CONTACT, write


def test_a_folder_is_searched_for_every_supported_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["b.txt", "a.md", "deep/er/c.TXT", "deep/d.markdown"]
    for name in [*names, "e.csv", "f.log", ".git/g.txt", "node_modules/h.md", "txt"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CLEAN, "utf-8")
    files = as_json(capsys, str(tmp_path))["files"]

    assert sorted(str(tmp_path / name) for name in names) == [file["path"] for file in files]


def test_a_file_named_twice_is_checked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=CLEAN, b=CLEAN, c=CLEAN)
    monkeypatch.chdir(tmp_path)
    files = as_json(capsys, "b.txt", "./b.txt", "b.txt", ".")["files"]

    assert ["b.txt", "a.txt", "c.txt"] == [file["path"] for file in files]


def test_files_are_reported_in_the_order_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, z=NO_CONTACT, m="\x00\x01\x02", b=CLEAN, a=NO_CONTACT)
    document = as_json(capsys, *paths)

    assert paths == [file["path"] for file in document["files"]]
    assert ["GK501", "GK001", "GK501"] == codes(document)


def test_a_file_of_an_unknown_type_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "年报.xyz"
    path.write_text(CLEAN, "utf-8")
    document = as_json(capsys, str(path))

    assert ["GK001"] == codes(document)
    assert "“.xyz”" in document["files"][0]["diagnostics"][0]["message"]
    assert 3 == main(["check", str(path)])


def test_a_file_whose_name_is_no_text_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.txt")  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(NO_CONTACT.encode())

    assert ["GK501"] == codes(as_json(capsys, str(tmp_path)))
    for name in ("text", "concise", "lsp"):
        assert main(["check", str(tmp_path), "--format", name]) == 1


@pytest.mark.parametrize("arguments", [[""], ["a.txt", ""]])
def test_an_empty_path_is_not_the_current_folder(
    tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=CLEAN, b=NO_CONTACT)
    monkeypatch.chdir(tmp_path)

    assert 2 == main(["check", *arguments])


def test_a_link_to_nothing_in_a_folder_is_unreadable_and_the_rest_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere.txt")

    assert ["GK501", "GK001"] == codes(as_json(capsys, str(tmp_path)))
    assert 3 == main(["check", str(tmp_path)])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_standard_input_is_checked_under_the_name_given(
    encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, NO_CONTACT.encode(encoding))
    document = as_json(capsys, "-", "--stdin-filename", "青石.txt")

    assert ["青石.txt"] == [file["path"] for file in document["files"]]
    assert ["GK501"] == codes(document)


def test_standard_input_that_is_no_text_is_status_3(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"\x00\x01\x02")

    assert 3 == main(["check", "-"])


def test_a_fault_of_a_reader_is_told_as_ours_and_the_other_files_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("of ours")

    monkeypatch.setattr("gklint.formats.html.reading.read_html", broken)
    (tmp_path / "a.html").write_text("<p>一、总体情况", "utf-8")
    (tmp_path / "b.txt").write_text("正文", "utf-8")

    assert 3 == main(["check", "--format", "concise", str(tmp_path)])
    first, second = capsys.readouterr().out.splitlines()
    assert "a.html:1:1: error GK003 " in first
    assert "KeyError: 'of ours'" in first
    assert "b.txt:1:1: error GK002 " in second


@pytest.mark.parametrize(
    "command",
    [
        ["check", "reports", "--format", "json=reports/a.txt"],
        ["baseline", "reports", "-o", "reports/a.txt"],
        ["extract", "reports", "-o", "reports/a.txt", "--format", "json"],
    ],
)
def test_no_output_takes_the_place_of_a_report(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    write(Path("reports"), a=CLEAN)

    assert 2 == main(command)
    said = "gklint: 输出不能就是被检查的文件，请另取文件名：reports/a.txt\n"
    assert ("", said) == capsys.readouterr()
    assert CLEAN == Path("reports/a.txt").read_text("utf-8")


def test_a_full_disk_leaves_the_last_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write(tmp_path, a=CLEAN)
    baseline = tmp_path / "base.json"
    assert 0 == main(["baseline", path, "-o", str(baseline)])
    before = baseline.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("gklint.files.writing.os.fsync", full)

    assert 2 == main(["baseline", path, "-o", str(baseline)])
    assert before == baseline.read_bytes()
    assert ["a.txt", "base.json"] == sorted(each.name for each in tmp_path.iterdir())
