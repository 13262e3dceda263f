"""``gklint web``."""

from __future__ import annotations

import argparse
import gc
import sys
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError, reason
from gklint.extras import need
from gklint.project.options import Options
from gklint.project.project import Project
from gklint.words import say

if TYPE_CHECKING:
    from gklint.web.guard import Password

_PORT = 8321
_LAST_PORT = 65535


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("web", lang=lang, help=say(lang, "help.web"))
    command.set_defaults(run=run)
    port, said = partial(_port, lang), command.said("help.--port", default=_PORT)
    command.add_argument("--port", type=port, default=_PORT, metavar="N", help=said)
    command.add_argument("--open", action="store_true", help=command.said("help.--open"))
    command.add_argument("--host", metavar="ADDRESS", help=command.said("help.--host"))
    name = command.said("help.--name")
    command.add_argument("--name", action="append", default=[], metavar="HOST[:PORT]", help=name)
    password = command.said("help.--password-file")
    command.add_argument("--password-file", type=Path, metavar="FILE", help=password)
    hashing = command.said("help.--hash-password")
    command.add_argument("--hash-password", action="store_true", help=hashing)
    options.add_selection(command)
    options.add_config(command)
    options.add_limits(command)
    options.add_jobs(command)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Serve the page until it is ended.  Returns the exit status."""
    need("web")
    from gklint.web.serve import LOCAL, Place, open_browser, serve

    lang = arguments.lang
    if arguments.hash_password:
        sys.stdout.write(f"{_hashed(lang)}\n")
        return exits.CLEAN
    host = arguments.host or LOCAL
    if host != LOCAL and not arguments.password_file:
        raise UsageError("web.needs-password-file")
    password = _read(arguments.password_file) if arguments.password_file else None
    place = Place(host, arguments.port, arguments.name, password)

    def said(address: str) -> None:
        lines = [say(lang, "web.address", address=address)]
        if host != LOCAL:
            lines.append(say(lang, "web.open-to-others", host=host))
        lines.append(say(lang, "web.ends"))
        if arguments.open and not open_browser(address):
            lines.append(say(lang, "web.no-browser"))
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()

    gc.freeze()
    gc.enable()
    serve(_options(arguments), place, arguments.jobs, said)
    return exits.CLEAN


def _options(arguments: argparse.Namespace) -> Options:
    """The settings for all files: those of the folder in which it is started.

    A file with settings that is dropped is none for us.
    """
    given = options.given(arguments)
    own = Project(given)
    config = own.config(Path())
    own.linter(Path())  # what is wrong with them is said before anything is dropped
    if config.file is None:
        return given._replace(isolated=True)
    return given._replace(config=config.file)


def _port(lang: str, text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(say(lang, "web.not-a-port", found=text))
    return int(text)


def _hashed(lang: str) -> Password:
    """What is known of a password that is typed twice, or comes by a pipe.  Raises UsageError."""
    from gklint.web.guard import Password

    if sys.stdin.isatty():
        typed = getpass(say(lang, "web.ask-password"))
        if typed != getpass(say(lang, "web.ask-again")):
            raise UsageError("web.passwords-differ")
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise UsageError("web.password-empty")
    return Password.of(typed)


def _read(path: Path) -> Password:
    from gklint.web.guard import Password

    try:
        found = Password.read(path.read_text("utf-8", "replace"))
    except OSError as error:
        raise UsageError("web.no-password-file", path=path, reason=reason(error)) from error
    if found is None:
        raise UsageError("web.not-a-password", path=path)
    return found
