"""What a review costs: `python -m tests.benchmark.reviewing`.

Generated reports of so many bodies for two years, as text.  In turns: `review` of this year's with
last year's beside them, and `check` of the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.benchmark.measuring import HEAD, Wanted, compare, line
from tests.generator import LAYOUTS, make_report, render
from tests.generator.copies import bodies
from tests.generator.model import make_next

_RATIO, _MEMORY = 1.5, 200  # MiB a process
_YEAR = 2023
_GKLINT = (sys.executable, "-m", "gklint")
_OPTIONS = ("--isolated",)


def write(folder: Path, count: int) -> tuple[Path, Path]:
    """Folders with this year's and last year's reports of so many bodies."""
    now, before = folder / "now", folder / "before"
    now.mkdir()
    before.mkdir()
    for number, agency in enumerate(bodies(count)):
        rng = Random(number)
        layout = LAYOUTS[number % len(LAYOUTS)]
        first = make_report(rng, agency=agency, year=_YEAR)
        for place, report in ((before, first), (now, make_next(rng, first))):
            text = render(report, layout, rng).text
            (place / f"{number:04}.txt").write_text(text, "utf-8")
    return now, before


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bodies", type=int, nargs="+", default=[500])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n")
    for count in given.bodies:
        with TemporaryDirectory() as folder:
            now, before = write(Path(folder), count)
            out = Path(folder, "out")
            review = ("review", now, "--previous", before, "-o", out, *_OPTIONS)
            check = ("check", now, before, "--no-cache", "--format", "concise", *_OPTIONS)
            row = compare(
                f"review of {count} bodies with last year's; check of {2 * count} files",
                [*_GKLINT, *map(str, review)],
                [*_GKLINT, *map(str, check)],
                given.runs,
                Wanted(_RATIO, of_cpu=True, memory=_MEMORY),
            )
            print(line(row.cells()), flush=True)


if __name__ == "__main__":
    main()
