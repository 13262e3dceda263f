"""What killing leaves of a corpus: `python -m tests.benchmark.corpus_kills --times 50`.

`gklint corpus run` is killed (SIGKILL) at random moments, so many times; whatever is left of it is
taken up by the next one, and the last one may end.  Then each report has to be there once, and no
file that does not count.  ``--whom readers`` kills a process that reads at each moment instead,
once in each run, or ``both`` in turns.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import psutil

from gklint.corpus.journal import Journal
from tests.benchmark.corpora import write_reports
from tests.support.corpus_runs import column, strays, table, tar_of, zip_of
from tests.support.running import environment

_REPORTS, _PACKED = 400, 60
_LATEST = 8.0  # seconds
_COMMAND = (sys.executable, "-m", "gklint", "corpus", "run")


def sources(folder: Path, reports: int) -> list[Path]:
    """A folder and two archives of reports, each another one."""
    paths = [*write_reports(folder / "reports", reports)]
    packed = {path.name: path.read_bytes() for path in paths[:_PACKED]}
    zipped = zip_of(folder / "more.zip", packed)
    tarred = tar_of(folder / "more.tar.gz", packed, "gz")
    return [folder / "reports", zipped, tarred]


def killed(given: list[Path], output: Path, whom: str, moments: Random, latest: float) -> bool:
    """A run in which something is killed; whether it ended as it should have done before or yet."""
    process = subprocess.Popen(
        (*_COMMAND, *map(str, given), "-o", str(output)),
        env=environment(),
        stdout=subprocess.DEVNULL,
    )
    try:
        process.wait(moments.uniform(0.1, latest))
    except subprocess.TimeoutExpired:
        if whom == "command":
            process.kill()
        else:
            below = psutil.Process(process.pid).children(recursive=True)
            if below:  # one that reads, or that they are copied from
                moments.choice(below).kill()
    return process.wait() == 0


def checked(output: Path, expected: int) -> list[str]:
    """What is wrong with the tables."""
    addresses, reports = column(output, "reports", "address"), column(output, "reports", "report")
    wrong = {
        "lost": expected - len({*addresses}),
        "doubled": len(addresses) - len({*addresses}),
        "failures": len(table(output, "failures")),
        "without cells": len({*reports} ^ {*column(output, "cells", "report")}),
        "strays": len(strays(output)),
    }
    return [f"{name}: {count}" for name, count in wrong.items() if count]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--whom", choices=("command", "readers", "both"), default="command")
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--reports", type=int, default=_REPORTS)
    parser.add_argument("--latest", type=float, default=_LATEST)
    given = parser.parse_args()
    moments = Random(given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asked = sources(folder, given.reports)
        rounds, ended, started = 1, 0, time.perf_counter()
        output = folder / "out1"
        for number in range(given.times):
            whom = ("command", "readers")[number % 2] if given.whom == "both" else given.whom
            ended += killed(asked, output, whom, moments, given.latest)
            done = len(Journal(output).homes) if output.exists() else 0
            print(f"{number + 1}: {done} done", flush=True)
            if done == given.reports + 2 * _PACKED:  # all of it: begin anew
                if wrong := checked(output, done):
                    print(*wrong)
                    return 1
                rounds += 1
                output = folder / f"out{rounds}"
        subprocess.run(
            (*_COMMAND, *map(str, asked), "-o", str(output)), env=environment(), check=True
        )
        wrong = checked(output, given.reports + 2 * _PACKED)
        seconds = time.perf_counter() - started
        print(f"{given.times} kills, {rounds} corpora, {ended} runs ended, {seconds:.0f} s")
        print(*(wrong or ["each report once, none lost, no strays"]))
        return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
