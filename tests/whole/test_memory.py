"""How much memory a run takes: whatever the format, no more for more files."""

from __future__ import annotations

from pathlib import Path

import pytest

from gklint.render import RENDERERS
from tests.support.running import python
from tests.support.sample import CLEAN, NO_CONTACT, TRADITIONAL, WRONG_SUM, write

needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")
pytestmark = [pytest.mark.slow, needs_proc]
FEW, MANY = 80, 600
# What the system tells of a process itself begins with the process that started it.
MEASURED = """
import re, resource, sys
from pathlib import Path
from gklint.cli import main
main(sys.argv[1:])
own = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
print(own[1], resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(folder: Path, jobs: int) -> float:
    """The most that one process takes to write all formats, in MiB."""
    given = [f"--format={name}={folder.with_name(name)}" for name in RENDERERS]
    said = python("-c", MEASURED, "check", str(folder), *given, "--jobs", str(jobs)).out
    return max(map(int, said.split())) / 1024


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_files_take_no_more_than_few(jobs: int, tmp_path: Path) -> None:
    kinds = (CLEAN, NO_CONTACT, TRADITIONAL, WRONG_SUM)
    peaks = []
    for count in (FEW, MANY):
        folder = tmp_path / str(count) / "in"
        folder.mkdir(parents=True)
        write(folder, **{f"n{at:03}": kinds[at % len(kinds)] for at in range(count)})
        peaks.append(peak(folder, jobs))

    assert peaks[1] - peaks[0] < 5
    assert peaks[1] < 80
