"""``gklint lsp``."""

from __future__ import annotations

import argparse
import gc
import sys
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec

from gklint import words
from gklint.cli.parser import Commands
from gklint.errors import UsageError
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


def _installing() -> str:
    """The command that installs what the server needs beside the gklint that is running."""
    try:
        needed = next(each for each in requires("gklint") or () if "lsp" in each.partition(";")[2])
    except (PackageNotFoundError, StopIteration):  # a checkout that was not installed
        needed = "pygls"
    package = needed.partition(";")[0].strip()
    with_pip = f'"{sys.executable}" -m pip install'
    with_uv = f'uv pip install --python "{sys.executable}"'  # whose environments have no pip
    return f'{with_pip if find_spec("pip") else with_uv} "{package}"'


def run(arguments: argparse.Namespace) -> int:
    """Serve an editor until it ends the connection.  Returns the exit status."""
    if find_spec("pygls") is None:
        raise UsageError("usage.no-pygls", command=_installing())
    from gklint.lsp.app import run as serve

    gc.freeze()
    gc.enable()
    return serve(arguments.lang)
