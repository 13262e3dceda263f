"""Where each key and each item of a list stands in a TOML file."""

from __future__ import annotations

from collections.abc import Callable

from gklint.files.keyed import KeyPath
from gklint.files.places import Places


class TomlPlaces(Places):
    """The places of valid TOML: those of nested values, of headers, and of the keys below them."""

    def __init__(self, text: str, decode: Callable[[str], str]) -> None:
        super().__init__(text, decode)
        self._tables: dict[KeyPath, int] = {}  # how many each array of tables has so far
        here: KeyPath = ()
        while self.token.kind != "end":
            if self.token.text == "\n":
                self.next()
            elif self.token.text == "[":
                here = self._header()
            else:
                self.pair(here)

    def _header(self) -> KeyPath:
        """Read a header; return the table that it opens."""
        line = self.next().line
        is_array = self.token.text == "["
        if is_array:
            self.next()
        path: KeyPath = ()
        names = [*self.names()]
        for number, name in enumerate(names, 1):
            path = (*path, name)
            self.lines.setdefault(path, line)
            if is_array and number == len(names):
                self._tables[path] = self._tables.get(path, 0) + 1
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
                self.lines.setdefault(path, line)
        while self.token.text == "]":
            self.next()
        return path
