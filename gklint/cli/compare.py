"""``gklint compare``."""

from __future__ import annotations

import argparse
from pathlib import Path

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.cli.sinks import put_bytes
from gklint.errors import UsageError
from gklint.files import writing
from gklint.project.project import Project
from gklint.ruleset.severity import Severity
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

    output: Path | None = arguments.output
    name = arguments.format or (output.suffix[1:].lower() if output else "text")
    if name not in WRITERS:
        raise UsageError("usage.compare-format", format=name, known=[*WRITERS])
    if name == "xlsx" and output is None:
        raise UsageError("usage.extract-screen")
    paths = [arguments.old, arguments.new]
    for path in paths:
        if not path.is_file():
            raise UsageError("usage.compare-no-file", path=path)
    project = Project(options.given(arguments)._replace(fixes=False))
    read_last_year(project, paths, 1)
    project.load(paths)
    old, new = (Reader().read(project, Job(path)) for path in paths)
    found = compare(old, new)
    written = WRITERS[name](found, project.linter(paths[1]).speaker)
    if output is None:
        put_bytes(b"".join(written))
    else:
        writing.refuse_inputs(output, paths)
        writing.write(output, written)
    if any(each.report.unreadable for each in (old, new)):
        return exits.UNCHECKED
    limit = project.config(paths[1]).fail_on
    most = 0 if limit == "never" else Severity(limit).rank
    return exits.FOUND if any(each.severity.rank <= most for each in found.came) else exits.CLEAN
