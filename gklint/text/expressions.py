"""Regular expressions that are compiled when they are first used.

Compiling those of the running text takes longer than reading a report, and most reports need
few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from gklint.text.bounded import Bounded

# How an expression may say with which character it begins, or with which of a set.
_FIRST = re.compile(
    r"(?:\(\?=\[(?P<ahead>[^\]\\^]+)\]\)|\[(?P<one>[^\]\\^]+)\](?![?*{])"
    r"|(?P<sign>[0-9A-Za-z\"]|[^\x00-\x7f])(?![?*{]))"
)


def any_of(expressions: Sequence[str]) -> str:
    """An expression for what any of these matches.

    Where each says with which characters it begins, it is tried only at these.  (Where each begins
    with a single one, ``re`` sees to that.)
    """
    whole = "|".join(expressions)
    firsts = [*map(_FIRST.match, expressions)]
    signs = "".join(first["ahead"] or first["one"] or first["sign"] for first in firsts if first)
    if len(firsts) > 1 and all(firsts) and not all(first and first["sign"] for first in firsts):
        whole = f"(?=[{signs}])(?:{whole})"
    return whole


class Expression:
    """An expression of a rule: it is used as a compiled one is.

    ``bounded``: the user wrote it, who may not know what it costs; then it runs for a limited time,
    see ``gklint.text.bounded``.
    """

    def __init__(self, pattern: str, flags: int = 0, *, bounded: bool = False) -> None:
        self.pattern, self.flags, self.bounded = pattern, flags, bounded

    @cached_property
    def _compiled(self) -> re.Pattern[str] | Bounded:
        if not self.bounded:
            return re.compile(self.pattern, self.flags)
        from gklint.text.bounded import Bounded  # which loads another engine

        return Bounded(self.pattern, self.flags)

    @cached_property
    def _firsts(self) -> str:
        """Characters with one of which whatever matches begins; none where it does not say so."""
        first = None if self.flags or self.bounded else _FIRST.match(self.pattern)
        if not first or _is_alternatives(self.pattern):
            return ""
        signs = first["ahead"] or first["one"] or first["sign"]
        return "" if "-" in signs else signs

    def may_be_in(self, text: str) -> bool:
        """Whether something with which it begins is there; much faster than a search in vain."""
        for first in self._firsts:
            if first in text:
                return True
        return not self._firsts

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As that of a compiled expression, like all of these."""
        return self._compiled.search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled.match(text, *span)

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, *span)

    def within(self, before: str, after: str = "", flags: int = 0) -> Expression:
        """The expression that has this one between others."""
        return _within(self, before, after, flags)


# What is put together is kept: ``re`` would look it up by its whole text for each report.


@lru_cache(maxsize=256)
def _within(inner: Expression, before: str, after: str, flags: int) -> Expression:
    return Expression(f"{before}{inner.pattern}{after}", flags, bounded=inner.bounded)


@lru_cache(maxsize=256)
def alternatives(expressions: tuple[Expression, ...]) -> Expression:
    """One expression for what any of these matches, in their order."""
    whole = "|".join(each.pattern for each in expressions)
    return Expression(whole, bounded=any(each.bounded for each in expressions))


def _is_alternatives(pattern: str) -> bool:
    """Whether an expression is of alternatives, each of which may begin in its own way."""
    depth = 0
    for each in _STRUCTURE.findall(pattern) if "|" in pattern else ():
        depth += (each == "(") - (each == ")")
        if each == "|" and not depth:
            return True
    return False


def lazy_compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but not before the expression is used."""
    return cast("re.Pattern[str]", _Expression(pattern, flags))


class _Expression:
    """Becomes the compiled expression, method by method, as they are asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, method)  # from now on found without asking here
        return method


_STRUCTURE = lazy_compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")  # sets, brackets, bars
