"""Fields whose instruction draws characters: one over another, as a number in a circle."""

from __future__ import annotations

from gklint.text.expressions import lazy_compile
from gklint.text.values import circled

_OVER = lazy_compile(
    r"(?i)^\s*EQ\s*\\o\s*(?:\\a[lcr]\s*)?\(\s*([^,;，；()]*?)\s*[,;，；]\s*([^()]*?)\s*\)\s*$"
)
_CIRCLES = "○◯〇"
_SHAPES = "□△▽◇☐"


def drawn_by(instruction: str) -> str | None:
    """The characters that the field ``EQ \\o\\ac(○,6)`` draws: ⑥; None for other fields."""
    match = _OVER.match(instruction)
    if match is None:
        return None
    below, above = match[1], match[2]
    if below in _CIRCLES:
        return circled(above) or above
    return above if below in _SHAPES else below + above
