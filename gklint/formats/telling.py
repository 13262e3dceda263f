"""Who is told which page is being recognised: each takes a second, and a file may have many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, "int | None"], None]
"""Is told a page, from 1, and of how many, where that is known."""
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def telling(listener: Listener) -> Iterator[None]:
    """Meanwhile a listener is told of each page."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(page: int, pages: int | None = None) -> None:
    """Tell that a page is now recognised."""
    if listener := _listener.get():
        listener(page, pages)
