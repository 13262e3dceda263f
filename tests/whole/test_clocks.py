"""The clock of the machine may be set, or jump: no waiting and no keeping hangs on it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.paths import ROOT

SETTABLE = {("time", "time"), ("time", "time_ns"), ("datetime", "now"), ("datetime", "utcnow")}
SHOWN = {"cli/annotate.py", "review/reviewing.py", "web/work.py"}  # the time in comments, letters


def calls(path: Path) -> Iterator[tuple[str, str]]:
    """What is asked of clocks in a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (("time", name.name) for name in node.names)


def test_time_is_measured_by_a_clock_that_nobody_sets() -> None:
    package = ROOT / "gklint"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if not SETTABLE.isdisjoint(calls(path))
    }

    assert SHOWN == found
