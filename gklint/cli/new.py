"""``gklint new``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.errors import UsageError
from gklint.extras import need
from gklint.files import writing
from gklint.findings.messages import Speaker
from gklint.ruleset.loading import RuleSet, load_rules
from gklint.words import say

if TYPE_CHECKING:
    from gklint.blank.making import Made


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("new", lang=lang, help=say(lang, "help.new"))
    command.set_defaults(run=run)
    output = command.said("help.new-output")
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.docx", help=output
    )
    command.add_argument(
        "--numbers", type=Path, metavar="FILE", help=command.said("help.--numbers")
    )
    command.add_argument(
        "--agency", metavar=command.said("help.agency"), help=command.said("help.--agency")
    )
    count, year = partial(options.count_of, lang), command.said("help.--year")
    command.add_argument("--year", type=count, metavar="N", help=year)
    options.add_rules(command)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Write the official form as a Word file, with the numbers that are given."""
    need("new")
    from gklint.blank.making import make

    output: Path = arguments.output
    if output.suffix.lower() != ".docx":
        raise UsageError("usage.annotate-output", stem=output.stem)
    if output.exists():
        raise UsageError("new.exists", path=output)
    rules = load_rules(arguments.rules)
    made = make(rules, arguments.numbers, arguments.agency, arguments.year)
    writing.write(output, [made.data])
    sys.stdout.write("".join(f"{line}\n" for line in _said(output, made, rules, arguments.lang)))
    return exits.CLEAN


def _said(output: Path, made: Made, rules: RuleSet, lang: str) -> Iterator[str]:
    from gklint.blank.saying import said

    speaker = Speaker(rules.form.structure, lang)
    filled = made.filled
    if not filled.numbers:
        yield say(lang, "new.written-blank", output=output)
        return
    counts = {
        "given": len(filled.numbers) - len(filled.computed),
        "computed": len(filled.computed),
        "blank": len(made.blank),
    }
    yield say(lang, "new.written", output=output, **counts)
    for each in filled.broken:
        yield said(each, filled.numbers, speaker)
