"""``gklint cache``."""

from __future__ import annotations

import argparse
import sys

from gklint.cli import exits
from gklint.cli.parser import Commands, add_lang
from gklint.files import cache
from gklint.words import say

WHAT = ("clear", "dir")
_MIB = 1 << 20


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("cache", lang=lang, help=say(lang, "help.cache"))
    command.set_defaults(run=run)
    said = command.said("help.cache-what")
    command.add_argument("what", choices=WHAT, metavar="|".join(WHAT), help=said)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Say where the cache is, or throw away what is in it."""
    folder = cache.cache_dir()
    if arguments.what == "dir":
        sys.stdout.write(f"{folder}\n")
        return exits.CLEAN
    size = f"{cache.clear() / _MIB:.1f}"
    sys.stdout.write(f"{say(arguments.lang, 'run.cache-cleared', path=folder, size=size)}\n")
    return exits.CLEAN
