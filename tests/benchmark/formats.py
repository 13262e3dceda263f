"""What Word, HTML, PDF and OFD cost against the text of the same report, within one process.

    python -m tests.benchmark.formats [--runs N] [--reports N]

Each run checks the same generated reports as text and in one other format, turn by turn, and
takes the CPU time of both, without the garbage collector as on the command line.
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import gklint
from tests.generator import make_report, render
from tests.generator.document import build_document
from tests.generator.files import FORMATS, write

WANTED = {"html": ", wanted ≤ 5", "docx": ", wanted ≤ 5", "ofd": ", wanted ≤ 6"}


def write_files(folder: Path, count: int) -> dict[str, list[Path]]:
    """The same reports as text and in every format."""
    paths: dict[str, list[Path]] = {form: [] for form in ("txt", *FORMATS)}
    for seed in range(count):
        report = make_report(random.Random(seed))
        for form, written in paths.items():
            rng = random.Random(seed)
            path = folder / f"{seed:03}.{form}"
            if form == "txt":
                path.write_text(render(report, "tab", rng).text, "utf-8")
            else:
                path.write_bytes(write(build_document(report), form, rng).data)
            written.append(path)
    return paths


def seconds(paths: Iterable[Path]) -> float:
    """CPU time to check all files."""
    started = time.process_time()
    for path in paths:
        gklint.check(path)
    return time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--reports", type=int, default=20)
    arguments = parser.parse_args()
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="gklint-benchmark-") as folder:
        paths = write_files(Path(folder), arguments.reports)
        for form in FORMATS:
            seconds(paths["txt"][:2]), seconds(paths[form][:2])  # imports and caches
            pairs = [(seconds(paths[form]), seconds(paths["txt"])) for _ in range(arguments.runs)]
            ratios = [ours / text for ours, text in pairs]
            each = 1000 / arguments.reports
            print(
                f"{form}: {median(a for a, _ in pairs) * each:.1f} ms a report against "
                f"{median(b for _, b in pairs) * each:.1f} ms as text; ratio {median(ratios):.1f} "
                f"({min(ratios):.1f}–{max(ratios):.1f}){WANTED.get(form, '')}"
            )


if __name__ == "__main__":
    main()
