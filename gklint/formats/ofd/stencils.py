"""What a file draws again and again, elsewhere: borders of cells as wide and high, numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Concatenate, ParamSpec, TypeVar

Written = TypeVar("Written", bound=tuple[str | None, ...])
Rest = ParamSpec("Rest")
Result = TypeVar("Result")
_MOST = 2048
_LONG = 200  # characters; what is longer hardly comes twice, and is not worth the room


def stencil(
    draw: Callable[Concatenate[Written, Rest], Result],
) -> Callable[Concatenate[Written, Rest], Result]:
    """Keep what a function makes of what is written in a file, and the rest of its arguments."""
    kept = lru_cache(maxsize=_MOST)(draw)

    def drawn(written: Written, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        found = kept if sum(map(len, filter(None, written))) < _LONG else draw
        return found(written, *args, **kwargs)  # type: ignore[arg-type]

    return drawn
