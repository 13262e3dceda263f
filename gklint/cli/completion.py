"""``gklint completion``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from gklint.cli import exits
from gklint.cli.parser import Commands, add_lang
from gklint.ruleset.loading import load_rules
from gklint.words import say

SHELLS = ("bash", "zsh", "fish", "powershell")
_CODES = ("code", "select", "ignore", "severity")  # options that take codes of rules


def add(commands: Commands, lang: str) -> None:
    """The command and its argument."""
    command = commands.add_parser(
        "completion",
        lang=lang,
        verbatim=True,
        help=say(lang, "help.completion"),
        description=say(lang, "help.completion-more"),
        epilog=say(lang, "help.completion-install"),
    )
    command.set_defaults(run=run)
    shells = command.said("help.completion-shell", shells=SHELLS)
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help=shells)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Print the script for one shell, from the parser of the whole command line."""
    import shtab

    codes = [*load_rules([]).rules]
    parser = arguments.every_command()
    # argparse has no other way to tell the commands and options of a parser; shtab reads the same.
    (commands,) = (each for each in parser._actions if isinstance(each.choices, dict))
    for name, command in commands.choices.items():
        _describe(command, {**dict.fromkeys(_CODES, codes), "format": _formats(name)})
    sys.stdout.write(shtab.complete(parser, arguments.shell) + "\n")
    return exits.CLEAN


def _formats(command: str) -> Iterable[str]:
    """The values of ``--format``, which may also be written with a file's name."""
    from gklint.extract import WRITERS
    from gklint.render import RENDERERS

    return WRITERS if command == "extract" else RENDERERS


def _describe(command: argparse.ArgumentParser, values: Mapping[str, Iterable[str]]) -> None:
    """Tell shtab what argparse does not know: which values are files, and which are names."""
    import shtab

    for action in command._actions:
        if action.type is Path or action.metavar == "PATH":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.choices is None and action.dest in values:
            action.choices = [*values[action.dest]]
