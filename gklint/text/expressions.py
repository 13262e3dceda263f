"""Regular expressions that are compiled when they are first used.

Compiling those of the running text takes longer than reading a report, and most reports need
few of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

# How an expression may say with which character it begins, or with which of a set.
_FIRST = re.compile(
    r"(?:\(\?=\[(?P<ahead>[^\]\\^]+)\]\)|\[(?P<one>[^\]\\^]+)\](?![?*{])|(?P<sign>[^\W_])(?![?*{]))"
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
