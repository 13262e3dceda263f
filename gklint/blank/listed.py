"""Numbers as ``gklint extract`` lists them: a report on each row (CSV, XLSX), or its tables (JSON).

The heads may be the names of the contract or what the form prints, in any language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from gklint.blank.given import MOST, Given, Rows, fail, number_at, place
from gklint.bodies.names import plain
from gklint.extract.columns import cells, columns, printed
from gklint.extract.xlsx import HEADS
from gklint.files.jsonfile import JsonFile, load
from gklint.files.keyed import MISSING, KeyPath
from gklint.findings.messages import Speaker
from gklint.form.structure import Structure
from gklint.model.outcomes import CellName
from gklint.text.values import Number
from gklint.words import LANGUAGES, say

Head = str | tuple[str, ...]


def of_rows(path: Path, rows: Rows, structure: Structure) -> list[Given] | None:
    """The reports of a sheet; None where it is none that ``gklint extract`` writes.

    Raises UsageError.
    """
    known = _known(structure)
    for depth in (1, HEADS):
        heads = [*_heads(rows, depth)]
        if any(known.get(head) == "agency" for head in heads):
            found = [*map(known.get, heads)]
            _check(path, rows, depth, found)
            return [*_reports(path, rows, depth, found)]
    return None


def _known(structure: Structure) -> Mapping[Head, str | CellName]:
    """What the columns are called: which cell each is of, or else its name."""
    known: dict[Head, str | CellName] = {}
    for lang in LANGUAGES:
        speaker = Speaker(structure, lang)
        for column in columns(speaker, partial(printed, speaker)):
            for head in (column.name, column.printed, column.parts):
                known[_plain(head)] = column.cell or column.name
    return known


def _plain(head: Head) -> Head:
    return plain(head) if isinstance(head, str) else tuple(map(plain, head))


def _heads(rows: Rows, depth: int) -> Iterator[Head]:
    """The heads of the columns: in one row, or in several above each other."""
    if len(rows) < depth:
        return
    for column, text in enumerate(rows[depth - 1]):
        above = tuple(plain(row[column]) for row in rows[:depth] if column < len(row))
        yield above if depth > 1 and above[0] else plain(text)


def _check(path: Path, rows: Rows, depth: int, found: list[str | CellName | None]) -> None:
    """Refuse a column that is not known, if anything stands in it."""
    for column, name in enumerate(found):
        if name is None and any(row[column].strip() for row in rows if column < len(row)):
            at = place(depth - 1, column)
            fail(path, "new.unknown-column", place=at, found=rows[depth - 1][column])


def _reports(
    path: Path, rows: Rows, depth: int, found: list[str | CellName | None]
) -> Iterator[Given]:
    sums = {say(lang, "columns.sum") for lang in LANGUAGES}
    for at, row in enumerate(rows[depth:], start=depth):
        said = {name: row[n].strip() for n, name in enumerate(found) if n < len(row)}
        if not any(said.values()) or (row[0] in sums and not said.get("year")):
            continue
        numbers = {
            name: number
            for column, name in enumerate(found)
            if isinstance(name, CellName)
            and (number := number_at(path, rows, at, column)) is not None
        }
        year = said.get("year") or ""
        yield Given(said.get("agency") or None, int(year) if year.isdecimal() else None, numbers)


# -- JSON --------------------------------------------------------------------------------------


def of_json(path: Path, structure: Structure) -> list[Given]:
    """The reports of a JSON file.  Raises ConfigError, which names the line."""
    file = load(path, MISSING, MOST, "new.advice-json")
    reports = file.value.get("reports") if isinstance(file.value, dict) else None
    if not isinstance(reports, list):
        file.fail((), "new.no-reports")
    return [_of_report(file, number, each, structure) for number, each in enumerate(reports)]


def _of_report(file: JsonFile, at: int, report: Any, structure: Structure) -> Given:
    path = ("reports", at)
    said = dict(_items(file, path, report))
    known = cells(structure)
    numbers: dict[CellName, Number] = {}
    for way, cell in _cells(file, (*path, "tables"), said.get("tables")):
        name = CellName(*way[-3:])
        if name not in known:
            file.fail(way, "new.unknown-cell", found=".".join(way[-3:]))
        value = dict(_items(file, way, cell)).get("value")
        if isinstance(value, bool) or not isinstance(value, int | float | None):
            file.fail(way, "new.no-json-number")
        if value is not None:
            numbers[name] = value if isinstance(value, int) else Decimal(str(value))
    agency, year = said.get("agency"), said.get("year")
    agency = agency if isinstance(agency, str) else None
    return Given(agency, year if isinstance(year, int) else None, numbers)


def _cells(file: JsonFile, path: KeyPath, tables: Any) -> Iterator[tuple[Any, Any]]:
    """The cells of a report with the keys that lead to each, the last three its name."""
    for table, rows in _items(file, path, tables):
        for row, found in _items(file, (*path, table), rows):
            for column, cell in _items(file, (*path, table, row), found):
                yield (*path, table, row, column), cell


def _items(file: JsonFile, path: KeyPath, value: Any) -> Iterable[tuple[str, Any]]:
    if not isinstance(value, dict):
        file.fail(path, "new.no-object")
    return value.items()
