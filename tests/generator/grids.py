"""Tables as rectangles of cells with merged places, before a layout prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .lines import Line, LineWriter

if TYPE_CHECKING:
    from .document import Group, Row, Table
    from .labels import Address

TEXT, VALUE, ABOVE, LEFT = "text", "value", "above", "left"


@dataclass(frozen=True)
class Cell:
    """One place of the rectangle.

    `kind`: TEXT (label or header), VALUE, ABOVE (covered by a cell above) or LEFT (covered by
    the cell to the left); covered places are empty.
    """

    text: str
    marks: tuple[Address, ...] = ()
    kind: str = TEXT


Grid = tuple[tuple[Cell, ...], ...]
COVERED_ABOVE = Cell("", (), ABOVE)
COVERED_LEFT = Cell("", (), LEFT)


def grid_of(table: Table) -> Grid:
    """The rectangle of a table (rows with a wrong number of values are longer or shorter)."""
    makers = {"disclosure": _disclosure, "requests": _requests, "disputes": _disputes}
    return makers[table.name](table)


def own(row: tuple[Cell, ...]) -> list[Cell]:
    """The cells that print something or hold a value."""
    return [cell for cell in row if cell.kind not in (ABOVE, LEFT)]


def row_line(cells: list[Cell], between: str, before: str = "", after: str = "") -> Line:
    """The cells of a row on one line."""
    writer = LineWriter("table").add(before)
    for index, cell in enumerate(cells):
        writer.add(between if index else "").add(cell.text, cell.marks)
    return writer.add(after).line()


def _values(table: str, row: Row) -> tuple[Cell, ...]:
    return tuple(
        Cell(value.text, (("cell", table, row.key, value.column),), VALUE) for value in row.values
    )


def _spanning(text: str, marks: tuple[Address, ...], width: int) -> tuple[Cell, ...]:
    return (Cell(text, marks), *(COVERED_LEFT,) * (width - 1))


def _padded(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*cells, *(COVERED_LEFT,) * (width - len(cells)))


def _disclosure(table: Table) -> Grid:
    width = 4
    rows: list[tuple[Cell, ...]] = []
    for index, group in enumerate(table.groups):
        marks: tuple[Address, ...] = (("caption", "disclosure", str(index)),)
        if index == 0:
            marks = (*marks, ("table", "disclosure"))
        rows.append(_spanning(group.caption, marks, width))
        headers = tuple(
            Cell(text, (("header", "disclosure", str(index), column),))
            for column, text in group.headers
        )
        rows.append(_padded(headers, width))
        for row in group.rows:
            label = Cell(row.label, (("row", "disclosure", row.key),))
            rows.append(_padded((label, *_values("disclosure", row)), width))
    return tuple(rows)


def _requests(table: Table) -> Grid:
    headers = {column: _header(column, text) for column, text in table.groups[0].headers}
    corner, applicants, bodies = table.over
    kinds = tuple(cell for key, cell in headers.items() if key not in ("natural_person", "total"))
    rows: list[tuple[Cell, ...]] = [
        (*_spanning(corner, (("table", "requests"),), 3), *_spanning(applicants, (), 7)),
        (
            *(COVERED_ABOVE,) * 3,
            headers["natural_person"],
            *_spanning(bodies, (), 5),
            headers["total"],
        ),
        (*(COVERED_ABOVE,) * 4, *kinds, COVERED_ABOVE),
    ]
    before: tuple[str, ...] = ()
    for row in table.rows():
        labels = _labels(row, before)
        rows.append((*labels, *_values("requests", row)))
        before = row.path
    return tuple(rows)


def _header(column: str, text: str) -> Cell:
    return Cell(text, (("header", "requests", column),))


def _labels(row: Row, before: tuple[str, ...]) -> tuple[Cell, ...]:
    groups = tuple(
        COVERED_ABOVE if before[: depth + 1] == row.path[: depth + 1] else Cell(text)
        for depth, text in enumerate(row.path)
    )
    label = _spanning(row.label, (("row", "requests", row.key),), 3 - len(groups))
    return (*groups, *label)


def _disputes(table: Table) -> Grid:
    review, *lawsuits = table.groups
    heads = tuple(cell for group in lawsuits for cell in _spanning(*_group_label(group), 5))
    review_label = _spanning(*_group_label(review), 5)
    top = (*review_label, *_spanning(table.over[0], (), len(heads)))
    first = (Cell(top[0].text, (("table", "disputes"), *top[0].marks)), *top[1:])
    return (
        first,
        (*_outcomes(review), *heads),
        (*(COVERED_ABOVE,) * 5, *(cell for group in lawsuits for cell in _outcomes(group))),
        tuple(cell for row in table.rows() for cell in _values("disputes", row)),
    )


def _group_label(group: Group) -> tuple[str, tuple[Address, ...]]:
    row = group.rows[0]
    return row.label, (("row", "disputes", row.key),)


def _outcomes(group: Group) -> tuple[Cell, ...]:
    row = group.rows[0].key
    return tuple(Cell(text, (("header", "disputes", row, c),)) for c, text in group.headers)
