"""The small inputs with what is right, which lie beside a checkout only."""

from __future__ import annotations

from pathlib import Path

import gklint
from tests.support.paths import SHARED


def case(name: str) -> Path:
    """The input of a case."""
    (path,) = (
        path for path in (SHARED / "cases").glob(f"{name}.*") if not path.match("*.expect.txt")
    )
    return path


def found_in(name: str, *, infos: bool = True) -> list[tuple[str, int]]:
    """Code and line of all that is found in a case, with or without what is an info."""
    return [
        (each.code, each.range.start.line if each.range else 0)
        for each in gklint.check(case(name)).diagnostics
        if infos or each.severity != gklint.Severity.INFO
    ]
