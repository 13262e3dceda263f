"""Regular expressions that are compiled when they are first used.

Compiling those of the running text takes longer than reading a report, and most reports need
few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


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
