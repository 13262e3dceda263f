"""What finds traditional characters, and their simplified forms.

Loaded only when a text holds a character outside GB 2312 (``normalise`` asks).
"""

from __future__ import annotations

import re
from functools import lru_cache

from gklint.text.normalise import Simplifier
from gklint.text.traditional import pairs, standard


@lru_cache(maxsize=1)
def simplifier() -> Simplifier:
    """Simplified forms of all characters that have one."""
    simplified = {pair[0]: pair[1] for pair in pairs().split()}
    plain = {*standard()}
    telling = [
        char for char in simplified if char not in plain and not char.encode("gb2312", "ignore")
    ]
    return Simplifier(
        re.compile(f"[{''.join(telling)}]"), re.compile(f"[{''.join(simplified)}]"), simplified
    )
