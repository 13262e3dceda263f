"""What a folder of tables holds: which parts count, and which files each of them is made of.

A part is written under its own name; then a line is added to the log that says that it counts,
and which other parts count no more.  So each report is there once or not at all, whenever and
wherever a run ends: a line that is not whole counts for nothing, nor do files that no line names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from gklint.corpus.rows import Key
from gklint.corpus.schema import TABLES, VERSION, YEAR
from gklint.errors import UsageError
from gklint.files.paths import absolute, relative
from gklint.files.writing import append, write

_HEAD, _LOG, LOCK = "tables.json", "log.jsonl", "lock"
_BASE = "from"
_OF_TABLES = ("*.parquet", ".gklint-*")
_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"


class Entry(NamedTuple):
    """A file of a part.  ``stamp``: None if it is to be read again in any case."""

    address: str
    source: str
    stamp: str | None
    digest: str | None


class Part(NamedTuple):
    """A part that counts.  ``files``: their tables and years; ``rules``: by which it was made."""

    name: str
    rules: str
    entries: tuple[Entry, ...]
    files: tuple[Key, ...]


def name_of(rules: str, entries: Iterable[Entry]) -> str:
    """The name of a part: of what it is made of, and so the same in every run."""
    told = repr((rules, [tuple(entry) for entry in entries]))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Journal:
    """The parts of a folder.

    ``parts``: by name.  ``homes``: the part that an address is in.  ``base``: the folder from
    which the first run was given its sources, and from which files are named ever since.
    """

    def __init__(self, folder: Path) -> None:
        """Raises UsageError where the folder is something else, or of another version."""
        head = head_of(folder)
        self.folder = folder
        self.parts: dict[str, Part] = {}
        self.homes: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self.base = absolute(folder / head[_BASE]) if head else Path.cwd()
        self._whole = self._read()

    @classmethod
    def existing(cls, folder: Path) -> Journal:
        """That of a folder that a run has written.  Raises UsageError where there is none yet."""
        if not (folder / _HEAD).exists():
            raise UsageError("corpus.no-corpus", path=folder)
        found = cls(folder)
        if not found.parts:
            raise UsageError("corpus.empty", path=folder)
        return found

    # -- reading -----------------------------------------------------------------------------

    def path(self, part: str, key: Key) -> Path:
        """Where a file of a part stands."""
        year = _NO_YEAR if key.year is None else str(key.year)
        return self.folder / key.table / f"{YEAR}={year}" / f"{part}.parquet"

    def files(self, table: str) -> list[Path]:
        """The files of a table that count."""
        return [path for path, _ in self.keyed_files(table)]

    def keyed_files(self, table: str) -> Iterator[tuple[Path, Key]]:
        """The same, each with its table and year."""
        for part in self.parts.values():
            yield from (
                (self.path(part.name, key), key) for key in part.files if key.table == table
            )

    def entries(self) -> Iterator[tuple[Entry, Part]]:
        """All files, each with its part."""
        for part in self.parts.values():
            for entry in part.entries:
                stamp = self._seen.get(entry.address)
                yield (entry._replace(stamp=stamp) if stamp else entry), part

    def _read(self) -> int:
        """Take in the log; how much of it is whole, in bytes."""
        path, whole = self.folder / _LOG, 0
        if not path.exists():
            return 0
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                try:
                    self._take(json.loads(line))
                except (ValueError, LookupError, TypeError, AttributeError) as error:
                    raise UsageError("corpus.damaged", path=path) from error
                whole += len(line)
        return whole

    def _take(self, line: Any) -> None:
        self._seen.update(line["seen"])
        for name in line["drop"]:
            for entry in self.parts.pop(name).entries:
                if self.homes.get(entry.address) == name:
                    del self.homes[entry.address]
        for name, rules, entries, files in line["add"]:
            part = Part(
                name, rules, tuple(Entry(*e) for e in entries), tuple(Key(*f) for f in files)
            )
            self.parts[name] = part
            self.homes.update((entry.address, name) for entry in part.entries)
            for entry in part.entries:
                self._seen.pop(entry.address, None)

    # -- writing -----------------------------------------------------------------------------

    def open(self) -> None:
        """Begin to write: put away what a run before left half done.  Raises OSError.

        A part of which a file is missing counts no more.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / _HEAD).exists():
            head = {"schema": VERSION, _BASE: relative(self.base, self.folder)}
            write(self.folder / _HEAD, [json.dumps(head).encode() + b"\n"])
        with (self.folder / _LOG).open("ab") as log:
            log.truncate(self._whole)
        found = {*self._found()}
        lost = [part.name for part in self.parts.values() if not found.issuperset(self.paths(part))]
        if lost:
            self.change(drop=lost)
        counting = {path for part in self.parts.values() for path in self.paths(part)}
        for path in found - counting:
            path.unlink(missing_ok=True)

    def paths(self, part: Part) -> list[Path]:
        """The files of a part."""
        return [self.path(part.name, key) for key in part.files]

    def _found(self) -> Iterator[Path]:
        for table in TABLES:
            for pattern in _OF_TABLES:
                yield from (self.folder / table).glob(f"{YEAR}=*/{pattern}")

    def put(self, part: str, key: Key, data: bytes) -> None:
        """Write a file of a part, which counts once the part is added.  Raises UsageError."""
        path = self.path(part, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, [data])

    def change(
        self,
        add: Sequence[Part] = (),
        drop: Sequence[str] = (),
        seen: Mapping[str, str] = {},
    ) -> None:
        """Let some parts count and others no more, all at once.  Raises UsageError.

        ``seen``: new stamps of files, by their addresses, that are as they were.
        """
        line = {"add": [_told(part) for part in add], "drop": [*drop], "seen": dict(seen)}
        gone = [path for name in drop for path in self.paths(self.parts[name])]
        told = json.dumps(line, ensure_ascii=True, separators=(",", ":"))
        append(self.folder / _LOG, told.encode() + b"\n", durable=True)
        self._take(line)
        for path in gone:
            path.unlink(missing_ok=True)


def _told(part: Part) -> Sequence[object]:
    return (
        part.name,
        part.rules,
        [[*entry] for entry in part.entries],
        [[*key] for key in part.files],
    )


def head_of(folder: Path) -> Mapping[str, Any] | None:
    """What a folder says of itself; None where nothing is yet.

    Raises UsageError unless tables of this version are, or may be, in it.
    """
    path = folder / _HEAD
    if not path.exists():
        if folder.exists() and (not folder.is_dir() or _holds(folder)):
            raise UsageError("corpus.not-ours", path=folder)
        return None
    try:
        head: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        found = head["schema"]
        if found == VERSION:
            Path(head[_BASE])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("corpus.damaged", path=path) from error
    if found != VERSION:
        raise UsageError("corpus.other-schema", path=folder, found=found, own=VERSION)
    return head


def _holds(folder: Path) -> bool:
    """Whether anything is in it but what a run may leave that was killed at its very beginning."""
    return any(
        each.name != LOCK and not each.name.startswith(".gklint-") for each in folder.iterdir()
    )
