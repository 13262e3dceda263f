"""What gklint writes of some reports, for programs that read results."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from gklint.docs import sample_text
from tests.support.paths import ROOT

LEVELS = ("error", "warning", "info", "never")
_EXAMPLES = ("clean.md", "left-overs.md", "missing-row.html", "unbalanced.docx", "unbalanced.txt")
_ODD = (
    ("行政许可 | 36 |", "行政许可 | / |"),
    ("行政处罚 | 3 |", "行政处罚 | 003 |"),
    ("行政强制 | 0 |", "行政强制 | =1+1 |"),
    ("电话：0919-2345678", "电话：0919-2345678，邮编：034600"),
)


class Results(NamedTuple):
    """A folder with them; statuses: of ``check`` by ``--fail-on``; found: what it says, as json."""

    folder: Path
    statuses: dict[str, int]
    found: list[dict[str, Any]]

    def path(self, name: str) -> str:
        """One of the files."""
        return str(self.folder / name)


def results_in(folder: Path) -> Results:
    """Write results of the examples, in a folder whose name has characters of many kinds."""
    shutil.rmtree(folder, ignore_errors=True)
    reports = folder / "年报 甲（1）"
    reports.mkdir(parents=True)
    for name in _EXAMPLES:
        shutil.copy(ROOT / "examples" / name, reports / f"{name.partition('.')[0]} 县局{name}")
    text = sample_text()
    for old, new in _ODD:
        text = text.replace(old, new)
    (reports / "odd.txt").write_text(text, "utf-8")
    statuses = {level: _checked(folder, reports.name, level) for level in LEVELS}
    for suffix in ("csv", "json", "jsonl", "xlsx"):
        _run(folder, "extract", reports.name, "-o", f"facts.{suffix}")
    county = ROOT / "examples" / "county"
    shutil.copytree(county, folder / "county")
    previous = ("--previous", "county/上年", "--bodies", "county/bodies.yaml")
    _run(folder, "review", "county/今年", *previous, "-o", "review")
    found = json.loads((folder / "never.json").read_text("utf-8"))["files"]
    return Results(folder, statuses, [each for file in found for each in file["diagnostics"]])


def _checked(folder: Path, name: str, level: str) -> int:
    formats = ("sarif", "junit", "json", "gitlab")
    outputs = (word for each in formats for word in ("--format", f"{each}={level}.{each}"))
    return _run(folder, "check", name, "--fail-on", level, *outputs)


def _run(folder: Path, *words: str) -> int:
    command = [sys.executable, "-m", "gklint", *words]
    mine = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, env=mine)
    return done.returncode
