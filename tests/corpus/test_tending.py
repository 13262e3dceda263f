from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from gklint.corpus import reader
from gklint.corpus.items import File, Item
from gklint.corpus.reader import NoProcessError
from gklint.corpus.readers import Readers
from gklint.corpus.schema import TABLES
from gklint.corpus.tending import DiedError, Tender
from gklint.errors import GklintError
from tests.support.corpus_runs import readers, setup
from tests.support.running import environment
from tests.support.sample import CLEAN

pytestmark = pytest.mark.slow

_HOOK = """
import os, signal, sys, time
sys.path[:] = {{path!r}}
from gklint.corpus import working
from gklint.corpus.opening import Opener
read = Opener.read
def hooked(self, at):
    name = os.path.basename(at.path)
{what}
    return read(self, at)
Opener.read = hooked
working.main({{desks}})
"""
_KILLS = "    if name.startswith('poison'): os.kill(os.getpid(), signal.SIGKILL)"
_STALLS = "    if name.startswith('slow'): time.sleep(60)"
_HOARDS = "    held = bytearray(3 << 30) if name.startswith('poison') else None"
_ONCE = """
    if not os.path.exists('once'):
        open('once', 'w').close()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def tender(here: Path) -> Iterator[Tender]:
    assert here.exists()
    with _tending(60) as made:
        yield made


@contextmanager
def _tending(seconds: float) -> Iterator[Tender]:
    readers = Readers(setup())
    made = Tender(readers, seconds)
    yield made
    made.close()
    readers.close()


def _hook(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Let processes do something when they read a file."""
    monkeypatch.setattr(reader, "START", _HOOK.format(what=what))


def _items(folder: Path, *names: str) -> list[Item]:
    for name in names:
        (folder / name).write_text(CLEAN, "utf-8")
    return [Item(name, ".", "1", File(str(folder / name))) for name in names]


def _told(columns: object, table: str, *names: str) -> list[tuple[object, ...]]:
    assert isinstance(columns, dict)
    at = [[each.name for each in TABLES[table]].index(name) for name in names]
    return sorted(
        row
        for key, own in columns.items()
        if key.table == table
        for row in zip(*(own[each] for each in at), strict=True)
    )


def _addresses(columns: object, table: str = "reports") -> list[object]:
    return [row[0] for row in _told(columns, table, "address")]


def test_each_file_is_told_once(tender: Tender, here: Path) -> None:
    items = _items(here, "a.txt", "b.txt")
    for _ in range(2):
        assert ["a.txt", "b.txt"] == _addresses(tender.work(items))


def test_a_file_that_kills_its_process_costs_no_other_file(
    tender: Tender, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(monkeypatch, _KILLS)
    names = ["a.txt", "poison1.txt", "b.txt", "c.txt", "poison2.txt"]
    columns = tender.work(_items(here, *names))
    assert ["a.txt", "b.txt", "c.txt"] == _addresses(columns)
    why = "检查这个文件时程序一再被迫中止（多半是内存不够），已放弃；请单独检查它"
    assert [(name, "GK001", why) for name in ("poison1.txt", "poison2.txt")] == _told(
        columns, "failures", "address", "reason", "message"
    )


def test_a_file_that_needs_too_much_memory_costs_no_other_file(
    tender: Tender, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(monkeypatch, _HOARDS)
    columns = tender.work(_items(here, "a.txt", "poison.txt", "b.txt"))
    assert (["a.txt", "b.txt"], ["poison.txt"]) == (
        _addresses(columns),
        _addresses(columns, "failures"),
    )


def test_a_file_at_which_a_process_died_once_is_checked_all_the_same(
    tender: Tender, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(monkeypatch, _ONCE)
    assert ["a.txt", "b.txt"] == _addresses(tender.work(_items(here, "a.txt", "b.txt")))


def test_a_file_that_takes_too_long_costs_no_other_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(monkeypatch, _STALLS)
    with _tending(1) as tender:
        columns = tender.work(_items(here, "a.txt", "slow.txt", "b.txt"))
    assert ["a.txt", "b.txt"] == _addresses(columns)
    why = "等了 1 秒还没有读完，已放弃；可用选项 --timeout 放宽，并加 --again 重试"
    assert [("slow.txt", why)] == _told(columns, "failures", "address", "message")


def test_processes_killed_at_any_moment_cost_nothing(tender: Tender, here: Path) -> None:
    names = [f"{number:03}.txt" for number in range(150)]
    items = _items(here, *names)
    moments = Random(15)
    kills = 0

    def kill() -> None:
        nonlocal kills
        while kills < 4:  # a fifth might be one too many at its start
            time.sleep(moments.uniform(0.1, 1.0))
            for child in readers():
                child.send_signal(signal.SIGKILL)
                kills += 1

    killer = threading.Thread(target=kill)
    killer.start()
    while killer.is_alive():
        assert names == _addresses(tender.work(items))


@pytest.mark.parametrize("name", ["begun", "starting"])
def test_a_closed_tender_ends_at_once_and_starts_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    _hook(monkeypatch, f"    open('begun', 'w').close()\n{_STALLS}")
    if name == "starting":
        monkeypatch.setattr(reader, "START", f"open('starting', 'w').close()\n{reader.START}")
    caught: list[BaseException] = []

    def work() -> None:
        try:
            mine.work(_items(here, "slow.txt"))
        except BaseException as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    with _tending(60) as mine:
        thread.start()
        _wait_for((here / name).exists)
    thread.join(20)
    assert [DiedError if name == "begun" else NoProcessError] == [*map(type, caught)]
    assert [] == readers()


def test_a_process_that_never_starts_is_told(
    tender: Tender, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "START", "raise SystemExit")
    with pytest.raises(GklintError) as caught:
        tender.work(_items(here, "a.txt"))
    assert "启动不了检查用的进程；请看内存是否够用，gklint 是否装好" == str(caught.value)
    monkeypatch.setattr(sys, "executable", str(here / "gone"))
    with pytest.raises(GklintError):
        tender.work(_items(here, "a.txt"))


def test_modules_in_the_working_folder_are_not_taken_for_others(tender: Tender, here: Path) -> None:
    for name in ("json.py", "csv.py", "zipfile.py"):
        (here / name).write_text("raise SystemExit")
    assert ["a.txt"] == _addresses(tender.work(_items(here, "a.txt")))


def test_a_process_does_not_outlive_who_started_it_whatever_it_is_at(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hook(monkeypatch, f"    open('begun', 'w').close()\n{_STALLS}")
    _items(here, "slow.txt")
    program = (
        "from gklint.corpus import reader; from gklint.corpus.readers import Readers\n"
        "from gklint.corpus.tending import Tender\n"
        f"reader.START = {reader.START!r}\n"
        "from tests.support.corpus_runs import setup\nfrom gklint.corpus.items import File, Item\n"
        f"slow = Item('b', '.', '1', File({str(here / 'slow.txt')!r}))\n"
        "Tender(Readers(setup()), 60).work([slow])\n"
        "import time; time.sleep(60)\n"
    )
    parent = subprocess.Popen((sys.executable, "-c", program), env=environment(), cwd=here)
    _wait_for((here / "begun").exists)
    children = readers(parent.pid)
    parent.kill()
    parent.wait()
    for child in children:
        child.wait(10)


def _wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
