"""How long the expressions that users wrote may run."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from time import thread_time
from typing import TypeVar

SECONDS = 1.0
"""For all expressions of a rule together, over one document."""

_left: ContextVar[float] = ContextVar("seconds left", default=SECONDS)
_Found = TypeVar("_Found")


class SlowExpressionError(Exception):
    """The time was up, or an expression is too large to be run for a limited time."""


def restart() -> None:
    """The time begins anew: for another rule, or another document."""
    _left.set(SECONDS)


def timed(find: Callable[[float], _Found]) -> _Found:
    """What ``find`` returns, given the seconds that are left.  Raises SlowExpressionError."""
    left = _left.get()
    if left <= 0:
        raise SlowExpressionError
    since = thread_time()
    try:
        found = find(left)
    except TimeoutError:
        _left.set(0.0)  # whichever clock it went by
        raise SlowExpressionError from None
    _left.set(left - (thread_time() - since))
    return found
