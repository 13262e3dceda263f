"""What a run writes where standard output or standard error is a terminal."""

from __future__ import annotations

import io
import os
import re
import subprocess
from pathlib import Path

import pyte
import pytest
from PIL import Image

from gklint.render import RENDERERS
from tests.support.running import GKLINT, environment, python
from tests.support.sample import NO_CONTACT, write

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

# With so many files a bar shows how far the run is.
MANY, FEW = 9, 7


def in_terminal(*arguments: str, out: Path | None = None) -> tuple[str, int]:
    """What a run shows on a terminal of 80 columns, and its status; ``out``: standard output."""
    master, slave = pty.openpty()
    with (out or Path(os.devnull)).open("wb") as file:
        process = subprocess.Popen(
            (*GKLINT, *arguments),
            stdin=slave,
            stdout=file if out else slave,
            stderr=slave,
            env=environment(TERM="xterm", COLUMNS="80"),
        )
    os.close(slave)
    shown = b""
    while chunk := _read(master):
        shown += chunk
    os.close(master)
    return shown.decode().replace("\r\n", "\n"), process.wait()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux, when the other end is closed
        return b""


def seen(shown: str) -> list[str]:
    """The lines that stand on the terminal in the end, as if it were wide enough for them."""
    screen = pyte.Screen(1000, 1000)
    pyte.Stream(screen).feed(shown.replace("\n", "\r\n"))
    return [line.rstrip() for line in screen.display if line.strip()]


def in_pipe(*arguments: str) -> str:
    return python("-m", "gklint", *arguments).out


def folder(path: Path, count: int) -> str:
    path.mkdir()
    write(path, **{f"第{number}份": NO_CONTACT for number in range(count)})
    return str(path)


@pytest.mark.parametrize("count", [FEW, MANY])
@pytest.mark.parametrize("name", RENDERERS)
def test_what_goes_to_a_file_stands_in_it_and_not_on_the_terminal(
    tmp_path: Path, name: str, count: int
) -> None:
    arguments = ["check", folder(tmp_path / "in", count), "--format", name]
    shown, status = in_terminal(*arguments, out=tmp_path / "out")

    assert in_pipe(*arguments) == (tmp_path / "out").read_text("utf-8") != ""
    assert ([], 1) == (seen(shown), status)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("count", [FEW, MANY])
def test_a_line_of_concise_stays_one_line_on_a_terminal(
    tmp_path: Path, count: int, jobs: str
) -> None:
    arguments = ["check", folder(tmp_path / "in", count), "--format", "concise", "--jobs", jobs]
    shown, _ = in_terminal(*arguments)

    assert in_pipe(*arguments).splitlines() == seen(shown)


def test_what_is_said_of_fixes_and_their_diff_come_through_a_progress_bar(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", MANY)
    for path in Path(source).iterdir():
        path.write_text(path.read_text("utf-8").replace("一、总体情况", "一、总体概述"), "utf-8")
    arguments = ["check", source, "--diff"]
    shown, _ = in_terminal(*arguments, out=tmp_path / "out")

    assert in_pipe(*arguments) == (tmp_path / "out").read_text("utf-8") != ""
    assert [] == [line for line in seen(shown) if line.startswith(("-", "+"))]


def scan(pages: int) -> bytes:
    """White pages as pictures."""
    file = io.BytesIO()
    page = Image.new("L", (600, 800), 255)
    page.save(file, "PDF", save_all=True, append_images=[page] * (pages - 1))
    return file.getvalue()


def test_the_page_of_a_scan_that_is_read_is_shown_and_gone_in_the_end(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="reading scans needs gklint[scan]")
    (tmp_path / "a.pdf").write_bytes(scan(2))
    shown, status = in_terminal("check", str(tmp_path / "a.pdf"), out=tmp_path / "out")

    assert ["第 1 页，共 2 页", "第 2 页，共 2 页"] == [
        *dict.fromkeys(re.findall("第 . 页，共 2 页", shown))
    ]
    assert ([], 3) == (seen(shown), status)
    assert "第 1 页" not in (tmp_path / "out").read_text("utf-8")
    assert "" == python("-m", "gklint", "check", str(tmp_path / "a.pdf")).err


def test_pages_that_other_processes_read_are_not_shown(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="reading scans needs gklint[scan]")
    for name in "ab":
        (tmp_path / f"{name}.pdf").write_bytes(scan(1))
    shown, _ = in_terminal("check", str(tmp_path), "--jobs", "2", out=tmp_path / "out")

    assert "" == shown


def test_a_progress_bar_is_shown_for_many_files_only(tmp_path: Path) -> None:
    shown = {
        count: in_terminal("check", folder(tmp_path / str(count), count), out=tmp_path / "out")[0]
        for count in (FEW, MANY)
    }

    assert ("", True) == (shown[FEW], "100%" in shown[MANY])
