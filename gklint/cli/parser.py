"""argparse in the language of the user: its help, and what it says of wrong options."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NoReturn, TypeAlias

from gklint import words
from gklint.errors import UsageError
from gklint.words import Message, say

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What a command adds itself to."""

_LANG = "--lang"
_SOME_WIDTH = 80
# What argparse says of wrong options; the groups fill the text.
_SAYS = (
    (r"argument (?P<option>.*?): expected one argument", "usage.no-value"),
    (r"argument (?P<option>.*?): expected at least one argument", "usage.no-values"),
    (
        r"argument (?P<option>.*?): invalid choice: (?P<value>.*) \(choose from (?P<known>.*)\)",
        "usage.unknown-value",
    ),
    (
        r"argument (?P<option>.*?): ignored explicit argument (?P<value>.*)",
        "usage.no-value-wanted",
    ),
    (r"ambiguous option: (?P<option>.*) could match (?P<known>.*)", "usage.ambiguous"),
    (r"the following arguments are required: (?P<names>.*)", "usage.missing"),
    (r"argument (?P<option>.*?): (?P<problem>.*)", "usage.of-option"),
    (r"(?P<problem>.*)", "usage.other"),
)


def language(given: Sequence[str]) -> str | None:
    """The language that a command line asks for, found before it is read; None if it does not.

    As argparse has it, options may be shortened, and the last one counts.
    """
    found = None
    for word, following in pairwise((*given, "")):
        name, joined, value = word.partition("=")
        if word == "--":
            break
        if len(name) > len("--l") and _LANG.startswith(name):
            found = value if joined else following
    return found if found in words.LANGUAGES else None


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, lang: str, width: int | None) -> None:
        super().__init__(prog, width=width)
        self._lang = lang

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        said = say(self._lang, "help.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


class _Verbatim(_Formatter, argparse.RawDescriptionHelpFormatter):
    """Breaks no lines of what is said above and below the options."""


class Parser(argparse.ArgumentParser):
    """Speaks the language ``lang``.  What is wrong is a UsageError.

    verbatim: the line breaks of description and epilog stay.
    """

    def __init__(self, lang: str, *, verbatim: bool = False, **given: Any) -> None:
        # argparse makes a formatter for each option; to look for a width each time takes long.
        self._formatter = partial(_Verbatim if verbatim else _Formatter, lang=lang)
        formatter = partial(self._formatter, width=_SOME_WIDTH)
        super().__init__(add_help=False, formatter_class=formatter, **given)
        self.lang = lang
        self._positionals.title = self.said("help.arguments")
        self._optionals.title = self.said("help.options")
        self.add_argument("-h", "--help", action="help", help=self.said("help.--help"))

    def said(self, key: str, /, **args: object) -> str:
        """A text in the language of the parser."""
        return say(self.lang, key, **args)

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        self.formatter_class = partial(self._formatter, width=None)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        found = ((re.fullmatch(pattern, message, re.DOTALL), key) for pattern, key in _SAYS)
        match, key = next((match, key) for match, key in found if match)
        args = match.groupdict()
        if key == "usage.unknown-value" and args["option"] == self.said("help.command"):
            key = "usage.unknown-command"
        raise UsageError("usage.wrong-option", problem=Message(key, args), command=self.prog)


def add_lang(parser: Parser, default: str | None) -> None:
    """``--lang``; it is found before the others are read, so that they are read in it."""
    said = parser.said("help.--lang", default=words.DEFAULT)
    parser.add_argument(_LANG, choices=words.LANGUAGES, default=default, help=said)
