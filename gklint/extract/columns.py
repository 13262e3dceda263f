"""The columns of a flat table of reports: the same whatever reports and formats come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from gklint.findings.messages import Speaker
from gklint.form.structure import Row, Structure, version_of
from gklint.model.abstract import State
from gklint.model.document import Address
from gklint.model.facts import Cell, Facts, Quote
from gklint.model.outcomes import CellName
from gklint.text.values import Number
from gklint.words import say

_JOINT = "; "
Value = str | Number | None
Show = Callable[[Address], str]


class Column(NamedTuple):
    """A column: its name in the contract's terms, its head, what it says, its value.

    Of the numbers also the ``cell``, and its head in ``parts``: the table, the group of rows or "",
    the row, the column.
    """

    name: str
    printed: str
    meaning: str
    value: Callable[[Facts], Value]
    cell: CellName | None = None
    parts: tuple[str, ...] = ()


OWNER = 3
"""How many columns say whose report it is."""

_FILE: Mapping[str, Callable[[Facts], Value]] = {
    "agency": lambda facts: facts.agency,
    "year": lambda facts: facts.year,
    "path": lambda facts: facts.path,
    "format": lambda facts: facts.format,
    "error": lambda facts: facts.error.code if facts.error else None,
    "error_message": lambda facts: facts.error.message if facts.error else None,
    "title": lambda facts: facts.title.text if facts.title else None,
    "period_start": lambda facts: facts.period.start if facts.period else None,
    "period_end": lambda facts: facts.period.end if facts.period else None,
    "telephone": lambda facts: _joined(facts.contact.telephone),
    "fax": lambda facts: _joined(facts.contact.fax),
    "email": lambda facts: _joined(facts.contact.email),
    "address": lambda facts: _joined(facts.contact.address),
    "postcode": lambda facts: _joined(facts.contact.postcode),
}


def columns(speaker: Speaker, show: Show) -> tuple[Column, ...]:
    """All columns in order; ``show`` names the cells that are blank, unreadable or missing."""
    file = (_named(speaker, name, value) for name, value in _FILE.items())
    return (*file, *_sections(speaker), *_states(speaker, show), *_numbers(speaker))


def _named(speaker: Speaker, name: str, value: Callable[[Facts], Value]) -> Column:
    """A column whose head is a text of ours."""
    head, meaning = f"columns.{name}", f"columns.{name}-means"
    return Column(name, say(speaker.lang, head), say(speaker.lang, meaning), value)


def cells(structure: Structure) -> dict[CellName, tuple[str, Row]]:
    """All cells in the order of the form, those of former formats last: start rule and row."""
    newest = [structure.start(table) for table in structure.tables]
    found: dict[CellName, tuple[str, Row]] = {}
    for start in dict.fromkeys((*newest, *structure.shapes)):
        shape = structure.shapes[start]
        for row in shape.rows:
            for column in row.columns:
                found.setdefault(CellName(shape.name, row.name, column), (start, row))
    return found


def dotted(address: Address) -> str:
    """``requests.granted.total``: an address by the names of the contract."""
    return ".".join(filter(None, address))


def printed(speaker: Speaker, address: Address) -> str:
    """表三, the label of the row, the head of the column: an address by the printed names."""
    return " ".join(filter(None, speaker.names(address).values()))


def _joined(quotes: Iterable[Quote]) -> str:
    return _JOINT.join(dict.fromkeys(quote.text for quote in quotes))


def _sections(speaker: Speaker) -> Iterator[Column]:
    meaning = say(speaker.lang, "columns.section-means")
    for name in speaker.structure.sections:
        value = partial(_has_section, name=name)
        yield Column(f"sections.{name}", speaker.structure.printed[name], meaning, value)


def _has_section(facts: Facts, name: str) -> int | None:
    return None if facts.error else int(any(name == found.name for found in facts.sections))


# -- the tables ----------------------------------------------------------------------------


def _states(speaker: Speaker, show: Show) -> Iterator[Column]:
    for state in (State.BLANK, State.UNREADABLE, State.MISSING):
        yield _named(speaker, state.value, partial(_in_state, state=state, show=show))


def _in_state(facts: Facts, state: State, show: Show) -> str:
    return _JOINT.join(map(show, _addresses(facts, state)))


def _addresses(facts: Facts, state: State) -> Iterator[Address]:
    """The cells in a state; a row or table of nothing else as a whole."""
    for table, rows in facts.tables.items():
        if all(_all(row.values(), state) for row in rows.values()):
            yield Address(table)
            continue
        for name, row in rows.items():
            if _all(row.values(), state):
                yield Address(table, name)
                continue
            yield from (
                Address(table, name, column) for column, cell in row.items() if cell.state is state
            )


def _all(cells: Iterable[Cell], state: State) -> bool:
    return all(cell.state is state for cell in cells)


def _numbers(speaker: Speaker) -> Iterator[Column]:
    for cell, (start, row) in cells(speaker.structure).items():
        address, version = Address(*cell), version_of(start)
        meaning = "columns.former-number-means" if version else "columns.number-means"
        table, *row_and_column = speaker.names(address).values()
        if version:
            table = say(speaker.lang, "columns.former-table", table=table, version=version)
        yield Column(
            dotted(address),
            printed(speaker, address),
            say(speaker.lang, meaning),
            partial(_number, name=cell),
            cell,
            (table, speaker.structure.printed.get(row.group, ""), *row_and_column),
        )


def _number(facts: Facts, name: CellName) -> Number | None:
    cell = facts.cell(name)
    return cell.value if cell else None
