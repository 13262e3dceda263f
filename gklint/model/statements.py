"""What the running text of a report states: counts, none, fees, contacts, the period.

A statement holds what was said and where; whether it is right is for a check to say.
What cannot be told with certainty is marked ``partial``: a difference then proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from gklint.text.prose import Prose
from gklint.text.source import Span


class Where(NamedTuple):
    """The place of a statement: its section (None: before the first), part, and spans."""

    section: str | None
    part: str | None
    span: Span
    sentence: Span
    year: int | None


class Count(NamedTuple):
    """A number of cases.  ``about``: new, carried_in, handled, answered, dealt, carried_out,
    review, litigation, issued, repealed or in_force.  ``partial``: it may count less.
    """

    about: str
    number: int
    partial: bool
    where: Where
    at: int = 0  # in its sentence


class NoRequests(NamedTuple):
    """It is said that there were no requests (``only_new``: no new ones)."""

    only_new: bool
    where: Where


class Fee(NamedTuple):
    """A statement on the fee for processing information.  Amounts in yuan.

    ``none``: none was charged.  ``charged``: the amount collected; ``notified``: the amount
    of the fee notices.  ``rests_on``: ``"requests"`` or ``"none"`` where the sentence gives
    requests, or their absence, as its ground.
    """

    none: bool
    charged: Decimal | None
    notified: Decimal | None
    notices: int | None
    rests_on: str | None
    where: Where


class Parts(NamedTuple):
    """A total with its parts in one sentence.  ``complete``: the parts claim to be all."""

    total: int
    parts: tuple[int, ...]
    unit: str
    complete: bool
    where: Where


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


@dataclass(frozen=True)
class Statements:
    """All that was found, in the order of the text."""

    counts: tuple[Count, ...] = ()
    no_requests: tuple[NoRequests, ...] = ()
    no_disputes: tuple[tuple[str, Where], ...] = ()
    fees: tuple[Fee, ...] = ()
    notices: tuple[Where, ...] = ()
    parts: tuple[Parts, ...] = ()
    phones: tuple[Phone, ...] = ()
    other_contacts: tuple[Where, ...] = ()
    periods: tuple[Period, ...] = ()
    damaged_periods: tuple[DamagedPeriod, ...] = ()


class Passage(NamedTuple):
    """A paragraph and the section and part it stands in (by their names)."""

    section: str | None
    part: str | None
    prose: Prose
