"""Files whose writing is broken off: by the system, at any moment, or since the disk is full."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gklint.files.writing import write
from tests.support.running import python
from tests.support.sample import WRONG_SUM

pytestmark = pytest.mark.slow

_KILLS = 200
_PARTS = 64
_VERSIONS = (b"a" * 4096, b"b" * 8192)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_file_is_whole_whenever_the_process_is_killed_that_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    whole = [version * _PARTS for version in _VERSIONS]
    write(path, [whole[0]])
    seen = set()
    rng = random.Random(1)
    for _ in range(_KILLS):
        child = os.fork()
        if not child:
            for number in range(1_000_000):
                write(path, [_VERSIONS[number % 2]] * _PARTS)
        time.sleep(rng.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = path.read_bytes()
        seen.add(found)

        assert found in whole

    assert {*whole} == seen  # it was killed at work
    write(path, [b"c"])
    assert b"c" == path.read_bytes()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if done.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_a_file_stays_as_it_was_and_that_is_said(small: Path) -> None:
    report, before = small / "a.md", small / "out.json"
    report.write_text(WRONG_SUM, "utf-8")
    before.write_text("{}", "utf-8")
    (small / "full").write_bytes(bytes(48 * 1024))
    html = f"html={before}"
    found = python("-m", "gklint", "check", "--format", html, str(report), "--no-cache")

    assert (2, "{}") == (found.status, before.read_text("utf-8"))
    assert f"gklint: 无法写入 {before}：磁盘已满\n" == found.err
    assert {"a.md", "full", "out.json"} == {each.name for each in small.iterdir()}


@pytest.mark.parametrize("option", ["--fix", "--fix --unsafe-fixes"])
def test_on_a_full_disk_a_report_is_not_lost_by_mending_it(small: Path, option: str) -> None:
    report = small / "a.md"
    text = WRONG_SUM.replace("36", "３６", 1)
    report.write_text(text, "utf-8")
    room = os.statvfs(small)
    (small / "full").write_bytes(bytes(room.f_bavail * room.f_frsize))
    found = python("-m", "gklint", "check", *option.split(), str(report), "--no-cache")

    assert text == report.read_text("utf-8")
    assert "磁盘已满" in found.err
    assert {"a.md", "full"} == {each.name for each in small.iterdir()}
