"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gklint import words
from gklint.errors import UsageError
from gklint.files.keyed import code_problem
from gklint.formats.limits import Limits
from gklint.project.options import Options
from gklint.ruleset.severity import Severity
from gklint.words import say

if TYPE_CHECKING:
    from gklint.cli.parser import Parser
    from gklint.ruleset.loading import RuleSet

SHIPPED = "default"
"""How ``--against`` names the rules that come with gklint."""
LEVELS = tuple(str(level) for level in Severity)


def add_rules(command: Parser) -> None:
    """``--rules``."""
    command.add_argument(
        "--rules",
        nargs="+",
        default=[],
        type=Path,
        metavar="FILE",
        help=command.said("help.--rules"),
    )


def add_selection(command: Parser) -> None:
    """``--select``, ``--ignore`` and ``--severity``."""
    for name, metavar, said in (
        ("--select", "CODES", command.said("help.--select")),
        ("--ignore", "CODES", command.said("help.--ignore")),
        ("--severity", "CODE=LEVEL", command.said("help.--severity")),
    ):
        command.add_argument(name, action="append", metavar=metavar, help=said)


def add_config(command: Parser) -> None:
    """``--config`` and ``--isolated``."""
    said = command.said("help.--config")
    command.add_argument("--config", type=Path, metavar="FILE", help=said)
    command.add_argument("--isolated", action="store_true", help=command.said("help.--isolated"))


def add_accepted(command: Parser) -> None:
    """``--accept`` and ``--baseline``."""
    for name, said in (
        ("--accept", command.said("help.--accept")),
        ("--baseline", command.said("help.--baseline")),
    ):
        command.add_argument(name, type=Path, metavar="FILE", help=said)


def add_previous(command: Parser) -> None:
    """``--previous``."""
    said = command.said("help.--previous")
    command.add_argument("--previous", type=Path, metavar="PATH", help=said)


def add_limits(command: Parser) -> None:
    """``--limit`` and ``--no-scan``."""
    said = command.said("help.--limit")
    command.add_argument("--limit", action="append", metavar="NAME=N", help=said)
    command.add_argument("--no-scan", action="store_true", help=command.said("help.--no-scan"))


def add_jobs(command: Parser) -> None:
    """``--jobs``."""
    count = partial(count_of, command.lang)
    command.add_argument("--jobs", type=count, metavar="N", help=command.said("help.--jobs"))


def add_cache(command: Parser) -> None:
    """``--no-cache``."""
    command.add_argument("--no-cache", action="store_true", help=command.said("help.--no-cache"))


def count_of(lang: str, text: str) -> int:
    """A number from 1 that an option is given.  Raises ArgumentTypeError."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(say(lang, "usage.not-a-count", found=text))
    return int(text)


def given(arguments: argparse.Namespace) -> Options:
    """What the command line says.  Raises UsageError.

    Not every command has options to select rules or to accept findings.
    """
    said = vars(arguments)
    if arguments.config and arguments.isolated:
        raise UsageError("usage.config-and-isolated")
    return Options(
        select=_codes(said.get("select")),
        ignore=_codes(said.get("ignore")),
        severity=_severities(said.get("severity")),
        fail_on=said.get("fail_on"),
        rules=tuple(arguments.rules),
        accept=said.get("accept"),
        baseline=said.get("baseline"),
        previous=said.get("previous"),
        lang=arguments.lang or words.DEFAULT,
        limits=_limits(arguments.limit).reading(scans=not said.get("no_scan")),
        config=arguments.config,
        isolated=arguments.isolated,
        cache=not said.get("no_cache"),
    )


def _severities(texts: Sequence[str] | None) -> tuple[tuple[str, Severity], ...]:
    found = []
    for text in texts or ():
        code, _, level = text.partition("=")
        if level not in LEVELS:
            raise UsageError("usage.severity", found=text, levels=LEVELS)
        found.append((code, Severity[level.upper()]))
    return tuple(found)


def _limits(texts: Sequence[str] | None) -> Limits:
    found = {}
    for text in texts or ():
        name, _, number = text.partition("=")
        if name not in Limits._fields or not number.isdecimal() or int(number) < 1:
            raise UsageError("usage.limit", found=text, names=Limits._fields)
        found[name] = int(number)
    return Limits(**found)


def _codes(texts: Sequence[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for text in texts or () for part in re.split("[,，、]", text))
    return tuple(code for code in parts if code)


def format_of(arguments: argparse.Namespace, known: Collection[str], default: str) -> str:
    """The format of ``--format``, of the name of ``--output``, or else the default one.

    Raises UsageError: it is none of those known, or nothing for a screen.
    """
    output: Path | None = arguments.output
    name: str = arguments.format or (output.suffix[1:].lower() if output else default)
    if name not in known:
        raise UsageError("usage.no-format", format=name, known=[*known])
    if name == "xlsx" and output is None:
        raise UsageError("usage.xlsx-on-screen")
    return name


def known_code(code: str, rules: RuleSet) -> None:
    """Raise UsageError unless a rule has this code."""
    if problem := code_problem(code, rules.rules, whole=True):
        raise UsageError(problem.key, **problem.args)
