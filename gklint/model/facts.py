"""What is extracted of a report.  The field names are the keys of JSON, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from gklint.model.abstract import State
from gklint.model.outcomes import CellName
from gklint.text.recognition import Seen
from gklint.text.source import Place, Range
from gklint.text.values import Number


class Cell(NamedTuple):
    """A cell of the form.  ``value``: its number, if it is one.

    ``text``: as printed, where that is anything but the plain number; of a row that cannot
    be cut into cells, the whole row.  A missing cell has no place.  ``seen``: how it was read, if
    that was from a picture.
    """

    value: Number | None
    text: str | None
    state: State
    range: Range | None
    place: Place | None
    seen: Seen | None = None


class Quote(NamedTuple):
    """What is printed, and where."""

    text: str
    range: Range | None
    place: Place | None


class Heading(NamedTuple):
    """A section that is there, by the name of its heading (``"overview"``)."""

    name: str
    text: str
    range: Range | None
    place: Place | None


class Period(NamedTuple):
    """The period of the figures: ``2023-01-01``; ``01-01`` where no year is printed."""

    start: str
    end: str
    range: Range | None
    place: Place | None


class Statement(NamedTuple):
    """A statement of the running text: what it says (see ``statements``), and where.

    ``year``: the last one named before it in its ``sentence``.
    """

    said: Mapping[str, object]
    section: str | None
    part: str | None
    year: int | None
    sentence: str
    range: Range | None
    place: Place | None


class Error(NamedTuple):
    """Why a file could not be extracted: the finding about it as a whole."""

    code: str
    message: str


@dataclass(frozen=True)
class Contact:
    """How to reach the agency: as printed, but in half width; in the order of the text."""

    telephone: tuple[Quote, ...] = ()
    fax: tuple[Quote, ...] = ()
    email: tuple[Quote, ...] = ()
    address: tuple[Quote, ...] = ()
    postcode: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Stated:
    """The statements of the running text by kind; amounts of fees are in yuan."""

    counts: tuple[Statement, ...] = ()
    no_requests: tuple[Statement, ...] = ()
    no_disputes: tuple[Statement, ...] = ()
    fees: tuple[Statement, ...] = ()
    fee_notices: tuple[Statement, ...] = ()
    sums: tuple[Statement, ...] = ()
    charges: tuple[Statement, ...] = ()


Tables = Mapping[str, Mapping[str, Mapping[str, Cell]]]
"""Cells by table, row and column, each in the order of the form."""


@dataclass(frozen=True)
class Facts:
    """The facts of one file.  With an ``error``, what could not be found out is None or empty."""

    path: str | None
    format: str | None
    agency: str | None
    year: int | None
    error: Error | None
    title: Quote | None = None
    period: Period | None = None
    contact: Contact = Contact()
    sections: tuple[Heading, ...] = ()
    tables: Tables = field(default_factory=dict)
    statements: Stated = Stated()

    def cell(self, name: CellName) -> Cell | None:
        """A cell; None where the format of the report has no such one."""
        return self.tables.get(name.table, {}).get(name.row, {}).get(name.column or "")
