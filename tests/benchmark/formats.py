"""What Word, HTML, PDF and OFD cost against the text of the same report, within one process.

    python -m tests.benchmark.formats [--runs N] [--reports N] [--only FORM]

Each run checks the same generated reports as text and in one other form, turn by turn, and
takes the CPU time of both, without the garbage collector as on the command line.  A PDF without
lines is compared with one that has them, too.  The memory is the most that Python took at once.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import tempfile
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import gklint
from tests.generator import make_report, render
from tests.generator.document import Document, build_document
from tests.generator.files import FORMATS, write
from tests.generator.pdf import draw

TEXT, UNRULED = "txt", "pdf without lines"
FORMS = (*FORMATS, UNRULED)


class Pair(NamedTuple):
    """A form, the one that it is compared with, and how many times its time it may take."""

    form: str
    against: str = TEXT
    wanted: float | None = None


PAIRS = (
    Pair("html", wanted=5),
    Pair("docx", wanted=5),
    Pair("ofd", wanted=6),
    Pair("pdf"),
    Pair(UNRULED, against="pdf", wanted=1.3),
)


class _Unruled(Canvas):  # type: ignore[misc]
    """A canvas that shows texts only."""

    def line(self, *_: float, **__: float) -> None:
        """Nothing."""

    def rect(self, *_: float, **__: float) -> None:
        """Nothing."""


def written(document: Document, form: str, rng: random.Random) -> bytes:
    """A report as a file."""
    if form != UNRULED:
        return write(document, form, rng).data
    stream = io.BytesIO()
    draw(document, _Unruled(stream, pagesize=A4, invariant=1), rng)
    return stream.getvalue()


def write_files(folder: Path, count: int) -> dict[str, list[Path]]:
    """The same reports as text and in every form."""
    paths: dict[str, list[Path]] = {form: [] for form in (TEXT, *FORMS)}
    for seed in range(count):
        report = make_report(random.Random(seed))
        for form, found in paths.items():
            rng = random.Random(seed)
            path = folder / f"{seed:03} {form}.{form.split()[0]}"
            if form == TEXT:
                path.write_text(render(report, "tab", rng).text, "utf-8")
            else:
                path.write_bytes(written(build_document(report), form, rng))
            found.append(path)
    return paths


def seconds(paths: Iterable[Path]) -> float:
    """CPU time to check all files."""
    started = time.process_time()
    for path in paths:
        gklint.check(path)
    return time.process_time() - started


def peak(paths: Iterable[Path]) -> float:
    """The most memory that a file takes, in MiB."""
    tracemalloc.start()
    for path in paths:
        gklint.check(path)
        gc.collect()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 2**20


def compared(pair: Pair, paths: dict[str, list[Path]], runs: int) -> str:
    """What one form costs against another, in words."""
    ours, theirs = paths[pair.form], paths[pair.against]
    seconds(ours[:2]), seconds(theirs[:2])  # imports and caches
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    ratios = [one / other for one, other in pairs]
    each = 1000 / len(ours)
    wanted = f", wanted ≤ {pair.wanted:g}" if pair.wanted else ""
    return (
        f"{pair.form}: {median(one for one, _ in pairs) * each:.1f} ms a report against "
        f"{median(other for _, other in pairs) * each:.1f} ms as {pair.against}; "
        f"ratio {median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f}){wanted}; "
        f"at most {peak(ours):.1f} MiB against {peak(theirs):.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--only", choices=FORMS)
    options = parser.parse_args()
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="gklint-benchmark-") as folder:
        paths = write_files(Path(folder), options.reports)
        for pair in PAIRS:
            if options.only in (None, pair.form):
                print(compared(pair, paths, options.runs))


if __name__ == "__main__":
    main()
