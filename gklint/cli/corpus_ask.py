"""``gklint corpus ask``."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gklint import words
from gklint.cli import exits, options
from gklint.cli.parser import Commands, add_lang
from gklint.cli.sinks import put_document
from gklint.errors import UsageError
from gklint.extras import need
from gklint.words import say

if TYPE_CHECKING:
    from gklint.corpus.asking import Answer, Corpus

_TEXT = "text"


def add(commands: Commands, lang: str) -> None:
    """The command and its options."""
    command = commands.add_parser("ask", lang=lang, help=say(lang, "help.corpus-ask"))
    command.set_defaults(run=run)
    folder = command.said("help.corpus-folder")
    command.add_argument("folder", type=Path, metavar="OUT/", help=folder)
    command.add_argument("sql", nargs="?", metavar="SQL", help=command.said("help.corpus-sql"))
    command.add_argument("--view", metavar="NAME", help=command.said("help.corpus-view"))
    command.add_argument("--format", help=command.said("help.corpus-format"))
    output = command.said("help.corpus-answer")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help=output)
    picture = command.said("help.corpus-picture")
    command.add_argument("--picture", type=Path, metavar="FILE", help=picture)
    add_lang(command, lang)


def run(arguments: argparse.Namespace) -> int:
    """Ask a corpus.  Returns the exit status."""
    need("corpus")
    from gklint.corpus.asking import Corpus
    from gklint.corpus.showing import WRITERS

    lang = arguments.lang or words.DEFAULT
    name = options.format_of(arguments, (_TEXT, *WRITERS), _TEXT)
    sql = _question(arguments)
    with Corpus(arguments.folder) as corpus:
        if corpus.outdated(sql):
            sys.stderr.write(f"{say(lang, 'corpus.outdated', path=arguments.folder)}\n")
        if arguments.picture:
            _draw(arguments, corpus, sql, lang)
        answer = corpus.ask(sql)
        if name == _TEXT:
            _show(answer, arguments.output, lang)
        else:
            put_document(WRITERS[name](answer), arguments.output, [])
    return exits.CLEAN


def _question(arguments: argparse.Namespace) -> str:
    """What is asked: SQL, or all that a view has.  Raises UsageError."""
    from gklint.corpus.views import VIEWS

    if (arguments.sql is None) == (arguments.view is None):
        raise UsageError("corpus.no-question", known=VIEWS)
    if arguments.view is None:
        return str(arguments.sql)
    if arguments.view not in VIEWS:
        raise UsageError("corpus.no-view", found=arguments.view, known=VIEWS)
    return f"FROM {arguments.view}"


def _show(answer: Answer, output: Path | None, lang: str) -> None:
    """A table for people: on a screen the first rows, in a file all of them."""
    from gklint.corpus.showing import SHOWN, as_text

    screen = output is None
    wide = shutil.get_terminal_size().columns if screen and sys.stdout.isatty() else None
    text = as_text(answer, lang, wide, SHOWN if screen else None)
    put_document((each.encode("utf-8", "backslashreplace") for each in text), output, [])


def _draw(arguments: argparse.Namespace, corpus: Corpus, sql: str, lang: str) -> None:
    """Write a picture of the answer, or of the view."""
    from gklint.corpus.picturing import draw, pictured
    from gklint.corpus.views import picture
    from gklint.files.writing import write

    view: str | None = arguments.view
    found = pictured(corpus.ask(picture(view) if view else sql), view, lang)
    write(arguments.picture, [draw(found, arguments.picture)])
