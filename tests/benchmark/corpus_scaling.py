"""How `gklint corpus run` grows with workers: `python -m tests.benchmark.corpus_scaling`.

This machine has few cores; more are simulated, with what is measured here: how long parts of 400
generated reports take a worker; the CPU time that one more part costs scheduler and command
(sending it, taking what came of it, over TCP); and how long it takes to write it, with all of it on
the disk.  A worker takes the next part that is waiting; scheduler and command see to one part after
the other, and write one while the next ones come in; two are on their way for each worker, as
``Engine.run`` has it.
"""

from __future__ import annotations

import argparse
import heapq
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from gklint.corpus import planning
from gklint.corpus.engine import _WAITING
from gklint.corpus.files import written
from gklint.corpus.items import Item
from gklint.corpus.journal import Journal
from gklint.corpus.parts import Made, Task, entries_of
from gklint.corpus.readers import Readers
from gklint.corpus.running import Run
from gklint.corpus.settings import Settings
from gklint.corpus.setup import Setup
from gklint.corpus.sources import file_item
from gklint.corpus.tending import Tender
from gklint.project.project import Project
from tests.benchmark.corpora import write_reports
from tests.benchmark.measuring import line

_PARTS, _TASKS = 8, 200
_WORKERS = (1, 2, 4, 8, 16, 32, 64, 128)
_WANTED = 0.8


class Costs(NamedTuple):
    """Seconds.  ``parts``: a worker's for each of some parts, for a text in each.

    ``engine``: scheduler's and command's for one part more; ``keep``: the command's to write it.
    """

    parts: Sequence[float]
    engine: float
    keep: float


def measured(folder: Path) -> Costs:
    """What is measured on this machine."""
    project = Project()
    setup = Setup.of(Settings.of(project.config(folder), project.options))
    paths = write_reports(folder / "reports", _PARTS * planning.PART)
    items = [file_item(str(path), str(folder), str(path)) for path in paths]
    readers = Readers(setup)
    tender = Tender(readers, 60)
    tender.work(items[:10])  # it is there
    run = Run(Journal(folder / "out"), setup, 60)
    run.journal.open()
    parts: list[float] = []
    keeps: list[float] = []
    for at in range(0, len(items), planning.PART):
        some = items[at : at + planning.PART]
        started = time.perf_counter()
        columns = tender.work(some)
        made = Made(written(columns), entries_of(some, columns), 0)
        parts.append((time.perf_counter() - started) / len(some))
        started = time.perf_counter()
        run.keep(made)
        keeps.append(time.perf_counter() - started)
    tender.close()
    readers.close()
    return Costs(parts, _engine(Task(some, setup, 60), made), mean(keeps))


def _engine(task: Task, made: Made) -> float:
    """What one part more costs where nothing is done."""
    from distributed import Client, LocalCluster, as_completed

    address = "127.0.0.1:0"
    with (
        LocalCluster(
            n_workers=1, threads_per_worker=2, dashboard_address=address, memory_limit=0
        ) as cluster,
        Client(cluster) as client,
    ):
        size = sum(len(file.data) for file in made.files)
        client.submit(_nothing, task, size, pure=False).result()
        started = time.process_time()  # the scheduler is in this process
        waiting = as_completed()
        todo = iter(range(_TASKS))
        for _ in range(2 * _WAITING):
            next(todo)
            waiting.add(client.submit(_nothing, task, size, pure=False))
        for future in waiting:
            future.result()
            future.release()
            if next(todo, None) is not None:
                waiting.add(client.submit(_nothing, task, size, pure=False))
        return (time.process_time() - started) / _TASKS


def _nothing(_: Task, size: int) -> bytes:
    return bytes(size)


def simulated(costs: Costs, reports: int, workers: int) -> tuple[float, float]:
    """How long so many reports take, and how much of the workers' time is work."""
    rng = random.Random(1)
    sizes = [len(part) for part in _cut(reports, workers)]
    work = [size * rng.choice(costs.parts) for size in sizes]
    waiting, at = 0, 0  # parts that no worker took yet, and how many were begun
    running: list[float] = []  # when those that are worked on end
    ended: list[float] = []
    come, now, left = 0.0, 0.0, len(work)  # when a part is there, and when it is written

    def begin(time_: float) -> None:
        nonlocal waiting, at
        while waiting and len(running) < workers:
            heapq.heappush(running, time_ + work[at])
            at, waiting = at + 1, waiting - 1

    for _ in range(min(_WAITING * workers, left)):
        waiting, left = waiting + 1, left - 1
    begin(now)
    while running or ended:
        while running and (not ended or running[0] <= now):
            end = heapq.heappop(running)
            heapq.heappush(ended, end)
            begin(end)
        come = max(come, heapq.heappop(ended)) + costs.engine
        now = max(now, come) + costs.keep
        if left:
            waiting, left = waiting + 1, left - 1
            begin(now)
    return now, sum(work) / (now * workers)


def _cut(reports: int, workers: int) -> Sequence[Sequence[Item]]:
    names = [f"{number:06}.md" for number in range(reports)]
    items = [file_item(name, ".", name) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        return [*planning.cut(items, Journal(Path(folder)), workers)]


def main() -> None:
    """Measure, simulate, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, nargs="+", default=[100_000, 1_000_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        costs = measured(Path(name))
    print(f"a text takes a worker {1000 * mean(costs.parts):.2f} ms")
    part = planning.PART * mean(costs.parts)
    print(
        f"a part of {planning.PART} takes {part:.2f} s; scheduler and command {costs.engine:.4f} s"
    )
    print(f"for it ({costs.engine / part:.1%}), and {costs.keep:.4f} s to write it")
    print(line(["reports", "workers", "seconds", "efficiency"]), line(["---"] * 4), sep="\n")
    for reports in given.reports:
        for workers in _WORKERS:
            seconds, efficiency = simulated(costs, reports, workers)
            print(line([f"{reports:,}", str(workers), f"{seconds:.0f}", f"{efficiency:.2f}"]))


if __name__ == "__main__":
    main()
