"""``gklint compare``."""

from __future__ import annotations

import argparse
from pathlib import Path

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.cli.sinks import put_document
from gklint.errors import UsageError
from gklint.project.project import Project
from gklint.run.last_year import read_last_year
from gklint.run.pool import Job
from gklint.words import say


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("compare", lang=lang, help=say(lang, "help.compare"))
    command.set_defaults(run=run)
    for name, key in (("old", "help.compare-old"), ("new", "help.compare-new")):
        metavar = "A" if name == "old" else "B"
        command.add_argument(name, type=Path, metavar=metavar, help=command.said(key))
    command.add_argument("--format", help=command.said("help.compare-format"))
    output = command.said("help.extract-output")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help=output)
    options.add_selection(command)
    options.add_accepted(command)
    options.add_previous(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Compare two files.  1 if the second has findings that fail a run and the first has not."""
    from gklint.review.comparing import compare
    from gklint.review.reading import Reader
    from gklint.review.showing import WRITERS

    name = options.format_of(arguments, WRITERS, "text")
    paths = [arguments.old, arguments.new]
    for path in paths:
        if path.is_dir() or not path.exists():
            raise UsageError("usage.compare-no-file", path=path)
    project = Project(options.given(arguments)._replace(fixes=False))
    read_last_year(project, paths, 1)
    project.load(paths)
    old, new = (Reader().read(project, Job(path)) for path in paths)
    found = compare(old, new)
    written = WRITERS[name](found, project.linter(paths[1]).speaker)
    put_document(written, arguments.output, paths)
    if any(each.unreadable for each in (old, new)):
        return exits.UNCHECKED
    limit = project.config(paths[1]).fails_from
    failed = any(each.severity.reaches(limit) for each in found.came)
    return exits.FOUND if failed else exits.CLEAN
