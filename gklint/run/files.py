"""The files of a run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.errors import UsageError
from gklint.files.paths import from_here
from gklint.project.config import existing
from gklint.project.discovery import Found, find_files
from gklint.render.printable import printable
from gklint.render.text import others_text, plain
from gklint.words import Message, say

if TYPE_CHECKING:
    from gklint.project.project import Project

_MOST_EXAMPLES = 3


def named(paths: Sequence[str], project: Project) -> tuple[Path, ...]:
    """The files that a command is about; which others were found is said.  Raises UsageError."""
    found = searched(paths, project)
    lang = project.options.lang
    sys.stderr.write(plain(others_text([*map(str, found.others)], lang)))
    tell_tracked(found, project)
    return found.files


def searched(paths: Sequence[str], project: Project) -> Found:
    """What a command is about; that files are excluded is said.  Raises UsageError."""
    found = find_files(paths, project.configs)
    if found.excluded:
        said = say(project.options.lang, "run.excluded", count=len(found.excluded))
        sys.stderr.write(f"{said}\n")
    return found


def tell_tracked(found: Found, project: Project) -> None:
    """Say what .gitignore left out although git tracks it."""
    if not found.ignored:
        return
    from gklint.project.tracked import tracked

    if paths := tracked(found, project.configs):
        examples = [printable(str(path)) for path in paths[:_MOST_EXAMPLES]]
        said = say(project.options.lang, "run.tracked", count=len(paths), examples=examples)
        sys.stderr.write(f"{said}\n")


def asked_for(paths: Sequence[str], project: Project, example: Message) -> list[str]:
    """The paths on the command line, or those that the configuration here names.

    Raises UsageError with an ``example`` if there are none.
    """
    if paths:
        return [*paths]
    config = project.config(Path.cwd())
    config.require("paths", config.paths, existing("files.missing-path"))
    if not config.paths:
        swallowed = bool(project.options.rules)
        key = "usage.no-paths-but-rules" if swallowed else "usage.no-paths"
        raise UsageError(key, example=example)
    return [*map(from_here, config.paths)]
