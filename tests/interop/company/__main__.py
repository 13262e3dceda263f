"""gklint beside other programs: `python -m tests.interop.company formatters`.

Installs the programs with pinned versions into a temporary folder, tries each with what gklint
reads or writes, and prints a line each.  `--write` keeps the lines in docs/interop.md.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.interop.company import clients, formatting, hooks, page, readers
from tests.interop.company.formatters import FORMATTERS, RECORDED
from tests.interop.company.installing import Tools
from tests.interop.company.readers import READERS
from tests.interop.company.results import results_in

Told = tuple[str, Sequence[str], Sequence[str]]
"""The name of a program, its cells, and what is to be looked at."""


def main() -> None:
    """Install, try and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", default=[*PARTS], help=", ".join(PARTS))
    parser.add_argument("--reports", type=int, default=100, help="how many for formatters")
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", default="", help="expression for names")
    parser.add_argument("--tools", type=Path, help="where the programs are, or are to be kept")
    parser.add_argument("--record", action="store_true", help="what formatters make, for tests")
    parser.add_argument("--write", action="store_true", help=f"into {page.PAGE.name}")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        tools = Tools((given.tools or Path(name)).absolute())
        for part in given.parts:
            head, run = PARTS[part]
            for program, cells, look in run(given, tools):
                print(program, *cells, sep=" | ", flush=True)
                if look:
                    print("   see", *look, flush=True)
                if given.write:
                    page.write(part, head, {program: cells})


def _formatters(given: argparse.Namespace, tools: Tools) -> Iterator[Told]:
    wanted = [each for each in FORMATTERS if re.search(given.only, each.name)]
    tools.install(need for each in wanted for need in each.needs)
    cases = formatting.cases_of(given.reports, given.start)
    for formatter in wanted:
        for name, report in RECORDED if given.record else ():
            if name == formatter.name:
                formatting.record(formatter, report, tools)
        row = formatting.formatted(formatter, cases, tools)
        look = [*row.failed[:9], *(f"{each} (fight)" for each in row.fights[:9])]
        yield formatter.name, (formatter.version, *row.cells()), look


def _readers(given: argparse.Namespace, tools: Tools) -> Iterator[Told]:
    wanted = [each for each in READERS if re.search(given.only, each.name)]
    tools.install(need for each in wanted for need in each.needs)
    results = results_in(tools.folder / "results")
    for reader in wanted:
        faults = [*reader.faults(results, tools)]
        yield reader.name, (reader.version, reader.reads, str(len(faults))), faults


def _hooks(given: argparse.Namespace, tools: Tools) -> Iterator[Told]:
    wanted = [each for each in hooks.RUNNERS if re.search(given.only, each.name)]
    tools.install(need for each in wanted for need in each.needs)
    for runner in wanted:
        faults = [*hooks.faults_of(runner, tools)]
        yield runner.name, (runner.version, "names, staged, many, fixes", str(len(faults))), faults


def _clients(given: argparse.Namespace, tools: Tools) -> Iterator[Told]:
    wanted = [each for each in clients.CLIENTS if re.search(given.only, each.name)]
    tools.install(need for each in wanted for need in each.needs)
    for client in wanted:
        seen = clients.seen_by(client, tools)
        faults = [*seen.faults(client)]
        shown = ("、".join(seen.marks), seen.line if client.fixes else "", str(len(faults)))
        yield client.name, (client.version, *shown), faults


PARTS = {
    "formatters": (("版本", *formatting.HEAD), _formatters),
    "readers": (("版本", *readers.HEAD), _readers),
    "hooks": (("版本", *hooks.HEAD), _hooks),
    "clients": (("版本", *clients.HEAD), _clients),
}


if __name__ == "__main__":
    main()
