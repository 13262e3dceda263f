"""TOML that can tell on which line each key stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gklint.errors import ConfigError
from gklint.files.keyed import (
    CONTROL,
    MISSING,
    MOST,
    TOO_DEEP,
    TOO_LARGE,
    KeyedFile,
    KeyPath,
    at_line,
    control_problem,
    decoded,
    place,
    read,
)
from gklint.files.paths import from_here
from gklint.words import Message

if TYPE_CHECKING:
    from gklint.files.widths import Blamed

# So many dots in a line, and the time that the parser takes for a key would be seen.
_DOTS = 100
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLACE = re.compile(
    r"(?P<problem>.*) \(at (line (?P<line>\d+), column \d+|end of document)\)", re.S
)
_OPEN_STRING = "syntax.quotes"
_TWICE = "syntax.toml-key-twice"
# How the parser's English begins, where a simple slip leads to it.
_PROBLEMS = {
    "Invalid value": "syntax.toml-value",
    "Expected '=' after a key": "syntax.toml-equals",
    "Expected newline or end of document": "syntax.toml-surplus",
    "Expected ']": "syntax.toml-header",
    "Invalid initial character for a key part": "syntax.toml-key",
    "Invalid statement": "syntax.toml-statement",
    "Invalid date or datetime": "syntax.toml-date",
    "Invalid hex value": "syntax.number-of-character",
    "Escaped character": "syntax.number-of-character",
    "Unclosed array": "syntax.list",
    "Unclosed inline table": "syntax.toml-braces",
    "Unterminated string": _OPEN_STRING,
    "Expected": _OPEN_STRING,
    "Illegal character": "syntax.toml-character",
    "Found invalid character": _OPEN_STRING,
    "Unescaped '\\'": "syntax.toml-backslash",
    "Cannot overwrite a value": _TWICE,
    "Duplicate inline table key": _TWICE,
    "Cannot declare": "syntax.toml-table-twice",
    "Cannot mutate": "syntax.toml-table-closed",
    "Cannot redefine": "syntax.toml-table-closed",
}
_UNKNOWN = "syntax.toml-other"


class TomlFile(KeyedFile):
    """The value of a TOML file; its lines are looked for only when one is to be shown."""

    text: str

    error = ConfigError

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        """The line (from 1) of each key, item of a list, and table of an array of tables."""
        from gklint.files.tomlplaces import TomlPlaces

        return TomlPlaces(self.text, _decoded).lines

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def key(self, path: KeyPath) -> str:
        names = (name for name in path if isinstance(name, str))
        return ".".join(name if _BARE.fullmatch(name) else f'"{name}"' for name in names)


def load(path: Path, missing: str = MISSING, most: int = MOST) -> TomlFile:
    """Read a TOML file.  Raises ConfigError: as ``read`` does, or with the line of a problem."""
    return parse(from_here(path), read(path, ConfigError, missing, most))


def parse(name: str, data: bytes) -> TomlFile:
    """Parse the bytes of a TOML file that is called ``name``.  Raises ConfigError."""
    text = decoded(name, data, ConfigError).replace("\r\n", "\n")
    at: int | str
    try:
        file = TomlFile(name, _loads(text), text)
    except RecursionError:
        from gklint.files.places import too_deep

        at, problem = too_deep(text) or 1, TOO_DEEP
    except ValueError as error:
        at, problem = _explained(str(error), text)
    else:
        file.check_bounds()
        return file
    raise at_line(ConfigError, name, at, Message("syntax.toml", {"problem": problem}))


def _loads(text: str) -> dict[str, Any]:
    """The value of a TOML text.  Raises ValueError; RecursionError if it is nested too deeply."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    # The time that the parser takes for a key grows with the square of its parts.
    if any(line.count(".") > _DOTS for line in text.split("\n")):
        from gklint.files.places import too_deep

        if too_deep(text):
            raise RecursionError
    return tomllib.loads(text)


def _decoded(token: str) -> str:
    """The key that stands in quotes."""
    if "\\" not in token or token.startswith("'"):
        return token[1:-1]
    return str(_loads(f"key = {token}")["key"])


def _explained(message: str, text: str) -> tuple[int | str, Message]:
    """The place and the problem that an error of the parser names."""
    if found := CONTROL.search(text):
        return place(text, found.start()), control_problem(found[0])
    named = _PLACE.fullmatch(message)
    if not named:  # the only error that Python's own numbers raise
        from gklint.files.places import long_number

        return long_number(text) or 1, TOO_LARGE
    line = _line_named(named, text)
    if wide := _wide(text, line):
        return place(text, wide.offset), wide.problem
    known = (said for begins, said in _PROBLEMS.items() if named["problem"].startswith(begins))
    problem = next(known, _UNKNOWN)
    if problem == _TWICE and (again := _again(text)):
        return again
    if named["line"]:
        return line, Message(problem)
    if problem == _OPEN_STRING:
        from gklint.files.places import last_text

        return last_text(text), Message(problem)
    return line, Message(problem)


def _again(text: str) -> tuple[int, Message] | None:
    """The line where a key comes again, not that where its value ends, and what is said of it."""
    from gklint.files.tomlplaces import TomlPlaces

    places = TomlPlaces(text, _decoded)
    for path, line in places.twice:
        return line, Message("syntax.toml-key-again", {"line": places.lines[path]})
    return None


def _line_named(found: re.Match[str], text: str) -> int:
    return int(found["line"]) if found["line"] else text.rstrip("\n").count("\n") + 1


def _wide(text: str, line: int) -> Blamed | None:
    """A character of Chinese text, or one that cannot be seen, for which a line is wrong."""
    from gklint.files.widths import IN_TOML, blame

    return blame(text, range(line, line + 1), _wrong_line, IN_TOML)


def _wrong_line(text: str) -> int | None:
    try:
        _loads(text)
    except (ValueError, RecursionError) as error:
        named = _PLACE.fullmatch(str(error))
        return _line_named(named, text) if named else 1
    return None
