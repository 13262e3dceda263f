"""Where results go: several formats in one run, to the screen and to files."""

from __future__ import annotations

import errno
import io
import json
import os
import threading
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from gklint.cli import main
from gklint.render import RENDERERS
from tests.support.folders import everything
from tests.support.needs import needs_posix
from tests.support.running import as_json, in_process, shown
from tests.support.sample import CLEAN, NO_CONTACT, TRADITIONAL, changed, write


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


@pytest.mark.parametrize("name", RENDERERS)
def test_a_file_holds_what_would_be_on_the_screen(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=NO_CONTACT, b=CLEAN, c=TRADITIONAL)
    out = tmp_path / "out"

    assert 1 == main(["check", *paths, f"--format={name}={out}"])
    assert shown(capsys, *paths, "--format", name) == out.read_text("utf-8")


def test_json_has_a_line_for_each_file_where_no_person_reads_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=CLEAN, b=NO_CONTACT)
    text = shown(capsys, *paths, "--format", "json")
    head, *files, end = text.splitlines()

    assert head.startswith('{"version":1,"tool":{"name":"gklint",')
    assert paths == [json.loads(line.rstrip(","))["path"] for line in files]
    assert end == ('],"summary":{"files":2,"error":1,"warning":0,"info":0},"not_checked":[]}')


def test_json_on_a_terminal_is_the_same_for_a_person_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write(tmp_path, a=CLEAN, b=NO_CONTACT)
    document = as_json(capsys, *paths)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert json.dumps(document, ensure_ascii=False, indent=1) + "\n" == shown(
        capsys, *paths, "--format", "json"
    )


@pytest.mark.parametrize("name", RENDERERS)
def test_standard_output_may_take_nothing_but_text(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    given = ("check", path, "--format", name)
    with redirect_stdout(io.StringIO()) as out:
        main([*given])

    assert in_process(capsys, *given).out == out.getvalue()


@pytest.mark.parametrize(
    "given",
    [("extract",), ("extract", "--format", "csv"), ("check", "--diff"), ("check", "--statistics")],
)
def test_standard_output_of_facts_and_differences_may_take_nothing_but_text(
    given: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=changed(("（一）主动公开", "(一)主动公开")))
    command = [given[0], path, *given[1:]]
    with redirect_stdout(io.StringIO()) as out:
        main(command)

    assert in_process(capsys, *command).out == out.getvalue()
    assert out.getvalue()


# -- written whole or not at all ----------------------------------------------------------------


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", RENDERERS)
@pytest.mark.parametrize("before", [{}, {"out": "before"}])
def test_an_interrupted_run_leaves_what_was_there(
    name: str, before: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    for file, text in before.items():
        (tmp_path / file).write_text(text, "utf-8")
    monkeypatch.setattr("gklint.run.checking.counted", _interrupted)

    assert 130 == main(["check", path, f"--format={name}={tmp_path / 'out'}"])
    assert {"a.txt": NO_CONTACT, **before} == everything(tmp_path)


@pytest.mark.parametrize("before", [{}, {"b.json": "before"}])
def test_where_one_file_cannot_be_written_the_others_are(
    before: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(draft: Path, target: Path) -> Path:
        if target.name == "b.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(draft, target)

    (path,) = write(tmp_path, a=NO_CONTACT)
    for file, text in before.items():
        (tmp_path / file).write_text(text, "utf-8")
    really = Path.replace
    monkeypatch.setattr(Path, "replace", full)
    into = [f"--format=json={tmp_path / name}.json" for name in ("c", "b")]

    assert 2 == main(["check", path, *into])
    assert f"gklint: 无法写入 {tmp_path / 'b.json'}：磁盘已满\n" == capsys.readouterr().err
    assert {"a.txt", "c.json", *before} == {*everything(tmp_path)}


def test_a_file_that_cannot_be_written_is_told_before_anything_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    run = in_process(
        capsys, "check", path, f"--format=json={tmp_path / 'no' / 'a'}", "--format=text"
    )

    assert (2, "") == run[:2]
    assert 1 == run.err.count("\n")


@needs_posix
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = write(tmp_path, a=NO_CONTACT)
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")))
    reader.start()
    main(["check", path, f"--format=gitlab={pipe}"])
    reader.join(10)

    assert [shown(capsys, path, "--format", "gitlab")] == read
