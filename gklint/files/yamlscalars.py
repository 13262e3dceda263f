"""Where a character of a YAML value stands in the file: of what is folded, indented or quoted.

YAML adds and takes away nothing but blanks, marks around the value and escapes, so that the
characters that can be seen are counted.  Only what is to be refused needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEAD = re.compile(r"[|>][^\r\n]*")
_PIECES = {
    '"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|[\s\S])|[^\s\"]"),
    "'": re.compile(r"''|[^\s']"),
}
_PLAIN = re.compile(r"\S")
_BLANKS = ("\\n", "\\t", "\\\t", "\\r", "\\v", "\\f", "\\ ", "\\_", "\\N", "\\L", "\\P")


def place_behind(written: str, before: str) -> int:
    """The offset in a scalar, as it is ``written``, of what its value has behind ``before``.

    It is that of the next character that can be seen; the end of the last one if there is none.
    """
    end = 0
    left = len("".join(before.split()))
    for start, stop in _seen(written):
        if not left:
            return start
        left -= 1
        end = stop
    return end


def _seen(written: str) -> Iterator[tuple[int, int]]:
    """Where each character of the value begins and ends that is no blank."""
    style = written[:1]
    head = _HEAD.match(written)
    for piece in _PIECES.get(style, _PLAIN).finditer(written, head.end() if head else 0):
        if not _blank(piece[0]):
            yield piece.span()


def _blank(piece: str) -> bool:
    """Whether an escape stands for a blank, or for nothing: at the end of a line."""
    if piece[1:2] in ("x", "u", "U") and len(piece) > 2:
        return chr(int(piece[2:], 16)).isspace()
    return piece in _BLANKS or piece in ("\\\n", "\\\r", "\\\r\n")
