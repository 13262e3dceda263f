"""Small changes to documents, and choices of places, that several defects share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .document import Document, Row, Table, Value, section_of, with_rows, with_sentences
from .figures import FEES, SPENT
from .labels import TABLES, Address, CellKey

if TYPE_CHECKING:
    from random import Random

    from .model import Report
    from .voice import Sentence


def with_cell(document: Document, cell: CellKey, text: str) -> Document:
    """A copy with another text in one cell."""
    table, key, column = cell

    def row(old: Row) -> Row:
        if old.key != key:
            return old
        values = tuple(Value(v.column, text) if v.column == column else v for v in old.values)
        return replace(old, values=values)

    return with_rows(document, table, lambda rows: tuple(map(row, rows)))


def any_cell(report: Report, rng: Random, fees: bool = True) -> CellKey:
    """A cell of any table, tables equally likely; without `fees` one that holds a count."""
    name = rng.choice(TABLES)
    cells = [key for key in report.numbers.counts if key[0] == name]
    if fees and name == "disclosure":
        return rng.choice([*cells, SPENT if report.numbers.of_2019 else FEES])
    return rng.choice([key for key in cells if key[2] != "change"])


def table_of(document: Document, name: str) -> Table:
    """The table with this name."""
    return next(b for b in section_of(document, name).blocks if isinstance(b, Table))


def row_places(table: str, row: str) -> tuple[Address, ...]:
    """The label and the values of a row."""
    return (("row", table, row), ("cell", table, row))


def replace_marked(document: Document, mark: Address, new: tuple[Sentence, ...]) -> Document:
    """Put `new` where the sentences with this mark were."""
    return with_sentences(document, lambda s: new if mark in s.marks else (s,))


def after_marked(document: Document, mark: Address, sentence: Sentence) -> Document:
    """Put a sentence after the one with this mark."""
    return with_sentences(document, lambda s: (s, sentence) if mark in s.marks else (s,))
