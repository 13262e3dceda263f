"""What the tables say of one report.  Pure: it reads no file and knows no engine."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any, NamedTuple, cast

from gklint.corpus.items import Item
from gklint.corpus.places import each, told
from gklint.corpus.rows import Rows
from gklint.corpus.schema import PLACES, WHOLE
from gklint.findings.diagnostics import Diagnostic
from gklint.findings.effect import effect_of
from gklint.findings.report import Report
from gklint.form.form import Form
from gklint.form.structure import Structure
from gklint.model.abstract import Figures, State, figures
from gklint.model.document import Document, Table
from gklint.model.facts import Statement
from gklint.parse.facts import statements_of
from gklint.ruleset.severity import Severity
from gklint.text.values import Number

Where = Callable[[str, Sequence[str]], str | None]
"""The division of a body, by its name and by what stands around it."""

Tables = Mapping[str, Figures]
_TOO_LARGE = 10 ** (WHOLE - PLACES)
_DIGITS = re.compile(r"\d+")  # which tell the years of a body from one another, not its place
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
_NUMBERS = ("number", "charged", "yuan", "total", "notices")
"""Which number of a statement is its main one: the first of these that it has."""


class Read(NamedTuple):
    """A report, and what is told with it.

    ``otherwise``: the same by other rules; None where no others are tried.
    """

    item: Item
    report: Report
    data: bytes
    digest: str
    rules: str
    otherwise: Report | None = None


def tell(rows: Rows, read: Read, form: Form, where: Where) -> None:
    """Add what the tables say of a report, or why they say nothing."""
    report, item = read.report, read.item
    if report.format is None or report.document is None:
        first = report.diagnostics[0]
        fail(rows, item, first.code, first.message)
        return
    year = report.year or item.known.year
    tables = _tables(report.document, form.structure)
    body = report.agency or item.known.body
    around = (_DIGITS.sub("", item.address.removeprefix(item.source)),)
    division = item.known.division or (where(body, around) if body else None)
    rows.add(
        "reports",
        year,
        item.number,
        item.address,
        item.source,
        body,
        division,
        report.format,
        report.document.title.text if report.document.title else None,
        read.digest,
        len(read.data),
        *_counted(report),
        *_states(tables),
        item.known.said,
        read.rules,
    )
    _cells(rows, year, item.number, report.document, tables)
    _findings(rows, year, item.number, report)
    _statements(rows, year, item.number, report.document)
    _texts(rows, year, item.number, report.document)
    if read.otherwise is not None:
        _effects(rows, year, item.number, report, read.otherwise)


def fail(rows: Rows, item: Item, reason: str, message: str) -> None:
    """Add that a file gave no report, and why."""
    rows.add(
        "failures",
        item.known.year,
        *(item.number, item.address, item.source, reason, message, item.known.said),
    )


def _counted(report: Report) -> Iterator[int]:
    found = Counter(each.severity for each in report.diagnostics)
    yield from (found[each] for each in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    yield len(report.accepted)
    yield from (report.checks.passed, report.checks.failed, report.checks.undecided)


def _states(tables: Tables) -> Iterator[int]:
    states = Counter(chain.from_iterable(table.without.values() for table in tables.values()))
    states[State.NUMBER] = sum(len(table) - len(table.without) for table in tables.values())
    yield from (states[each] for each in State)


# -- cells -----------------------------------------------------------------------------------


def _cells(rows: Rows, year: int | None, number: int, document: Document, tables: Tables) -> None:
    """All cells of the version of the form; those of a table that is not there are missing."""
    for name, cells in tables.items():
        count, numbers = len(cells), _fitting(cells.in_order)
        rows.extend(
            "cells",
            year,
            [number] * count,
            [name] * count,
            *zip(*cells, strict=True),
            numbers,
            _texts_of(cells, numbers, document, document.tables.get(name)),
            _states_of(cells),
            each(document.source, cells.starts),
        )


def _states_of(cells: Figures) -> Sequence[str]:
    states = [State.NUMBER.value] * len(cells)
    for place, state in cells.without.items():
        states[place] = state.value
    return states


def _tables(document: Document, structure: Structure) -> Tables:
    """The cells of each table of the version of a report."""
    version = str(document.version)
    return {
        name: figures(
            table.shape if table else structure.shapes[structure.start(name, version)], table
        )
        for name in structure.tables
        for table in (document.tables.get(name),)
    }


def _texts_of(
    cells: Figures, numbers: Sequence[Number | None], document: Document, table: Table | None
) -> list[str | None]:
    """What is printed in each cell where it is anything but the plain number."""
    text = document.source.text
    printed = [text[start:end] for start, end in zip(cells.starts, cells.ends, strict=True)]
    if printed == [*map(str, numbers)]:
        return [None] * len(printed)
    labels = {name: row.label.start for name, row in table.rows.items()} if table else {}
    return [
        None if not shown or shown == str(number) or start == labels.get(row) else _one_line(shown)
        for shown, number, start, (row, _) in zip(
            printed, numbers, cells.starts, cells, strict=True
        )
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fitting(numbers: Sequence[Number | None]) -> Sequence[Number | None]:
    """Numbers, as far as the tables have room for them."""
    if {*map(type, numbers)} == {int}:
        whole = cast("Sequence[int]", numbers)
        if -_TOO_LARGE < min(whole) and max(whole) < _TOO_LARGE:
            return numbers
    return [*map(fitting, numbers)]


def fitting(number: Number | None) -> Number | None:
    """A number, if the tables have room for it; what is printed is told in any case."""
    if number is None or not -_TOO_LARGE < number < _TOO_LARGE:
        return None
    if isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        return number if isinstance(exponent, int) and exponent >= -PLACES else None
    return number


# -- the rest --------------------------------------------------------------------------------


def _findings(rows: Rows, year: int | None, number: int, report: Report) -> None:
    accepted = ((each.diagnostic, each.acceptance.by) for each in report.accepted)
    for found, by in (*((found, None) for found in report.diagnostics), *accepted):
        rows.add(
            "findings",
            year,
            *(number, found.code, str(found.severity), found.message),
            *(found.cell or (None, None, None)),
            *(told(found.range, found.place), by, found.fingerprint),
        )


def _statements(rows: Rows, year: int | None, number: int, document: Document) -> None:
    for kind, found in vars(statements_of(document)).items():
        for statement in found:
            main, said = parted(statement)
            rows.add(
                "statements",
                year,
                *(number, kind, statement.said.get("about"), main, said),
                *(statement.section, statement.part, statement.sentence),
                told(statement.range, statement.place),
            )


def parted(statement: Statement) -> tuple[Number | None, str | None]:
    """The main number of a statement, if the tables have room for it, and all else as JSON."""
    said = {name: value for name, value in statement.said.items() if value is not None}
    said.pop("about", None)
    name = next((name for name in _NUMBERS if name in said), None)
    main: Any = said[name] if name else None
    main = fitting(main)
    if name and main is not None:
        del said[name]
    return main, _JSON.encode(said) if said else None


def _texts(rows: Rows, year: int | None, number: int, document: Document) -> None:
    sections = ((each.name, each.passages) for each in document.sections.values())
    texts = [(name, [passage.prose for passage in passages]) for name, passages in sections]
    for section, proses in ((None, document.front), *texts):
        if text := "\n".join(prose.text for prose in proses):
            rows.add("texts", year, number, section, text)


def _effects(rows: Rows, year: int | None, number: int, report: Report, other: Report) -> None:
    came, gone, moved = effect_of(report.diagnostics, other.diagnostics).parted()
    add = partial(_effect, rows, year, number)
    for found in came:
        add("came", found)
    for found in gone:
        add("gone", found)
    for now, then in moved:
        add("moved", now, then)


def _effect(
    rows: Rows,
    year: int | None,
    number: int,
    change: str,
    found: Diagnostic,
    then: Diagnostic | None = None,
) -> None:
    before = told(then.range, then.place) if then else None
    rows.add(
        "effects",
        year,
        *(number, found.code, change, str(found.severity), found.message),
        *(told(found.range, found.place), before),
    )
