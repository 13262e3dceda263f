"""``gklint review``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.accept.comments import day
from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError, reason
from gklint.extras import need
from gklint.files.paths import may_be_read
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.run import files
from gklint.run.last_year import read_last_year
from gklint.words import Message, say

if TYPE_CHECKING:
    from gklint.review.reviewing import Reviewed


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("review", lang=lang, help=say(lang, "help.review"))
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="+", metavar="REPORTS", help=command.said("help.paths"))
    for name, metavar, key in (
        ("--bodies", "FILE", "help.--bodies"),
        ("--template", "FILE.docx", "help.--template"),
    ):
        command.add_argument(name, type=Path, metavar=metavar, help=command.said(key))
    date_, until = say(lang, "help.date"), command.said("help.review-until")
    command.add_argument("--until", metavar=date_, help=until)
    output = command.said("help.review-output")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT/", help=output)
    against = command.said("help.--against")
    command.add_argument("--against", metavar="FILE", help=against)
    options.add_selection(command)
    options.add_accepted(command)
    options.add_previous(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Review reports together; write the workbook and the letters.  Returns the exit status."""
    need("review")
    from gklint.bodies.listing import read_bodies
    from gklint.review.output import Output
    from gklint.review.reviewing import Review

    project = Project(options.given(arguments)._replace(fixes=False))
    until = _until(arguments.until)
    template = _bytes(arguments.template) if arguments.template else None
    listed = read_bodies(arguments.bodies) if arguments.bodies else None
    output = Output(arguments.output, project.options.lang)
    found = [path for path in files.named(arguments.paths, project) if not output.holds(path)]
    read_last_year(project, found, arguments.jobs, listed or {})
    project.load(found)
    against = _against(arguments.against, project.options)
    review = Review(project, output, arguments.jobs, against)
    done = review.run(found, listed)
    review.write(done, template, str(arguments.template), until)
    sys.stdout.write("".join(f"{line}\n" for line in review.said(done)))
    return _status(done)


def _status(done: Reviewed) -> int:
    from gklint.review.standing import Standing

    if any(case.read.unreadable for case in done.gathered.cases):
        return exits.UNCHECKED
    failed = any(body.standing in (Standing.MEND, Standing.UNREAD) for body in done.bodies)
    return exits.FOUND if failed else exits.CLEAN


def _against(given: str | None, own: Options) -> Options | None:
    """The settings to compare with: the same but for the rules.  Raises UsageError."""
    if given is None:
        return None
    against = own._replace(rules=() if given == options.SHIPPED else (Path(given),))
    Project(against).linter(Path())  # what is wrong with them is said before the work begins
    return against


def _until(text: str | None) -> date | None:
    if text is None:
        return None
    found = day(text)
    if found is None:
        raise UsageError("review.not-a-day", found=text)
    return found


def _bytes(path: Path) -> bytes:
    try:
        if may_be_read(path):
            return path.read_bytes()
        why = Message("files.no-file")
    except OSError as error:
        why = reason(error)
    raise UsageError("review.no-template", path=path, reason=why)
