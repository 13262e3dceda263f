from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

from gklint.corpus.running import locked
from tests.support.corpus_runs import column, put, strays, table, zip_of
from tests.support.local_rules import LOCAL
from tests.support.needs import needs_posix, needs_root
from tests.support.running import Check, Run, environment
from tests.support.sample import CLEAN, NOT_A_REPORT

pytestmark = pytest.mark.slow

_OUT = Path("out")
_FAILED = "有 1 份没能当作年报检查，原因见 failures 表\n"


def _done(found: int, read: int) -> str:
    fresh = found - read
    return f"共 {found} 份文件：检查 {read} 份，{fresh} 份没有变动。结果在 out\n"


def _addresses(name: str = "reports") -> list[str]:
    return column(_OUT, name, "address")


# -- again -----------------------------------------------------------------------------------


def test_a_second_run_does_only_what_is_new_changed_or_of_other_rules(
    corpus_run: Check, here: Path
) -> None:
    put(here / "a", one=CLEAN, two=CLEAN)
    assert Run(0, _done(2, 2), "") == corpus_run("a")
    assert Run(0, _done(2, 0), "") == corpus_run("a")
    put(here / "a", two=f"{CLEAN}\n", three=CLEAN)
    assert Run(0, _done(3, 2), "") == corpus_run("a")
    os.utime(here / "a/one.txt", (1, 1))
    assert Run(0, _done(3, 0), "") == corpus_run("a")
    assert Run(0, _done(3, 3), "") == corpus_run("a", "--ignore", "GK402")
    assert Run(0, _done(3, 0), "") == corpus_run("a", "--ignore", "GK402")
    assert Run(0, _done(3, 3), "") == corpus_run("a", "--lang", "zh")
    assert [] == strays(_OUT)


def test_what_is_gone_stays_until_it_is_dropped(corpus_run: Check, here: Path) -> None:
    put(here / "a", one=CLEAN, two=CLEAN)
    corpus_run("a")
    (here / "a/two.txt").unlink()
    kept = "有 1 份以前检查过的文件已不在原处，结果仍保留；要去掉，请加选项 --prune\n"
    assert Run(0, _done(1, 0), kept) == corpus_run("a")
    assert ["a/one.txt", "a/two.txt"] == _addresses()
    assert Run(0, _done(1, 0), "") == corpus_run("a", "--prune")
    assert ["a/one.txt"] == _addresses()
    assert [] == strays(_OUT)
    (here / "a/one.txt").unlink()
    assert Run(0, _done(0, 0), "") == corpus_run("a", "--prune")
    assert [] == _addresses()


def test_what_could_not_be_checked_is_told_in_every_run_and_tried_again_if_asked(
    corpus_run: Check, here: Path
) -> None:
    put(here / "a", one=CLEAN, other=NOT_A_REPORT)
    assert Run(3, _done(2, 2), _FAILED) == corpus_run("a")
    assert Run(3, _done(2, 0), _FAILED) == corpus_run("a")
    assert Run(3, _done(2, 1), _FAILED) == corpus_run("a", "--again")
    assert ["a/other.txt"] == _addresses("failures")


def test_other_rules_are_compared_in_the_same_run(corpus_run: Check, here: Path) -> None:
    put(here / "a", one=CLEAN)
    (here / "own.yaml").write_text(LOCAL, "utf-8")
    assert 0 == corpus_run("a", "--rules", "own.yaml", "--against", "default").status
    assert {("LOCAL01", "came")} >= {(row["code"], row["change"]) for row in table(_OUT, "effects")}


def test_english_is_spoken_where_it_is_asked_for(corpus_run: Check, here: Path) -> None:
    put(here / "a", one=CLEAN, other=NOT_A_REPORT)
    done = corpus_run("a", "a/one.txt", "--lang", "en")
    assert "2 files: 2 checked, 0 as they were. The tables are in out\n" == done.out
    assert (
        "1 were listed again, and counted once\n"
        "1 could not be checked as reports; the table failures says why\n"
    ) == done.err


# -- what is wrong ---------------------------------------------------------------------------


def test_wrong_usage_is_one_line(corpus_run: Check, here: Path) -> None:
    (here / "empty").mkdir()
    put(here / "a", one=CLEAN)
    for arguments, said in (
        (("gone",), "找不到文件或文件夹：gone"),
        (("empty",), "没有可以检查的文件：empty（能检查 .txt、"),
        (("*.txt",), "“*.txt”没有对应任何文件；请核对地址或通配符"),
        (("empty", "--timeout", "0"), "--timeout"),
        (("a", "--select", "GK999"), "GK999"),
    ):
        done = corpus_run(*arguments)
        assert (2, "", 1) == (done.status, done.out, done.err.count("\n"))
        assert said in done.err


def test_a_folder_of_something_else_is_refused(corpus_run: Check, here: Path) -> None:
    put(here / "out", one=CLEAN)
    done = corpus_run("out")
    assert (2, "") == done[:2]
    assert "gklint: out 里已有别的东西；请用 -o 指定" in done.err


def test_a_second_run_into_one_folder_is_refused(corpus_run: Check, here: Path) -> None:
    put(here / "a", one=CLEAN)
    with locked(_OUT):
        said = "gklint: 另一个 gklint corpus 命令正在往 out 里写；请等它结束\n"
        assert Run(2, "", said) == corpus_run("a")
    assert Run(0, _done(1, 1), "") == corpus_run("a")


def test_files_that_vanish_while_a_run_goes_on_are_failures(
    corpus_run: Check, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gklint.corpus.running import Run as Work

    put(here / "a", one=CLEAN, two=CLEAN)
    prepare = Work.prepare

    def vanish(self: Work, planned: object) -> None:
        (here / "a/two.txt").unlink()
        prepare(self, planned)  # type: ignore[arg-type]

    monkeypatch.setattr(Work, "prepare", vanish)
    assert Run(3, _done(2, 2), _FAILED) == corpus_run("a")
    assert (["a/one.txt"], ["a/two.txt"]) == (_addresses(), _addresses("failures"))


@needs_posix
def test_names_that_are_no_text_are_told_with_what_they_are(corpus_run: Check, here: Path) -> None:
    put(here / "a", one=CLEAN)
    (here / os.fsdecode("a/\xc4.txt".encode("latin-1"))).write_text(CLEAN, "utf-8")
    assert Run(0, _done(2, 2), "") == corpus_run("a")
    assert ["a/\\udcc4.txt", "a/one.txt"] == _addresses()
    assert Run(0, _done(2, 0), "") == corpus_run("a")


# -- a disk that is full ---------------------------------------------------------------------


@needs_root
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux mounts memory as a disk")
def test_a_full_disk_is_one_line_and_with_more_room_the_next_run_goes_on(
    corpus_run: Check, here: Path
) -> None:
    put(here / "a", **{f"{number:03}": CLEAN for number in range(60)})
    _OUT.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", str(here / "out"))
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        done = corpus_run("a")
        assert (2, "", 1) == (done.status, done.out, done.err.count("\n"))
        assert "磁盘已满" in done.err
        subprocess.run(("mount", "-o", "remount,size=8m", str(here / "out")), check=True)
        assert 0 == corpus_run("a").status
        assert 60 == len({*_addresses()}) == len(_addresses())
        assert [] == strays(_OUT)
    finally:
        subprocess.run(("umount", str(here / "out")), check=True)


# -- addresses that answer slowly ------------------------------------------------------------


class _Slow(BaseHTTPRequestHandler):
    """Gives a report, or nothing for a long time."""

    ended = threading.Event()

    def do_GET(self) -> None:
        if self.path.startswith("/slow"):
            self.ended.wait(60)
            return
        data = CLEAN.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    if not find_spec("aiohttp"):
        pytest.skip("http:// needs aiohttp")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    server.daemon_threads = True
    _Slow.ended.clear()
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}"
    _Slow.ended.set()
    server.shutdown()
    server.server_close()


def test_an_address_that_never_answers_is_a_failure_and_costs_no_other(
    corpus_run: Check, here: Path, address: str
) -> None:
    names = ("slow.txt", "one.txt")
    lines = [f"{address}/{name}" for name in names]
    (here / "list.csv").write_text("\n".join(["address", *lines, "http://127.0.0.1:1/no.txt"]))
    done = corpus_run("list.csv", "--timeout", 3)
    assert Run(3, _done(3, 3), _FAILED.replace("1", "2")) == done
    assert [f"{address}/one.txt"] == _addresses()
    said = {row["address"]: row["message"] for row in table(_OUT, "failures")}
    assert {f"{address}/slow.txt", "http://127.0.0.1:1/no.txt"} == {*said}
    assert said[f"{address}/slow.txt"].startswith("等了 3 秒还没有读完，已放弃")


# -- killed ----------------------------------------------------------------------------------


@needs_posix
def test_a_run_that_is_killed_again_and_again_ends_whole(corpus_run: Check, here: Path) -> None:
    put(here / "a", **{f"{number:03}": CLEAN for number in range(300)})
    zip_of(here / "a/more.zip", {f"{number}.txt": CLEAN for number in range(20)})
    command = (sys.executable, "-m", "gklint", "corpus", "run", "a", "-o", "out", "--jobs", "2")
    for moment in (0.4, 1.0, 1.3, 1.6, 1.9):
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert 0 == corpus_run("a").status
    addresses = _addresses()
    assert 320 == len(addresses) == len({*addresses})
    assert {*column(_OUT, "reports", "report")} == {*column(_OUT, "cells", "report")}
    assert [] == strays(_OUT)
