"""A list of addresses with what is known of each: CSV or Parquet with the column ``address``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gklint.corpus.items import Known
from gklint.corpus.opening import is_address
from gklint.errors import UnreadableFileError, UsageError, reason
from gklint.formats.plain import decode

ADDRESS = "address"
_CSV, _PARQUET = ".csv", ".parquet"


class Row(NamedTuple):
    """A line of a manifest, from 1; in CSV the heads are the first.  ``address``: None: missing."""

    line: int
    address: str | None
    known: Known


def is_manifest(path: str) -> bool:
    """Whether a file is called as a manifest."""
    return path.lower().endswith((_CSV, _PARQUET))


def rows_of(path: str) -> Iterator[Row]:
    """The lines of a manifest; relative paths are from where it stands.  Raises UsageError."""
    read = _of_csv if path.lower().endswith(_CSV) else _of_parquet
    folder = Path(path).parent
    for line, values in read(path):
        given = str(values.get(ADDRESS) or "").strip()
        if given and not is_address(given):
            given = str(folder / given)
        yield Row(line, given or None, _known(values))


def _known(values: Mapping[str, Any]) -> Known:
    """What is said of a file besides its address."""
    said = {
        name: value for name, value in values.items() if name != ADDRESS and value not in ("", None)
    }
    year = str(said.get("year", ""))
    return Known(
        body=_text(said.get("body")),
        division=_text(said.get("division")),
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        said=json.dumps(said, ensure_ascii=False, default=str) if said else None,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value).strip() or None


def _of_csv(path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        text = decode(Path(path).read_bytes())
    except OSError as error:
        raise UsageError("files.cannot-open", path=path, reason=reason(error)) from error
    except UnreadableFileError as error:
        raise UsageError("corpus.manifest-damaged", path=path, error=error.message) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        _require(path, reader.fieldnames or ())
        for values in reader:
            yield reader.line_num, {name: value for name, value in values.items() if name}
    except csv.Error as error:
        raise UsageError("corpus.manifest-damaged", path=path, error=error) from error


def _of_parquet(path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(path)
        _require(path, file.schema_arrow.names)
        line = 0
        for batch in file.iter_batches(10_000):
            for values in batch.to_pylist():
                line += 1
                yield line, values
    except (pa.ArrowException, OSError) as error:
        raise UsageError("corpus.manifest-damaged", path=path, error=error) from error


def _require(path: str, names: Any) -> None:
    if ADDRESS not in names:
        raise UsageError("corpus.manifest-heads", path=path, column=ADDRESS, found=[*names])
