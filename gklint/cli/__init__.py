"""The command line: arguments to a command, its errors to one line, its exit status."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from gklint import words
from gklint.cli.exits import FOUND, USAGE
from gklint.cli.parser import Parser, add_lang, language
from gklint.errors import GklintError, UsageError, reason
from gklint.version import VERSION
from gklint.words import say

# Each is a module of gklint.cli.
_COMMANDS = (
    "check",
    "rule",
    "annotate",
    "extract",
    "review",
    "compare",
    "corpus",
    "web",
    "new",
    "anonymise",
    "accept",
    "baseline",
    "cache",
    "lsp",
    "completion",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run gklint and return its exit status."""
    # What is loaded stays, and a report leaves no cycles: to look through it all again and again,
    # and once more at the end, would take a fifth of the time of a single file.  A command that
    # goes on for hours turns it on again.
    gc.disable()
    if sys.stdout is None:  # closed by who started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (to the end)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = [*(sys.argv[1:] if argv is None else argv)]
    asked = language(given)
    lang = asked or words.DEFAULT
    try:
        arguments = _read(given, asked)
        lang = arguments.lang or lang
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        gc.freeze()
    except GklintError as error:
        _complain(error.said(lang))
        return USAGE
    except BrokenPipeError:  # `gklint … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FOUND
    except OSError as error:  # such as a full disk behind `gklint … > file`
        key = "usage.cannot-go-on-file" if error.filename else "usage.cannot-go-on"
        _complain(say(lang, key, path=error.filename, reason=reason(error)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return USAGE
    except KeyboardInterrupt:
        return 130
    return status


def _complain(problem: str) -> None:
    """One line on standard error, whatever a file is called; if that is full, none."""
    from gklint.render.printable import printable

    with suppress(OSError):
        sys.stderr.write(f"gklint: {printable(problem)}\n")
        sys.stderr.flush()


def _read(given: Sequence[str], asked: str | None) -> argparse.Namespace:
    """What the command line says; ``asked``: the language it asks for.  Raises UsageError."""
    first = _first(given)
    if first is not None and first not in _COMMANDS and Path(first).exists():
        raise UsageError("usage.path-for-command", path=first)
    arguments, unknown = _parser(asked, first).parse_known_args(given)
    if unknown:
        command = f"gklint {first}" if first in _COMMANDS else "gklint"
        raise UsageError("usage.unknown-option", options=" ".join(unknown), command=command)
    return arguments


def _first(given: Sequence[str]) -> str | None:
    """The first argument that is no option; so the command, if there is one."""
    waiting = iter(given)
    for word in waiting:
        if word == "--lang":
            next(waiting, None)
        elif not word.startswith("-"):
            return word
    return None


def _parser(asked: str | None, first: str | None = None) -> Parser:
    """The parser, with all commands or only the ``first``: others cost time.

    It speaks the language that is ``asked`` for.
    """
    lang = asked or words.DEFAULT
    parser = Parser(lang, prog="gklint", description=say(lang, "help.gklint"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"gklint {VERSION}",
        help=parser.said("help.--version"),
    )
    add_lang(parser, default=asked)
    commands = parser.add_subparsers(
        title=parser.said("help.commands"), metavar=parser.said("help.command")
    )
    # ``every_command``: for completion, which cannot import what stands above it.
    parser.set_defaults(run=_no_command, every_command=partial(_parser, asked))
    for name in [name for name in _COMMANDS if name == first] or _COMMANDS:
        import_module(f"gklint.cli.{name}").add(commands, lang)
    return parser


def _no_command(_: argparse.Namespace) -> int:
    raise UsageError("usage.no-command")
