"""Small counties: a report for each body, reviewed, and what was written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from tests.support.running import Run, in_process
from tests.support.sample import CLEAN

NOT_JSON = b"{"


def report_of(body: str, text: str = CLEAN) -> str:
    """A report as if it were that of another body."""
    return text.replace("青石县水务局", body)


class Office:
    """A folder with reports, one for the result, and the command that makes it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.reports = folder / "年报"
        self.out = folder / "审核"
        self.reports.mkdir()
        self._capsys = capsys

    def put(self, name: str, text: str) -> Path:
        """Hand in a report."""
        path = self.reports / name
        path.write_text(text, "utf-8")
        return path

    def list_bodies(self, *names: str) -> Path:
        """Write a list of bodies."""
        path = self.reports.parent / "bodies.yaml"
        path.write_text("".join(f"- 机关: {name}\n" for name in names), "utf-8")
        return path

    def review(self, *more: object) -> Run:
        """Review all that was handed in; it is the same text, which is not the question here."""
        options = ("--isolated", "--jobs", "1", "--ignore", "GK605")
        return in_process(self._capsys, "review", self.reports, "-o", self.out, *options, *more)

    # -- what was written ------------------------------------------------------------------------

    def sheet(self, name: str) -> list[dict[str, Any]]:
        """The rows of a sheet by their heads."""
        head, *rows = self.rows(name)
        return [dict(zip(map(str, head), row, strict=True)) for row in rows]

    def rows(self, name: str) -> list[tuple[Any, ...]]:
        """The rows of a sheet as they stand."""
        return [*load_workbook(self.out / "审核结果.xlsx")[name].iter_rows(values_only=True)]

    def written(self) -> list[str]:
        """The files of the result, without what gklint notes for itself."""
        files = sorted(path for path in self.out.rglob("*") if path.is_file())
        return [path.relative_to(self.out).as_posix() for path in files if path.name[0] != "."]

    def letter(self, name: str) -> list[str]:
        """The paragraphs of a letter."""
        paragraphs = docx.Document(str(self.out / "退回" / name)).paragraphs
        return [paragraph.text for paragraph in paragraphs]

    def notes(self) -> dict[str, Any]:
        """What gklint notes for the next review."""
        found: dict[str, Any] = json.loads((self.out / ".gklint-review.json").read_bytes())
        return found
