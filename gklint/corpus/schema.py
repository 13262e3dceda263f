"""The tables of a corpus: their columns, of which types, in which unit, from where.

This is the only place that says so; files, views and ``docs/corpus.md`` follow.  A change of a
name, a type or a meaning is another ``VERSION``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pyarrow

VERSION = 1

YEAR = "year"
"""By which the files of all tables are parted: the year that a report is about."""

WHOLE, PLACES = 18, 4
"""Digits of a number in all, and of these behind its point."""


class Column(NamedTuple):
    """A column.  ``type``: as SQL names it.  What it says: the text ``schema.TABLE-NAME``."""

    name: str
    type: str


_NUMBER = f"DECIMAL({WHOLE},{PLACES})"
_OF_REPORT = Column("report", "BIGINT")
_CELL = (Column("table", "VARCHAR"), Column("row", "VARCHAR"), Column("column", "VARCHAR"))
_PLACE = Column("place", "VARCHAR")

TABLES: Mapping[str, tuple[Column, ...]] = {
    "reports": (
        _OF_REPORT,
        Column("address", "VARCHAR"),
        Column("source", "VARCHAR"),
        Column("body", "VARCHAR"),
        Column("division", "VARCHAR"),
        Column("format", "VARCHAR"),
        Column("title", "VARCHAR"),
        Column("hash", "VARCHAR"),
        Column("size", "BIGINT"),
        Column("errors", "INTEGER"),
        Column("warnings", "INTEGER"),
        Column("infos", "INTEGER"),
        Column("accepted", "INTEGER"),
        Column("passed", "INTEGER"),
        Column("failed", "INTEGER"),
        Column("undecided", "INTEGER"),
        Column("numbers", "INTEGER"),
        Column("blank", "INTEGER"),
        Column("unreadable", "INTEGER"),
        Column("missing", "INTEGER"),
        Column("known", "VARCHAR"),
        Column("rules", "VARCHAR"),
    ),
    "cells": (
        _OF_REPORT,
        *_CELL,
        Column("value", _NUMBER),
        Column("text", "VARCHAR"),
        Column("state", "VARCHAR"),
        _PLACE,
    ),
    "findings": (
        _OF_REPORT,
        Column("code", "VARCHAR"),
        Column("severity", "VARCHAR"),
        Column("message", "VARCHAR"),
        *_CELL,
        _PLACE,
        Column("accepted", "VARCHAR"),
        Column("fingerprint", "VARCHAR"),
    ),
    "statements": (
        _OF_REPORT,
        Column("kind", "VARCHAR"),
        Column("about", "VARCHAR"),
        Column("number", _NUMBER),
        Column("said", "VARCHAR"),
        Column("section", "VARCHAR"),
        Column("part", "VARCHAR"),
        Column("sentence", "VARCHAR"),
        _PLACE,
    ),
    "texts": (_OF_REPORT, Column("section", "VARCHAR"), Column("text", "VARCHAR")),
    "effects": (
        _OF_REPORT,
        Column("code", "VARCHAR"),
        Column("change", "VARCHAR"),
        Column("severity", "VARCHAR"),
        Column("message", "VARCHAR"),
        _PLACE,
        Column("moved_from", "VARCHAR"),
    ),
    "failures": (
        _OF_REPORT,
        Column("address", "VARCHAR"),
        Column("source", "VARCHAR"),
        Column("reason", "VARCHAR"),
        Column("message", "VARCHAR"),
        Column("known", "VARCHAR"),
    ),
}
"""All tables, by their names."""

ALIKE: tuple[Column, ...] = (
    _OF_REPORT,
    Column("other", "BIGINT"),
    Column("percent", "INTEGER"),
    Column("group", "INTEGER"),
)
"""The table ``alike``, which is made of the others, without years."""


@cache
def arrow_schema(table: str) -> pyarrow.Schema:
    """The schema of a table's files; its year is in the names of their folders."""
    return _schema(TABLES[table], table, {})


def arrow_schema_of_alike(said: Mapping[bytes, bytes]) -> pyarrow.Schema:
    """That of the table ``alike``, with what is said of it besides."""
    return _schema(ALIKE, "alike", said)


def _schema(columns: Sequence[Column], table: str, said: Mapping[bytes, bytes]) -> pyarrow.Schema:
    import pyarrow as pa

    types = {
        "BIGINT": pa.int64(),
        "INTEGER": pa.int32(),
        "VARCHAR": pa.string(),
        _NUMBER: pa.decimal128(WHOLE, PLACES),
    }
    fields = [pa.field(each.name, types[each.type]) for each in columns]
    known = {b"gklint_table": table.encode(), b"gklint_schema": b"%d" % VERSION}
    return pa.schema(fields, {**known, **said})
