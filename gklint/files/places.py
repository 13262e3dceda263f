"""Where each value stands in a text of nested values, TOML or JSON, in time that grows with it.

The parsers of the standard library tell no lines.  Whether a text is right is their matter, not
the matter of this module: here a wrong text has places as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gklint.files.keyed import DEEPEST, KeyPath

# Every character belongs to a token.  A string that does not end goes on to the end of its line
# or of the text, so that nothing is read twice.
_TOKEN = re.compile(
    r"""
    (?P<blank> [ \t]+ | \#[^\n]* )
  | (?P<text>
        \"{3} (?: [^\\"]+ | \\[\s\S] | "(?!"") )* (?: "{3,5} )?
      | '{3} (?: [^']+ | '(?!'') )* (?: '{3,5} )?
      | " (?: [^\\"\n]+ | \\. )* "?
      | ' [^'\n]* '?
    )
  | (?P<mark> [\n\[\]{}=:,.] )
  | (?P<bare> [^ \t\n\[\]{}=:,.#"']+ )
    """,
    re.VERBOSE,
)

_LONG_NUMBER = re.compile(r"[+-]?[0-9_]{1000,}")


class Token(NamedTuple):
    """A piece of the text that is no blank and no comment, and its line (from 1).

    ``kind``: "text" in quotes, a "mark", "bare"; "end" behind the last one.
    """

    kind: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text; ``#`` begins a comment."""
    line = 1
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind != "blank":
            yield Token(str(kind), found[0], line)
            line += found[0].count("\n")
    yield Token("end", "", line)


def too_deep(text: str) -> int | None:
    """The line where brackets are nested, or names joined by dots, deeper than is read."""
    depth = names = 0
    for token in tokens(text):
        depth += (token.text in ("[", "{")) - (token.text in ("]", "}"))
        if token.kind in ("text", "bare"):
            names += 1
        elif token.text != ".":
            names = 0
        if max(depth, names) > DEEPEST:
            return token.line
    return None


def long_number(text: str) -> int | None:
    """The line of the first number that Python refuses for its length."""
    found = (token.line for token in tokens(text) if _LONG_NUMBER.fullmatch(token.text))
    return next(found, None)


def last_text(text: str) -> int:
    """The line where the last text in quotes begins."""
    return max((token.line for token in tokens(text) if token.kind == "text"), default=1)


class Places:
    """Goes through a text from token to token, and remembers the line of each value.

    lines: the line (from 1) of each key and of each item of a list; none deeper than is read.
    twice: the keys that came again, with the line where they do.
    """

    def __init__(self, text: str, decode: Callable[[str], str]) -> None:
        """``decode``: the text that a token in quotes stands for."""
        self.lines: dict[KeyPath, int] = {}
        self.twice: list[tuple[KeyPath, int]] = []
        self._decode = decode
        self._tokens = tokens(text)
        self.token = next(self._tokens)

    def next(self) -> Token:
        """Go to the next token; return the one before."""
        before = self.token
        self.token = next(self._tokens, before)
        return before

    def skip_lines(self) -> None:
        """Go to the next token that is no end of a line."""
        while self.token.text == "\n":
            self.next()

    def names(self) -> Iterator[str]:
        """The parts of the key that begins here."""
        while self.token.kind in ("text", "bare"):
            name = self.next()
            yield self._decode(name.text) if name.kind == "text" else name.text
            if self.token.text == ".":
                self.next()

    def pair(self, path: KeyPath) -> None:
        """Read a key, and the value that belongs to it."""
        line = self.token.line
        known = True
        for name in self.names():
            path = (*path, name)
            known = path in self.lines
            self.lines.setdefault(path, line)
        if known:
            self.twice.append((path, line))
        self.skip_lines()
        self.next()  # = or :
        self.skip_lines()
        self.value(path)

    def value(self, path: KeyPath) -> None:
        """Read a value, which has all its places below ``path``."""
        if self.token.text == "[":
            self._inside("]", path, self._item)
        elif self.token.text == "{":
            self._inside("}", path, lambda path, _: self.pair(path))
        else:
            while self.token.kind != "end" and self.token.text not in ("\n", ",", "]", "}"):
                self.next()

    def _inside(self, end: str, path: KeyPath, read: Callable[[KeyPath, int], None]) -> None:
        self.next()
        if len(path) >= DEEPEST:
            self._leave()
            return
        self.skip_lines()
        number = 0
        while self.token.text not in (end, ""):
            at = self.token
            read(path, number)
            number += 1
            self.skip_lines()
            if self.token.text == "," or self.token is at:  # what stands nowhere is passed over
                self.next()
                self.skip_lines()
        self.next()

    def _leave(self) -> None:
        """Go behind the bracket that ends what was entered."""
        depth = 1
        while depth and self.token.kind != "end":
            token = self.next()
            depth += (token.text in ("[", "{")) - (token.text in ("]", "}"))

    def _item(self, path: KeyPath, number: int) -> None:
        self.lines[(*path, number)] = self.token.line
        self.value((*path, number))
