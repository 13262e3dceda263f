"""What is found in a text, in short."""

from __future__ import annotations

import gklint


def found(text: str, *, infos: bool = False) -> list[tuple[str, int]]:
    """Code and line of every error and warning (and info) in a text."""
    return [
        (item.code, item.range.start.line if item.range else 0)
        for item in gklint.check(text).diagnostics
        if infos or item.severity != gklint.Severity.INFO
    ]


def messages(text: str, code: str) -> list[str]:
    """The messages of one rule."""
    return [item.message for item in gklint.check(text).diagnostics if item.code == code]
