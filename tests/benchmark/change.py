"""What a change costs: this checkout against a revision of it, in turns.

    python -m tests.benchmark.change --against REVISION [--runs N]

One text from a cold start, with a gklint.toml beside it too; generated reports; and the published
ones where they lie beside the checkout.  On a noisy machine the ratio of CPU time tells most.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from gklint.docs import sample_text
from tests.benchmark.run import Command, compare, write_reports
from tests.support.paths import ROOT, SHARED

_RUN = "import sys; sys.path[0] = sys.argv.pop(1); from gklint.cli import main; sys.exit(main())"
_REPORTS = 150
_LIMIT = 1.05


def unpack(revision: str, folder: Path) -> Path:
    """The files of a revision."""
    archive = ["git", "archive", revision]
    made = subprocess.run(archive, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    folder.mkdir()
    subprocess.run(["tar", "x", "-C", str(folder)], input=made.stdout, check=True)
    return folder


def check(code: Path, reports: Path, *options: str) -> Command:
    return [sys.executable, "-c", _RUN, str(code), "check", "--jobs", "1", *options, str(reports)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", required=True, metavar="REVISION")
    parser.add_argument("--runs", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        other = unpack(given.against, folder / "other")
        cold(folder, other, given.against, given.runs)
        write_reports(folder / "generated", _REPORTS)
        published = sorted((SHARED / "seeds").glob("*.[mt]*")) if SHARED.is_dir() else []
        copy_in_turn(published, folder / "published")
        for kind in ("generated", "published") if published else ("generated",):
            for output in ("concise", "json"):
                options = ("--format", output)
                ours = check(ROOT, folder / kind, *options)
                theirs = check(other, folder / kind, *options)
                compare(f"{_REPORTS} {kind}, {output}", ours, theirs, given.runs // 3, _LIMIT)


def cold(folder: Path, other: Path, revision: str, runs: int) -> None:
    plain, configured = folder / "plain" / "a.txt", folder / "configured" / "a.txt"
    for report in (plain, configured):
        report.parent.mkdir()
        report.write_text(sample_text(), "utf-8")
    (configured.parent / "gklint.toml").write_text('fail-on = "warning"\n', "utf-8")
    ours, theirs = check(ROOT, plain), check(other, plain)
    compare(f"cold start, {revision}", ours, theirs, runs, _LIMIT)
    with_settings = check(ROOT, configured)
    compare("cold start with gklint.toml, without", with_settings, ours, runs, 1.2)


def copy_in_turn(reports: Sequence[Path], folder: Path) -> None:
    folder.mkdir()
    for number in range(_REPORTS if reports else 0):
        report = reports[number % len(reports)]
        shutil.copy(report, folder / f"{number:03}{report.suffix}")


if __name__ == "__main__":
    main()
