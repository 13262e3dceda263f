"""How fast gklint is, side by side with other linters of Chinese text.

    python -m tests.benchmark.run [--runs N] [--only NAME]…

Needs npm (autocorrect-node and zhlint are installed into a temporary folder) and GNU
time.  Machines are noisy: each comparison alternates A B A B, and the ratio of each pair
is what counts.  Reports come from ``tests.generator``, so they are the same every time.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.generator import LAYOUTS, make_report, render

Command = Sequence[str]
COUNT = 1000


class Run(NamedTuple):
    """Wall time and CPU time in seconds, peak memory of the largest process in MiB."""

    seconds: float
    cpu: float
    memory: float


def measure(command: Command) -> Run:
    """Run a command once; what it prints and its exit status do not matter."""
    # As an installation has it: with compiled modules, whatever this shell says.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": tempfile.gettempdir() + "/gklint-pyc"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started, before = time.perf_counter(), os.times()
    done = subprocess.run(
        ["/usr/bin/time", "-f", "peak=%M", *command],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    seconds, after = time.perf_counter() - started, os.times()
    user, system = after.children_user, after.children_system
    cpu = user + system - before.children_user - before.children_system
    peak = re.findall(r"peak=(\d+)", done.stderr)
    return Run(seconds, cpu, int(peak[-1]) / 1024)


def compare(name: str, ours: Command, theirs: Command, runs: int, limit: float) -> None:
    """Alternate two commands and print the ratio of each pair."""
    measure(ours), measure(theirs)  # warm the disk and the cache
    pairs = [(measure(ours), measure(theirs)) for _ in range(runs)]
    ratios = [a.seconds / b.seconds for a, b in pairs]
    of_cpu = median(a.cpu / b.cpu for a, b in pairs)
    print(
        f"{name}: {median(a.seconds for a, _ in pairs):.2f} s against "
        f"{median(b.seconds for _, b in pairs):.2f} s; ratio {median(ratios):.2f} "
        f"({min(ratios):.2f}–{max(ratios):.2f}), of CPU time {of_cpu:.2f}, wanted ≤ {limit}; "
        f"peak {max(a.memory for a, _ in pairs):.0f} MiB a process"
    )


def gklint(*paths: Path) -> Command:
    return [sys.executable, "-m", "gklint", "check", *map(str, paths)]


SHORTEST, LONGEST = 2800, 4800  # characters, as short and as long as published reports are


def write_reports(folder: Path, count: int) -> list[Path]:
    """Reports of the usual size, in all layouts."""
    folder.mkdir()
    paths: list[Path] = []
    for seed in itertools.count():
        if len(paths) == count:
            break
        rng = random.Random(seed)
        text = render(make_report(rng), LAYOUTS[seed % len(LAYOUTS)], rng).text
        if SHORTEST <= len(text) <= LONGEST:
            paths.append(folder / f"{seed:06}.md")
            paths[-1].write_text(text, "utf-8")
    return paths


def install(folder: Path) -> Path:
    subprocess.run(
        ["npm", "install", "--silent", "--prefix", str(folder), "autocorrect-node", "zhlint"],
        check=True,
        capture_output=True,
    )
    return folder / "node_modules" / ".bin"


def throughput(work: Path, tools: Path, runs: int) -> None:
    folder = work / "reports"
    write_reports(folder, COUNT)
    theirs = [str(tools / "autocorrect"), "--lint", str(folder)]
    compare(f"{COUNT} reports, AutoCorrect", gklint(folder), theirs, runs, 1.0)


def cold_start(work: Path, tools: Path, runs: int) -> None:
    # zhlint takes only paths below its working folder, and Markdown.
    (path,) = write_reports(work / "one", 1)
    theirs = ["env", f"--chdir={path.parent}", str(tools / "zhlint"), path.name]
    compare("one report from a cold start, zhlint", gklint(path), theirs, 3 * runs, 1.0)


def many(work: Path, tools: Path, runs: int) -> None:
    del tools
    write_reports(work / "thousand", COUNT)
    write_reports(work / "ten-thousand", 10 * COUNT)
    compare(
        "10,000 reports against 1,000",
        gklint(work / "ten-thousand"),
        gklint(work / "thousand"),
        max(runs // 2, 1),
        10.5,
    )


def long(work: Path, tools: Path, runs: int) -> None:
    """A report of 100 times the length: its running text a hundredfold, without start-up."""
    del work, tools
    import gklint as package

    rng = random.Random(1)
    text = render(make_report(rng), "pipe", rng).text
    prose = "（三）政府信息管理。"
    lines = text.split("\n")
    place = next(n for n, line in enumerate(lines) if "二、主动公开" in line and len(line) < 20)
    filler = [f"{prose}{line}" for line in lines if len(line) > 60] or [prose * 10]
    while sum(map(len, lines)) < 100 * len(text):
        lines[place:place] = filler
    huge = "\n".join(lines)
    package.check(text)
    ratios = [
        timed(lambda: package.check(huge)) / timed(lambda: package.check(text), 20)
        for _ in range(runs)
    ]
    longer = len(huge) / len(text)
    print(f"{longer:.0f} times the length: ratio {median(ratios):.0f}, wanted ≤ 110")


def timed(call: Callable[[], object], times: int = 1) -> float:
    started = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - started) / times


BENCHMARKS = {"throughput": throughput, "cold": cold_start, "many": many, "long": long}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="append", choices=BENCHMARKS)
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="gklint-benchmark-"))
    try:
        tools = install(work / "npm")
        for name in arguments.only or BENCHMARKS:
            BENCHMARKS[name](work, tools, arguments.runs)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
