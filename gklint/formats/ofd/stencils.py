"""What a file draws again and again, elsewhere: borders of cells as wide and high, numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Around = TypeVar("Around")
Drawn = TypeVar("Drawn")
Look = tuple[tuple[str | None, ...], Around]
"""What is written of an object but for its place, and what else tells how it looks."""
_MOST = 2048
_LONG = 200  # characters; what is longer hardly comes twice, and is not worth the room


class Stencils(dict[Look[Around], Drawn], Generic[Around, Drawn]):
    """What is drawn, each look once, as it stands if its corner is that of the page."""

    def __init__(self, draw: Callable[[Look[Around]], Drawn]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, look: Look[Around]) -> Drawn:
        drawn = self._draw(look)
        if len("".join(filter(None, look[0]))) < _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[look] = drawn
        return drawn
