"""What the running text of a report states: counts, none, fees, contacts, the period.

A statement holds what was said and where; whether it is right is for a check to say.
What cannot be told with certainty has its ``doubt``: a difference then proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from gklint.text.prose import Prose
from gklint.text.source import Span
from gklint.text.values import Number


class Where(NamedTuple):
    """The place of a statement: its section (None: before the first), part, and spans."""

    section: str | None
    part: str | None
    span: Span
    sentence: Span
    year: int | None


class Doubt(Enum):
    """Why a number that differs from the table may be right all the same."""

    ROUGH = "rough"  # no exact number
    WIDER = "wider"  # of other bodies too
    TIME = "time"  # of several years, or of a part of one
    PART = "part"  # of one body or kind
    SHARE = "share"  # of one channel, by which some of all came
    NEW = "new"  # of the new ones alone, without what was carried in


SOME = (None, Doubt.ROUGH, Doubt.SHARE)
"""The doubts that leave none about whether there were any at all."""


class Count(NamedTuple):
    """A number of cases.  ``about``: what it counts (``counts`` in ``rules/format/prose.yaml``).

    ``number``: None where it is only said roughly.  ``column``: the applicants or the result
    it is about, None for all.  ``apart``: what it could be added up with is counted beside it.
    ``at``: where the number stands in its sentence; ``again``: it is one that was counted before
    (均为自然人).
    """

    about: str
    number: int | None
    doubt: Doubt | None
    where: Where
    at: int = 0
    column: str | None = None
    apart: bool = False
    again: bool = False

    @property
    def partial(self) -> bool:
        """Whether it need not be the number of the table."""
        return self.doubt is not None

    @property
    def certain(self) -> bool:
        """Whether it is the number of all of them, of this body and year."""
        return self.doubt is None and self.column is None

    @property
    def of_new(self) -> bool:
        """Whether all the new requests are counted."""
        return self.about == "new" and self.column is None

    @property
    def some(self) -> bool:
        """Whether it says that there were any."""
        return self.number != 0


class Charge(NamedTuple):
    """An amount that table two counts too, in yuan.  ``about``: what it counts."""

    about: str
    yuan: Decimal
    doubt: Doubt | None
    where: Where


class NoRequests(NamedTuple):
    """It is said that there were no requests (``only_new``: no new ones)."""

    only_new: bool
    where: Where


class Fee(NamedTuple):
    """A statement on the fee for processing information.  Amounts in yuan.

    ``none``: none was charged.  ``charged``: the amount collected; ``notified``: the amount
    of the fee notices.  ``rests_on``: ``"requests"`` or ``"none"`` where the sentence gives
    requests, or their absence, as its ground.  ``roughly``: where an amount stands that is no
    exact one.
    """

    none: bool
    charged: Decimal | None
    notified: Decimal | None
    notices: int | None
    rests_on: str | None
    where: Where
    roughly: Where | None = None


class Parts(NamedTuple):
    """A total with its parts in one sentence.

    ``complete``: the parts claim to be all.  ``nested``: some may part others again.
    ``ends``: behind how many parts something else may begin, or the list ends.
    """

    total: Number
    parts: tuple[Number, ...]
    unit: str
    complete: bool
    where: Where
    nested: bool = False
    ends: tuple[int, ...] = ()


class Phone(NamedTuple):
    """A telephone or fax number as printed.  ``label``: 电话, 传真 or another."""

    label: str
    number: str
    where: Where


class Period(NamedTuple):
    """The period of the statistics; a year that is not repeated is None."""

    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
    where: Where


class DamagedPeriod(NamedTuple):
    """A period that has lost signs or digits; ``meant``: the only whole year that it can mean."""

    printed: str
    meant: int | None
    where: Where


class Statements(NamedTuple):
    """All that was found, in the order of the text."""

    counts: tuple[Count, ...] = ()
    charges: tuple[Charge, ...] = ()
    no_requests: tuple[NoRequests, ...] = ()
    no_disputes: tuple[tuple[str, Where], ...] = ()
    fees: tuple[Fee, ...] = ()
    notices: tuple[Where, ...] = ()
    parts: tuple[Parts, ...] = ()
    phones: tuple[Phone, ...] = ()
    other_contacts: tuple[Where, ...] = ()
    periods: tuple[Period, ...] = ()
    damaged_periods: tuple[DamagedPeriod, ...] = ()

    @property
    def numbered(self) -> Sequence[Where]:
        """The places of those that say numbers, but for telephones."""
        return (
            *(each.where for each in self.counts),
            *(each.where for each in self.charges),
            *(each.where for each in self.fees),
            *(each.where for each in self.parts),
            *(each.where for each in self.periods),
        )


class Passage(NamedTuple):
    """A paragraph and the section and part it stands in (by their names)."""

    section: str | None
    part: str | None
    prose: Prose
