"""Nested values of keys and values, drawn at random, and where each stands when it is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from gklint.files.keyed import KeyPath

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6)
TRICKY = st.sampled_from(
    [
        "",
        "#",
        "# a",
        '"',
        "'",
        "\\",
        "]",
        "}",
        '"""',
        "'''",
        "a.b",
        "a = 1",
        "[a]",
        "a: b",
        "：",
        "<<",
    ]
)
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1)


def values(*further: st.SearchStrategy[Any], keys: st.SearchStrategy[str]) -> Any:
    """Lists and tables of texts, numbers, flags, and what else is given."""
    single = st.one_of(TEXTS, TRICKY, NUMBERS, st.booleans(), *further)
    return st.recursive(
        single,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)
        ),
        max_leaves=12,
    )


def as_json(value: object) -> str:
    """JSON with each key and each item on a line of its own."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def json_lines(value: object) -> dict[KeyPath, int]:
    """The lines of all that stands in a value, as ``as_json`` writes it."""
    found: dict[KeyPath, int] = {}

    def walk(value: object, path: KeyPath, line: int) -> int:
        if not isinstance(value, dict | list) or not value:
            return line
        for key, inner in _items(value):
            found[(*path, key)] = line + 1
            line = walk(inner, (*path, key), line + 1)
        return line + 1

    walk(value, (), 1)
    return found


def _items(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str | int, Any]]:
    yield from value.items() if isinstance(value, dict) else enumerate(value)


class TomlWriter:
    """Writes tables as TOML in any layout, and notes the line of all that stands in them.

    ``pick``: one of the texts that it is given.
    """

    def __init__(self, pick: Callable[[list[str]], str]) -> None:
        self.text = ""
        self.lines: dict[KeyPath, int] = {}
        self._pick = pick

    def table(self, value: dict[str, Any], path: KeyPath = ()) -> None:
        """The keys of a table, and after them those that have headers of their own."""
        apart = {}
        for key, inner in value.items():
            tables = inner if isinstance(inner, list) and inner else [inner]
            if all(isinstance(each, dict) for each in tables) and self._pick(["", "apart"]):
                apart[key] = inner
                continue
            self._put(self._pick(["", "\n", "# [a]\n", "  "]))
            self._key((*path, key))
            self._value(inner, (*path, key))
            self._put(self._pick(["\n", "  # b = 1\n"]))
        for key, inner in apart.items():
            self._apart(inner, (*path, key))

    def _apart(self, value: Any, path: KeyPath) -> None:
        several = isinstance(value, list)
        for number, each in enumerate(value if several else [value]):
            inner = (*path, number) if several else path
            self._note(path)
            self._note(inner)
            self._put("[[" if several else "[")
            names = [self._name(name) for name in path if isinstance(name, str)]
            self._put(self._pick([".", " . "]).join(names))
            self._put("]]\n" if several else "]\n")
            self.table(each, inner)

    def _key(self, path: KeyPath) -> None:
        self._note(path)
        self._put(self._name(str(path[-1])) + self._pick([" = ", "="]))

    def _name(self, name: str) -> str:
        ways = [_escaped(name)]
        if name.isalnum() and name.isascii():
            ways.append(name)
        if "'" not in name and name.isprintable():
            ways.append(f"'{name}'")
        return self._pick(ways)

    def _value(self, value: Any, path: KeyPath) -> None:
        if isinstance(value, list):
            self._put("[" + self._space())
            for number, each in enumerate(value):
                self._note((*path, number))
                self._value(each, (*path, number))
                last = number + 1 == len(value)
                self._put(self._space() + (self._pick(["", ","]) if last else ",") + self._space())
            self._put("]")
        elif isinstance(value, dict):
            self._put("{")
            for number, (key, each) in enumerate(value.items()):
                self._put(", " if number else " ")
                self._key((*path, key))
                self._value(each, (*path, key))
            self._put("}")
        elif isinstance(value, str):
            self._put(self._string(value))
        else:
            self._put(str(value).lower())

    def _string(self, value: str) -> str:
        ways = [_escaped(value), f'"""\n{_escaped(value)[1:-1]}"""']
        if "'" not in value and value.isprintable():
            ways += [f"'{value}'", f"'''\n{value}'''"]
        return self._pick(ways)

    def _space(self) -> str:
        return self._pick(["", " ", "\n", " # ],\n\n"])

    def _put(self, text: str) -> None:
        self.text += text

    def _note(self, path: KeyPath) -> None:
        self.lines.setdefault(path, self.text.count("\n") + 1)


def _escaped(text: str) -> str:
    """A TOML string in which whatever can be escaped is."""
    return '"' + "".join(f"\\U{ord(each):08X}" for each in text) + '"'
