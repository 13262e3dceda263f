"""The tables of a corpus, asked in SQL: of the files that count, and of nothing else.

DuckDB is given a view for each table, over exactly the files that the journal names: so it may be
asked while a run goes on.  It reads no other file, writes none, and loads nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from gklint.bodies.gazetteer import names_by_code
from gklint.corpus import alike, views
from gklint.corpus.files import damaged
from gklint.corpus.journal import Journal
from gklint.corpus.schema import ALIKE, TABLES, YEAR, Column
from gklint.errors import UsageError
from gklint.ruleset.loading import load_rules

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEMORY, _DISK = "512MB", "20GB"  # what a question may take, and put aside on the disk
_TRIES = 3  # of a run, files may go just when they are to be read
_ROWS = 10_000  # that are fetched at once
_LONGEST = 300  # characters of what DuckDB says of a question
_POINTING = re.compile(r"\s*\n\s*LINE \d+:.*", re.DOTALL)
_OF_ALIKE = re.compile(rf"\b(?:alike|{'|'.join(views.OF_ALIKE)})\b", re.IGNORECASE)
_IN_QUOTES = re.compile(r"'[^']*'")


class Answer(NamedTuple):
    """The names of its columns, and its rows as they come.  Reading these may raise UsageError."""

    columns: Sequence[str]
    rows: Iterator[Sequence[Any]]


class Corpus:
    """The tables of a folder.  To be used in ``with``."""

    def __init__(self, folder: Path) -> None:
        """Raises UsageError where there is nothing to be asked."""
        self.journal = Journal.existing(folder.absolute())
        self._stack = ExitStack()
        self._database = self._opened()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def outdated(self, sql: str) -> bool:
        """Whether a question is about likeness, and the corpus is another than that was found in.

        Raises UsageError where it was never looked for.
        """
        # DuckDB's get_table_names fails where there are views of lists of files.
        if not _OF_ALIKE.search(_IN_QUOTES.sub("", sql)):
            return False
        made_of = alike.made_of(self.journal.folder)
        if made_of is None:
            raise UsageError("corpus.no-alike", path=self.journal.folder)
        return made_of != alike.digest(self.journal)

    def ask(self, sql: str) -> Answer:
        """What a question has for an answer.  Raises UsageError."""
        import duckdb

        for left in reversed(range(_TRIES)):
            try:
                found = self._database.execute(self._checked(sql))
                columns = _apart([each[0] for each in found.description or ()])
                first = found.fetchmany(_ROWS)
                return Answer(columns, self._rest(found, first))
            except duckdb.IOException as error:
                if not left or not self._reopened():
                    raise self._wrong(error) from error
            except (duckdb.Error, UnicodeDecodeError) as error:  # the latter: of its own words
                raise self._wrong(error) from error
        raise AssertionError

    def _rest(self, found: DuckDBPyConnection, first: list[Any]) -> Iterator[Sequence[Any]]:
        """The rows that are there, and those that follow."""
        import duckdb

        rows = first
        while rows:
            yield from rows
            try:
                rows = found.fetchmany(_ROWS)
            except (duckdb.Error, UnicodeDecodeError) as error:
                raise self._wrong(error) from error

    def _wrong(self, error: Exception) -> UsageError:
        """What is wrong: with a file of the tables, or with the question.

        The latter in DuckDB's own words, without its picture of the place.
        """
        import duckdb

        if isinstance(error, duckdb.PermissionException):
            return UsageError("corpus.only-tables")
        if not isinstance(error, (duckdb.ParserException, duckdb.BinderException)):
            path = damaged(path for table in TABLES for path in self.journal.files(table))
            if path:
                return UsageError("corpus.damaged-part", path=path)
        said = " ".join(_POINTING.sub("", str(error)).split())
        if len(said) > _LONGEST:
            said = f"{said[:_LONGEST]}…"
        return UsageError("corpus.wrong-sql", error=said)

    def _checked(self, sql: str) -> str:
        """A question, if it is one and only asks.  Raises UsageError, and what DuckDB raises."""
        from duckdb import StatementType

        asking = (StatementType.SELECT, StatementType.MULTI)  # PIVOT is the latter
        statements = self._database.extract_statements(sql)
        if len(statements) != 1 or statements[0].type not in asking:
            raise UsageError("corpus.only-questions")
        return sql

    def _reopened(self) -> bool:
        """Whether the files that count are others by now; then it is those that are asked."""
        journal = Journal(self.journal.folder)
        if journal.parts.keys() == self.journal.parts.keys():
            return False
        self.journal = journal
        self._stack.close()
        self._database = self._opened()
        return True

    def _opened(self) -> DuckDBPyConnection:
        """The tables, to be asked.  Raises UsageError where a file of them is damaged."""
        import duckdb

        try:
            return self._open()
        except (duckdb.Error, UnicodeDecodeError) as error:
            self._stack.close()
            raise self._wrong(error) from error

    def _open(self) -> DuckDBPyConnection:
        import duckdb

        aside = self._stack.enter_context(TemporaryDirectory())
        database = self._stack.enter_context(
            duckdb.connect(
                config={
                    "memory_limit": _MEMORY,
                    "temp_directory": aside,
                    "max_temp_directory_size": _DISK,
                    "autoinstall_known_extensions": False,
                    "autoload_known_extensions": False,
                    "python_enable_replacements": False,
                }
            )
        )
        for table, columns in TABLES.items():
            database.execute(f"CREATE VIEW {table} AS {self._table(table, columns)}")
        self._add_others(database)
        database.execute(
            f"SET allowed_directories = [{_quoted(self.journal.folder)}];"
            "SET enable_external_access = false; SET lock_configuration = true"
        )
        return database

    def _table(self, table: str, columns: Sequence[Column]) -> str:
        """A query for all rows of a table.

        Each year by itself: where a folder above is called ``year=…`` too, DuckDB would take that.
        """
        by_year: dict[int | None, list[Path]] = {}
        for path, key in self.journal.keyed_files(table):
            by_year.setdefault(key.year, []).append(path)
        parts = (
            f"SELECT {_names(columns)}, {'NULL' if year is None else year}::INTEGER AS {YEAR} "
            f"FROM read_parquet([{', '.join(map(_quoted, paths))}], hive_partitioning = false)"
            for year, paths in by_year.items()
        )
        return " UNION ALL ".join(parts) or _nothing((*columns, Column(YEAR, "INTEGER")))

    def _add_others(self, database: DuckDBPyConnection) -> None:
        """What is not of reports: divisions, likeness, macros, views."""
        import pyarrow as pa

        names = names_by_code()
        database.register("given", pa.table({"code": [*names], "name": [*names.values()]}))
        database.execute("CREATE TABLE divisions AS FROM given ORDER BY code")
        database.unregister("given")
        path = alike.path_of(self.journal.folder)
        likeness = f"FROM read_parquet({_quoted(path)})" if path.exists() else _nothing(ALIKE)
        database.execute(f"CREATE VIEW alike AS {likeness}")
        database.execute(views.macros())
        vertical = load_rules().form.bodies.vertical
        database.execute(
            f"CREATE MACRO is_vertical(body) AS regexp_matches(body, {_quoted(vertical)})"
        )
        for name in views.VIEWS:
            database.execute(f"CREATE VIEW {name} AS {views.view(name)}")


def _apart(names: Sequence[str]) -> list[str]:
    """Names of columns, of which SQL may give two the same."""
    found: list[str] = []
    for name in names:
        new, number = name, 1
        while new in found:
            number += 1
            new = f"{name}_{number}"
        found.append(new)
    return found


def _names(columns: Sequence[Column]) -> str:
    return ", ".join(f'"{each.name}"' for each in columns)


def _nothing(columns: Sequence[Column]) -> str:
    """A query for no rows."""
    values = (f'NULL::{each.type} AS "{each.name}"' for each in columns)
    return f"SELECT {', '.join(values)} WHERE false"


def _quoted(value: object) -> str:
    text = str(value).replace("'", "''")
    return f"'{text}'"
