"""What a government's report should come to: the sum of the reports of the bodies right below it.

A report holds the numbers of all bodies below its own: those of a county are in its government's,
which is in the city's.  So only the reports right below are added up, never those below them.
What a government handles by itself stands in the report of its office, which is one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from gklint.form.bodies import OFFICE, BodyNames
from gklint.frozen import Frozen
from gklint.model.abstract import Abstract, State
from gklint.model.county import County
from gklint.text.values import Number, Value

Cell = tuple[str, str, str]
"""Table, row and column."""

NO_REPORT = "messages.addend-no-report"
_LACKS = {
    State.BLANK: "messages.addend-blank",
    State.UNREADABLE: "messages.addend-unreadable",
    State.MISSING: "messages.addend-missing",
}


class Part(NamedTuple):
    """A body whose numbers are added up, and its reports: none, one, or several.

    ``vertical``: it answers to its ministry alone, so that it may be counted or not.  ``sums``:
    what its own cells should come to, where they do not; either may have been added up.
    """

    body: str
    reports: tuple[Abstract, ...]
    vertical: bool = False
    sums: Mapping[Cell, Number] = {}


class Addend(NamedTuple):
    """What one body adds to a cell.  ``lack``: the key of a text of why there is no number.

    ``printed``: what its report says, where the sum that it should say was added up instead.
    """

    body: str
    number: Number | None
    lack: str | None = None
    printed: Number | None = None


class Line(Frozen):
    """A cell of a government's report beside those of its bodies; None where it cannot be told."""

    own: Number | None
    addends: tuple[Addend, ...]

    @cached_property
    def known(self) -> Number:
        """The sum of the addends that have a number."""
        return sum((each.number for each in self.addends if each.number is not None), 0)

    @cached_property
    def sum(self) -> Number | None:
        """The sum of all of them."""
        return self.known if all(each.number is not None for each in self.addends) else None

    @cached_property
    def difference(self) -> Number | None:
        """How much more the government's report has."""
        return None if self.own is None or self.sum is None else self.own - self.sum

    @cached_property
    def agrees(self) -> bool | None:
        """Whether the report has the sum, which it may have rounded."""
        return None if self.difference is None else self.is_nothing(self.difference)

    def is_nothing(self, difference: Number) -> bool:
        """Whether a difference is none, or comes of rounding the report's number."""
        if not difference or not isinstance(difference, Decimal) or not self.own:
            return not difference
        exponent = Decimal(self.own).as_tuple().exponent
        return isinstance(exponent, int) and abs(difference) <= Decimal(5).scaleb(exponent - 1)


Lines = Mapping[Cell, Line]


class Account(NamedTuple):
    """The bodies that a government adds up.

    ``own``: which entries are its reports; ``by_office``: only its office handed in any, which may
    be about the office alone.  ``complete``: what it handles by itself is among the parts.
    """

    own: tuple[int, ...]
    parts: tuple[Part, ...]
    complete: bool
    by_office: bool

    def missing(self, *, vertical: bool = False) -> list[str]:
        """The bodies without a report: those that count, or those that may be counted or not."""
        return [part.body for part in self.parts if not part.reports and part.vertical == vertical]


def reconcile(county: County, parent: str, names: BodyNames) -> Lines:
    """The cells of the report of a member beside those of the bodies right below it.

    Empty where there is nothing to compare: it is no government, has no report, or no body below
    it.  (Another body counts what it does itself beside what those below it do.)
    """
    if not names.read(parent).government:
        return {}
    account = account_of(county, parent, names)
    if not account.own or not account.parts:
        return {}
    return lines_of(county.entries[account.own[0]].report, account.parts)


def account_of(county: County, parent: str, names: BodyNames) -> Account:
    """What a member has to add up."""
    handed: dict[str | None, list[int]] = {}
    for number, entry in enumerate(county.entries):
        handed.setdefault(entry.body, []).append(number)

    def reports(numbers: Iterable[int]) -> tuple[Abstract, ...]:
        return tuple(county.entries[number].report for number in numbers)

    parts = [
        Part(
            member.name,
            reports(handed.get(member.name, ())),
            re.search(names.vertical, member.name) is not None,
            _sums(county, member.name, names),
        )
        for member in county.below(parent)
    ]
    mine = handed.get(parent, [])
    offices = [n for n in mine if _is_office(county.entries[n].report.agency, names)]
    whole = [n for n in mine if n not in offices]
    own = whole or mine
    if parts and len(own) < len(mine):  # its office, which the list has under one name with it
        parts.append(Part(parent, reports(offices)))
    complete = any(part.body == parent or _sits_with(part.body, parent, names) for part in parts)
    by_office = not (whole or _is_office(parent, names))
    return Account(tuple(own), tuple(parts), complete, by_office)


def _sums(county: County, name: str, names: BodyNames) -> Mapping[Cell, Number]:
    """What the cells of a government should come to that are not the sums of its bodies."""
    lines = reconcile(county, name, names)
    return {
        cell: line.sum
        for cell, line in lines.items()
        if line.sum is not None and line.agrees is False
    }


def lines_of(own: Abstract, parts: Sequence[Part]) -> Lines:
    """The cells of a report beside those of others.

    Where a body may be counted in one way or another, it is in the way that fits best.
    """
    taken = [part._replace(sums={}) for part in parts]
    lines = _lines(own, taken)
    for part in parts:
        ways: list[list[Part]] = []
        if part.vertical:
            ways.append([each for each in taken if each.body != part.body])
        if part.sums:
            ways.append([part if each.body == part.body else each for each in taken])
        for way in ways:
            tried = _lines(own, way)
            if _unlike(tried) < _unlike(lines):
                taken, lines = way, tried
    return lines


def _unlike(lines: Lines) -> int:
    return sum(not line.agrees for line in lines.values())


def _lines(own: Abstract, parts: Sequence[Part]) -> Lines:
    return {
        (table, row, column): Line(
            figure.number,
            tuple(_addend(part, (table, row, column), own.units.get(column)) for part in parts),
        )
        for table, figures in own.tables.items()
        for (row, column), figure in figures.items()
    }


def _addend(part: Part, cell: Cell, unit: str | None) -> Addend:
    """What a body adds, in a unit of money: of several reports the number that all of them have."""
    figures = [report.figure(*cell) for report in part.reports]
    if not figures:
        return Addend(part.body, None, NO_REPORT)
    numbers = {
        Value(False, figure.number, report.units.get(cell[2], "")).counted_in(unit)
        if figure
        else None
        for figure, report in zip(figures, part.reports, strict=True)
    }
    if len(numbers) > 1:
        return Addend(part.body, None, "messages.addend-differs")
    number = numbers.pop()
    if number is not None and cell in part.sums:
        return Addend(part.body, part.sums[cell], None, number)
    if number is not None:
        return Addend(part.body, number)
    state = figures[0].state if figures[0] else State.MISSING
    return Addend(part.body, None, _LACKS[state])


def _is_office(agency: str | None, names: BodyNames) -> bool:
    return agency is not None and names.kind(names.read(agency).rest) == OFFICE


def _sits_with(name: str, parent: str, names: BodyNames) -> bool:
    """Whether a body is the office of a government."""
    office, seat = names.read(name), names.read(parent)
    return _is_office(name, names) and (not office.places or office.seat == seat.seat)
