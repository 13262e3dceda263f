"""Corpora made of rows, without reading any report, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gklint.corpus.asking import Corpus
from gklint.corpus.files import written
from gklint.corpus.journal import Entry, Journal, Part
from gklint.corpus.rows import Rows
from gklint.corpus.schema import TABLES

Cells = Mapping[tuple[str, str, str], int | str]
"""Numbers of cells; or the states of those without one."""


class Made:
    """A part of a corpus in the making."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.reports: list[int] = []

    def add(self, table: str, year: int | None, /, **values: object) -> None:
        """A row; what is not said is NULL."""
        self.rows.add(table, year, *(values.get(column.name) for column in TABLES[table]))

    def report(
        self,
        number: int,
        body: str | None,
        year: int | None,
        division: str | None = None,
        cells: Cells = MappingProxyType({}),
        **more: object,
    ) -> None:
        """A report with some cells."""
        self.reports.append(number)
        own: dict[str, object] = {"hash": f"hash {number}", "passed": 0, "failed": 0}
        own |= {"report": number, "body": body, "division": division, "undecided": 0, **more}
        self.add("reports", year, **own)
        for (table, row, column), value in cells.items():
            known = isinstance(value, int)
            self.add(
                "cells",
                year,
                report=number,
                table=table,
                row=row,
                column=column,
                value=value if known else None,
                state="number" if known else value,
            )

    def write(self, folder: Path, name: str = "part") -> Path:
        """Write it as a part that counts."""
        journal = Journal(folder)
        journal.open()
        files = written(self.rows.columns)
        for file in files:
            journal.put(name, file.key, file.data)
        entries = tuple(Entry(str(each), "source", "stamp", "hash") for each in self.reports)
        journal.change([Part(name, "rules", entries, tuple(file.key for file in files))])
        return folder


def asked(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of an answer."""
    with Corpus(folder) as corpus:
        return [tuple(row) for row in corpus.ask(sql).rows]
