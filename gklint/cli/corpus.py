"""``gklint corpus``: its commands."""

from __future__ import annotations

import argparse

from gklint.cli import corpus_alike, corpus_ask, corpus_run
from gklint.cli.parser import Commands
from gklint.errors import UsageError
from gklint.words import say

COMMANDS = {"run": corpus_run, "ask": corpus_ask, "alike": corpus_alike}


def add(commands: Commands, lang: str) -> None:
    """The commands below it."""
    command = commands.add_parser("corpus", lang=lang, help=say(lang, "help.corpus"))
    command.set_defaults(run=_no_command)
    below = command.add_subparsers(
        title=command.said("help.commands"), metavar=command.said("help.command")
    )
    for each in COMMANDS.values():
        each.add(below, lang)


def _no_command(_: argparse.Namespace) -> int:
    raise UsageError("corpus.no-command")
