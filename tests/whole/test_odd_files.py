"""What is no plain file, or has an odd name: each is told, and nothing is waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import gklint
from gklint.cli import main
from tests.support.needs import needs_posix
from tests.support.running import told_by_file
from tests.support.sample import NO_CONTACT, write
from tests.support.word import package, parts


@pytest.mark.parametrize("change", [b"more", b""])
def test_a_file_that_changes_while_it_is_read_is_told(
    change: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(NO_CONTACT, "utf-8")
    look = os.fstat

    def look_and_change(number: int) -> os.stat_result:
        seen = look(number)
        path.write_bytes(path.read_bytes() + change if change else b"")
        return seen

    monkeypatch.setattr("gklint.formats.reading.os.fstat", look_and_change)

    assert "请保存并关闭文件，再检查一次" in gklint.check(path).diagnostics[0].message


def test_a_folder_that_is_called_like_a_file_is_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "年报.docx"
    folder.mkdir()
    write(folder, good=NO_CONTACT)

    assert ["good.txt"] == [*told_by_file(capsys, str(folder))]
    assert ["good.txt"] == [*told_by_file(capsys, str(tmp_path))]
    assert "这是文件夹，打不开" in gklint.check(folder).diagnostics[0].message


@needs_posix
def test_a_folder_that_may_not_be_opened_is_told_and_the_others_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = tmp_path / "乡镇"
    closed.mkdir()
    write(tmp_path, good=NO_CONTACT)
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if folder == closed:
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gklint.project.discovery.os.scandir", refuse)
        found = told_by_file(capsys, str(tmp_path))
        assert 3 == main(["check", str(tmp_path)])

    assert ["GK501"] == [code for code, _ in found["good.txt"]]
    (code, message), *others = found["乡镇"]
    assert ("GK001", []) == (code, others)
    assert "这是文件夹，打不开，里面的文件都没有检查" in message


def test_a_file_below_a_folder_that_cannot_be_entered_is_no_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(NO_CONTACT, "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    (found,) = gklint.check(path).diagnostics

    assert "GK001" == found.code
    assert "没有读取的权限，或者文件正被别的程序占用" in found.message


@needs_posix
def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "年报.docx")
    write(tmp_path, good=NO_CONTACT)
    found = told_by_file(capsys, str(tmp_path))

    assert ["GK501"] == [code for code, _ in found["good.txt"]]
    assert "这是管道或设备，不是文件" in found["年报.docx"][0][1]


@needs_posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_read(device: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = told_by_file(capsys, device)

    assert "请先保存为文件再检查" in found[Path(device).name][0][1]
    assert 3 == main(["check", device])


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    assert "没有读取的权限，或者文件正被别的程序占用" in gklint.check(path).diagnostics[0].message


@needs_posix
def test_links_that_lead_to_each_other_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "年报.docx").symlink_to(tmp_path / "其他.docx")
    (tmp_path / "其他.docx").symlink_to(tmp_path / "年报.docx")
    (tmp_path / "folder").symlink_to(tmp_path)
    write(tmp_path, good=NO_CONTACT)
    found = told_by_file(capsys, str(tmp_path))

    assert {"good.txt", "其他.docx", "年报.docx"} == {*found}
    assert "打不开文件" in found["年报.docx"][0][1]
    assert 2 == main(["check", str(tmp_path / "年报.docx")])


def test_a_name_that_no_file_can_have_is_not_found() -> None:
    assert 2 == main(["check", "年" * 300 + ".docx"])


@needs_posix
@pytest.mark.parametrize("name", [b"\xff\xfe.docx", "年\n报.docx".encode(), b"-.docx", b" .docx"])
@pytest.mark.parametrize("form", ["text", "concise", "json", "lsp"])
def test_a_name_that_is_no_text_does_not_stop_the_run(
    name: bytes, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(package(parts("<w:p>")))
    write(tmp_path, good=NO_CONTACT)

    assert 3 == main(["check", str(tmp_path), "--format", form])
    output = capsys.readouterr().out
    assert (True, True) == ("GK001" in output, "GK501" in output)
