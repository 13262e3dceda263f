"""``gklint baseline``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

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
from gklint.run.pool import Job, each_file
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
    project.load(found)
    done = each_file([*map(Job, found)], project, arguments.jobs, _check)
    reports = [*files.with_progress(done, len(found), len(found))]
    known = _known(project, reports, path.parent)
    new = [each for key, each in known.items() if key not in before.accepts()]
    if arguments.check:
        read = [file for file, report in zip(found, reports, strict=True) if report.format]
        gone = [*before.stale(project.checked(read, path.parent), known)]
        key = "run.baseline-differs" if new or gone else "run.baseline-same"
    else:
        gone = [each for each in before.entries if each.key not in known]
        key = "run.baseline-again" if before.entries else "run.baseline"
        writing.write(path, [encoded(as_json(known.values()))])
    sys.stdout.write(_lines("+", new, path.parent) + _lines("-", gone, path.parent))
    counts = {"files": len(reports), "count": len(known), "new": len(new), "gone": len(gone)}
    sys.stdout.write(f"{say(arguments.lang, key, path=from_here(path), **counts)}\n")
    unread = [single.say_unread(report) for report in reports]
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


def _check(project: Project, job: Job) -> Report:
    return single.check_file(project.linter(job.path), job.path, project.options.limits).slim()


def _known(
    project: Project, reports: Iterable[Report], folder: Path
) -> Mapping[tuple[str, str], Known]:
    """The findings by what they are known by, in the order in which they are written.

    Always new is what may not be accepted, or is said of the file itself.
    """
    known = []
    for report in reports:
        path = Path(str(report.path))
        name = relative(path, folder)
        rules = project.linter(path).rules.rules
        known += [
            Known(name, found.code, found.known_in(name), found.cell, found.message)
            for found in report.diagnostics
            if rules[found.code].check != BUILT_IN and rules[found.code].acceptable
        ]
    return {each.key: each for each in sorted(known, key=lambda each: each[:3])}
