"""What `gklint corpus` costs: `python -m tests.benchmark.corpus`.

Without a choice, in turns: `corpus run` into a new folder and `check` of the same files (1,000
generated texts, 1,000 published ones, 300 Word files), and a second run beside the first.
``--many N``: so many reports, generated and published ones in turn, each with a sentence of its
own: time, the peak of the command and of the processes that read, how long the error rates take,
and which texts are alike.  ``--workers``: one worker against two.  ``--per-report``: what a report
more costs.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil

from tests.benchmark.corpora import copy_in_turn, published, write_reports
from tests.benchmark.measuring import HEAD, Run, Wanted, compare, line, measure
from tests.generator import make_report
from tests.generator.document import build_document
from tests.generator.files import write

_RATIO, _AGAIN, _EFFICIENCY = 1.15, 30, 0.9
_TEXTS, _WORDS, _EACH = 1000, 300, 1000
_GKLINT = (sys.executable, "-m", "gklint")
_RATES = "FROM error_rates"


def words(folder: Path, count: int) -> Path:
    """A folder of Word files."""
    folder.mkdir()
    for seed in range(count):
        rng = random.Random(seed)
        data = write(build_document(make_report(rng)), "docx", rng).data
        (folder / f"{seed:04}.docx").write_bytes(data)
    return folder


def corpus_run(folder: Path, out: Path, *options: str) -> Sequence[str]:
    """The command."""
    return [*_GKLINT, "corpus", "run", str(folder), "-o", str(out), "--isolated", *options]


def anew(folder: Path, out: Path, *options: str) -> Sequence[str]:
    """The command, into a folder that is emptied before."""
    code = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
    code += "; from gklint.cli import main; sys.exit(main(sys.argv[2:]))"
    command = corpus_run(folder, out, *options)
    return [sys.executable, "-c", code, str(out), *command[len(_GKLINT) :]]


def kinds(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is measured on."""
    write_reports(folder / "generated", _TEXTS)
    yield f"{_TEXTS} generated texts", folder / "generated"
    if published():
        yield f"{_TEXTS} published texts", copy_in_turn(published(), folder / "published", _TEXTS)
    yield f"{_WORDS} Word files", words(folder / "words", _WORDS)


def beside_check(folder: Path, runs: int) -> None:
    """Print what a first run costs beside a check, and a second one beside the first."""
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n")
    again: list[str] = []
    for what, reports in kinds(folder):
        out = folder / f"{reports.name}-out"
        check = [*_GKLINT, "check", str(reports), "--no-cache", "--isolated"]
        row = compare(
            f"{what}; check", anew(reports, out), check, runs, Wanted(_RATIO, of_cpu=True)
        )
        print(line(row.cells()), flush=True)
        first = median(run.seconds for run in row.ours)
        second = median(measure(corpus_run(reports, out)).seconds for _ in range(runs))
        again.append(
            f"{what}: a second run takes {second:.2f} s, the first {first:.2f} s: "
            f"{first / second:.0f} × faster (wanted {_AGAIN})"
        )
    print("", *again, sep="\n")


def per_report(folder: Path, runs: int) -> None:
    """Print what a report more costs beside a check: what starting up costs is in neither."""
    write_reports(folder / "few", _TEXTS)
    write_reports(folder / "many", 4 * _TEXTS)
    ratios = []
    for _ in range(runs):
        used = {
            (kind, size): measure(command).cpu
            for size in ("few", "many")
            for kind, command in (
                ("run", anew(folder / size, folder / "out")),
                ("check", [*_GKLINT, "check", str(folder / size), "--no-cache", "--isolated"]),
            )
        }
        run, check = (used[kind, "many"] - used[kind, "few"] for kind in ("run", "check"))
        ratios.append(run / check)
    print(
        f"each of {3 * _TEXTS} generated texts more: {median(ratios):.2f} × the CPU of check "
        f"({min(ratios):.2f}–{max(ratios):.2f}; wanted {_RATIO})"
    )


def on_workers(folder: Path, runs: int) -> None:
    """Print how much faster two workers are than one."""
    reports = many(folder / "reports", 4 * _TEXTS)
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(runs):
        for jobs, found in times.items():
            out = folder / "out"
            found.append(measure(anew(reports, out, "--jobs", str(jobs))).seconds)
    ratios = [one / (2 * two) for one, two in zip(times[1], times[2], strict=True)]
    print(
        f"{4 * _TEXTS} texts: one worker {median(times[1]):.1f} s, two {median(times[2]):.1f} s; "
        f"efficiency {median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f}; "
        f"wanted {_EFFICIENCY})"
    )


# -- many reports ------------------------------------------------------------------------------


def many(folder: Path, count: int) -> Path:
    """A folder with folders of so many reports, each with a sentence of its own."""
    base = folder.with_name("base")
    texts = [path.read_text("utf-8", "replace") for path in write_reports(base, _EACH)]
    texts += [path.read_text("utf-8", "replace") for path in published()]
    shutil.rmtree(base)
    for number, text in enumerate(islice(cycle(texts), count)):
        place = folder / f"{number // _EACH:03}"
        place.mkdir(parents=True, exist_ok=True)
        own = f"{text.rstrip()}\n\n第{number}份。\n"
        (place / f"{number:06}.md").write_text(own, "utf-8")
    return folder


class Peak(NamedTuple):
    """The most memory in MiB of the command itself, and of one of the processes below it."""

    own: float
    below: float


def watched(command: Sequence[str]) -> tuple[float, Peak]:
    """How long a command takes, and the memory of its processes."""
    peaks = {"own": 0.0, "below": 0.0}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, done))
    watcher.start()
    process.wait()
    seconds = time.perf_counter() - started
    done.set()
    watcher.join()
    return seconds, Peak(**peaks)


def _watch(pid: int, peaks: dict[str, float], done: threading.Event) -> None:
    top = psutil.Process(pid)
    while not done.wait(0.2):
        try:
            peaks["own"] = max(peaks["own"], _rss(top))
            for below in top.children(recursive=True):
                peaks["below"] = max(peaks["below"], _rss(below))
        except psutil.Error:
            continue


def _rss(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 2**20


def of_many(folder: Path, count: int) -> None:
    """Print what so many reports take."""
    reports, out = many(folder / "reports", count), folder / "out"
    seconds, peak = watched(corpus_run(reports, out))
    print(f"{count} reports: {seconds:.0f} s, {count / seconds:.0f} a second")
    print(f"peak of the command {peak.own:.0f} MiB, of a process that reads {peak.below:.0f} MiB")
    again, peak = watched(corpus_run(reports, out))
    print(f"again: {again:.1f} s, {seconds / again:.0f} × faster; {peak.own:.0f} MiB")
    ask = [*_GKLINT, "corpus", "ask", str(out), _RATES]
    times: list[Run] = [measure(ask) for _ in range(3)]
    print(f"error rates: {median(run.seconds for run in times):.2f} s, {times[0].memory:.0f} MiB")
    seconds, peak = watched([*_GKLINT, "corpus", "alike", str(out)])
    print(f"alike: {seconds:.0f} s; {peak.own:.0f} MiB, a process that reads {peak.below:.0f} MiB")
    size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    print(f"the tables have {size / 2**20:.0f} MiB")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--many", type=int, metavar="N")
    parser.add_argument("--workers", action="store_true")
    parser.add_argument("--per-report", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.many:
            of_many(folder, given.many)
        elif given.per_report:
            per_report(folder, given.runs)
        elif given.workers:
            on_workers(folder, given.runs)
        else:
            beside_check(folder, given.runs)


if __name__ == "__main__":
    main()
