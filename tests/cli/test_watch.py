"""``gklint check --watch``, as a process that reports until it is interrupted."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.running import GKLINT, environment
from tests.support.sample import CLEAN, NO_CONTACT, last_year, write

pytestmark = pytest.mark.slow
WAITING = "—— 等待改动，Ctrl+C 结束 ——"
_PATIENCE = 60


def _heed_interrupts() -> None:
    """Whoever is started in the background (``pytest &``) ignores Ctrl+C, as do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watch:
    """A running ``gklint check … --watch``; its two streams are read as one."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            (*GKLINT, "check", *arguments, "--watch"),
            cwd=folder,
            env=environment(PYTHONIOENCODING="utf-8"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=_heed_interrupts,
        )
        self.lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def until(self, last: str) -> list[str]:
        """What it says up to a line."""
        said: list[str] = []
        while not said or said[-1] != last:
            line = self.lines.get(timeout=_PATIENCE)
            assert line is not None, said
            said.append(line)
        return said

    def until_told(self, text: str) -> list[str]:
        """What it says in the next run that tells this: a change may be seen in two steps."""
        while True:
            said = self.until(WAITING)
            if any(text in line for line in said):
                return said

    def interrupt(self) -> tuple[int, list[str]]:
        """Press Ctrl+C: the exit status, and what was said since."""
        os.killpg(self.process.pid, signal.SIGINT)  # as a terminal does
        said = []
        while (line := self.lines.get(timeout=_PATIENCE)) is not None:
            said.append(line)
        return self.process.wait(_PATIENCE), said


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    running: list[Watch] = []

    def begin(*arguments: str) -> Watch:
        running.append(Watch(tmp_path, *arguments))
        return running[-1]

    yield begin
    for each in running:
        each.process.kill()
        each.process.wait()
        if each.process.stdout:
            each.process.stdout.close()


def test_a_changed_report_is_checked_again_and_the_last_status_is_kept(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    write(tmp_path, a=CLEAN)
    watch = start("a.txt")

    assert "a.txt：没有发现问题。" in watch.until(WAITING)[0]
    write(tmp_path, a=NO_CONTACT)
    assert "错误 GK501" in watch.until_told("GK501")[0]
    assert (1, []) == watch.interrupt()


def test_a_new_file_of_a_watched_folder_is_checked(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    (tmp_path / "年报").mkdir()
    write(tmp_path / "年报", a=CLEAN)
    watch = start("年报")

    assert "共检查 1 个文件：错误 0，警告 0，提示 0。" in watch.until(WAITING)
    write(tmp_path / "年报", b=CLEAN)
    watch.until_told("共检查 2 个文件")
    assert (0, []) == watch.interrupt()


def test_a_changed_configuration_counts_and_a_broken_one_can_be_mended(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    write(tmp_path, a=NO_CONTACT)
    config = tmp_path / "gklint.toml"
    config.write_text('fail-on = "error"\n', "utf-8")
    watch = start(".")

    watch.until_told("GK501")
    config.write_text('ignore = ["GK501"]\n', "utf-8")
    watch.until_told("a.txt：没有发现问题。")
    config.write_text('ignor = ["GK501"]\n', "utf-8")
    told = watch.until_told("ignor")
    assert "gklint: gklint.toml:1: ignor：不认识“ignor”；是否想写 ignore？" == told[-2]
    config.write_text('select = ["GK5"]\n', "utf-8")
    watch.until_told("GK501")
    assert (1, []) == watch.interrupt()


def test_what_it_writes_into_a_watched_folder_does_not_start_it_again(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    write(tmp_path, a=CLEAN)
    watch = start(".", "--format", "text", "--format", "json=out.json")

    watch.until(WAITING)
    (tmp_path / "draft").write_text(NO_CONTACT, "utf-8")
    (tmp_path / "draft").rename(tmp_path / "b.txt")
    assert "错误 GK501" in watch.until(WAITING)[2]
    assert "GK501" in (tmp_path / "out.json").read_text("utf-8")
    assert (1, []) == watch.interrupt()


def test_rules_that_a_new_configuration_names_are_watched(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "rules").mkdir()
    write(tmp_path / "reports", a=NO_CONTACT)
    rules = tmp_path / "rules" / "local.yaml"
    rules.write_text("severity: {GK501: warning}\n", "utf-8")
    watch = start("reports/a.txt")

    watch.until_told("错误 GK501")
    (tmp_path / "reports" / "gklint.toml").write_text('rules = ["../rules/local.yaml"]\n', "utf-8")
    watch.until_told("警告 GK501")
    rules.write_text("severity: {GK501: info}\n", "utf-8")
    watch.until_told("提示 GK501")
    assert 0 == watch.interrupt()[0]


def test_a_report_that_vanishes_is_missed_until_it_comes_back(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    write(tmp_path, a=CLEAN)
    watch = start("a.txt")

    watch.until(WAITING)
    (tmp_path / "a.txt").unlink()
    assert "gklint: 找不到文件或文件夹：a.txt" in watch.until_told("找不到")
    write(tmp_path, a=CLEAN)
    watch.until_told("没有发现问题")
    assert (0, []) == watch.interrupt()


def test_interrupted_while_it_checks_again_it_keeps_the_last_status(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    write(tmp_path, **{f"r{number:03}": CLEAN for number in range(400)})
    watch = start(".", "--jobs", "2", "--format", "concise")

    assert [WAITING] == watch.until(WAITING)
    write(tmp_path, r000=NO_CONTACT)
    line = watch.lines.get(timeout=_PATIENCE)
    assert line is not None
    assert "GK501" in line
    status, said = watch.interrupt()
    assert not any("Traceback" in line for line in said)
    assert (1 if WAITING in said else 0) == status


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder"])
def test_what_is_wrong_from_the_start_ends_it(name: str, start: Callable[..., Watch]) -> None:
    watch = start(name)

    assert [f"gklint: 找不到文件或文件夹：{name}"] == watch.until(
        f"gklint: 找不到文件或文件夹：{name}"
    )
    assert 2 == watch.process.wait(_PATIENCE)


def test_a_changed_report_of_last_years_starts_it_again(
    tmp_path: Path, start: Callable[..., Watch]
) -> None:
    (tmp_path / "去年" / "各局").mkdir(parents=True)
    write(tmp_path, a=CLEAN)
    write(tmp_path / "去年" / "各局", x=last_year())
    watch = start("a.txt", "--previous", "去年")

    assert "a.txt：没有发现问题。" in watch.until(WAITING)[0]
    write(tmp_path / "去年" / "各局", x=last_year(("继续办理 | 1 |", "继续办理 | 3 |")))
    watch.until_told("GK601")
    assert (1, []) == watch.interrupt()
