"""Places in files, comparable with those of a diagnostic, and a finished file with its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .labels import Address

_BREAK = re.compile(r"\r\n|\n|\r")


class Where(NamedTuple):
    """A place; all count from 1, what does not apply is None.

    Text: `line`.  Word: `paragraph` (those in tables not counted), or `table`, `row`, `cell`.
    PDF: `page` with `line` (those in tables not counted), or `table` (of that page), `row`,
    `cell`.  HTML: as Word, counted by the writer: a line between two `<br>` is a paragraph.
    """

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    line: int | None = None

    @property
    def row_only(self) -> Where:
        """The same without the cell."""
        return self._replace(cell=None)


class Element(NamedTuple):
    """Characters [start, end] of an HTML file, tags included, that stand at one place."""

    start: int
    end: int
    where: Where


@dataclass(frozen=True)
class Written:
    """A file and where each structural address stands in it.

    `text` and `elements`, of HTML only: the markup, and what of it stands where.
    """

    data: bytes
    suffix: str
    places: Mapping[Address, frozenset[Where]]
    text: str = ""
    elements: tuple[Element, ...] = ()

    def standing(self, *prefixes: Address) -> frozenset[Where]:
        """All places of the addresses that begin like one of the prefixes."""
        return frozenset(
            place
            for address, places in self.places.items()
            if any(address[: len(prefix)] == prefix for prefix in prefixes)
            for place in places
        )

    def found(self, diagnostic: Any) -> Where | None:
        """The place of a diagnostic; None when it has none, or lies in nothing printed."""
        if diagnostic.range is None:
            place = diagnostic.place
            return None if place is None else Where(*(getattr(place, f) for f in Where._fields))
        start = diagnostic.range.start
        if not self.elements or start.line > len(self._line_starts):
            return None
        offset = self._line_starts[start.line - 1] + start.column - 1
        index = bisect_right(self._element_starts, offset) - 1
        if index > 0 and self.elements[index - 1].end == offset:
            index -= 1  # the end of a cell without an end tag
        element = self.elements[max(index, 0)]
        return element.where if element.start <= offset <= element.end else None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def _element_starts(self) -> list[int]:
        return [element.start for element in self.elements]


@dataclass
class Register:
    """Collects the places of addresses while a file is written."""

    places: defaultdict[Address, set[Where]] = field(default_factory=lambda: defaultdict(set))

    def add(self, addresses: Iterable[Address], *places: Where) -> None:
        for address in addresses:
            self.places[address].update(places)

    def finished(self) -> Mapping[Address, frozenset[Where]]:
        return MappingProxyType({each: frozenset(found) for each, found in self.places.items()})
