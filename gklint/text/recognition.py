"""What is known of text that was read from a picture: how surely, what else it may say, where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from gklint.frozen import Frozen

CLEAR = 0.8
"""How sure a character has to be to be taken for clear."""
LIKELY = 6.0
"""The cost up to which a reading is thought of: once in four hundred times."""
CLEARLY = 4.0
"""So much the next reading has to cost, for the first to be clear."""
OF_OTHERS = 5.0
"""What a reading costs that only others had: it is thought of, and makes no clear one doubtful."""
_WELL = 0.9  # of the lines of a page


class Reading(NamedTuple):
    """What a number may be, and how much less likely that is than the likeliest.

    ``cost``: how many times, as a natural logarithm.
    """

    text: str
    cost: float


class Crop(NamedTuple):
    """Where something stands on a page: a box in millimetres from its left upper corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class State(Enum):
    """How sure a number is that was read from a picture."""

    CERTAIN = "certain"  # one clear reading, in a sum that holds
    BY_SUMS = "by_sums"  # one of several, the only one with which the sums hold
    UNCERTAIN = "uncertain"


class Alike(NamedTuple):
    """A digit in a line of print, the how many-th character from 0, that may be another."""

    at: int
    other: str


class Seen(NamedTuple):
    """A line of print as it was recognised.

    sure: how likely the least likely of its characters is.  readings: all that it may be as a
    number, the likeliest first; none of other text, of which ``alike`` are the doubtful digits.
    picture: a PNG of it.
    state, instead_of: of a number, how it was settled, and what it would have been by itself.
    """

    sure: float
    crop: Crop
    readings: tuple[Reading, ...] = ()
    picture: bytes = b""
    state: State | None = None
    instead_of: str | None = None
    alike: tuple[Alike, ...] = ()

    def moved(self, right: float, down: float) -> Seen:
        """The same at another place of its page, so many millimetres away."""
        page, *box = self.crop
        by = (right, down, right, down)
        crop = Crop(page, *(round(at + more, 1) for at, more in zip(box, by, strict=True)))
        return self._replace(crop=crop)

    @property
    def is_clear(self) -> bool:
        """Whether none of its characters is doubtful."""
        return self.state in _SETTLED or self.sure >= CLEAR


_SETTLED = (State.CERTAIN, State.BY_SUMS)


Recognised = tuple[int, int, Seen]
"""A line of print, with the offsets in a text where it begins and ends."""


def recognition_of(lines: Sequence[Recognised], pages: int) -> Recognition | None:
    """What is known of so many pages; None if there are none."""
    if not pages:
        return None
    starts, ends, seen = zip(*lines, strict=True) if lines else ((), (), ())
    return Recognition(starts, ends, seen, pages)


class Recognition(Frozen):
    """The text of a file that was read from pictures.

    starts, ends: offsets of the lines of print.  seen: each of them.  pages: how many were read.
    unsettled: tables whose sums could not be tried with all readings in time.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    seen: tuple[Seen, ...]
    pages: int
    unsettled: frozenset[str] = frozenset()

    def at(self, start: int) -> Seen | None:
        """The line of print that begins at an offset, or has it in it."""
        index = bisect_right(self.starts, start) - 1
        inside = index >= 0 and start <= self.ends[index]
        return self.seen[index] if inside else None

    def within(self, start: int, end: int) -> tuple[Seen, ...]:
        """The lines of print that have something of a stretch of text."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, max(end - 1, start))
        found = range(first, last)
        return tuple(self.seen[each] for each in found if self.ends[each] > start)

    @cached_property
    def numbers(self) -> int:
        """How many numbers of cells were read."""
        return sum(bool(each.readings) for each in self.seen)

    def settled(self, states: Mapping[int, Seen], unsettled: frozenset[str]) -> Recognition:
        """The same with what is known now of the numbers at some offsets."""
        seen = (states.get(at, each) for at, each in zip(self.starts, self.seen, strict=True))
        return self._replace(seen=tuple(seen), unsettled=unsettled)

    def moved(self, move: Callable[[int], int]) -> Recognition:
        """The same of a text in which other characters stand in some places."""
        starts, ends = tuple(map(move, self.starts)), tuple(map(move, self.ends))
        return self._replace(starts=starts, ends=ends)

    def is_clear(self, start: int, end: int) -> bool:
        """Whether all print of a stretch of text was read clearly."""
        return all(each.is_clear for each in self.within(start, end))

    def is_well_read(self, page: int) -> bool:
        """Whether nearly all print of a page was read clearly."""
        lines = [each.is_clear for each in self.seen if each.crop.page == page]
        return sum(lines) >= _WELL * len(lines)
