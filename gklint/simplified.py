"""Traditional characters and their simplified forms, from opencc.

Loaded only when a text holds a character outside GB 2312 (``normalise`` asks), because
opencc takes as long to load as a hundred reports take to check.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from gklint.resources import DataFile, cached


@lru_cache(maxsize=1)
def simplified_characters() -> Mapping[str, str]:
    """Simplified forms of all characters that opencc converts."""
    try:
        release = version("opencc-python-reimplemented")
    except PackageNotFoundError:
        release = ""
    found: dict[str, str] = cached("simplified", [DataFile("opencc", release)], _convert_all)
    return found


def _convert_all() -> dict[str, str]:
    from opencc import OpenCC

    every = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {
        old: new for old, new in zip(every, converted, strict=True) if old != new and len(new) == 1
    }
