"""The files of a run: found, read and checked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from gklint.errors import UsageError
from gklint.files.paths import from_here
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.formats.reading import read, take
from gklint.linter import Linter
from gklint.project.discovery import Found, find_files
from gklint.project.project import Project
from gklint.render.text import others_text, plain
from gklint.words import Message, say

_WORTH_A_BAR = 8

Item = TypeVar("Item")


def check_file(linter: Linter, path: Path, limits: Limits) -> Report:
    """Read and check one file."""
    return linter.check_file(str(path), lambda: read(path, limits))


def check_stdin(linter: Linter, name: str | None, limits: Limits) -> Report:
    """Read and check standard input as if it were a file called ``name``."""
    data = sys.stdin.buffer.read(limits.bytes("file") + 1)
    shown = name or "-"
    return linter.check_file(shown, lambda: replace(take(data, name, limits), path=shown))


def named(paths: Sequence[str], project: Project) -> tuple[Path, ...]:
    """The files that a command is about; which others were found is said.  Raises UsageError."""
    found = searched(paths, project)
    lang = project.options.lang
    sys.stderr.write(plain(others_text([*map(str, found.others)], lang)))
    return found.files


def searched(paths: Sequence[str], project: Project) -> Found:
    """What a command is about; that files are excluded is said.  Raises UsageError."""
    found = find_files(paths, project.configs)
    if found.excluded:
        said = say(project.options.lang, "run.excluded", count=len(found.excluded))
        sys.stderr.write(f"{said}\n")
    return found


def asked_for(paths: Sequence[str], project: Project, example: Message) -> list[str]:
    """The paths on the command line, or those that the configuration here names.

    Raises UsageError with an ``example`` if there are none.
    """
    if paths:
        return [*paths]
    config = project.config(Path.cwd())
    config.require("paths", config.paths, "files.missing-path")
    if not config.paths:
        swallowed = bool(project.options.rules)
        key = "usage.no-paths-but-rules" if swallowed else "usage.no-paths"
        raise UsageError(key, example=example)
    return [*map(from_here, config.paths)]


def say_unread(report: Report) -> bool:
    """Whether a file could not be read or checked; says so, for commands that show no findings."""
    if report.unreadable:
        found = report.diagnostics[0]
        sys.stderr.write(f"{report.path}: {found.code} {found.message}\n")
    return report.unreadable


def with_progress(items: Iterable[Item], count: int) -> Iterator[Item]:
    """``items``, with a progress bar on standard error while the next one is made.

    It is gone whenever an item is handed on: what is then written, and where, is no matter of it.
    """
    if count < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # Unless told not to, rich takes both streams over: what goes to a file comes to the screen.
    bar = Progress(
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    task = bar.add_task("gklint", total=count)
    with bar:
        bar.refresh()
        for item in items:
            bar.stop()
            yield item
            bar.advance(task)
            bar.start()
            bar.refresh()
