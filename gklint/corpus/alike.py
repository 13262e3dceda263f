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


def with_texts(journal: Journal) -> list[Part]:
    """The parts that have texts."""
    return [
        part for part in journal.parts.values() if any(key.table == "texts" for key in part.files)
    ]


def signed(journal: Journal, parts: Sequence[Part], engine: Engine) -> Iterator[Signed]:
    """The signatures of each part, as they are ready.  Raises UsageError."""
    read = (Texts(*(_read(journal, part, table) for table in Texts._fields)) for part in parts)
    yield from engine.run(Work(sign, _given_up), read)


def keep(journal: Journal, found: Iterable[Signed]) -> Alike:
    """Find which are alike, and write it.  Raises UsageError."""
    import pyarrow as pa

    reports, signatures = _together(found)
    pairs = likely(signatures)
    numbers = groups(pairs)
    schema = arrow_schema_of_alike({_MADE_OF: digest(journal).encode()})
    columns = (reports[pairs.left], reports[pairs.right], pairs.percent, numbers)
    arrays = [pa.array(each, field.type) for each, field in zip(columns, schema, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=schema)
    write(path_of(journal.folder), [encoded(table)])
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


def _read(journal: Journal, part: Part, table: str) -> list[Stored]:
    paths = (journal.path(part.name, key) for key in part.files if key.table == table)
    return [Stored(path, path.read_bytes()) for path in paths]


def _given_up(_: Texts) -> Iterator[Texts]:
    raise UsageError("corpus.workers-died")
