"""The cells of a table in a Word file, merged as Word shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from gklint.formats.blocks import Block, Cell, Table
from gklint.formats.docx.paragraph import Anchor, Origin
from gklint.formats.docx.xml import integer, value
from gklint.text.source import Place

_COLUMNS = 63  # as many as Word allows


class Shape(NamedTuple):
    """What ``w:tcPr`` says: how a cell is merged, and the tracked change of the whole cell.

    down, along: ``restart`` or ``continue``, None for a cell that is not merged that way.
    """

    across: int = 1
    down: str | None = None
    along: str | None = None
    change: etree._Element | None = None
    deleted: bool = False


_PLAIN = Shape()


@dataclass
class Open:
    """A cell while its table is read."""

    element: etree._Element
    place: Place
    across: int
    down: int = 1
    blocks: list[Block[Origin]] = field(default_factory=list)

    def cell(self) -> Cell[Origin]:
        end = Anchor(self.place, self.element)
        return Cell(tuple(self.blocks), end, self.across, self.down)


class Grid:
    """Puts the cells of a table into its columns."""

    def __init__(self) -> None:
        self._rows: list[list[Open]] = []
        self._above: dict[int, Open] = {}  # column: the cell that may go on in this row
        self._below: dict[int, Open] = {}
        self._column = 0
        self._last: Open | None = None

    def row(self, before: etree._Element | None) -> None:
        """A row begins, with no cells in so many columns as ``w:gridBefore`` says."""
        self._rows.append([])
        self._above, self._below = self._below, {}
        self._column = 0 if before is None else integer(value(before), 0, _COLUMNS, 0)
        self._last = None

    def add(self, element: etree._Element, place: Place, shape: Shape) -> Open | None:
        """Put a cell into the next columns; None if it only goes on with another."""
        column = self._column
        self._column += shape.across
        if shape.along == "continue" and self._last:
            if self._rows[-1] and self._rows[-1][-1] is self._last:
                self._last.across = min(self._last.across + shape.across, _COLUMNS)
            return None
        above = self._above.get(column) if shape.down == "continue" else None
        if above:
            above.down += 1
        else:
            self._rows[-1].append(Open(element, place, shape.across))
        self._last = above or self._rows[-1][-1]
        if shape.down:
            self._below[column] = self._last
        return None if above else self._last

    def table(self) -> Table[Origin]:
        return Table(tuple(tuple(cell.cell() for cell in row) for row in self._rows))


def shape_of(properties: Mapping[str, etree._Element]) -> Shape:
    """What the properties of a cell say."""
    if not properties:
        return _PLAIN
    across, down, along = (properties.get(name) for name in ("gridSpan", "vMerge", "hMerge"))
    deleted = properties.get("cellDel")
    return Shape(
        across=1 if across is None else integer(value(across), 1, _COLUMNS, 1),
        down=None if down is None else value(down) or "continue",
        along=None if along is None else value(along) or "continue",
        change=properties.get("cellIns") if deleted is None else deleted,
        deleted=deleted is not None,
    )
