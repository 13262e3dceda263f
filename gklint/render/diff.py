"""``--diff``: what would be changed in a file, as a patch that git applies."""

from __future__ import annotations

import os
import re
from pathlib import Path

from gklint.files.paths import from_here

_NO_END = "\n\\ No newline at end of file\n"
_UNPLAIN = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff]')


def diff(path: Path, before: str, after: str) -> str:
    """The changes as a unified diff, also where the last line has no line break."""
    from difflib import unified_diff

    old, new = _lines(before), _lines(after)
    lines = unified_diff(old, new, _in_patch("a", path), _in_patch("b", path))
    return "".join(line if line.endswith("\n") else line + _NO_END for line in lines)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _in_patch(side: str, path: Path) -> str:
    """The name of a file as git writes it in a patch."""
    name = f"{side}/{Path(from_here(path)).as_posix().lstrip('/')}"
    if _UNPLAIN.search(name):
        return '"' + "".join(map(_octal, os.fsencode(name))) + '"'
    return f"{name}\t" if " " in name else name


def _octal(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
