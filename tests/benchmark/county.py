"""What comparing the reports of a county costs: `python -m tests.benchmark.county`.

Counties of 250 to 2,000 generated reports, one in fifty copied, and one in fifty in two files.
checks of reports beside one another, in a process of their own that is given what was read: CPU
time, also against that of half as many reports, and peak memory, also of the process before.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from gklint.model.abstract import Abstract
from gklint.model.county import County, Entry
from tests.generator.copies import bodies, copied, printed, written
from tests.support.counties import abstract, flagged, rules

SIZES = (250, 500, 1000, 2000)
CODES = ("GK605", "GK607")
_COPIED = 50  # one report in so many
_YEAR = 2023


class Cost(NamedTuple):
    """CPU time in seconds, MiB before and at the peak, and how many reports were flagged."""

    seconds: float
    before: float
    peak: float
    flagged: int


def reports(size: int) -> Sequence[Abstract]:
    """The reports of one county."""
    rng = Random(size)
    agencies = bodies(size)
    documents = [written(agency, _YEAR, rng, template=True) for agency in agencies]
    for number in range(1, size, _COPIED):
        source, by = agencies[number - 1], agencies[number]
        documents[number] = copied(documents[number - 1], source, by, rng)
    found = [abstract(printed(each, rng), f"{n:04}.txt") for n, each in enumerate(documents)]
    versions = range(2, size, _COPIED)
    return [*found, *(abstract(printed(documents[n], rng), f"{n:04}.md") for n in versions)]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cost(path: Path, code: str) -> Cost:
    """What one rule costs, measured in this process, which does nothing else."""
    rules()
    with path.open("rb") as file:
        county = County(tuple(Entry(each, each.agency) for each in pickle.load(file)))
    before, started = _peak(), time.process_time()
    found = flagged(county, code)
    return Cost(time.process_time() - started, before, _peak(), len(found))


def measured(path: Path, code: str, runs: int) -> Cost:
    """The cheapest of so many runs."""
    command = (sys.executable, "-m", "tests.benchmark.county", "--measure", str(path), code)
    found = []
    for _ in range(runs):
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        seconds, before, peak = map(float, said[:3])
        found.append(Cost(seconds, before, peak, int(said[3])))
    return min(found)


def main() -> None:
    """Parse options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(*cost(Path(arguments.measure[0]), arguments.measure[1]))
        return
    print("| rule | reports | flagged | CPU, s | against half | MiB before | MiB at the peak |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        last: dict[str, float] = {}
        for size in arguments.sizes:
            path = Path(folder) / f"{size}.pickle"
            path.write_bytes(pickle.dumps(reports(size)))
            for code in CODES:
                found = measured(path, code, arguments.runs)
                times = f"{found.seconds / last[code]:.2f}" if code in last else ""
                last[code] = found.seconds
                print(
                    f"| {code} | {size} | {found.flagged} | {found.seconds:.2f} | {times} "
                    f"| {found.before:.0f} | {found.peak:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
