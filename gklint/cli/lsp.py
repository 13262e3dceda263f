"""``gklint lsp``."""

from __future__ import annotations

import argparse
import gc

from gklint import words
from gklint.cli.parser import Commands
from gklint.extras import need
from gklint.words import say


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    lsp = commands.add_parser("lsp", lang=lang, help=say(lang, "help.lsp"))
    lsp.set_defaults(run=run)
    lsp.add_argument(
        "--lang",
        choices=words.LANGUAGES,
        default=argparse.SUPPRESS,  # what stands before the command counts, or nothing
        help=lsp.said("help.lsp-lang", default=words.DEFAULT),
    )
    lsp.add_argument("--stdio", action="store_true", help=lsp.said("help.--stdio"))


def run(arguments: argparse.Namespace) -> int:
    """Serve an editor until it ends the connection.  Returns the exit status."""
    need("lsp")
    from gklint.lsp.app import run as serve

    gc.freeze()
    gc.enable()
    return serve(arguments.lang)
