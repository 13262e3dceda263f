"""What several test modules need."""

from __future__ import annotations

from pathlib import Path

import gklint
from gklint.docs import sample_text

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def changed(*pairs: tuple[str, str]) -> str:
    """The sample report with each first text replaced by the second, once."""
    text = sample_text()
    for old, new in pairs:
        text = replace_once(text, old, new)
    return text


def replace_once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
    return text.replace(old, new)


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
