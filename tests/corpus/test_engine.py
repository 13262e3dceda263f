from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from gklint.corpus import engine, parts
from gklint.corpus.engine import Engine, Work
from gklint.corpus.items import File, Item
from gklint.corpus.parts import Made, Task
from tests.support.clusters import Cluster, cluster
from tests.support.corpus_runs import column, put, readers, setup
from tests.support.paths import ROOT
from tests.support.running import Check, Run, environment
from tests.support.sample import CLEAN

pytestmark = pytest.mark.slow

_WORK = Work(parts.work, parts.smaller)
_DONE = "共 40 份文件：检查 40 份，0 份没有变动。结果在 out\n"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for what does not answer."""
    monkeypatch.setattr(engine, "_PATIENCE", 1)
    timeout = {**engine._SETTINGS, "distributed.comm.timeouts.connect": "1s"}
    monkeypatch.setattr(engine, "_SETTINGS", timeout)


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler without workers."""
    with cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture
def reports(here: Path) -> Path:
    return put(here / "reports", **{f"{number:02}": CLEAN for number in range(40)})


# -- on this machine -------------------------------------------------------------------------


def test_nothing_listens_to_the_network_and_nothing_is_left(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN, "utf-8")
    me = psutil.Process()
    with Engine(None, 2) as own:
        assert 2 == own.workers
        (made,) = own.run(_WORK, [_task(here / "a.txt", own)])
        family = [me, *me.children(recursive=True)]
        ports = {each.laddr.ip for process in family for each in process.net_connections("inet")}
    assert 0 == made.failed
    assert ports <= {"127.0.0.1"}
    assert [] == readers()


def test_a_run_that_is_broken_off_does_not_work_on(here: Path) -> None:
    items = [_item(here / f"{number}.txt") for number in range(600)]
    for item in items:
        Path(item.address).write_text(CLEAN, "utf-8")
    with Engine(None, 1) as own:
        tasks = (Task(items[at : at + 100], setup(), 60, own.name) for at in range(0, 600, 100))
        made = own.run(_WORK, tasks)
        next(made)
        started = time.monotonic()
    assert time.monotonic() - started < 3
    assert [] == readers()


def test_a_part_that_fails_whatever_is_done_is_halved_down_to_its_file(here: Path) -> None:
    def failing(task: Task) -> Made:
        if any(item.refused is None and item.address.endswith("bad.txt") for item in task.items):
            raise ValueError("bad")
        return parts.work(task)

    items = [_item(here / name) for name in ("a.txt", "b.txt", "bad.txt", "c.txt")]
    for item in items:
        Path(item.address).write_text(CLEAN, "utf-8")
    with Engine(None, 1) as own:
        work = Work(failing, parts.smaller)
        found = [*own.run(work, [Task(items, setup(), 60, own.name)])]
    entries = sorted(entry for made in found for entry in made.entries)
    assert [item.address for item in items] == [entry.address for entry in entries]
    assert [True, True, False, True] == [entry.digest is not None for entry in entries]


def _task(path: Path, own: Engine) -> Task:
    return Task([_item(path)], setup(), 60, own.name)


def _item(path: Path) -> Item:
    return Item(str(path), ".", "1", File(str(path)))


# -- on a cluster ----------------------------------------------------------------------------


def test_a_cluster_checks_what_it_is_given_and_keeps_no_process(
    corpus_run: Check, reports: Path, running: Cluster
) -> None:
    worker = running.worker()
    assert Run(0, _DONE, "") == corpus_run("reports", "--scheduler", running.address)
    assert [f"reports/{path.name}" for path in sorted(reports.iterdir())] == column(
        Path("out"), "reports", "address"
    )
    assert [] == readers(worker.pid)
    (reports / "00.txt").write_text(f"{CLEAN}\n", "utf-8")
    again = "共 40 份文件：检查 1 份，39 份没有变动。结果在 out\n"
    assert Run(0, again, "") == corpus_run("reports", "--scheduler", running.address)


def test_a_worker_that_dies_costs_nothing(
    corpus_run: Check, reports: Path, running: Cluster
) -> None:
    assert reports.exists()
    first = running.worker(1)
    running.worker(1)

    def kill() -> None:
        while not readers(first.pid):
            time.sleep(0.01)
        first.kill()

    threading.Thread(target=kill).start()
    assert Run(0, _DONE, "") == corpus_run("reports", "--scheduler", running.address)


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_that_dies_is_one_line_and_the_next_run_goes_on(
    corpus_run: Check, here: Path, running: Cluster
) -> None:
    put(here / "reports", **{f"{number:03}": CLEAN for number in range(500)})
    worker = running.worker(1)

    def kill() -> None:
        while not (here / "out/log.jsonl").exists() or not (here / "out/log.jsonl").stat().st_size:
            time.sleep(0.01)
        running.scheduler.kill()

    threading.Thread(target=kill).start()
    lost = (
        f"gklint: 与调度器 {running.address} 的连接断了；已完成的部分都已保存，再运行一次会接着做\n"
    )
    assert Run(2, "", lost) == corpus_run("reports", "--scheduler", running.address)
    kept = len(column(here / "out", "reports", "address"))
    assert 0 < kept < 500
    done = f"共 500 份文件：检查 {500 - kept} 份，{kept} 份没有变动。结果在 out\n"
    assert Run(0, done, "") == corpus_run("reports")
    assert 500 == len({*column(here / "out", "reports", "address")})
    worker.kill()


@pytest.mark.usefixtures("impatient")
def test_no_scheduler_is_one_line(corpus_run: Check, reports: Path) -> None:
    assert reports.exists()
    said = "gklint: 连不上调度器 tcp://127.0.0.1:1；请核对地址，并确认它在运行\n"
    assert Run(2, "", said) == corpus_run("reports", "--scheduler", "tcp://127.0.0.1:1")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("address", ["nowhere", "foo://a", "tcp://", "127.0.0.1"])
def test_what_is_no_address_of_a_scheduler_is_one_line(
    corpus_run: Check, reports: Path, address: str
) -> None:
    assert reports.exists()
    said = f"gklint: 连不上调度器 {address}；请核对地址，并确认它在运行\n"
    assert Run(2, "", said) == corpus_run("reports", "--scheduler", address)


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_without_workers_is_one_line(
    corpus_run: Check, reports: Path, running: Cluster
) -> None:
    assert reports.exists()
    said = f"gklint: 调度器 {running.address} 那里没有工作节点；请先启动至少一个\n"
    assert Run(2, "", said) == corpus_run("reports", "--scheduler", running.address)


def test_another_version_of_gklint_is_refused_and_named(
    corpus_run: Check, reports: Path, running: Cluster, tmp_path: Path
) -> None:
    assert reports.exists()
    _copy(tmp_path / "other", "gklint/version.py", 'VERSION = "0.0.1"\n')
    running.worker(PYTHONPATH=str(tmp_path / "other"))
    done = corpus_run("reports", "--scheduler", running.address)
    assert (2, "") == done[:2]
    assert "上的 gklint 是 0.0.1 版，这里是 " in done.err
    assert 1 == done.err.count("\n")


def test_other_rules_on_the_workers_are_refused(
    corpus_run: Check, reports: Path, running: Cluster, tmp_path: Path
) -> None:
    assert reports.exists()
    rule = "rules/contact/GK501.yaml"
    _copy(tmp_path / "other", rule, f"{(ROOT / rule).read_text('utf-8')}# other\n")
    running.worker(PYTHONPATH=str(tmp_path / "other"))
    said = "gklint: 工作节点上的规则文件与这里的不同；请在各节点的同一路径放同样的文件\n"
    assert Run(2, "", said) == corpus_run("reports", "--scheduler", running.address)


def test_a_worker_without_gklint_is_refused(
    corpus_run: Check, reports: Path, running: Cluster, tmp_path: Path
) -> None:
    assert reports.exists()
    (tmp_path / "none/gklint").mkdir(parents=True)
    (tmp_path / "none/gklint/__init__.py").touch()
    running.worker(PYTHONPATH=str(tmp_path / "none"))
    said = f"调度器 {running.address} 或它的工作节点没有装 gklint，或版本太旧；请都装上同一版本"
    assert Run(2, "", f"gklint: {said}\n") == corpus_run("reports", "--scheduler", running.address)


def _copy(to: Path, name: str, text: str) -> None:
    """A copy of this checkout in which one file has another text."""
    for folder in ("gklint", "grammar", "rules"):
        shutil.copytree(ROOT / folder, to / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", to)
    (to / name).write_text(text, "utf-8")


# -- broken off ------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_ctrl_c_ends_a_run_at_once_and_without_a_word(here: Path) -> None:
    put(here / "reports", **{f"{number:03}": CLEAN for number in range(2000)})
    command = (sys.executable, "-m", "gklint", "corpus", "run", "reports", "-o", "out")
    # Where the tests run in the background, signals are ignored, also by what they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            command,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    while not (here / "out/reports").exists():
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    assert (130, b"") == (process.returncode, said)
