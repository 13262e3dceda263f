"""``gklint anonymise``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UnreadableFileError, UsageError
from gklint.files import writing
from gklint.formats.reading import load, nothing
from gklint.project.project import Project
from gklint.run import single
from gklint.words import say

if TYPE_CHECKING:
    from gklint.anonymise.files import Anonymised


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("anonymise", lang=lang, help=say(lang, "help.anonymise"))
    command.set_defaults(run=run)
    path, output = command.said("help.anonymise-path"), command.said("help.anonymise-output")
    command.add_argument("path", type=Path, metavar="FILE", help=path)
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=output)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Write a copy of a report with invented words, in which the same is found."""
    from gklint.anonymise.files import anonymise

    path: Path = arguments.path
    _check_paths(path, arguments.output)
    project = Project(options.given(arguments)._replace(fixes=False))
    limits = project.options.limits
    linter = project.linter(path)
    try:
        done = anonymise(linter, load(path, limits), str(path), limits)
    except UnreadableFileError as error:
        single.say_unread(linter.unreadable(nothing(str(path)), error))
        return exits.UNCHECKED
    writing.write(arguments.output, [done.data])
    _say(arguments.output, done, arguments.lang)
    return exits.CLEAN


def _check_paths(path: Path, output: Path) -> None:
    """Raise UsageError unless the one can be anonymised and the other be its copy."""
    if path.is_dir() or not path.exists():
        key = "anonymise.folder" if path.is_dir() else "anonymise.nothing"
        raise UsageError(key, path=path)
    names = {"stem": output.stem, "suffix": path.suffix}
    if output.suffix.lower() != path.suffix.lower():
        raise UsageError("anonymise.suffix", **names)
    if output.exists() and output.samefile(path):
        raise UsageError("anonymise.same", **names)


def _say(output: Path, done: Anonymised, lang: str) -> None:
    """What was done; and, for the user to look at, what stands there of the original."""
    lines = [say(lang, "anonymise.written", output=output, count=done.findings)]
    if done.removed:
        lines.append(say(lang, "anonymise.removed", what=done.removed))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if done.kept:
        kept = [say(lang, "anonymise.kept"), *(f"  {clause}" for clause in done.kept)]
        sys.stderr.write("".join(f"{line}\n" for line in kept))
