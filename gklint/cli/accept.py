"""``gklint accept``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from gklint.accept.comments import day, is_reason
from gklint.accept.file import Item, extended
from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError
from gklint.files import writing
from gklint.files.paths import from_here, relative
from gklint.findings.diagnostics import Acceptance, Diagnostic
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.project.project import Project
from gklint.run import files, single
from gklint.words import say


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("accept", lang=lang, help=say(lang, "help.accept"))
    command.set_defaults(run=run)
    command.add_argument("paths", nargs="+", metavar="PATH", help=command.said("help.paths"))
    code = command.said("help.--code")
    command.add_argument("--code", action="append", required=True, metavar="CODE", help=code)
    command.add_argument(
        "--reason",
        required=True,
        metavar=command.said("help.reason"),
        help=command.said("help.--reason"),
    )
    command.add_argument(
        "--until",
        type=partial(_day, lang),
        metavar=command.said("help.date"),
        help=command.said("help.--until"),
    )
    command.add_argument("--cell", metavar="ROW.COLUMN", help=command.said("help.--cell"))
    options.add_accepted(command)
    options.add_previous(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_rules(command)
    add_lang(command, lang)


def _day(lang: str, text: str) -> date:
    found = day(text)
    if found is None:
        raise argparse.ArgumentTypeError(say(lang, "usage.not-a-date", found=text))
    return found


def run(arguments: argparse.Namespace) -> int:
    """Check files, and write what is to be accepted into their accept files.

    1 if there was nothing to accept, 3 if a file could not be checked.
    """
    acceptance = Acceptance("file", arguments.reason.strip(), arguments.until)
    if not is_reason(arguments.reason):
        raise UsageError("usage.empty-reason")
    if acceptance.expired(date.today()):
        raise UsageError("usage.day-is-over", day=arguments.until)
    project = Project(options.given(arguments)._replace(writes_lists=True))
    found = files.named(arguments.paths, project)
    chosen: dict[Path, dict[Item, None]] = {_output(project, path): {} for path in found}
    unread = False
    for path in found:
        linter, output = project.linter(path), _output(project, path)
        for code in arguments.code:
            options.known_code(code, linter.rules)
        report = single.check_file(linter, path, project.limits(path))
        unread = single.say_unread(report) or unread
        if len(found) == 1 and not report.unreadable:
            sys.stdout.write(_why_none(report, arguments))
        name = relative(path, output.parent)
        for each in _accepted(linter, report, arguments):
            chosen[output][Item(name, each.code, each.known_in(name), acceptance)] = None
    written = [_write(output, [*entries], arguments.lang) for output, entries in chosen.items()]
    return exits.UNCHECKED if unread else exits.CLEAN if any(written) else exits.FOUND


def _output(project: Project, path: Path) -> Path:
    """The accept file for a file.  Raises UsageError if there is none."""
    output = project.config(path).accept
    if output is None:
        raise UsageError("usage.no-accept-file")
    return output


def _write(output: Path, entries: Sequence[Item], lang: str) -> bool:
    """Write entries into an accept file, and say so.  Returns whether there were any."""
    if entries:
        writing.write(output, [extended(output, entries, lang)])
    key = "run.accepts-written" if entries else "run.accepts-nothing"
    sys.stdout.write(f"{say(lang, key, output=from_here(output), count=len(entries))}\n")
    return bool(entries)


def _accepted(
    linter: Linter, report: Report, arguments: argparse.Namespace
) -> Iterator[Diagnostic]:
    """The findings that are asked for and may be accepted; says which, and which may not."""
    for each in _chosen(report, arguments.code, arguments.cell):
        may = linter.rules.rules[each.code].acceptable
        key = "run.accepted" if may else "run.not-acceptable"
        args = {"path": report.path, "code": each.code, "message": each.message}
        sys.stdout.write(f"{say(arguments.lang, key, **args)}\n")
        if may:
            yield each


def _chosen(report: Report, codes: Sequence[str], cell: str | None) -> list[Diagnostic]:
    """The findings of these rules, of one cell if it is named."""
    found = (each for each in report.diagnostics if each.code in codes)
    return [each for each in found if cell is None or cell == _cell(each)]


def _cell(found: Diagnostic) -> str | None:
    return f"{found.cell.row}.{found.cell.column}" if found.cell else None


def _why_none(report: Report, arguments: argparse.Namespace) -> str:
    """Why nothing of a file is accepted; "" if something is."""
    if _chosen(report, arguments.code, arguments.cell):
        return ""
    found = _chosen(report, arguments.code, None)
    cells = [*dict.fromkeys(filter(None, map(_cell, found)))]
    args = {"path": report.path, "codes": arguments.code}
    if cells:
        said = say(arguments.lang, "run.accept-other-cell", cells=cells, **args)
    else:
        key = "run.accept-no-cell" if found else "run.accept-not-found"
        said = say(arguments.lang, key, **args)
    return f"{said}\n"
