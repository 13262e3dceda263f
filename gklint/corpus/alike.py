"""Texts that are nearly the same, across bodies and years: found on the engine, kept as a file.

The file says of which parts it was made: after a run that changed any, it has to be made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from gklint.corpus.engine import Engine, Work
from gklint.corpus.files import Stored, encoded
from gklint.corpus.journal import Journal, Part
from gklint.corpus.likening import SIZE, Signed, Texts, sign
from gklint.corpus.pairing import groups, likely
from gklint.corpus.schema import arrow_schema_of_alike
from gklint.errors import UsageError
from gklint.files.writing import write

_FILE, _MADE_OF = "alike.parquet", b"gklint_made_of"


class Alike(NamedTuple):
    """How many reports were compared, how many pairs are alike, how many groups these make."""

    reports: int
    pairs: int
    groups: int


class Files(NamedTuple):
    """The files of a part, of its tables ``texts`` and ``reports``."""

    texts: Sequence[Path]
    reports: Sequence[Path]


def path_of(folder: Path) -> Path:
    """Where a corpus has the file."""
    return folder / _FILE


def digest(journal: Journal) -> str:
    """What tells the parts of a corpus from others."""
    return blake2b("\n".join(sorted(journal.parts)).encode(), digest_size=8).hexdigest()


def made_of(folder: Path) -> str | None:
    """The digest of what the file was made of; None where there is none."""
    from pyarrow import ArrowException, parquet

    try:
        found: Mapping[bytes, bytes] = parquet.read_schema(path_of(folder)).metadata or {}
    except (OSError, ArrowException):
        return None
    return found.get(_MADE_OF, b"").decode()


def files_of(journal: Journal) -> list[Files]:
    """Those of each part that has texts."""
    found = (
        Files(*(_paths(journal, part, table) for table in Files._fields))
        for part in journal.parts.values()
    )
    return [files for files in found if files.texts]


def signed(parts: Sequence[Files], engine: Engine) -> Iterator[Signed]:
    """The signatures of each part, as they are ready.  Raises UsageError."""
    yield from engine.run(Work(sign, _given_up), (Texts(*map(_read, part)) for part in parts))


def keep(folder: Path, made_of: str, found: Iterable[Signed]) -> Alike:
    """Find which are alike, and write it.  Raises UsageError."""
    import pyarrow as pa

    reports, signatures = _together(found)
    pairs = likely(signatures)
    del signatures  # which are most of what is in memory
    numbers = groups(pairs)
    schema = arrow_schema_of_alike({_MADE_OF: made_of.encode()})
    columns = (reports[pairs.left], reports[pairs.right], pairs.percent, numbers)
    arrays = [pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=schema)
    write(path_of(folder), [encoded(table)])
    return Alike(len(reports), len(numbers), len({*numbers.tolist()}))


def _together(found: Iterable[Signed]) -> Signed:
    """The signatures of all parts, in the order of their reports, whichever part came first."""
    import numpy as np

    reports, data = [np.zeros(0, np.int64)], bytearray()
    for part in found:
        reports.append(part.reports)
        data += part.signatures.tobytes()  # it grows where it is, as no array does
    whole = np.concatenate(reports)
    order = np.argsort(whole)
    signatures = np.frombuffer(data, np.uint16).reshape(-1, SIZE)
    for column in signatures.T:  # all of them at once would take as much room again
        column[:] = column[order]
    return Signed(whole[order], signatures)


def _paths(journal: Journal, part: Part, table: str) -> list[Path]:
    return [journal.path(part.name, key) for key in part.files if key.table == table]


def _read(paths: Sequence[Path]) -> list[Stored]:
    return [Stored(path, path.read_bytes()) for path in paths]


def _given_up(_: Texts) -> Iterator[Texts]:
    raise UsageError("corpus.workers-died")
