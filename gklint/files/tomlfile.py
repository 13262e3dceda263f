"""TOML that can tell on which line each key stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from gklint.errors import ConfigError
from gklint.files.keyed import MISSING, KeyedFile, KeyPath, read
from gklint.files.paths import from_here

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLACE = re.compile(
    r"(?P<problem>.*) \(at (line (?P<line>\d+), column \d+|end of document)\)", re.S
)
# How the parser's English begins, where a simple slip leads to it.
_PROBLEMS = {
    "Invalid value": "值写得不对（文字要加引号，列表要有“]”）",
    "Expected '=' after a key": "键后面应有“=”",
    "Expected newline or end of document": "值后面有多余的内容",
    "Invalid initial character for a key part": "键写得不对（含有汉字、空格或 * 的键要加引号）",
    "Invalid statement": "这一行不是“键 = 值”，也不是“[表]”",
    "Unclosed array": "列表缺少“]”，或两项之间缺少逗号",
    "Unclosed inline table": "花括号没有成对",
    "Unterminated string": "引号没有成对",
    "Illegal character": "引号没有成对，或文字里有不能直接写的字符",
    "Unescaped '\\'": "双引号里的“\\”有特别的意思，请改用单引号或“/”",
    "Cannot overwrite a value": "同一个键写了两次",
    "Duplicate inline table key": "同一个键写了两次",
    "Cannot declare": "同一个表写了两次",
}


class _Statement(NamedTuple):
    """A header of a table, or a key with its value: from which line (from 1), and by itself."""

    line: int
    is_header: bool
    value: Mapping[str, Any]


@dataclass(frozen=True)
class TomlFile(KeyedFile):
    """The value of a TOML file; its lines are looked for only when one is to be shown."""

    text: str

    error = ConfigError

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        """The line (from 1) of each key, and of each table of an array of tables.

        Whatever stands within one value has the line of that value's key.
        """
        found: dict[KeyPath, int] = {}
        tables: dict[KeyPath, int] = {}
        here: KeyPath = ()
        for line, is_header, value in _statements(self.text):
            if is_header:
                here = _open(value, tables)
                for length in range(1, len(here) + 1):
                    found.setdefault(here[:length], line)
            else:
                for path in _paths(value, here):
                    found.setdefault(path, line)
        return found

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def key(self, path: KeyPath) -> str:
        names = (name for name in path if isinstance(name, str))
        return ".".join(name if _BARE.fullmatch(name) else f'"{name}"' for name in names)


def load(path: Path, missing: str = MISSING) -> TomlFile:
    """Read a TOML file.  Raises ConfigError: ``missing``, or with the line of a syntax error."""
    return parse(from_here(path), read(path, ConfigError, missing))


def parse(name: str, data: bytes) -> TomlFile:
    """Parse the bytes of a TOML file that is called ``name``.  Raises ConfigError."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{name}:{line}: 文件不是 UTF-8 编码，请另存为 UTF-8") from error
    try:
        return TomlFile(name, _loads(text), text)
    except RecursionError as error:
        raise ConfigError(f"{name}:1: TOML 语法有误：括号嵌套太深") from error
    except ValueError as error:
        line, problem = _explained(str(error), text)
        raise ConfigError(f"{name}:{line}: TOML 语法有误：{problem}") from error


def _loads(text: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(text)


def _explained(message: str, text: str) -> tuple[int, str]:
    """The line and the problem that an error of the parser names."""
    place = _PLACE.fullmatch(message)
    if not place:
        return 1, message
    problem = place["problem"]
    chinese = (said for begins, said in _PROBLEMS.items() if problem.startswith(begins))
    last = text.rstrip("\n").count("\n") + 1
    return int(place["line"] or last), next(chinese, problem)


def _statements(text: str) -> Iterator[_Statement]:
    """The statements of valid TOML.  One that has not ended yet does not parse by itself."""
    lines = text.split("\n")
    start = 0
    for end in range(1, len(lines) + 1):
        try:
            value = _loads("\n".join(lines[start:end]))
        except ValueError:
            continue
        yield _Statement(start + 1, lines[start].lstrip().startswith("["), value)
        start = end


def _open(header: Mapping[str, Any], tables: dict[KeyPath, int]) -> KeyPath:
    """The table that a header opens; ``tables`` counts those of each array of tables."""
    path: KeyPath = ()
    while header:
        [(key, inner)] = header.items()
        path = (*path, key)
        if isinstance(inner, list):
            tables[path] = tables.get(path, 0) + 1
        if path in tables:
            path = (*path, tables[path] - 1)
        header = inner if isinstance(inner, dict) else {}
    return path


def _paths(value: object, path: KeyPath) -> Iterator[KeyPath]:
    """The paths of all that a value contains."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in inner:
        yield (*path, key)
        yield from _paths(item, (*path, key))
