"""Where results go: several formats in one run, to the screen and to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gklint.cli import main
from tests.support.running import shown
from tests.support.sample import NO_CONTACT, write


def test_several_formats_are_written_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    names = {name: tmp_path / f"out.{name}" for name in ("json", "lsp", "text", "concise")}
    files = [f"--format={name}={file}" for name, file in names.items()]
    status = main(["check", path, *files, "--format", "concise"])
    screen = capsys.readouterr().out

    assert 1 == status
    assert screen == names["concise"].read_text("utf-8")
    assert "GK501" in screen
    for name, file in names.items():
        assert shown(capsys, path, "--format", name) == file.read_text("utf-8")


def test_nothing_is_on_the_screen_when_all_goes_to_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    status = main(["check", path, f"--format=json={tmp_path / 'out.json'}"])

    assert (1, "") == (status, capsys.readouterr().out)
    assert 1 == json.loads((tmp_path / "out.json").read_text("utf-8"))["summary"]["error"]
