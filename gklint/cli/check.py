"""``gklint check``."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options, outputs
from gklint.cli.outputs import Output, Writer
from gklint.cli.parser import Commands, Parser, add_lang
from gklint.cli.sinks import put_bytes
from gklint.errors import UsageError
from gklint.files import writing
from gklint.files.paths import from_here, real
from gklint.project.project import Project
from gklint.render import RENDERERS, WITH_FIXES, WITH_RULES
from gklint.render.rendering import Shared
from gklint.run import files
from gklint.run.caching import opened
from gklint.run.checking import Checker, Roll
from gklint.run.progress import with_progress
from gklint.words import Message, say

if TYPE_CHECKING:
    from gklint.findings.diagnostics import Entry
    from gklint.project.discovery import Found
    from gklint.render.statistics import Statistics
    from gklint.run.checked import Checked
    from gklint.run.mending import Mended, Mender


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    check = commands.add_parser("check", lang=lang, help=say(lang, "help.check"))
    check.set_defaults(run=run)
    check.add_argument("paths", nargs="*", metavar="PATH", help=check.said("help.check-paths"))
    name, formats = "help.--stdin-filename", check.said("help.--format", formats=[*RENDERERS])
    check.add_argument("--stdin-filename", metavar="NAME", help=check.said(name))
    check.add_argument("--format", action="append", metavar="FORMAT[=FILE]", help=formats)
    _add_flag(check, "--statistics", "help.--statistics")
    options.add_selection(check)
    levels = (*options.LEVELS, "never")
    check.add_argument("--fail-on", choices=levels, help=check.said("help.--fail-on"))
    options.add_accepted(check)
    options.add_previous(check)
    _add_flag(check, "--fix", "help.--fix")
    _add_flag(check, "--diff", "help.--diff")
    _add_flag(check, "--unsafe-fixes", "help.--unsafe-fixes")
    _add_flag(check, "--watch", "help.--watch")
    options.add_config(check)
    _add_flag(check, "--show-settings", "help.--show-settings")
    _add_flag(check, "--show-files", "help.--show-files")
    options.add_limits(check)
    options.add_jobs(check)
    options.add_cache(check)
    options.add_rules(check)
    add_lang(check, lang)


def _add_flag(check: Parser, name: str, key: str) -> None:
    check.add_argument(name, action="store_true", help=check.said(key))


def run(arguments: argparse.Namespace) -> int:
    """Check files and write all outputs.  Returns the exit status."""
    _check_combination(arguments)
    if not arguments.watch:
        return run_once(arguments)
    from gklint.cli.watch import watch

    return watch(arguments, run_once)


def run_once(arguments: argparse.Namespace) -> int:
    """One run, by the configuration as it is now."""
    given = _outputs(arguments)
    fixes = arguments.fix or arguments.diff or any(each.format in WITH_FIXES for each in given)
    project = Project(options.given(arguments)._replace(fixes=fixes))
    if arguments.paths == ["-"]:
        return _run(project, given, arguments, None)
    paths = files.asked_for(arguments.paths, project, Message("usage.example-check"))
    found = files.searched(paths, project)
    if arguments.show_files:
        sys.stdout.write(_files(found, arguments.lang))
        return exits.CLEAN
    if arguments.show_settings:
        sys.stdout.write(_settings(project, found.files))
        return exits.CLEAN
    written = [output.path for output in given if output.path is not None]
    for path in written:
        writing.refuse_inputs(path, found.files)
    own = {real(path) for path in written}
    others = tuple(path for path in found.others if real(path) not in own)
    return _run(project, given, arguments, found._replace(others=others))


def _run(
    project: Project, given: Sequence[Output], arguments: argparse.Namespace, found: Found | None
) -> int:
    """Check what was found, or else standard input, and write all outputs."""
    stdin = Path(arguments.stdin_filename or ".")
    paths = found.files if found else (stdin,)
    accepts, compared = project.lists(paths)
    rules = {}
    if accepts or compared:
        project.load(paths)
    if any(each.format in WITH_RULES for each in given):
        project.load_rules(paths)
        rules = {code: rule.file for code, rule in project.rules.items()}
    shared = Shared(project.options.lang, rules, compared)
    with Writer(given, shared, _statistics(arguments)) as writer:
        run = _Run(project, writer, arguments)
        if found is None:
            return run.finish(run.stdin(stdin))
        writer.leave([*map(str, found.others)])
        status = run.finish(run.files(found.files))
    files.tell_tracked(found, project)
    return status


def _check_combination(arguments: argparse.Namespace) -> None:
    """Refuse options that mean nothing together.  Raises UsageError."""
    if "-" in arguments.paths:
        if len(arguments.paths) > 1:
            raise UsageError("usage.stdin-and-paths")
        for name in ("fix", "watch", "show_files", "show_settings"):
            if getattr(arguments, name):
                raise UsageError("usage.not-for-stdin", option=f"--{name.replace('_', '-')}")
    if arguments.fix and arguments.diff:
        raise UsageError("usage.fix-and-diff")
    if arguments.unsafe_fixes and not (arguments.fix or arguments.diff):
        raise UsageError("usage.unsafe-fixes-alone")


def _outputs(arguments: argparse.Namespace) -> list[Output]:
    """What goes where; with ``--diff`` the screen shows the changes instead."""
    given = outputs.parse(arguments.format or ([] if arguments.diff else ["text"]))
    screen = next((output.format for output in given if output.path is None), None)
    if arguments.diff and screen:
        raise UsageError("usage.diff-and-screen", format=screen)
    if arguments.statistics and screen not in ("text", None):
        raise UsageError("usage.statistics-and-screen")
    return given


def _files(found: Found, lang: str) -> str:
    """The files that would be checked, a line each; behind a tab, why others would not be."""
    other = say(lang, "render.other")
    lines = (*map(str, found.files), *(f"{path}\t{other}" for path in found.others))
    return "".join(f"{line}\n" for line in lines)


def _settings(project: Project, paths: Sequence[Path]) -> str:
    """Each configuration in force, with the number of files it is in force for."""
    configs = {(config.file, config.root): config for config in map(project.config, paths)}
    count = Counter((config.file, config.root) for config in map(project.config, paths))
    shown = [
        {
            "config": str(config.file) if config.file else None,
            "files": count[key],
            **config.shown(),
        }
        for key, config in configs.items()
    ]
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


class _Run:
    """One run: files come in, outputs and messages go out, and a status comes of it."""

    def __init__(self, project: Project, writer: Writer, arguments: argparse.Namespace) -> None:
        self.project = project
        self.arguments = arguments
        self.writer = writer
        mender = _mender(arguments)
        kept = None if mender or arguments.paths == ["-"] else opened(project, writer.renderers)
        self.checker = Checker(writer.renderers, mender, kept)
        self.roll = Roll(project, writer.renderers)
        self.checked: list[Path] = []
        self.used: set[Entry] = set()
        self.unwritten = self.told = False
        self.alone = self.not_rewritable = 0

    def stdin(self, path: Path) -> Iterator[tuple[Path, Checked]]:
        """Standard input, by the configuration for the name that it is given."""
        name = self.arguments.stdin_filename
        yield path, self.checker.stdin(self.project, self.roll.job(path, name), name)

    def files(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Checked]]:
        """Files, in their order."""
        jobs = [self.roll.job(path, str(path)) for path in paths]
        known = self.checker.known(self.project, jobs)
        done = self.checker.each(self.project, jobs, known, self.arguments.jobs)
        shown = with_progress(done, len(paths), known.count(None), self.project.options.lang)
        yield from zip(paths, shown, strict=True)

    def finish(self, done: Iterable[tuple[Path, Checked]]) -> int:
        """Take in all of them, write the outputs, and return the exit status."""
        for path, each in done:
            self.take(path, each)
        for report in self.project.accept_reports(self.checked, self.used):
            job = self.roll.job(Path(str(report.path)), report.path)
            checked = self.checker.rendered(self.project, job, report)
            self.writer.add(checked.counts, checked.pieces)
        if self.alone:
            self.say("run.alone", count=self.alone)
        for path, gone in self.project.stale(self.checked, self.used):
            self.say("run.baseline-stale", path=from_here(path), count=len(gone))
        totals = self.writer.totals
        left = self.checker.mender and totals.found and not totals.unread
        if left and not self.told and not self.not_rewritable:
            self.say("run.nothing-to-mend")
        if self.not_rewritable:
            self.say("run.not-rewritable", count=self.not_rewritable)
        self.writer.finish(lambda: self.project.rules)
        return self.status()

    def take(self, path: Path, each: Checked) -> None:
        if each.counts.covered:
            self.checked.append(path)
        self.alone += each.counts.alone
        self.used.update(each.counts.used)
        self.writer.add(each.counts, each.pieces)
        if each.mended:
            self.take_mended(each.mended)

    def take_mended(self, mended: Mended) -> None:
        self.told = self.told or bool(mended.said or mended.diff)
        self.not_rewritable += not mended.rewritable
        self.unwritten = self.unwritten or mended.failed
        if mended.diff:
            put_bytes(mended.diff.encode())  # with the line ends of the file
        sys.stderr.write(mended.said)

    def say(self, key: str, **args: object) -> None:
        sys.stderr.write(f"{say(self.arguments.lang, key, **args)}\n")

    def status(self) -> int:
        if self.writer.totals.unread:
            return exits.UNCHECKED
        if self.unwritten:
            return exits.USAGE
        return exits.FOUND if self.writer.totals.failing else exits.CLEAN


def _mender(arguments: argparse.Namespace) -> Mender | None:
    if not (arguments.fix or arguments.diff):
        return None
    from gklint.run.mending import Mender

    return Mender(arguments.unsafe_fixes, arguments.fix, arguments.lang)


def _statistics(arguments: argparse.Namespace) -> Statistics | None:
    if not arguments.statistics:
        return None
    from gklint.render.statistics import Statistics

    return Statistics()
