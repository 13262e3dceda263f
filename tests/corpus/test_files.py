from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from gklint.corpus.files import encoded, without, written
from gklint.corpus.rows import Key, Rows
from gklint.corpus.schema import TABLES, arrow_schema


def _text(*values: str | None) -> pa.Table:
    rows = Rows()
    for number, value in enumerate(values):
        rows.add("texts", 2023, number, "overview", value)
    (file,) = written(rows.columns)
    assert (Key("texts", 2023), len(values)) == (file.key, file.rows)
    return parquet.read_table(pa.BufferReader(file.data))


@pytest.mark.parametrize("table", TABLES)
def test_types_are_those_of_the_schema_whatever_the_values(table: str) -> None:
    rows = Rows()
    rows.add(table, None, *[None] * len(TABLES[table]))
    (file,) = written(rows.columns)
    assert arrow_schema(table) == parquet.read_schema(pa.BufferReader(file.data))


def test_there_is_a_file_for_each_table_and_year() -> None:
    rows = Rows()
    for year in (2022, 2023, None, 2022):
        rows.add("texts", year, 1, None, "")
    found = {file.key: file.rows for file in written(rows.columns)}
    assert {Key("texts", 2022): 2, Key("texts", 2023): 1, Key("texts", None): 1} == found


def test_half_a_character_is_shown_and_costs_no_other_row() -> None:
    assert ["甲", "\\udcc4.txt", None] == _text("甲", "\udcc4.txt", None)["text"].to_pylist()


def test_numbers_are_kept_as_they_are() -> None:
    rows = Rows()
    cells = ("requests", "new", "total")
    numbers = [3, Decimal("1.2345"), 10**14 - 1, None]
    for number in numbers:
        rows.add("cells", 2023, 1, *cells, number, None, "number", None)
    (file,) = written(rows.columns)
    assert numbers == parquet.read_table(pa.BufferReader(file.data))["value"].to_pylist()


def test_what_is_left_of_a_file_without_some_reports(here: Path) -> None:
    (here / "a.parquet").write_bytes(encoded(_text("a", "b", "c")))
    assert ["a", "c"] == without(here / "a.parquet", [1, 9])["text"].to_pylist()
