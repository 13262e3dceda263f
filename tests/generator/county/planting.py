"""Faults in the making: what each kind needs to be planted, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import TYPE_CHECKING

from .handing import FORMS, Handed
from .truth import Wrong

if TYPE_CHECKING:
    from .draft import Draft


class Stage(Enum):
    """When a fault is planted: into numbers, sums, last year's numbers, words, or files."""

    NUMBERS = "numbers"
    SUMS = "sums"
    LAST_YEAR = "last year"
    WORDS = "words"
    FILES = "files"


@dataclass(frozen=True)
class Planted:
    """A fault that was planted: in the report of which body, to be found by which rule.

    `wrong`: what the numbers do not tell. `says`: names that have to be in what is said of it.
    """

    body: str
    code: str = ""
    wrong: tuple[Wrong, ...] = ()
    says: tuple[str, ...] = ()

    def of(self, wrong: Wrong) -> bool:
        """Whether this is what has to be found of it, and not what follows from it."""
        return wrong in self.wrong or (wrong.body, wrong.code) == (self.body, self.code)


@dataclass
class Ground:
    """Where faults are planted; `handed` is there at the last stage only, and changed in place."""

    draft: Draft
    rng: Random
    handed: list[Handed]

    def pick(self, *names: str) -> str:
        """One of these bodies in which nothing is planted yet; of all that are no governments."""
        return self.draft.pick(self.rng, names or self.draft.leaves())

    def form(self) -> str:
        """A kind of file."""
        return self.rng.choice(FORMS)


@dataclass(frozen=True)
class Fault:
    """A kind of fault."""

    stage: Stage
    plant: Callable[[Ground], Planted]
