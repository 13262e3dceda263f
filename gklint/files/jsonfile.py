"""JSON that can tell on which line each key stands."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

from gklint.errors import ConfigError
from gklint.files.keyed import (
    TOO_DEEP,
    TOO_LARGE,
    KeyedFile,
    KeyPath,
    at_line,
    decoded,
    read,
    shortened,
)
from gklint.files.paths import from_here
from gklint.files.places import Places, long_number, too_deep
from gklint.words import Message

_LINE_END = re.compile(r"\r\n?")


class JsonFile(KeyedFile):
    """The value of a JSON file, its text, and the key of what every problem advises to do."""

    text: str
    advice: str

    error = ConfigError

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        """The line (from 1) of each key and of each item of a list."""
        return _places(self.text).lines

    def line(self, path: KeyPath) -> int | None:
        return self.lines.get(path)

    def fail(self, path: KeyPath, problem: str, /, **args: object) -> NoReturn:
        """Raise ConfigError, with the advice."""
        said = _advised(Message(problem, args), self.advice)
        super().fail(path, said.key, **said.args)


class _TwiceError(ValueError):
    """A key stands twice in an object."""


def load(path: Path, missing: str, most: int, advice: str) -> JsonFile:
    """Read a JSON file of at most so many MB.  Raises ConfigError, with the line."""
    name = from_here(path)
    data = read(path, ConfigError, missing, most)
    text = _LINE_END.sub("\n", decoded(name, data, ConfigError))
    try:
        file = JsonFile(name, json.loads(text, object_pairs_hook=_once), text, advice)
    except _TwiceError:
        line, problem = _twice(text)
    except json.JSONDecodeError as error:
        line = min(error.lineno, text.rstrip("\n").count("\n") + 1)
        problem = Message("syntax.json")
    except RecursionError:
        line, problem = too_deep(text) or 1, TOO_DEEP
    except ValueError:  # the only other one is that of Python's own numbers
        line, problem = long_number(text) or 1, TOO_LARGE
    else:
        file.check_bounds()
        return file
    raise at_line(ConfigError, name, line, _advised(problem, advice))


def _advised(problem: Message, advice: str) -> Message:
    return Message("syntax.json-advice", {"problem": problem, "advice": Message(advice)})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _twice(text: str) -> tuple[int, Message]:
    """Where a key stands again, and what is said of it."""
    if line := too_deep(text):  # then its place is not known
        return line, TOO_DEEP
    path, line = _places(text).twice[0]
    return line, Message("syntax.json-key-twice", {"key": shortened(".".join(map(str, path)))})


def _places(text: str) -> Places:
    places = Places(text, _decoded)
    places.skip_lines()
    places.value(())
    return places


def _decoded(token: str) -> str:
    try:
        return str(json.loads(token))
    except ValueError:  # behind what is refused already
        return token
