"""Two commands measured in turns, and what came of it as a row of a table.

Machines are noisy: A B A B …, and the ratio of each pair is what counts.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

Command = Sequence[str]
HEAD = ("what", "seconds", "against", "ratio of time", "of CPU time", "wanted", "peak, MiB")


class Run(NamedTuple):
    """Wall time and CPU time in seconds, peak memory of the largest process in MiB."""

    seconds: float
    cpu: float
    memory: float


class Wanted(NamedTuple):
    """The bound of a ratio, of wall time or of CPU time; and that of the memory of a process."""

    ratio: float
    of_cpu: bool = False
    memory: float | None = None


class Row(NamedTuple):
    """What came of a comparison; the ratios are medians, with the least and the most."""

    what: str
    ours: Sequence[Run]
    theirs: Sequence[Run]
    wanted: Wanted

    def cells(self) -> Sequence[str]:
        """As they are printed below ``HEAD``."""
        wall = [a.seconds / b.seconds for a, b in zip(self.ours, self.theirs, strict=True)]
        cpu = [a.cpu / b.cpu for a, b in zip(self.ours, self.theirs, strict=True)]
        wanted = f"{'CPU ' if self.wanted.of_cpu else ''}≤ {self.wanted.ratio:g}"
        if self.wanted.memory:
            wanted += f", {self.wanted.memory:g} MiB"
        return (
            self.what,
            f"{median(run.seconds for run in self.ours):.2f}",
            f"{median(run.seconds for run in self.theirs):.2f}",
            f"{median(wall):.2f} ({min(wall):.2f}–{max(wall):.2f})",
            f"{median(cpu):.2f}",
            wanted,
            f"{max(run.memory for run in self.ours):.0f}",
        )


def measure(command: Command) -> Run:
    """Run a command once; what it prints and its exit status do not matter.  Needs GNU time."""
    # As an installation has it: with compiled modules, whatever this shell says.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": tempfile.gettempdir() + "/gklint-pyc"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started, before = time.perf_counter(), _cpu()
    done = subprocess.run(
        ["/usr/bin/time", "-f", "peak=%M", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=environment,
    )
    seconds, cpu = time.perf_counter() - started, _cpu() - before
    peak = re.findall(r"peak=(\d+)", done.stderr)
    return Run(seconds, cpu, int(peak[-1]) / 1024)


def _cpu() -> float:
    """What all commands that ended have taken; ``os.times`` counts in hundredths."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(what: str, ours: Command, theirs: Command, runs: int, wanted: Wanted) -> Row:
    """Alternate two commands."""
    measure(ours), measure(theirs)  # warm the disk
    pairs = [(measure(ours), measure(theirs)) for _ in range(runs)]
    return Row(what, [one for one, _ in pairs], [other for _, other in pairs], wanted)


def line(cells: Sequence[str]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"
