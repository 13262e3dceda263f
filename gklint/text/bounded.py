"""Expressions that users wrote: they run for a limited time, whatever they cost.

``re`` knows no limit, ``regex`` does.  They read a few things differently, so that what was written
for ``re`` is written here as ``regex`` understands the same by it:

- ``\\w``, ``\\b``, ``\\s``: to ``regex`` ① is no part of a word, and a joining mark is one;
- ``[[:digit:]]``, and ``{e}`` behind something, which allows an error in it, are its own.

It writes out all that has to stand there several times: ``(?:a{1000}){1000}`` takes the room of a
million steps, and is refused.  Loaded only where such an expression is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from gklint.text.timing import SlowExpressionError, timed

_MOST_STEPS = 20_000
_TOKEN = re.compile(
    r"(?s)(?P<same>\(\?#[^)]*\)|\\N\{[^}]*\})"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<count>\{(?!\})(?P<least>\d*)(?P<most>,?\d*)\})"
    r"|(?P<open>\((?:\?(?P<on>[aiLmsux]*)(?:-(?P<off>[imsx]+))?:)?)"
    r"|(?P<escaped>\\.)|(?P<sign>.)"
)
_IN_SET = re.compile(r"(?s)\\.|(?<!\A)\[")
# What ``re`` takes them for, as parts of a set.
_CLASSES = {
    r"\w": r"\p{L}\p{N}_",
    r"\W": r"\p{M}\p{S}\p{Z}\p{C}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}‿⁀⁔︳︴﹍﹎﹏＿",
    r"\s": r"\s\x1c-\x1f",
    r"\S": r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Cs}\p{Co}\p{Cn}\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f",
}
_WORD = rf"[{_CLASSES[chr(92) + 'w']}]"
_OUTSIDE = {
    **{name: f"[{items}]" for name, items in _CLASSES.items()},
    r"\b": rf"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))",
    r"\B": rf"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))",
}


class Bounded:
    """A compiled expression; SlowExpressionError is raised when the time of its rule is up."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._compiled = _compiled(pattern, flags)

    def search(self, text: str, *span: int) -> Any:
        return timed(lambda left: self._compiled.search(text, *span, timeout=left))

    def match(self, text: str, *span: int) -> Any:
        return timed(lambda left: self._compiled.match(text, *span, timeout=left))

    def fullmatch(self, text: str, *span: int) -> Any:
        return timed(lambda left: self._compiled.fullmatch(text, *span, timeout=left))

    def finditer(self, text: str, *span: int) -> Iterator[Any]:
        """All at once: what is done between two matches is not its time."""
        found = timed(lambda left: [*self._compiled.finditer(text, *span, timeout=left)])
        return iter(found)


@lru_cache(maxsize=512)
def _compiled(pattern: str, flags: int) -> Any:
    known = re.compile(pattern, flags).flags
    written = _Writing(pattern, ascii=bool(known & re.ASCII), verbose=bool(known & re.VERBOSE))
    shared = flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)
    own = regex.ASCII if flags & re.ASCII else 0  # the only one that has another number
    try:
        return regex.compile(written.text, shared | own | regex.VERSION0)
    except RecursionError:
        raise SlowExpressionError from None


class _Level(NamedTuple):
    """What holds within a bracket, and how many steps there are before it."""

    ascii: bool
    verbose: bool
    steps: int = 0


class _Writing:
    """Writes an expression, which ``re`` has taken, for ``regex``."""

    def __init__(self, pattern: str, *, ascii: bool, verbose: bool) -> None:  # noqa: A002
        self._levels = [_Level(ascii, verbose)]
        self._steps = self._last = 0  # within this bracket; those of the last thing in it
        self.text = "".join(self._parts(pattern))

    def _parts(self, pattern: str) -> Iterator[str]:
        at = 0
        while token := _TOKEN.match(pattern, at):
            at = token.end()
            if token[0] == "#" and self._levels[-1].verbose:
                at = pattern.find("\n", at) + 1 or len(pattern)
            else:
                yield self._part(token)
            if self._steps > _MOST_STEPS:
                raise SlowExpressionError

    def _part(self, token: re.Match[str]) -> str:
        if token["count"]:
            least = int(token["least"] or 0)
            self._steps += self._last * max(0, least - 1)
            return f"{{{least}{token['most']}}}"
        if token["open"]:
            self._enter(token["on"] or "", token["off"] or "")
        elif token[0] == ")":
            self._leave()
        else:
            self._steps, self._last = self._steps + 1, 1
        if token["set"]:
            return _IN_SET.sub(self._in_set, token[0])
        if token[0] == "{":
            return r"\{"
        return token[0] if self._levels[-1].ascii else _OUTSIDE.get(token[0], token[0])

    def _enter(self, on: str, off: str) -> None:
        level = self._levels[-1]
        is_ascii = "a" in on or (level.ascii and "u" not in on)
        verbose = "x" in on or (level.verbose and "x" not in off)
        self._levels.append(_Level(is_ascii, verbose, self._steps))
        self._steps = 0

    def _leave(self) -> None:
        self._last = self._steps + 1
        self._steps = self._levels.pop().steps + self._last

    def _in_set(self, item: re.Match[str]) -> str:
        if item[0] == "[":
            return r"\["
        return item[0] if self._levels[-1].ascii else _CLASSES.get(item[0], item[0])
