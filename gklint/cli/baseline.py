"""``gklint baseline``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gklint.accept.baseline import Baseline, Known, as_json, read_baseline
from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import ConfigError, UsageError
from gklint.files import writing
from gklint.files.paths import absolute, from_here, relative
from gklint.findings.report import Report
from gklint.project.project import Project
from gklint.render.printable import printable
from gklint.render.rendering import encoded
from gklint.ruleset.rules import BUILT_IN
from gklint.run import files, single
from gklint.run.last_year import read_last_year
from gklint.run.pool import Job, each_file
from gklint.run.progress import with_progress
from gklint.words import Message, say

_EXAMPLE = Message("usage.example-baseline")


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("baseline", lang=lang, help=say(lang, "help.baseline"))
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="*", metavar="PATH", help=command.said("help.paths"))
    output = command.said("help.baseline-output")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help=output)
    command.add_argument("--check", action="store_true", help=command.said("help.--check"))
    options.add_selection(command)
    options.add_previous(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Write a baseline of all that is found now, or compare it with the one there is.

    1 if they differ, 3 if a file could not be checked.
    """
    project = Project(options.given(arguments)._replace(writes_lists=True))
    path = arguments.output or project.config(Path.cwd()).baseline
    if path is None:
        raise UsageError("usage.no-baseline", example=_EXAMPLE)
    before = read_baseline(path) if arguments.check else _before(path)
    found = files.named(files.asked_for(arguments.paths, project, _EXAMPLE), project)
    writing.refuse_inputs(path, found)
    read_last_year(project, found, arguments.jobs)
    project.load(found)
    done = each_file([*map(Job, found)], project, arguments.jobs, partial(_check, path.parent))
    seen = [*with_progress(done, len(found), len(found), project.options.lang)]
    findings = sorted((each for file in seen for each in file.known), key=lambda each: each[:3])
    known = {each.key: each for each in findings}
    new = [each for key, each in known.items() if key not in before.accepts()]
    if arguments.check:
        read = [file for file, each in zip(found, seen, strict=True) if each.covered]
        gone = [*before.stale(project.checked(read, path.parent), known)]
        key = "run.baseline-differs" if new or gone else "run.baseline-same"
    else:
        gone = [each for each in before.entries if each.key not in known]
        key = "run.baseline-again" if before.entries else "run.baseline"
        writing.write(path, [encoded(as_json(known.values()))])
    sys.stdout.write(_lines("+", new, path.parent) + _lines("-", gone, path.parent))
    counts = {"files": len(seen), "count": len(known), "new": len(new), "gone": len(gone)}
    sys.stdout.write(f"{say(arguments.lang, key, path=from_here(path), **counts)}\n")
    unread = [single.say_unread(each.unread) for each in seen if each.unread]
    if any(unread):
        return exits.UNCHECKED
    return exits.FOUND if key == "run.baseline-differs" else exits.CLEAN


def _before(path: Path) -> Baseline:
    """The baseline that is replaced; nothing if there is none, or none that can be read."""
    with suppress(ConfigError):
        return read_baseline(path)
    return Baseline(path)


def _lines(mark: str, known: Iterable[Known], folder: Path) -> str:
    """Findings that come into the baseline (``+``) or go (``-``), a line each."""
    shown = (
        f"{from_here(absolute(folder / each.file))}: {each.code} {each.message}" for each in known
    )
    return "".join(f"{mark} {printable(line)}\n" for line in shown)


class _Seen(NamedTuple):
    """What came of one file.  ``unread``: its report, if it could not be checked."""

    covered: bool
    unread: Report | None
    known: tuple[Known, ...]


def _check(folder: Path, project: Project, job: Job) -> _Seen:
    """Check one file, and name its findings as a baseline in a folder does.

    Always new is what may not be accepted, or is said of the file itself.
    """
    linter = project.linter(job.path)
    report = single.check_file(linter, job.path, project.limits(job.path), job.lost)
    name, rules = relative(job.path, folder), linter.rules.rules
    known = (
        Known(name, found.code, found.known_in(name), found.cell, found.message)
        for found in report.diagnostics
        if rules[found.code].check != BUILT_IN and rules[found.code].acceptable
    )
    unread = report.slim() if report.unreadable else None
    return _Seen(report.format is not None, unread, tuple(known))
