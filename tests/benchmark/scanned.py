"""What a page of a scan costs: `python -m tests.benchmark.scanned [--reports N] [--dpi N]`.

Each page of some reports is read, and then given to rapidocr's own run over whole pages, within one
process; told are the CPU times and their ratio.  The memory is the peak of a command that checks
one report.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from rapidocr import RapidOCR

from gklint.formats.scan.reading import read_pages
from tests.benchmark.measuring import measure
from tests.benchmark.scans import case_of
from tests.support.scanning import as_jpeg, as_pdf, draw_wear, pictures_of

_FONT = "STSong-Light"


def seconds(work: Callable[[], object]) -> float:
    """The CPU time of some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=2)
    parser.add_argument("--dpi", type=int, default=200)
    options = parser.parse_args()
    theirs = RapidOCR()
    ratios: list[float] = []
    for seed in range(options.reports):
        wear = draw_wear(Random(seed), options.dpi)
        pages = [*pictures_of(case_of(seed, [_FONT]).pdf, wear, seed)]
        read_pages(1, pages[0], options.dpi)  # the models are loaded
        theirs(pages[0])
        for page in pages:
            own = seconds(partial(read_pages, 1, page, options.dpi))
            other = seconds(partial(theirs, page))
            ratios.append(own / other)
            print(f"a page: {own:.1f} s against {other:.1f} s: {ratios[-1]:.2f}")
    print(f"median of {len(ratios)} pages of {options.dpi} dpi: {median(ratios):.2f} (wanted ≤ 1)")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "scan.pdf")
        path.write_bytes(as_pdf([as_jpeg(page, wear) for page in pages], options.dpi))
        command = [sys.executable, "-m", "gklint", "check", "--isolated", "--no-cache", str(path)]
        peak = measure(command).memory
    print(f"{len(pages)} pages of {options.dpi} dpi: peak {peak:.0f} MiB (wanted < 700)")


if __name__ == "__main__":
    main()
