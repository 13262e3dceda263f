"""The rule files and their samples, told without reading them as rules."""

from __future__ import annotations

import re

from tests.support.paths import ROOT

_FILES = sorted((ROOT / "rules").glob("*/GK*.yaml"), key=lambda path: path.stem)
CODES = [path.stem for path in _FILES]


def _block(text: str, key: str) -> str:
    """What stands below a key of a rule file."""
    found = re.search(rf"^{key}:(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def samples(key: str) -> list[tuple[str, int]]:
    """Code and number of each sample below ``good`` or ``bad``."""
    return [
        (path.stem, number)
        for path in _FILES
        for number in range(_block(path.read_text("utf-8"), key).count("\n  - "))
    ]


GOOD, BAD = samples("good"), samples("bad")
FIXABLE = [path.stem for path in _FILES if _block(path.read_text("utf-8"), "fix")]
