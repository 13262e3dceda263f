"""How a picture is shown by the file that holds it."""

from __future__ import annotations

from typing import NamedTuple


class Shown(NamedTuple):
    """How a picture is shown: how many inches wide, if that is said.

    cut: parts of it that are cut off: left, top, right, bottom, of 1.
    """

    inches: float | None = None
    cut: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


AS_IT_IS = Shown()
