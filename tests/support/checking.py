"""What is found in a text, in short."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

import gklint
from gklint.errors import UnreadableFileError
from gklint.findings.report import Report
from gklint.linter import Linter
from gklint.ruleset.loading import load_rules


@cache
def linter() -> Linter:
    """The linter of the shipped rules."""
    return Linter(load_rules())


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


def loud(report: Report) -> list[tuple[str, str]]:
    """Code and message of every error and warning."""
    return [(d.code, d.message) for d in report.diagnostics if d.severity != "info"]


def refusal(read: Callable[..., object], *arguments: object) -> tuple[str, dict[str, object]]:
    """Why a file cannot be read, with the details."""
    with pytest.raises(UnreadableFileError) as caught:
        read(*arguments)
    return caught.value.reason, caught.value.detail


def flagged(text: str, code: str) -> list[str]:
    """What stands at each finding of one rule; each on one line."""
    lines = text.split("\n")
    ranges = [item.range for item in gklint.check(text).diagnostics if item.code == code]
    return [
        lines[each.start.line - 1][each.start.column - 1 : each.end.column - 1]
        for each in ranges
        if each
    ]
