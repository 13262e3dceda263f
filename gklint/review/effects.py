"""What a change of rules does: which findings come and which go."""

from __future__ import annotations

from typing import NamedTuple

from gklint.review.gathering import Case
from gklint.review.reading import Item


class Effect(NamedTuple):
    """The findings of one file that only one of two settings has.

    ``came``: only those in force.  ``gone``: only the others.
    """

    came: tuple[Item, ...]
    gone: tuple[Item, ...]


def effect_of(case: Case) -> Effect | None:
    """What the settings change in a file; None where there are no others."""
    own, others = case.read.items, case.read.otherwise
    if others is None:
        return None
    now, then = {_key(item) for item in own}, {_key(item) for item in others}
    return Effect(
        tuple(item for item in own if _key(item) not in then),
        tuple(item for item in others if _key(item) not in now),
    )


def _key(item: Item) -> tuple[str, str]:
    """A finding, and how serious it is: that may change too."""
    return item.found.structure, str(item.found.severity)
