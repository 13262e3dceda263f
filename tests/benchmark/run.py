"""How fast gklint is, and how much memory it takes, beside other linters of Chinese text.

    python -m tests.benchmark.run [--runs N] [--only NAME]… [--against REVISION] [--write FILE]

Needs npm (autocorrect-node and zhlint are installed into a temporary folder) and GNU time.  The
reports are the published ones, where they lie beside the checkout, and generated ones.  With a
revision, the same is measured against it.  What is printed, ``--write`` keeps, with the machine,
the versions and the date.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from gklint.version import VERSION
from tests.benchmark.corpora import copy_in_turn, published, write_reports
from tests.benchmark.measuring import HEAD, Command, Row, Wanted, compare, line
from tests.benchmark.revision import unpack, with_code
from tests.support.paths import ROOT

COUNT = 1000
MANY = 20_000
FORMATS = ("concise", "json", "sarif")
OTHER_FORMATS = ("text", "json", "sarif", "lsp", "github", "gitlab", "junit")
MEMORY = 80.0  # MiB a process


class Bench:
    """What the measurements share: the reports, the other programs, how often each is run."""

    def __init__(self, work: Path, runs: int, revision: str | None) -> None:
        self.work, self.runs, self.revision = work, runs, revision

    @cached_property
    def tools(self) -> Path:
        """Where the commands of the other linters are."""
        folder = self.work / "npm"
        packages = ["autocorrect-node", "zhlint"]
        command = ["npm", "install", "--silent", "--prefix", str(folder), *packages]
        subprocess.run(command, check=True, capture_output=True)
        return folder / "node_modules" / ".bin"

    @cached_property
    def other(self) -> Path | None:
        """The code of the revision."""
        return unpack(self.revision, self.work / "other") if self.revision else None

    @cached_property
    def corpora(self) -> Mapping[str, Path]:
        """Folders of a thousand reports, by what they are."""
        folders = {"generated": self.work / "generated"}
        write_reports(folders["generated"], COUNT)
        for suffix in (".txt", ".md") if published() else ():
            folder = self.work / f"published{suffix}"
            folders[f"published, {suffix}"] = copy_in_turn(published(), folder, COUNT, suffix)
        return folders

    def autocorrect(self, folder: Path) -> Command:
        return [str(self.tools / "autocorrect"), "--lint", str(folder)]


def gklint(*paths: Path, output: str = "concise", options: tuple[str, ...] = ()) -> Command:
    """A check without what earlier ones left."""
    given = ("check", "--no-cache", "--format", output, *options)
    return [sys.executable, "-m", "gklint", *given, *map(str, paths)]


def throughput(bench: Bench) -> Iterator[Row]:
    for name, folder in bench.corpora.items():
        for output in FORMATS:
            ours, theirs = gklint(folder, output=output), bench.autocorrect(folder)
            what = f"{COUNT} {name}, {output}; AutoCorrect"
            yield compare(what, ours, theirs, bench.runs, Wanted(0.5, memory=MEMORY))


def revision(bench: Bench) -> Iterator[Row]:
    for name, folder in bench.corpora.items() if bench.other else ():
        for output in FORMATS:
            given = ["check", "--format", output, str(folder)]
            ours, theirs = (with_code(code, given) for code in (ROOT, bench.other or ROOT))
            what = f"{COUNT} {name}, {output}; {bench.revision}"
            wanted = Wanted(0.25 if output == "json" else 1.0)
            yield compare(what, ours, theirs, bench.runs, wanted)


def again(bench: Bench) -> Iterator[Row]:
    """The same once more: what was found is known."""
    for name, folder in bench.corpora.items():
        ours = ["env", f"GKLINT_CACHE_DIR={bench.work / 'cache'}", *gklint(folder)]
        ours.remove("--no-cache")
        what = f"{COUNT} {name} again; AutoCorrect"
        yield compare(what, ours, bench.autocorrect(folder), bench.runs, Wanted(0.1))


def jobs(bench: Bench) -> Iterator[Row]:
    for name, folder in bench.corpora.items():
        two, one = (gklint(folder, options=("--jobs", count)) for count in "21")
        what = f"{COUNT} {name}, two jobs; one"
        yield compare(what, two, one, bench.runs, Wanted(1.15, of_cpu=True))


def memory(bench: Bench) -> Iterator[Row]:
    """All formats at once; what each takes is less."""
    reports = published() or write_reports(bench.work / "few", 5)
    many, few = (copy_in_turn(reports, bench.work / str(count), count) for count in (MANY, COUNT))
    given = (f"--format={name}={bench.work / name}" for name in OTHER_FORMATS)
    options = tuple(given)
    ours, theirs = gklint(many, options=options), gklint(few, options=options)
    what = f"{MANY} files, all formats at once; {COUNT}"
    yield compare(what, ours, theirs, 1, Wanted(MANY / COUNT * 1.02, memory=MEMORY))


def many(bench: Bench) -> Iterator[Row]:
    for name, folder in bench.corpora.items():
        tenfold = copy_in_turn(sorted(folder.iterdir()), bench.work / f"ten {name}", 10 * COUNT)
        what = f"{10 * COUNT} {name}; {COUNT}"
        wanted, runs = Wanted(10.2, memory=MEMORY), max(bench.runs // 2, 1)
        yield compare(what, gklint(tenfold), gklint(folder), runs, wanted)


def long(bench: Bench) -> Iterator[Row]:
    """A hundred whole reports in one file, against the same ones in a hundred files."""
    for name, folder in bench.corpora.items():
        hundred = sorted(folder.iterdir())[:100]
        apart = copy_in_turn(hundred, bench.work / f"apart {name}", 100)
        file = bench.work / f"long {name}.md"
        file.write_text("\n\n".join(path.read_text("utf-8") for path in hundred), "utf-8")
        what = f"100 {name} in one file; in 100"
        one_job = ("--jobs", "1")
        ours, theirs = gklint(file, options=one_job), gklint(apart, options=one_job)
        yield compare(what, ours, theirs, bench.runs, Wanted(1.0))


def cold(bench: Bench) -> Iterator[Row]:
    """zhlint takes only paths below its working folder, and Markdown."""
    (path,) = write_reports(bench.work / "one", 1)
    theirs = ["env", f"--chdir={path.parent}", str(bench.tools / "zhlint"), path.name]
    ours, runs = gklint(path), 4 * bench.runs
    yield compare("one report from a cold start; zhlint", ours, theirs, runs, Wanted(0.5))
    if bench.other:
        ours, before = (with_code(code, ["check", str(path)]) for code in (ROOT, bench.other))
        what = f"one report from a cold start; {bench.revision}"
        yield compare(what, ours, before, runs, Wanted(0.8))


SUITES: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "throughput": throughput,
    "revision": revision,
    "again": again,
    "jobs": jobs,
    "many": many,
    "memory": memory,
    "long": long,
    "cold": cold,
}


def versions(bench: Bench) -> str:
    """The machine, what ran on it, and the day."""
    listed = ["npm", "ls", "--prefix", str(bench.work / "npm"), "--parseable", "--long"]
    found = subprocess.run(listed, capture_output=True, text=True, check=False).stdout
    others = (each.rpartition(":")[2] for each in found.splitlines()[1:])
    programs = ", ".join((f"gklint {VERSION}", f"Python {platform.python_version()}", *others))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{date.today().isoformat()}; {machine}; {programs}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="append", choices=SUITES)
    parser.add_argument("--against", metavar="REVISION")
    parser.add_argument("--write", type=Path, metavar="FILE")
    given = parser.parse_args()
    lines = [line(HEAD), line(["---"] * len(HEAD))]
    print(*lines, sep="\n")
    with tempfile.TemporaryDirectory(prefix="gklint-benchmark-") as name:
        bench = Bench(Path(name), given.runs, given.against)
        for suite in given.only or SUITES:
            for row in SUITES[suite](bench):
                lines.append(line(row.cells()))
                print(lines[-1], flush=True)
        measured = versions(bench)
    print(measured)
    if given.write:
        given.write.write_text(page(lines, measured), "utf-8")


def page(lines: list[str], measured: str) -> str:
    """What is kept of a run."""
    head = (ROOT / "docs" / "benchmarks.md").read_text("utf-8").partition("\n| ")[0]
    return "\n".join((head, *lines, "", f"{measured}.", ""))


if __name__ == "__main__":
    main()
