"""Kinds of values in files of keys and values: what is right, and what is said of the rest.

Settings, the options of checks and the facts of the form are declared with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, NoReturn

from gklint.files.expressions import compiled
from gklint.files.keyed import KeyedFile, KeyPath, as_written, shortened
from gklint.words import Message

Problem = Callable[[str], Message | None]
"""What is wrong with a text; None if nothing is."""


class Kind(NamedTuple):
    """A kind of value: its JSON Schema, and how a value of the file is checked and taken.

    ``take(file, path, value)`` raises the file's error naming the key ``path``.
    """

    schema: Mapping[str, Any]
    take: Callable[[KeyedFile, KeyPath, Any], Any]


def _refuse(file: KeyedFile, path: KeyPath, value: object, expected: str) -> NoReturn:
    """Say that a value is not what the text ``expected`` names."""
    file.fail(path, "files.expected", expected=Message(expected), found=as_written(value))


def text(expected: str, problem: Problem = lambda _: None, *, blank: bool = False) -> Kind:
    """Text that is not empty, and if it may not be ``blank``, has more than blanks.

    ``problem`` says what else may be wrong with it.
    """
    least = "." if blank else r"\S"

    def take(file: KeyedFile, path: KeyPath, value: Any) -> str:
        if not isinstance(value, str) or not re.search(least, value, re.DOTALL):
            _refuse(file, path, value, expected)
        if wrong := problem(value):
            file.fail(path, wrong.key, **wrong.args)
        return value

    return Kind({"type": "string", "pattern": least}, take)


def expression(groups: int = 0) -> Kind:
    """A regular expression, with so many groups at least."""

    def problem(pattern: str) -> Message | None:
        expression = compiled(pattern)
        if isinstance(expression, Message):
            return _wrong_expression("files.expression-wrong", pattern, problem=expression)
        if expression.groups < groups:
            return _wrong_expression("files.expression-groups", pattern, count=groups)
        return None

    return text("files.expression", problem, blank=True)


def _wrong_expression(key: str, pattern: str, **args: object) -> Message:
    return Message(key, {"text": shortened(pattern), **args})


def choice(*names: str) -> Kind:
    """One of these names."""

    def take(file: KeyedFile, path: KeyPath, value: Any) -> str:
        file.one_of(path, value, names)
        return str(value)

    return Kind({"enum": [*names]}, take)


def number(at_least: int = 0) -> Kind:
    """A whole number."""

    def take(file: KeyedFile, path: KeyPath, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < at_least:
            found = as_written(value)
            file.fail(path, "files.expected-number", at_least=at_least, found=found)
        return value

    return Kind({"type": "integer", "minimum": at_least}, take)


def _flag(file: KeyedFile, path: KeyPath, value: Any) -> bool:
    if not isinstance(value, bool):
        file.fail(path, "files.expected-flag", found=as_written(value))
    return value


FLAG = Kind({"type": "boolean"}, _flag)


def optional(kind: Kind) -> Kind:
    """The same, or null."""
    return Kind(
        {"anyOf": [kind.schema, {"type": "null"}]},
        lambda file, path, value: None if value is None else kind.take(file, path, value),
    )


def made(make: Callable[[Any], Any], kind: Kind) -> Kind:
    """What is taken, as the value that ``make`` makes of it."""
    return Kind(kind.schema, lambda file, path, value: make(kind.take(file, path, value)))


def listing(of: Kind, expected: str) -> Kind:
    """A list."""

    def take(file: KeyedFile, path: KeyPath, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            _refuse(file, path, value, expected)
        return tuple(of.take(file, (*path, index), item) for index, item in enumerate(value))

    return Kind({"type": "array", "items": of.schema}, take)


def table(of: Kind, expected: str, names: Kind) -> Kind:
    """A table whose keys, of the kind ``names``, are the user's own."""

    def take(file: KeyedFile, path: KeyPath, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            _refuse(file, path, value, expected)
        return {
            names.take(file, (*path, name), name): of.take(file, (*path, name), inner)
            for name, inner in value.items()
        }

    schema = {"propertyNames": names.schema, "additionalProperties": of.schema}
    return Kind({"type": "object", **schema}, take)


def record(
    kinds: Mapping[str, Kind],
    required: Collection[str] = (),
    described: Mapping[str, Message] = {},
) -> Kind:
    """A table of known keys; what is ``described`` has its description in the schema, unsaid."""

    def take(file: KeyedFile, path: KeyPath, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            found = as_written(value)
            file.fail(path, "files.expected-table-of", known=[*kinds], found=found)
        for name in value:
            file.one_of((*path, name), name, kinds)
        for name in required:
            if name not in value:
                file.fail(path, "files.missing-key", name=name)
        return {name: kinds[name].take(file, (*path, name), inner) for name, inner in value.items()}

    properties = {
        name: {**({"description": described[name]} if name in described else {}), **kind.schema}
        for name, kind in kinds.items()
    }
    needed = {"required": [*required]} if required else {}
    schema = {"type": "object", "additionalProperties": False, "properties": properties, **needed}
    return Kind(schema, take)
