"""``gklint annotate``."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UnreadableFileError, UsageError
from gklint.files import writing
from gklint.findings.report import Report
from gklint.formats.reading import load, nothing, take
from gklint.formats.sniff import Kind, kind_of
from gklint.project.project import Project
from gklint.run import single
from gklint.words import say

if TYPE_CHECKING:
    from gklint.formats.docx.commenting import Commented


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("annotate", lang=lang, help=say(lang, "help.annotate"))
    command.set_defaults(run=run)
    path, output = command.said("help.annotate-path"), command.said("help.annotate-output")
    command.add_argument("path", type=Path, metavar="IN.docx", help=path)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.docx", help=output
    )
    options.add_selection(command)
    options.add_accepted(command)
    options.add_previous(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Check one Word file and write a copy with the findings as comments."""
    from gklint.run.annotate import annotate

    path = arguments.path
    _check_paths(path, arguments.output)
    project = Project(options.given(arguments))
    limits, linter = project.limits(path), project.linter(path)
    try:
        data = load(path, limits)
        if kind_of(data, str(path)) is not Kind.DOCX:
            raise UsageError("usage.annotate-other", path=path)
        report = linter.check(take(data, str(path), limits))
        now = datetime.now().astimezone()
        done = annotate(data, report, limits, arguments.lang, now)
    except UnreadableFileError as error:
        single.say_unread(linter.unreadable(nothing(str(path)), error))
        return exits.UNCHECKED
    writing.write(arguments.output, [done.data])
    _say(arguments.output, done, report, arguments.lang)
    return exits.CLEAN


def _check_paths(path: Path, output: Path) -> None:
    """Raise UsageError unless the one can be annotated and the other be its copy."""
    if path.is_dir() or not path.exists():
        raise UsageError(
            "usage.annotate-folder" if path.is_dir() else "usage.annotate-nothing", path=path
        )
    if output.suffix.lower() not in (".docx", ".docm"):
        raise UsageError("usage.annotate-output", stem=output.stem)
    if output.exists() and output.samefile(path):
        raise UsageError("usage.annotate-same", stem=path.stem)


def _say(output: Path, done: Commented, report: Report, lang: str) -> None:
    left_out = len(report.diagnostics) - done.written
    clean = "run.annotated-clean-but" if report.accepted else "run.annotated-clean"
    key = "run.annotated" if done.written else clean
    lines = [say(lang, key, output=output, count=done.written)]
    if done.removed:
        lines.append(say(lang, "run.annotated-removed", count=done.removed))
    if done.signed:
        lines.append(say(lang, "run.annotated-signed"))
    if left_out:
        lines.append(say(lang, "run.annotated-left-out", count=left_out))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
