"""A corpus is asked in SQL: of the files that count, and of nothing else."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from gklint.corpus import asking
from gklint.corpus.asking import Corpus
from gklint.corpus.journal import Journal
from gklint.corpus.rows import Key
from gklint.corpus.schema import TABLES
from gklint.errors import UsageError
from tests.support.corpora import Cells, Made, asked

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with two reports, of one of which the year is not known."""
    made = Made()
    cells: Cells = {("requests", "new", "total"): 5, ("requests", "new", "legal"): "blank"}
    made.report(1, "甲局", 2023, cells=cells)
    made.report(2, "乙局", None)
    return made.write(tmp_path / "结果")


def wrong(folder: Path, sql: str) -> str:
    """What is said of a question."""
    with pytest.raises(UsageError) as raised, Corpus(folder) as corpus:
        list(corpus.ask(sql).rows)
    return raised.value.said("en")


def test_the_tables_can_be_asked_by_their_names(folder: Path) -> None:
    assert [("甲局", 2023), ("乙局", None)] == asked(
        folder, "SELECT body, year FROM reports ORDER BY report"
    )
    assert [(Decimal("5.0000"), "number"), (None, "blank")] == asked(
        folder, "SELECT value, state FROM cells ORDER BY ALL"
    )


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_types_of_the_schema_also_without_a_row(table: str, folder: Path) -> None:
    expected = [(column.name, column.type) for column in TABLES[table]]

    assert [*expected, ("year", "INTEGER")] == [
        row[:2] for row in asked(folder, f"DESCRIBE {table}")
    ]


def test_a_file_that_does_not_count_is_not_asked(folder: Path) -> None:
    journal = Journal(folder)
    path = journal.path("part", Key("reports", 2023))
    path.with_name("other.parquet").write_bytes(path.read_bytes())

    assert [(2,)] == asked(folder, "SELECT count(*) FROM reports")


def test_a_folder_above_that_is_called_like_a_year_changes_no_year(tmp_path: Path) -> None:
    made = Made()
    made.report(1, "甲局", 2023)
    folder = made.write(tmp_path / "year=1999" / "kind=[1]*'?")

    assert [(2023,)] == asked(folder, "SELECT year FROM reports")
    assert "kind" not in [row[0] for row in asked(folder, "DESCRIBE reports")]


def test_parts_that_went_meanwhile_are_asked_as_they_are_now(folder: Path) -> None:
    with Corpus(folder) as corpus:
        other = Made()
        other.report(3, "丙局", 2024)
        other.write(folder, "other")
        journal = Journal(folder)
        journal.open()
        journal.change(drop=["part"])

        assert [("丙局",)] == [*corpus.ask("SELECT body FROM reports").rows]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT nobody\nFROM divisions", 'Binder Error: Referenced column "nobody" not found'),
        ("SELECT * FRM x y z", 'Parser Error: syntax error at or near "x"'),
        ("SELECT body::INTEGER FROM reports", "Conversion Error: Could not convert string '甲局'"),
    ],
)
def test_wrong_sql_is_told_in_one_line_without_what_points_at_it(
    sql: str, said: str, folder: Path
) -> None:
    actual = wrong(folder, sql)

    assert actual.startswith(f"wrong SQL: {said}")
    assert "\n" not in actual
    assert "LINE" not in actual


def test_a_long_message_is_cut(folder: Path) -> None:
    actual = wrong(folder, f"SELECT '{'x' * 1000}'::INTEGER")

    assert (len("wrong SQL: ") + 301, "…") == (len(actual), actual[-1])


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "SELECT 1; SELECT 2",
        "COPY (SELECT 1) TO '{folder}/x.csv'",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/x.csv'",
        "EXPORT DATABASE '{folder}/x'",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW reports",
        "ATTACH '{folder}/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '1TB'",
        "PRAGMA database_list",
    ],
)
def test_what_is_no_single_query_is_refused(sql: str, folder: Path) -> None:
    said = "give one query (SELECT …) and nothing that changes anything"

    assert said == wrong(folder, sql.format(folder=folder))
    assert not [*folder.rglob("x*")]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '{folder}/../other.csv'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM 'https://example.org/x.parquet'",
    ],
)
def test_no_other_file_can_be_read(sql: str, folder: Path) -> None:
    (folder.parent / "other.csv").write_text("a\n1\n")
    said = (
        "only the tables of the corpus can be asked; no other file can be read or written, and no "
        "setting changed"
    )

    assert said == wrong(folder, sql.format(folder=folder))


def test_a_pivot_is_a_question(folder: Path) -> None:
    assert [("requests", 1, 1)] == asked(
        folder, 'PIVOT (SELECT "table", state FROM cells) ON state USING count(*)'
    )


def test_columns_of_one_name_are_told_apart(folder: Path) -> None:
    with Corpus(folder) as corpus:
        assert ["a", "a_2", "b", "a_3"] == corpus.ask(
            "SELECT 1 AS a, 2 AS a, 3 AS b, 4 AS a"
        ).columns


def test_a_question_may_use_no_more_memory_than_it_is_allowed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_MEMORY", "20MB")
    monkeypatch.setattr(asking, "_DISK", "1MB")
    sql = "SELECT list(repeat('x', 1000) || range) FROM range(1000000)"

    assert wrong(folder, sql).startswith("wrong SQL: Out of Memory Error:")


def test_a_folder_without_a_corpus_is_named(tmp_path: Path) -> None:
    said = f"{tmp_path} is no folder that gklint corpus run wrote; check the path, or run it first"

    assert said == wrong(tmp_path, "SELECT 1")
    assert said.replace(str(tmp_path), str(tmp_path / "x")) == wrong(tmp_path / "x", "SELECT 1")


def test_a_corpus_without_a_result_is_named(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.open()
    said = f"{tmp_path} has no results yet; let gklint corpus run finish first"

    assert said == wrong(tmp_path, "SELECT 1")


def test_a_corpus_of_another_version_is_named(folder: Path) -> None:
    (folder / "tables.json").write_text(json.dumps({"schema": 99}))

    assert wrong(folder, "SELECT 1").startswith(f"{folder} has tables of version 99, this gklint")


def test_likeness_has_to_be_looked_for_first(folder: Path) -> None:
    with Corpus(folder) as corpus:
        assert not corpus.outdated("SELECT 'near_duplicates' FROM reports")
        with pytest.raises(UsageError) as raised:
            corpus.outdated("FROM near_duplicates")

    said = f"texts were not compared yet; run gklint corpus alike {folder} first"
    assert said == raised.value.said("en")


@pytest.mark.parametrize("damage", ["foot", "values", "name", "gone"])
def test_a_damaged_file_is_named_whatever_is_asked_of_it(folder: Path, damage: str) -> None:
    path = Journal(folder).path("part", Key("cells", 2023))
    data = path.read_bytes()
    if damage == "foot":
        path.write_bytes(data[:-20])
    elif damage == "values":
        path.write_bytes(data[:4] + b"\xff" * 100 + data[104:])
    elif damage == "name":  # of a column, so that DuckDB cannot say its own words
        at = data.index(b"\x18\x06column") + 2
        path.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    else:
        path.unlink()

    said = wrong(folder, "SELECT * FROM cells")
    assert said.startswith(f"{path} is damaged or gone; delete it and run gklint corpus run again")


def test_a_wrong_question_is_not_blamed_on_a_damaged_file(folder: Path) -> None:
    path = Journal(folder).path("part", Key("cells", 2023))
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * 100 + data[104:])

    assert wrong(folder, "SELECT nothing FROM cells").startswith("wrong SQL: Binder Error")
