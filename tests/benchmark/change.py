"""What a change costs: this checkout against a revision of it, in turns.

    python -m tests.benchmark.change --against REVISION [--runs N]

One text from a cold start, with a gklint.toml beside it too; generated reports; and the published
ones where they lie beside the checkout.  On a noisy machine the ratio of CPU time tells most.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gklint.docs import sample_text
from tests.benchmark.corpora import copy_in_turn, published, write_reports
from tests.benchmark.measuring import HEAD, Command, Row, Wanted, compare, line
from tests.benchmark.revision import unpack, with_code
from tests.support.paths import ROOT

_REPORTS = 150
_LIMIT = Wanted(1.05, of_cpu=True)
_WITH_SETTINGS = Wanted(1.2, of_cpu=True)


def check(code: Path, reports: Path, *options: str) -> Command:
    return with_code(code, ["check", "--jobs", "1", *options, str(reports)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", required=True, metavar="REVISION")
    parser.add_argument("--runs", type=int, default=30)
    given = parser.parse_args()
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n")
    with tempfile.TemporaryDirectory() as name:
        for row in rows(Path(name), given.against, given.runs):
            print(line(row.cells()), flush=True)


def rows(folder: Path, revision: str, runs: int) -> Iterator[Row]:
    other = unpack(revision, folder / "other")
    yield from cold(folder, other, revision, runs)
    write_reports(folder / "generated", _REPORTS)
    copy_in_turn(published(), folder / "published", _REPORTS)
    for kind in ("generated", "published") if published() else ("generated",):
        for output in ("concise", "json"):
            options = ("--format", output)
            ours = check(ROOT, folder / kind, *options)
            theirs = check(other, folder / kind, *options)
            yield compare(f"{_REPORTS} {kind}, {output}", ours, theirs, runs // 3, _LIMIT)


def cold(folder: Path, other: Path, revision: str, runs: int) -> Iterator[Row]:
    plain, configured = folder / "plain" / "a.txt", folder / "configured" / "a.txt"
    for report in (plain, configured):
        report.parent.mkdir()
        report.write_text(sample_text(), "utf-8")
    (configured.parent / "gklint.toml").write_text('fail-on = "warning"\n', "utf-8")
    ours, theirs = check(ROOT, plain), check(other, plain)
    yield compare(f"cold start; {revision}", ours, theirs, runs, _LIMIT)
    with_settings = check(ROOT, configured)
    yield compare("cold start with gklint.toml; without", with_settings, ours, runs, _WITH_SETTINGS)


if __name__ == "__main__":
    main()
