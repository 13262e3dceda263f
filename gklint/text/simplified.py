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

_STANDARD = "乾"  # opencc converts it to 干, which 乾县 and 乾隆 are not written with


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

    every = [char for char in map(chr, range(0x4E00, 0xA000)) if char not in _STANDARD]
    converted = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {
        old: new for old, new in zip(every, converted, strict=True) if old != new and len(new) == 1
    }
