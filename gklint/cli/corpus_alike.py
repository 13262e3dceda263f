"""``gklint corpus alike``."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from gklint import words
from gklint.cli import exits, options
from gklint.cli.bar import with_bar
from gklint.cli.parser import Commands, add_lang
from gklint.extras import need
from gklint.words import say


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("alike", lang=lang, help=say(lang, "help.corpus-alike"))
    command.set_defaults(run=run)
    folder = command.said("help.corpus-folder")
    command.add_argument("folder", type=Path, metavar="OUT/", help=folder)
    scheduler = command.said("help.corpus-scheduler")
    command.add_argument("--scheduler", metavar="tcp://…", help=scheduler)
    options.add_jobs(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Find texts that are nearly the same.  Returns the exit status."""
    need("corpus")
    from gklint.corpus import alike
    from gklint.corpus.engine import Engine
    from gklint.corpus.journal import Journal
    from gklint.corpus.running import locked

    folder, lang = arguments.folder, arguments.lang or words.DEFAULT
    Journal.existing(folder)
    with locked(folder):
        journal = Journal(folder)
        made_of, parts = alike.digest(journal), alike.files_of(journal)
        del journal  # which has the addresses of all reports
        if alike.made_of(folder) == made_of:
            sys.stdout.write(f"{say(lang, 'corpus.said-alike-fresh')}\n")
            return exits.CLEAN
        with Engine(arguments.scheduler, arguments.jobs, processes=True) as engine:
            gc.freeze()  # what was loaded stays
            gc.enable()
            signed = alike.signed(parts, engine)
            made = alike.keep(folder, made_of, with_bar(signed, len(parts)))
    sys.stdout.write(f"{say(lang, 'corpus.said-alike', **made._asdict())}\n")
    return exits.CLEAN
