"""``gklint check --watch``: checked again whenever a report, a rule or a setting changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gklint.cli import exits, options, outputs
from gklint.errors import GklintError, UsageError, reason
from gklint.files.paths import real
from gklint.formats.sniff import LOCK, SUFFIXES
from gklint.project.discovery import SETTINGS
from gklint.project.project import Project
from gklint.words import say

_PULSE = 250  # milliseconds


def watch(arguments: argparse.Namespace, run_once: Callable[[argparse.Namespace], int]) -> int:
    """Run, and run again after each change, until interrupted.  Returns the last status.

    What is wrong from the start is raised, for the user to mend first.
    """
    status: int | None = None
    try:
        while True:
            due, folders = True, _folders(arguments)
            for changed in _changes(folders, arguments):
                if not (due or changed):
                    continue
                due = False
                status = run_once(arguments) if status is None else _again(arguments, run_once)
                _say(arguments.lang)
                if _folders_now(arguments, folders) != folders:
                    break
    except KeyboardInterrupt:
        if status is None:
            raise
        return status


def _again(arguments: argparse.Namespace, run_once: Callable[[argparse.Namespace], int]) -> int:
    try:
        return run_once(arguments)
    except GklintError as error:
        sys.stderr.write(f"gklint: {error.said(arguments.lang)}\n")
        return exits.USAGE


def _changes(folders: Sequence[Path], arguments: argparse.Namespace) -> Iterator[bool]:
    """Whether something changed, asked for again and again, from when the watch has begun.

    Never ends by itself.  Raises UsageError where the system cannot watch.
    """
    from watchfiles import watch as changes

    written = {
        real(output.path)
        for output in outputs.parse(arguments.format or ())
        if output.path is not None
    }

    def matters(_: object, name: str) -> bool:
        path = Path(name)
        known = path.name.lower().endswith((*SUFFIXES, *SETTINGS, ".gitignore"))
        return known and not path.name.startswith(LOCK) and real(path) not in written

    watched = changes(
        *folders,
        watch_filter=matters,
        rust_timeout=_PULSE,
        yield_on_timeout=True,
        recursive=not arguments.paths or any(path.is_dir() for path in _given(arguments)),
        ignore_permission_denied=True,
    )
    try:
        yield from map(bool, watched)
    except OSError as error:
        raise UsageError("usage.cannot-watch", reason=reason(error)) from error


def _given(arguments: argparse.Namespace) -> Sequence[Path]:
    """The paths on the command line at which reports are."""
    return [*map(Path, arguments.paths), *([arguments.previous] if arguments.previous else [])]


def _folders(arguments: argparse.Namespace) -> Sequence[Path]:
    """The folders in which a change matters: of the paths and of what configures them."""
    project = Project(options.given(arguments))
    paths = [*map(Path, arguments.paths)] or [*project.config(Path.cwd()).paths]
    files: list[Path | None] = []
    for config in map(project.config, paths):
        files += [config.file, config.accept, config.baseline, config.previous]
        files += config.rules
    paths += [file for file in files if file is not None]
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    return [folder for folder in folders if folder.is_dir()]


def _folders_now(arguments: argparse.Namespace, before: Sequence[Path]) -> Sequence[Path]:
    """The folders as they are now; as before if the configuration is broken at the moment."""
    try:
        return _folders(arguments)
    except GklintError:
        return before


def _say(lang: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"{say(lang, 'run.waiting')}\n")
    sys.stderr.flush()
