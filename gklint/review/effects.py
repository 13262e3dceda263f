"""What a change of rules does: which findings come and which go."""

from __future__ import annotations

from typing import NamedTuple

from gklint.findings.effect import identity
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
    now, then = {identity(item.found) for item in own}, {identity(item.found) for item in others}
    return Effect(
        tuple(item for item in own if identity(item.found) not in then),
        tuple(item for item in others if identity(item.found) not in now),
    )
