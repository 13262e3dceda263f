"""The rows of the tables, gathered by columns: so they go from one process to another at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gklint.corpus.schema import TABLES


class Key(NamedTuple):
    """Which file rows go to: their table, and their year (None: it is not known)."""

    table: str
    year: int | None


Columns = tuple[list[object], ...]
"""The values of a table, a list for each column of its schema; all are as long."""


class Rows:
    """Rows of all tables.  What is written of them must not depend on their order."""

    def __init__(self) -> None:
        self.columns: dict[Key, Columns] = {}

    def add(self, table: str, year: int | None, *values: object) -> None:
        """A row."""
        for column, value in zip(self._of(Key(table, year)), values, strict=True):
            column.append(value)

    def extend(self, table: str, year: int | None, *columns: Sequence[object]) -> None:
        """Rows, by columns."""
        for column, values in zip(self._of(Key(table, year)), columns, strict=True):
            column.extend(values)

    def update(self, others: Mapping[Key, Columns]) -> None:
        """The rows of others too."""
        for (table, year), columns in others.items():
            self.extend(table, year, *columns)

    def _of(self, key: Key) -> Columns:
        if key not in self.columns:
            self.columns[key] = tuple([] for _ in TABLES[key.table])
        return self.columns[key]
