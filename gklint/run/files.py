"""The files of a run: read and checked, in several processes when there are many; written."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from gklint.errors import UsageError
from gklint.files.paths import from_here
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.formats.reading import read, take
from gklint.formats.sniff import KINDS, Kind, suffix_of
from gklint.linter import Linter
from gklint.project.discovery import Found, find_files
from gklint.project.project import Options, Project
from gklint.render.text import others_text, plain
from gklint.words import Message, say

_WORTH_A_POOL = 24  # texts; below that, starting processes costs more than it saves
_WEIGHT = {Kind.TEXT: 1, Kind.HTML: 2, Kind.DOCX: 4}  # texts that take as long to read
_HEAVY = 24
_WORTH_A_BAR = 8
_CHUNK = 16

Result = TypeVar("Result")
Work = Callable[[Linter, Path, Limits], Result]
"""What is made of one file; it can be sent to another process."""


class FileResult(NamedTuple):
    """What came of one file; all but the report is of ``--fix`` and ``--diff``.

    said: lines about what was done, and what was not and why.  diff: the changes (unified).
    failed: whether the file could not be written.  rewritable: whether gklint can write such
    files at all.
    """

    report: Report
    said: str = ""
    diff: str = ""
    failed: bool = False
    rewritable: bool = True


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


def each_file(
    files: Sequence[Path], project: Project, jobs: int | None, work: Work[Result]
) -> Iterator[Result]:
    """What ``work`` makes of each file, in the order of the files.

    What is wrong with a configuration is raised at once, before anything is checked.
    """
    for folder in dict.fromkeys(path.parent for path in files):
        project.linter(folder)
    return _each(files, project, jobs, work)


def _each(
    files: Sequence[Path], project: Project, jobs: int | None, work: Work[Result]
) -> Iterator[Result]:
    jobs = min(jobs or os.cpu_count() or 1, len(files))
    if jobs <= 1 or sum(map(_weight, files)) < _WORTH_A_POOL:
        limits = project.options.limits
        yield from (work(project.linter(path), path, limits) for path in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    given = (project.options, work)
    try:
        with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=given) as pool:
            chunk = max(1, min(_CHUNK, len(files) // (4 * jobs)))
            yield from pool.map(_work, files, chunksize=chunk)
    except BrokenProcessPool as error:
        raise UsageError("usage.process-ended") from error


def _weight(path: Path) -> int:
    kind = KINDS.get(suffix_of(path.name), Kind.TEXT)
    return _WEIGHT.get(kind, _HEAVY)


_worker: list[Callable[[Path], Any]] = []


def _start_worker(options: Options, work: Work[Any]) -> None:
    import signal

    # Ctrl+C reaches every process; a worker that ends at its queue would leave it locked for ever.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    project = Project(options)
    _worker.append(lambda path: work(project.linter(path), path, options.limits))
    gc.disable()  # as in the process that started this one


def _work(path: Path) -> Any:
    return _worker[0](path)


def with_progress(items: Iterable[Result], count: int) -> Iterator[Result]:
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
