"""The list of the bodies that have to report: ``bodies.yaml``, or the first sheet of a workbook.

::

    - 机关: 青石县人民政府
    - 机关: 青石县水务局
      上级: 青石县人民政府
      曾用名: 青石县水利局
      层级: 县

In a workbook these are the heads of its columns; others may stand beside them, and titles above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, NoReturn

from gklint.bodies.names import plain
from gklint.errors import ConfigError, GklintError, UnreadableFileError
from gklint.files.keyed import KeyedFile, KeyPath, decoded, in_file, nearest, read
from gklint.files.kinds import Kind, record, text
from gklint.files.paths import from_here
from gklint.files.shipped import DataFile
from gklint.formats.limits import DEFAULT
from gklint.model.county import Member
from gklint.words import Message

_FIELDS = {"机关": "name", "上级": "parent", "曾用名": "former", "层级": "level"}
_KEYS = {**_FIELDS, **{name: name for name in _FIELDS.values()}}
_NAME = next(iter(_FIELDS))
_TITLES = 10  # so many rows may stand above the heads
_BETWEEN = re.compile(r"[、，,；;/\n]+")
_MOST = 10  # MB
_YAML, _SHEET = (".yaml", ".yml"), (".xlsx", ".xlsm")
_TEXT = text("rulefiles.text")
_WIDE_COLON = re.compile(f"(?:{'|'.join(_KEYS)})\\s*[：﹕︰]")


def read_bodies(path: Path) -> Mapping[str, Member]:
    """The members of a list, by name, in its order.  Raises GklintError."""
    suffix = path.suffix.lower()
    if suffix not in (*_YAML, *_SHEET):
        raise in_file(ConfigError, path, "bodies.suffix")
    data = read(path, ConfigError, "bodies.missing", _MOST)
    file = _of_yaml(path, data) if suffix in _YAML else _of_sheet(path, data)
    return _members(file)


# -- files ---------------------------------------------------------------------------------------


class _Sheet(KeyedFile):
    """A sheet as a list of entries.  ``cells``: where each key stands, such as ``B5``."""

    cells: Mapping[KeyPath, str]

    error: ClassVar[type[GklintError]] = ConfigError

    def line(self, path: KeyPath) -> int | None:
        cell = self.cells.get(path)
        return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) if cell else None

    def fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        """Raise ConfigError, which names the cell."""
        while path and path not in self.cells:
            path = path[:-1]
        cell, said = self.cells.get(path, ""), Message(problem, args)
        raise self.error(
            "bodies.at-cell" if cell else "files.in-file", path=self.name, cell=cell, problem=said
        )


def _of_yaml(path: Path, data: bytes) -> KeyedFile:
    from gklint.files.yamlfile import load  # slow to import

    return load(DataFile(from_here(path), decoded(from_here(path), data, ConfigError)))


def _of_sheet(path: Path, data: bytes) -> KeyedFile:
    from gklint.formats.workbook import sheets_of

    try:
        rows = next(sheets_of(data, DEFAULT), [])
    except UnreadableFileError as error:
        raise in_file(ConfigError, path, error.message.key, **error.message.args) from error
    return _entries(from_here(path), rows)


def _entries(name: str, rows: Sequence[Sequence[str]]) -> _Sheet:
    """The rows below the heads, without blank ones and blank cells."""
    head = next((n for n, row in enumerate(rows[:_TITLES]) if _NAME in map(plain, row)), None)
    if head is None:
        _Sheet(name, [], {}).fail((), "bodies.no-head", head=_NAME, rows=_TITLES)
    columns = [(at, key) for at, key in enumerate(map(plain, rows[head])) if key in _KEYS]
    if twice := _twice([key for _, key in columns]):
        place = _cell(head + 1, columns[twice.at][0])
        _Sheet(name, [], {(): place}).fail((), "bodies.field-twice", **twice.said())
    entries: list[dict[str, str]] = []
    cells: dict[KeyPath, str] = {}
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        found = {key: (at, row[at]) for at, key in columns if row[at].strip()}
        if found:
            path = (len(entries),)
            cells[path] = _cell(number, columns[0][0])
            cells.update({(*path, key): _cell(number, at) for key, (at, _) in found.items()})
            entries.append({key: said for key, (_, said) in found.items()})
    return _Sheet(name, entries, cells)


def _cell(row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row}"


# -- members -------------------------------------------------------------------------------------


def _former(file: KeyedFile, path: KeyPath, value: Any) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else [value]
    found = (_TEXT.take(file, path, each) for each in texts)
    return tuple(filter(None, (plain(name) for each in found for name in _BETWEEN.split(each))))


_OF_KEY = {"former": Kind({}, _former)}
_ENTRY = record({key: _OF_KEY.get(name, _TEXT) for key, name in _KEYS.items()})


def _members(file: KeyedFile) -> Mapping[str, Member]:
    members: dict[str, Member] = {}
    paths: dict[str, KeyPath] = {}
    for path, found in _each(file):
        name = plain(found["name"])
        if name in members:
            file.fail(path, "bodies.twice", name=name, line=file.line(paths[name]))
        parent = found.get("parent")
        members[name] = Member(
            name, plain(parent) if parent else None, found.get("former", ()), found.get("level")
        )
        paths[name] = path[:1]
    for name, path in paths.items():
        _check_parents(file, path, members, name)
    return members


def _each(file: KeyedFile) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Each entry, by the names of a member's fields, with the way to its name."""
    if not isinstance(file.value, list):
        file.fail((), "bodies.no-list", keys=[*_FIELDS])
    if not file.value:
        file.fail((), "bodies.empty")
    for index, entry in enumerate(file.value):
        if isinstance(entry, str):
            if _WIDE_COLON.match(entry):
                file.fail((index,), "syntax.yaml-wide-colon")
            yield (index,), {"name": entry}
            continue
        taken = _ENTRY.take(file, (index,), entry)
        if twice := _twice([*taken]):
            file.fail((index, twice.second), "bodies.field-twice", **twice.said())
        key = next((key for key in taken if _KEYS[key] == "name"), None)
        if key is None:
            file.fail((index,), "files.missing-key", name=_NAME)
        yield (index, key), {_KEYS[key]: value for key, value in taken.items()}


class _Twice(NamedTuple):
    """Two keys of one field; ``at``: the number of the second."""

    at: int
    first: str
    second: str

    def said(self) -> dict[str, str]:
        return {"first": self.first, "second": self.second}


def _twice(keys: Sequence[str]) -> _Twice | None:
    """A field that is given twice: by its Chinese name, and again or by the other one."""
    known: dict[str, str] = {}
    for at, key in enumerate(keys):
        if _KEYS[key] in known:
            return _Twice(at, known[_KEYS[key]], key)
        known[_KEYS[key]] = key
    return None


def _check_parents(
    file: KeyedFile, path: KeyPath, members: Mapping[str, Member], name: str
) -> None:
    """Refuse a parent that is not in the list, and a way upwards that comes back."""
    way = [name]
    while (parent := members[way[-1]].parent) is not None:
        if parent not in members:
            if near := nearest(parent, members):
                file.fail(_parent(file, path), "bodies.parent-near", parent=parent, near=near)
            file.fail(_parent(file, path), "bodies.parent", parent=parent)
        if parent == name:
            file.fail(_parent(file, path), "bodies.circle", names=" → ".join((*way, name)))
        if parent in way:  # the circle is told at a body that is in it
            return
        way.append(parent)


def _parent(file: KeyedFile, path: KeyPath) -> KeyPath:
    keys = (key for key, name in _KEYS.items() if name == "parent")
    return next(((*path, key) for key in keys if file.line((*path, key))), path)
