"""``gklint baseline``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gklint.accept.baseline import Known, baseline
from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError
from gklint.files import writing
from gklint.files.paths import from_here, relative
from gklint.findings.report import Report
from gklint.formats.limits import Limits
from gklint.linter import Linter
from gklint.project.project import Project
from gklint.ruleset.rules import BUILT_IN
from gklint.run import files
from gklint.words import Message, say

_EXAMPLE = Message("usage.example-baseline")


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("baseline", lang=lang, help=say(lang, "help.baseline"))
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="*", metavar="PATH", help=command.said("help.paths"))
    output = command.said("help.baseline-output")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help=output)
    options.add_selection(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Write a baseline of all that is found now.  3 if a file could not be checked."""
    project = Project(replace(options.given(arguments), writes_lists=True))
    output = arguments.output or project.config(Path.cwd()).baseline
    if output is None:
        raise UsageError("usage.no-baseline", example=_EXAMPLE)
    found = files.named(files.asked_for(arguments.paths, project, _EXAMPLE), project)
    writing.refuse_inputs(output, found)
    done = files.each_file(found, project, arguments.jobs, _check)
    reports = [*files.with_progress(done, len(found))]
    known = [each for report in reports for each in _known(project, report, output.parent)]
    writing.write(output, baseline(known).encode("utf-8", "backslashreplace"))
    counts = {"files": len(reports), "count": len({*known})}
    said = say(arguments.lang, "run.baseline", path=from_here(output), **counts)
    sys.stdout.write(f"{said}\n")
    unread = [files.say_unread(report) for report in reports]
    return exits.UNCHECKED if any(unread) else exits.CLEAN


def _check(linter: Linter, path: Path, limits: Limits) -> Report:
    return files.check_file(linter, path, limits).slim()


def _known(project: Project, report: Report, folder: Path) -> Iterator[Known]:
    """Its findings; always new is what may not be accepted, or is said of the file itself."""
    path = Path(str(report.path))
    name = relative(path, folder)
    rules = project.linter(path).rules.rules
    for found in report.diagnostics:
        if rules[found.code].check != BUILT_IN and rules[found.code].acceptable:
            yield Known(name, found.code, found.known_in(name))
