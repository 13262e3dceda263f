"""Programs that read what gklint writes: each says what it has read, and that is compared."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.interop.company.installing import Need, Tools
from tests.interop.company.results import LEVELS, Results

_PATIENCE = 300
HEAD = ("读什么", "不符")
_SCRIPTS = Path(__file__).with_name("scripts")

Faults = Iterator[str]


class Reader(NamedTuple):
    """A program with what it needs, what it reads, and what yields the faults that come of it."""

    name: str
    needs: tuple[Need, ...]
    reads: str
    faults: Callable[[Results, Tools], Faults]

    @property
    def version(self) -> str:
        """What was run."""
        return ", ".join(each.told for each in self.needs)


def _said(tools: Tools, results: Results, *words: str) -> tuple[int, str]:
    """The status and the output of a program of the tools."""
    done = subprocess.run(
        [tools.program(words[0]), *words[1:]],
        check=False,
        capture_output=True,
        text=True,
        cwd=results.folder,
        timeout=_PATIENCE,
        env=tools.environment,
    )
    return done.returncode, done.stdout + done.stderr


def _asked(tools: Tools, results: Results, script: str, *files: str) -> Any:
    """What a script of ours, which uses a library, has read."""
    program, flag = ("node", "-e") if script.endswith(".js") else ("python", "-c")
    if script == "libreoffice.py":
        program = "/usr/bin/python3"  # the only one that knows of it, by Debian's python3-uno
    text = (_SCRIPTS / script).read_text("utf-8")
    _, said = _said(tools, results, program, flag, text, *map(results.path, files))
    for line in said.splitlines():  # among warnings
        if line[:1] in ("[", "{", '"'):
            return json.loads(line)
    return said[-500:]


def _differs(what: str, expected: object, read: object) -> Faults:
    if expected != read:
        yield f"{what}: {expected!r}, read {read!r}"


# -- SARIF ---------------------------------------------------------------------------------------


def _sarif_tools(results: Results, tools: Tools) -> Faults:
    _said(tools, results, "sarif", "csv", "never.sarif", "-o", "sarif.csv")
    with (results.folder / "sarif.csv").open(encoding="utf-8-sig") as file:
        rows = [*csv.DictReader(file)]
    levels = {"error": "error", "warning": "warning", "info": "note"}
    expected = Counter((each["code"], levels[each["severity"]]) for each in results.found)
    yield from _differs("results", expected, Counter((r["Code"], r["Severity"]) for r in rows))


def _multitool(results: Results, tools: Tools) -> Faults:
    status, said = _said(tools, results, "sarif-multitool", "validate", "never.sarif")
    yield from _differs("status", 0, status)
    yield from _differs("errors", [], re.findall(r": error .*", said))


def _sarif_to_markdown(results: Results, tools: Tools) -> Faults:
    said = _asked(tools, results, "sarif-to-markdown.js", "never.sarif")
    shown = {*re.findall(r"^- .*?\[(GK\d+)\]", str(said), re.MULTILINE)}  # several in one line
    yield from _differs("results", {each["code"] for each in results.found}, shown)
    _, _, below = str(said).partition("## Suppressed")
    yield from _differs("suppressed", True, "Nothing here" in below[:50])


# -- JUnit ---------------------------------------------------------------------------------------


def _failing(results: Results, level: str) -> int:
    """How many findings fail the run."""
    failing = LEVELS[: LEVELS.index(level) + 1] if level != "never" else ()
    return sum(each["severity"] in failing for each in results.found)


def _junitparser(results: Results, tools: Tools) -> Faults:
    for level, status in results.statuses.items():
        said, _ = _said(tools, results, "junitparser", "verify", f"{level}.junit")
        yield from _differs(f"status, --fail-on {level}", status, said)


def _junit2html(results: Results, tools: Tools) -> Faults:
    for level in results.statuses:
        words = ("--summary-matrix", "--max-failures", "1", f"{level}.junit")
        status, _ = _said(tools, results, "junit2html", *words)
        yield from _differs(f"failures, --fail-on {level}", _failing(results, level), status)


def _xunit_viewer(results: Results, tools: Tools) -> Faults:
    for level in results.statuses:
        words = ("-r", f"{level}.junit", "-c", "-n", "-o", f"{level}.html")
        _, said = _said(tools, results, "xunit-viewer", *words)
        found = re.search(r"(\d+) failure", said)
        read = int(found[1]) if found else 0
        yield from _differs(f"failures, --fail-on {level}", _failing(results, level), read)


# -- tables --------------------------------------------------------------------------------------


def _tables(script: str) -> Callable[[Results, Tools], Faults]:
    """Findings by code, and a report with odd cells, as a library reads them."""

    def faults(results: Results, tools: Tools) -> Faults:
        files = ("never.json", "facts.jsonl", "facts.csv")
        read = _asked(tools, results, script, *files)
        codes = dict(sorted(Counter(each["code"] for each in results.found).items()))
        odd = {"stroke": None, "year": 2023, "postcode": "034600", "telephone": "0919-2345678"}
        reports = len([*(results.folder / "年报 甲（1）").iterdir()])
        expected = {"codes": codes, "reports": reports, **odd}
        yield from _differs("read", expected, read)

    return faults


# -- workbooks -----------------------------------------------------------------------------------

_TEXTS = {"034600", "0919-2345678"}


def _sheets(script: str, of: str = "") -> Callable[[Results, Tools], Faults]:
    """Texts that stay texts, notes, links to files that are there; ``of``: who saved them."""

    def faults(results: Results, tools: Tools) -> Faults:
        files = ("facts.xlsx", "review/审核结果.xlsx")
        frozen = _asked(tools, results, "libreoffice.py", *files) if of else None
        paths = (Path(each) for each in files)
        read = _asked(tools, results, script, *(str(p.with_name(of + p.name)) for p in paths))
        if not isinstance(read, dict):
            yield f"{frozen} {read}"
            return
        yield from _differs("texts", [], sorted(_TEXTS - {*read["texts"]}))
        yield from _differs("notes", True, read["notes"] >= 1)
        yield from _differs("links", True, len(read["links"]) > 1)
        yield from _differs("dead links", [], [*_dead(results, read["links"])])
        yield from _differs("filters", ["A4", "A1", "A1", "A4"], read["filters"][:4])
        frozen = frozen or read["frozen"]
        if frozen is not None:  # not all look at it
            yield from _differs("frozen", [[3, 4], [0, 1], [1, 1], [1, 1]], frozen[:4])

    return faults


def _dead(results: Results, links: Sequence[str]) -> Iterator[str]:
    from urllib.parse import unquote

    for link in links:
        path = unquote(link).replace("\\", "/")
        if not (results.folder / "review" / path).exists():
            yield path


def _needs(packages: str) -> tuple[Need, ...]:
    return tuple(map(Need, packages.split()))


READERS = (
    Reader("sarif-tools", _needs("sarif-tools==3.0.5"), "sarif", _sarif_tools),
    Reader("SARIF Multitool", _needs("@microsoft/sarif-multitool@5.7.0"), "sarif", _multitool),
    Reader(
        "sarif-to-markdown",
        _needs("@security-alert/sarif-to-markdown@1.11.1"),
        "sarif",
        _sarif_to_markdown,
    ),
    Reader("junitparser", _needs("junitparser==5.0.3"), "junit", _junitparser),
    Reader("junit2html", _needs("junit2html==31.1.4"), "junit", _junit2html),
    Reader("xunit-viewer", _needs("xunit-viewer@10.6.1"), "junit", _xunit_viewer),
    Reader("pandas", _needs("pandas==3.1.1"), "json、jsonl、csv", _tables("pandas_.py")),
    Reader("DuckDB", _needs("duckdb==2.0.1"), "json、jsonl、csv", _tables("duckdb_.py")),
    Reader("exceljs", _needs("exceljs@4.4.0"), "xlsx", _sheets("exceljs.js")),
    Reader("SheetJS", _needs("xlsx@0.18.5"), "xlsx", _sheets("sheetjs.js")),
    Reader("LibreOffice", _needs("exceljs@4.4.0"), "xlsx", _sheets("exceljs.js", of="saved ")),
)
