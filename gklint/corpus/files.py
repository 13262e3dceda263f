"""The rows of a part as Parquet files, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gklint.corpus.rows import Columns, Key
from gklint.corpus.schema import arrow_schema
from gklint.errors import UsageError

if TYPE_CHECKING:
    import pyarrow


class Written(NamedTuple):
    """A file.  ``rows``: how many it has."""

    key: Key
    rows: int
    data: bytes


def written(columns: Mapping[Key, Columns]) -> tuple[Written, ...]:
    """A file for each table and year."""
    import pyarrow as pa

    tables = (
        (key, pa.Table.from_arrays([*_arrays(key.table, found)], schema=arrow_schema(key.table)))
        for key, found in columns.items()
    )
    return tuple(Written(key, table.num_rows, encoded(table)) for key, table in tables)


def encoded(table: pyarrow.Table) -> bytes:
    """A table as a file."""
    import pyarrow as pa
    from pyarrow import parquet

    into = pa.BufferOutputStream()
    # Nobody looks for a few numbers among them: statistics of columns are but more to write.
    parquet.write_table(table, into, compression="zstd", write_statistics=False)
    data: bytes = into.getvalue().to_pybytes()
    return data


class Stored(NamedTuple):
    """A file as it was found."""

    path: Path
    data: bytes


def read(stored: Stored, names: Iterable[str] | None = None) -> pyarrow.Table:
    """What a file holds, or only some of its columns.  Raises UsageError if it is damaged."""
    from pyarrow import ArrowException, BufferReader, parquet

    try:
        return parquet.ParquetFile(BufferReader(stored.data)).read(names and [*names])
    except (ArrowException, OSError, UnicodeDecodeError) as error:  # the latter: of its own words
        raise UsageError("corpus.damaged-part", path=stored.path) from error


def damaged(paths: Iterable[Path]) -> Path | None:
    """The first file that is gone, or cannot be read."""
    for path in paths:
        try:
            read(Stored(path, path.read_bytes()))
        except (UsageError, OSError):
            return path
    return None


def without(path: Path, reports: Iterable[int]) -> pyarrow.Table:
    """What a file holds of other reports than these.  Raises UsageError if it is damaged."""
    import pyarrow as pa
    from pyarrow import compute

    table = read(Stored(path, path.read_bytes()))
    gone = pa.array([*reports], pa.int64())
    return table.filter(compute.invert(compute.is_in(table["report"], gone)))


def _arrays(table: str, columns: Columns) -> Iterator[pyarrow.Array]:
    import pyarrow as pa

    for field, values in zip(arrow_schema(table), columns, strict=True):
        try:
            yield pa.array(values, field.type)
        except UnicodeEncodeError:  # half a character, as in names of files from other systems
            yield pa.array([*map(_encodable, values)], field.type)


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return value
