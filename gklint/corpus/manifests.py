"""A list of addresses with what is known of each: CSV or Parquet with the column ``address``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from gklint.corpus.items import Known
from gklint.corpus.opening import is_address, opened
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
    try:
        with opened(path) as file:
            for line, values in read(path, file):
                given = str(values.get(ADDRESS) or "").strip()
                yield Row(line, _from(path, given) if given else None, _known(values))
    except UsageError:
        raise
    except OSError as error:
        raise UsageError("files.cannot-open", path=path, reason=reason(error)) from error
    except UnreadableFileError as error:
        raise UsageError("corpus.manifest-damaged", path=path, error=error.message) from error
    except Exception as error:  # of readers, and whatever fsspec's systems raise
        raise UsageError("corpus.manifest-damaged", path=path, error=error) from error


def _from(manifest: str, given: str) -> str:
    """An address, from where the manifest stands."""
    if is_address(given):
        return given
    if is_address(manifest):
        return f"{manifest.rpartition('/')[0]}/{given}"
    return str(Path(manifest).parent / given)


def _known(values: Mapping[str, Any]) -> Known:
    """What is said of a file besides its address."""
    said = {name: value for name, value in values.items() if name != ADDRESS and _says(value)}
    year = str(said.get("year", "")).strip().removesuffix(".0")  # a column of floats
    return Known(
        body=_text(said.get("body")),
        division=_text(said.get("division")),
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        said=json.dumps(said, ensure_ascii=False, default=str) if said else None,
    )


def _says(value: Any) -> bool:
    return value is not None and value != "" and value == value  # (NaN is not)


def _text(value: object) -> str | None:
    return None if value is None else str(value).strip() or None


def _of_csv(path: str, file: IO[bytes]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(decode(file.read()), newline=""))
    _require(path, reader.fieldnames or ())
    for values in reader:
        yield reader.line_num, {name: value for name, value in values.items() if name}


def _of_parquet(path: str, file: IO[bytes]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    from pyarrow import parquet

    found = parquet.ParquetFile(file)
    _require(path, found.schema_arrow.names)
    line = 0
    for batch in found.iter_batches(10_000):
        for values in batch.to_pylist():
            line += 1
            yield line, values


def _require(path: str, names: Any) -> None:
    if not names:
        raise UsageError("corpus.manifest-empty", path=path, column=ADDRESS)
    if ADDRESS not in names:
        raise UsageError("corpus.manifest-heads", path=path, column=ADDRESS, found=[*names])
