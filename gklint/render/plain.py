"""Text of a document made safe to show."""

from __future__ import annotations

import re
import unicodedata

# Control codes could move the cursor, bidirectional marks could reorder the line, a lone
# surrogate could not be encoded.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """``text`` with what is unsafe replaced by blanks, one for one."""
    return _UNSAFE.sub(" ", text)


def width(text: str) -> int:
    """The terminal columns that ``text`` takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
