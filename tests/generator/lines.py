"""Printed lines with marks, and the finished text with the place of every address."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .where import Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .labels import Address

LAST: Address = ("last",)
FILE_FIRST: Address = ("file_first",)
FILE_LAST: Address = ("file_last",)


@dataclass(frozen=True)
class Mark:
    """`address` stands at code points [start, end) of a line, from 0."""

    address: Address
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """One printed line. `kind` is "prose", "table", "head" or "blank"."""

    text: str
    marks: tuple[Mark, ...] = ()
    kind: str = "prose"


BLANK = Line("", (), "blank")


@dataclass(frozen=True)
class Place:
    """Line and columns from 1, `end` one past the last code point."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Rendered:
    """A text and where each structural address stands in it, first place first."""

    text: str
    places: Mapping[Address, tuple[Place, ...]]

    def line(self, address: Address) -> int:
        """The line where the address begins."""
        return self.places[address][0].line

    def standing(self, *prefixes: Address) -> frozenset[Where]:
        """All lines of the addresses that begin like one of the prefixes."""
        return frozenset(
            Where(line=place.line)
            for address, places in self.places.items()
            if any(address[: len(prefix)] == prefix for prefix in prefixes)
            for place in places
        )

    def found(self, diagnostic: Any) -> Where | None:
        """The line of a diagnostic; None when it has none."""
        return Where(line=diagnostic.range.start.line) if diagnostic.range else None

    def shown(self, address: Address) -> str:
        """The text at the first place of the address."""
        place = self.places[address][0]
        rows = (
            self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
        offset = 1 if self.text.startswith("\ufeff") and place.line == 1 else 0
        return rows[place.line - 1][place.start - 1 - offset : place.end - 1 - offset]


@dataclass
class LineWriter:
    """Collects the pieces of one line and their marks."""

    kind: str = "prose"
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    width: int = 0

    def add(self, text: str, marks: Iterable[Address] = ()) -> LineWriter:
        """Append a piece; its marks cover it without surrounding blanks."""
        lead = len(text) - len(text.lstrip()) if text.strip() else 0
        start = self.width + lead
        end = start + len(text.strip())
        self.marks.extend(Mark(address, start, end) for address in marks)
        self.pieces.append(text)
        self.width += len(text)
        return self

    def line(self) -> Line:
        """The finished line."""
        return Line("".join(self.pieces), tuple(self.marks), self.kind)


def assemble(
    lines: Sequence[Line], newline: str = "\n", bom: bool = False, end: str = ""
) -> Rendered:
    """Join lines into a text. A byte order mark shifts the columns of line 1 by one."""
    found: dict[Address, list[Place]] = {}
    texts = [number for number, line in enumerate(lines, 1) if line.text.strip()]
    for number, line in enumerate(lines, 1):
        shift = 2 if bom and number == 1 else 1
        for mark in line.marks:
            place = Place(number, mark.start + shift, mark.end + shift)
            found.setdefault(mark.address, []).append(place)
    for address, number in ((FILE_FIRST, texts[0]), (FILE_LAST, texts[-1])):
        found[address] = [Place(number, 1, len(lines[number - 1].text) + 1)]
    text = ("\ufeff" if bom else "") + newline.join(line.text for line in lines) + end
    places = {address: tuple(each) for address, each in found.items()}
    return Rendered(text, MappingProxyType(places))
