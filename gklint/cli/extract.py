"""``gklint extract``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.cli.sinks import put_document
from gklint.findings.codes import NOT_CHECKED
from gklint.project.project import Project
from gklint.ruleset.loading import load_rules
from gklint.run import files, single
from gklint.run.pool import Job, each_file
from gklint.run.progress import with_progress
from gklint.words import say

if TYPE_CHECKING:
    from gklint.model.facts import Error, Facts


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("extract", lang=lang, help=say(lang, "help.extract"))
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="+", metavar="PATH", help=command.said("help.paths"))
    command.add_argument("--format", help=command.said("help.extract-format"))
    output = command.said("help.extract-output")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help=output)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, argparse.SUPPRESS)  # whether it is asked for, decides on the heads of csv


def run(arguments: argparse.Namespace) -> int:
    """Extract the facts of all files.  3 if one of them could not be read."""
    from gklint.extract import WRITERS

    output: Path | None = arguments.output
    name = options.format_of(arguments, WRITERS, "json")
    project = Project(options.given(arguments))
    found = files.named(arguments.paths, project)
    project.load(found)
    extracted = each_file([*map(Job, found)], project, arguments.jobs, _facts)
    errors: list[tuple[str | None, Error]] = []
    shown = with_progress(extracted, len(found), len(found), arguments.lang)
    rules = load_rules(arguments.rules)
    written = WRITERS[name](_noting(errors, shown), rules, arguments.lang)
    put_document(written, output, found)
    for path, error in errors:
        sys.stderr.write(f"{path}: {error.code} {error.message}\n")
    if output is not None:
        key = "run.extracted-but" if errors else "run.extracted"
        counts = {"count": len(found), "errors": len(errors)}
        said = say(project.options.lang, key, output=output, **counts)
        sys.stderr.write(f"{said}\n")
    unread = any(error.code in NOT_CHECKED for _, error in errors)
    return exits.UNCHECKED if unread else exits.CLEAN


def _facts(project: Project, job: Job) -> Facts:
    from gklint.extract.extracting import facts

    linter = project.linter(job.path)
    return facts(
        single.check_file(linter, job.path, project.limits(job.path), job.lost), linter.rules.form
    )


def _noting(errors: list[tuple[str | None, Error]], extracted: Iterable[Facts]) -> Iterator[Facts]:
    """``extracted``, while the errors among them are kept."""
    for one in extracted:
        if one.error:
            errors.append((one.path, one.error))
        yield one
