"""Reports given to formatters: whether the same is found after, and whether they settle."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import gklint
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.linter import Linter
from gklint.model.document import TableRow
from gklint.ruleset.loading import load_rules
from gklint.run.mending import Mender
from gklint.text.source import Span
from tests.generator.layouts import LAYOUTS, LOOSE
from tests.generator.strategies import broken_case, clean_case
from tests.interop.company.configurations import configuration
from tests.interop.company.formatters import Formatter
from tests.interop.company.installing import Tools
from tests.interop.judging import Said, said_of
from tests.interop.numbers import has_rows, numbers_in, text_of
from tests.support.paths import ROOT

HEAD = ("改写", "数字俱全", "数字不全", "反复", "另外")
RECORDED = ROOT / "tests" / "data" / "formatted"
"""What formatters made of some reports: of which, and by which, say the names."""
_LAYOUTS = (*LAYOUTS, *LOOSE)
_WRONG = "request_number_wrong"
_ROUNDS = 4  # of gklint --fix and the formatter
_AT_ONCE = 100  # files in one call
_PATIENCE = 600


class Case(NamedTuple):
    """A report, by its name, with what is found in it and the numbers of its rows."""

    name: str
    text: str
    said: Counter[Said]
    rows: Sequence[Sequence[str]]


@dataclass
class Row:
    """What came of a formatter.

    files: how many; changed: how many it rewrote.  whole, read: in how many all numbers are there,
    of how many of these the same is found; told: of how many of the others something is said.
    fights: how many did not settle.  codes: of what else is found, in how many files.  failed: the
    names of those in which something else is found, or nothing of a loss.
    """

    files: int = 0
    changed: int = 0
    whole: int = 0
    read: int = 0
    told: int = 0
    fights: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    def cells(self) -> Sequence[str]:
        """As they are printed below ``HEAD``."""
        return (
            f"{self.changed}/{self.files}",
            f"{self.read}/{self.whole}",
            f"{self.told}/{self.files - self.whole}",
            str(len(self.fights)),
            ", ".join(f"{code} {count}" for code, count in self.codes.most_common(6)),
        )

    def add(self, case: Case, path: Path) -> None:
        """Count a formatted file."""
        said = said_of(path)
        is_same, is_whole = said == case.said, has_rows(case.rows, text_of(path))
        self.files += 1
        self.changed += path.read_text("utf-8") != case.text
        self.whole += is_whole
        self.read += is_whole and is_same
        self.told += not is_whole and bool(said)
        self.codes.update({each.code for each in said - case.said})
        self.codes.update({f"no {each.code}" for each in case.said - said})
        if is_whole > is_same or not (is_whole or said):
            self.failed.append(path.name)


def cases_of(reports: int, start: int = 0) -> list[Case]:
    """The examples that are text, and generated reports: correct, and with one wrong cell.

    Not those in which something, as a number of a page, stands within a row.
    """
    examples = sorted((ROOT / "examples").glob("*.*"))
    texts = [each for each in examples if each.suffix in (".md", ".txt")]
    made = [_case(path.stem, gklint.check(path)) for path in texts]
    for seed in range(start, start + reports):
        layout = _LAYOUTS[seed % len(_LAYOUTS)]
        for kind in ("clean", "wrong"):
            case = case_of(f"{seed}-{layout}-{kind}")
            made.append(case)
            if layout == "markdown":
                narrow = gklint.check(_narrow(case.text))
                made.append(_case(f"{seed}-narrow-{kind}", narrow))
    return [each for each in made if has_rows(each.rows, each.text)]


def _narrow(text: str) -> str:
    """With head rows of one cell, a numbered list, and strokes between months."""
    text = re.sub(r"^(\|[^|]*\|)[| ]*\n\|(?:-+\|)+$", r"\1\n|---|", text, flags=re.M)
    text = text.rstrip("\n") + "\n\n1~6月举办培训2次，7~12月举办培训3次。\n"
    points = "\n\n".join(f"{n}. 第{n}季度举办培训{n}次。" for n in range(1, 4))
    return re.sub(r"^(?=## 六、)", points + "\n\n", text, flags=re.M)


def _case(name: str, report: Report) -> Case:
    tables = report.document.tables.values() if report.document else ()
    read = sorted((row for table in tables for row in table.rows.values()), key=_where)
    rows = [numbers_in("\n".join(cell.text for cell in row.cells)) for row in read]
    return Case(name, report.source.file.text, said_of(report), rows)


def _where(row: TableRow) -> Span:
    return row.cells[0].span if row.cells else row.label


def case_of(name: str) -> Case:
    """A generated report by its name: seed, layout, right or wrong; every other round has noise."""
    number, layout, kind = name.split("-")
    seed = int(number)
    noisy = layout in LAYOUTS and bool(seed // len(_LAYOUTS) % 2)
    right, wrong = clean_case(seed, layout, noisy), broken_case(seed, _WRONG, layout, noisy)
    return _case(name, gklint.check((right if kind == "clean" else wrong).text))


def formatted(formatter: Formatter, cases: Iterable[Case], tools: Tools) -> Row:
    """Format all, check them, then let both tools work on them until nothing changes."""
    folder = _empty(tools.folder / "reports" / formatter.name)
    files: dict[Path, Case] = {}
    for case in cases:
        for suffix in formatter.suffixes:
            path = folder / f"{case.name}.{suffix}"
            path.write_text(case.text, "utf-8")
            files[path] = case
    row = Row()
    _format(formatter, [*files], tools)
    for path, case in files.items():
        row.add(case, path)
    row.fights = _unsettled(lambda paths: _format(formatter, paths, tools), [*files])
    return row


def record(formatter: Formatter, name: str, tools: Tools) -> None:
    """Keep what a formatter makes of a report, for tests without it."""
    path = _empty(tools.folder / "recorded") / f"{name}.md"
    path.write_text(case_of(name).text, "utf-8")
    _format(formatter, [path], tools)
    RECORDED.mkdir(exist_ok=True)
    shutil.copy(path, RECORDED / f"{formatter.name} {name}.md")


def _empty(folder: Path) -> Path:
    """A folder of the tools, where plug-ins are found, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _unsettled(format_: Callable[[Sequence[Path]], None], paths: Sequence[Path]) -> list[str]:
    """The names of files that one of two tools changes back; not what one alone never leaves."""
    left = list(paths)
    for _ in range(_ROUNDS):
        mended = {path: _mend(path) for path in left}
        format_(left)
        after = {path: path.read_text("utf-8") for path in left}
        left = [path for path in left if after[path] != mended[path]]
    alone = {path: path.read_text("utf-8") for path in left}
    format_(left)
    return [path.name for path in left if path.read_text("utf-8") == alone[path]]


def _mend(path: Path) -> str:
    Mender(unsafe=False, write=True, lang="zh")(_linter(), path, Limits())
    return path.read_text("utf-8")


@cache
def _linter() -> Linter:
    return Linter(load_rules(()))


def _format(formatter: Formatter, paths: Sequence[Path], tools: Tools) -> None:
    if not paths:
        return
    program, *words = formatter.command
    folder = paths[0].parent
    if formatter.safe:
        (folder / formatter.safe).write_text(configuration(formatter.safe), "utf-8")
    for at in range(0, len(paths), _AT_ONCE):
        names = [path.name for path in paths[at : at + _AT_ONCE]]
        if formatter.takes_a_pattern:
            names = []
        done = subprocess.run(
            [tools.program(program), *words, *names],
            check=False,
            capture_output=True,
            text=True,
            cwd=folder,
            timeout=_PATIENCE,
            env=tools.environment,
        )
        if done.returncode > 1:
            print(f"{formatter.name}: {done.returncode} {done.stderr[-300:]}", file=sys.stderr)
