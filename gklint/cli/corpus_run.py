"""``gklint corpus run``."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.bar import with_bar
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError
from gklint.extras import need
from gklint.formats.sniff import SUFFIXES
from gklint.project.project import Project
from gklint.words import say

if TYPE_CHECKING:
    from gklint.corpus.planning import Plan
    from gklint.corpus.running import Progress, Run
    from gklint.corpus.settings import Settings

_SECONDS = 120


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("run", lang=lang, help=say(lang, "help.corpus-run"))
    command.set_defaults(run=run)
    sources, output = command.said("help.corpus-sources"), command.said("help.corpus-output")
    command.add_argument("sources", nargs="+", metavar="SOURCE", help=sources)
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT/", help=output)
    scheduler = command.said("help.corpus-scheduler")
    command.add_argument("--scheduler", metavar="tcp://…", help=scheduler)
    command.add_argument("--against", metavar="FILE", help=command.said("help.corpus-against"))
    seconds, timeout = partial(options.count_of, lang), command.said("help.corpus-timeout")
    command.add_argument("--timeout", type=seconds, default=_SECONDS, metavar="N", help=timeout)
    command.add_argument("--again", action="store_true", help=command.said("help.corpus-again"))
    command.add_argument("--prune", action="store_true", help=command.said("help.corpus-prune"))
    options.add_selection(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Check a corpus, and write its tables.  Returns the exit status."""
    need("corpus")
    from gklint.corpus.journal import Journal
    from gklint.corpus.running import Run, locked
    from gklint.corpus.settings import Settings
    from gklint.corpus.setup import Setup

    project = Project(options.given(arguments)._replace(fixes=False))
    settings = Settings.of(project.config(Path.cwd()), project.options)
    setup = Setup.of(settings, _against(arguments.against, settings))
    with locked(arguments.output):
        work = Run(Journal(arguments.output), setup, arguments.timeout, arguments.prune)
        return _run(arguments, project, work)


def _against(given: str | None, own: Settings) -> Settings | None:
    """The settings to compare with: the same but for the rules."""
    if given is None:
        return None
    return own._replace(rules=() if given == options.SHIPPED else (Path(given).absolute(),))


def _run(arguments: argparse.Namespace, project: Project, work: Run) -> int:
    from gklint.corpus.sources import Sources

    lang = project.options.lang
    sources = Sources(project.configs, work.journal.base, arguments.output)
    found = [*sources.items(arguments.sources)]
    asked = [*map(sources.name, arguments.sources)]
    planned = work.plan(asked, found, again=arguments.again)
    if not found and not planned.gone:
        count = len(sources.others)
        raise UsageError("corpus.nothing", sources=arguments.sources, kinds=SUFFIXES, count=count)
    work.prepare(planned)
    failed = sum(each.failed for each in _worked(arguments, work, planned, lang))
    failed += planned.failed
    counts = {"found": len(found), "read": len(planned.todo), "fresh": planned.fresh}
    gone = 0 if arguments.prune else len(planned.gone)
    for name, count in (
        ("doubled", sources.doubled),
        ("others", len(sources.others)),
        ("gone", gone),
        ("failed", failed),
    ):
        if count:
            sys.stderr.write(f"{say(lang, f'corpus.said-{name}', count=count)}\n")
    sys.stdout.write(f"{say(lang, 'corpus.said-done', **counts, output=arguments.output)}\n")
    return exits.UNCHECKED if failed else exits.CLEAN


def _worked(
    arguments: argparse.Namespace, work: Run, planned: Plan, lang: str
) -> Iterator[Progress]:
    """What comes of each part.  Nothing is started where nothing is to be done."""
    if not planned.todo:
        return
    from gklint.corpus.engine import Engine

    with Engine(arguments.scheduler, arguments.jobs) as engine:
        gc.freeze()  # what was loaded stays
        gc.enable()  # it may go on for hours
        if engine.dashboard and sys.stderr.isatty():
            said = say(lang, "corpus.dashboard", address=engine.dashboard)
            sys.stderr.write(f"{said}\n")
        made = work.work(planned, engine)
        yield from with_bar(made, len(planned.todo), lambda each: each.files)
