from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from gklint.corpus.items import NOTHING_KNOWN, Known
from gklint.corpus.manifests import Row, rows_of
from gklint.errors import UsageError
from tests.support.corpus_runs import found, put, texts, zip_of

LINES = "address,body,division,year,来源\na.txt,青石县水务局,130100,2023,网站\nb.txt,,,,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_the_encodings_that_spreadsheets_write(here: Path, encoding: str) -> None:
    (here / "list.csv").write_text(LINES, encoding)
    said = {"body": "青石县水务局", "division": "130100", "year": "2023", "来源": "网站"}
    known = Known("青石县水务局", "130100", 2023, json.dumps(said, ensure_ascii=False))
    assert [Row(2, "a.txt", known), Row(3, "b.txt", NOTHING_KNOWN)] == [*rows_of("list.csv")]


def test_a_parquet_file_is_read_with_its_types(here: Path) -> None:
    table = pa.table(
        {
            "address": ["a.txt", None],
            "year": [2023.0, float("nan")],
            "day": [date(2024, 1, 2), None],
        }
    )
    parquet.write_table(table, here / "list.parquet")
    said = '{"year": 2023.0, "day": "2024-01-02"}'
    assert [
        Row(1, "a.txt", Known(year=2023, said=said)),
        Row(2, None, NOTHING_KNOWN),
    ] == [*rows_of("list.parquet")]


@pytest.mark.parametrize(
    ("said", "year"),
    [("2023", 2023), (" 2023 ", 2023), ("2023.0", 2023), ("23", None), ("2023年", None)],
)
def test_a_year_is_one_of_four_digits(here: Path, said: str, year: int | None) -> None:
    (here / "list.csv").write_text(f"address,year\na.txt,{said}\n")
    assert [year] == [row.known.year for row in rows_of("list.csv")]


def test_addresses_are_from_where_the_manifest_stands(here: Path) -> None:
    put(here / "a/b", one="1")
    (here / "a/list.csv").write_text(f"address\nb/one.txt\n{here}/a/b/one.txt\ns3://c/one.txt\n")
    asked = found("a/list.csv")
    assert (["a/b/one.txt", "s3://c/one.txt"], 1) == (asked.addresses, asked.doubled)


def test_a_line_without_an_address_is_a_file_that_is_refused(here: Path) -> None:
    (here / "list.csv").write_text("address,body\na.txt,甲\n,乙\n  ,\n")
    asked = found("list.csv")
    assert {"list.csv#3": "corpus.no-address", "list.csv#4": "corpus.no-address"} == asked.refused
    assert ["甲", "乙", None] == [item.known.body for item in asked.items]


def test_what_a_manifest_says_of_an_archive_holds_for_its_members(here: Path) -> None:
    zip_of(here / "a.zip", {"one.txt": "1", "two.txt": "2"})
    (here / "list.csv").write_text("address,year\na.zip,2023\n")
    asked = found("list.csv")
    assert {"a.zip!/one.txt": "1", "a.zip!/two.txt": "2"} == texts(asked.items)
    assert [2023, 2023] == [item.known.year for item in asked.items]


def test_another_word_in_the_manifest_is_another_mark(here: Path) -> None:
    put(here, a="1")

    def mark(words: str) -> str | None:
        (here / "list.csv").write_text(f"address,body\na.txt,{words}\n")
        return found("list.csv").items[0].mark

    assert mark("甲") == mark("甲") != mark("乙")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", "网址,年\n", "清单 a.csv 里没有“address”这一列，只有：网址、年"),
        ("a.csv", "", "清单 a.csv 是空的；第一行要写各列的名称，其中有“address”"),
        ("a.csv", "\0\1\2" * 99, "清单 a.csv 读不了：这不是文本文件"),
        ("a.csv", f"address\n{'x' * 200_000}\n", "field larger than field limit (131072)"),
        ("a.parquet", "no", "清单 a.parquet 读不了：Parquet"),
    ],
)
def test_what_is_no_manifest_is_told_in_a_line(here: Path, name: str, data: str, said: str) -> None:
    (here / name).write_text(data)
    with pytest.raises(UsageError) as caught:
        found(name)
    assert said in str(caught.value)


def test_an_empty_manifest_lists_nothing(here: Path) -> None:
    (here / "list.csv").write_text("address\n")
    assert [] == found("list.csv").addresses
