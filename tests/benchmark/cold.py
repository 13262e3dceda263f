"""What a change costs before the first report is checked: this checkout against a revision of it.

    python -m tests.benchmark.cold --against REVISION [--runs N]

Both check the same text from a cold start, in turns; then this checkout does so with a
gklint.toml beside the text.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from gklint.docs import sample_text
from tests.benchmark.run import Command, compare
from tests.support.paths import ROOT

_RUN = "import sys; sys.path[0] = sys.argv.pop(1); from gklint.cli import main; sys.exit(main())"


def unpack(revision: str, folder: Path) -> Path:
    """The files of a revision."""
    archive = ["git", "archive", revision]
    made = subprocess.run(archive, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    folder.mkdir()
    subprocess.run(["tar", "x", "-C", str(folder)], input=made.stdout, check=True)
    return folder


def check(code: Path, report: Path) -> Command:
    return [sys.executable, "-c", _RUN, str(code), "check", str(report)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", required=True, metavar="REVISION")
    parser.add_argument("--runs", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        other = unpack(given.against, folder / "other")
        plain, configured = folder / "plain" / "a.txt", folder / "configured" / "a.txt"
        for report in (plain, configured):
            report.parent.mkdir()
            report.write_text(sample_text(), "utf-8")
        (configured.parent / "gklint.toml").write_text('fail-on = "warning"\n', "utf-8")
        ours, theirs = check(ROOT, plain), check(other, plain)
        compare(f"cold start, {given.against}", ours, theirs, given.runs, 1.05)
        with_settings = check(ROOT, configured)
        compare("cold start with gklint.toml, without", with_settings, ours, given.runs, 1.2)


if __name__ == "__main__":
    main()
