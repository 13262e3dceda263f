"""Traditional characters and their simplified forms, from opencc.

Loaded only when a text holds a character outside GB 2312 (``normalise`` asks), because
opencc takes as long to load as many reports take to check.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gklint.files.cache import cached
from gklint.files.shipped import DataFile
from gklint.text.normalise import Simplifier


@lru_cache(maxsize=1)
def simplifier() -> Simplifier:
    """Simplified forms of all characters that opencc converts."""
    from importlib.metadata import version

    release = DataFile("opencc", version("opencc-python-reimplemented"))
    simplified: dict[str, str] = cached("simplified", [release], _convert_all)
    telling = [char for char in simplified if not char.encode("gb2312", "ignore")]
    return Simplifier(
        re.compile(f"[{''.join(telling)}]"), re.compile(f"[{''.join(simplified)}]"), simplified
    )


def _convert_all() -> dict[str, str]:
    from opencc import OpenCC

    every = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {
        old: new for old, new in zip(every, converted, strict=True) if old != new and len(new) == 1
    }
