"""A single file, read and checked."""

from __future__ import annotations

import sys
from pathlib import Path

from gklint.errors import UnreadableFileError
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.formats.reading import load, take
from gklint.linter import Linter
from gklint.text.source import Source


def check_file(linter: Linter, path: Path, limits: Limits, lost: str | None = None) -> Report:
    """Read and check one file.  ``lost``: why it is not even tried (``Job.lost``)."""
    return check_bytes(linter, path, limits, lost)[0]


def check_bytes(
    linter: Linter, path: Path, limits: Limits, lost: str | None = None
) -> tuple[Report, bytes | None]:
    """Read and check one file; with the report the bytes that it is of, None if there are none."""
    data = None

    def read() -> Source:
        nonlocal data
        if lost is not None:
            raise UnreadableFileError(lost)
        data = load(path, limits)
        return take(data, str(path), limits)

    return linter.check_file(str(path), read), data


def check_stdin(linter: Linter, name: str | None, limits: Limits) -> Report:
    """Read and check standard input as if it were a file called ``name``."""
    data = sys.stdin.buffer.read(limits.bytes("file") + 1)
    shown = name or "-"
    return linter.check_file(shown, lambda: take(data, name, limits)._replace(path=shown))


def say_unread(report: Report) -> bool:
    """Whether a file could not be read or checked; says so, for commands that show no findings."""
    if report.unreadable:
        found = report.diagnostics[0]
        sys.stderr.write(f"{report.path}: {found.code} {found.message}\n")
    return report.unreadable
