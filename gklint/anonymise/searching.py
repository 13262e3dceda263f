"""What of a report has to stay as it was so that the same is found in it: as little as possible."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def needed(items: Sequence[Item], holds: Callable[[Collection[Item]], bool]) -> list[Item]:
    """The least of ``items`` with which something ``holds``; it does with all of them.

    By halving (Junker's QuickXplain): of what will do either way, the first items are taken.
    """
    if holds(()):
        return []
    return _needed([], items, holds, known=True)


def _needed(
    base: list[Item], items: Sequence[Item], holds: Callable[[Collection[Item]], bool], known: bool
) -> list[Item]:
    """Those needed beside the ``base``; ``known``: that the base alone will not do."""
    if not known and holds(base):
        return []
    if len(items) == 1:
        return [*items]
    half = len(items) // 2
    first, second = items[:half], items[half:]
    late = _needed([*base, *first], second, holds, known=False)
    early = _needed([*base, *late], first, holds, known=not late)
    return [*early, *late]
