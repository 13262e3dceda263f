"""Tables as their printed cells, each once, with the rows and columns that it spans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .grids import ABOVE, LEFT, TEXT, Cell

if TYPE_CHECKING:
    from .grids import Grid

HEAD_ROWS = {"disclosure": 2, "requests": 3, "disputes": 3}
"""Rows at the top of each table that hold headers only."""


@dataclass(frozen=True)
class Box:
    """A cell that begins in `column` (from 0) and spans `across` columns and `down` rows."""

    cell: Cell
    column: int
    across: int = 1
    down: int = 1


Boxes = tuple[tuple[Box, ...], ...]


def boxes_of(grid: Grid, merged: bool = True) -> Boxes:
    """The cells of each row; without `merged` every covered place is an empty cell."""
    if not merged:
        return tuple(tuple(Box(cell, at) for at, cell in enumerate(row)) for row in grid)
    return tuple(
        tuple(
            Box(cell, column, _run(row, column, LEFT), _run(_below(grid, number, column), 0, ABOVE))
            for column, cell in enumerate(row)
            if cell.kind not in (ABOVE, LEFT)
        )
        for number, row in enumerate(grid)
    )


def _below(grid: Grid, number: int, column: int) -> tuple[Cell, ...]:
    column_cells = []
    for row in grid[number:]:
        if column >= len(row):
            break
        column_cells.append(row[column])
    return tuple(column_cells)


def _run(cells: tuple[Cell, ...], start: int, covered: str) -> int:
    """The length of a cell with the covered ones that follow it."""
    end = start + 1
    while end < len(cells) and cells[end].kind == covered:
        end += 1
    return end - start


def cut(boxes: Boxes, at: int) -> tuple[Boxes, Boxes]:
    """Two tables of one, cut above row `at`; what spans the cut goes on as an empty cell."""
    if at == len(boxes):
        return boxes, ()
    top: list[tuple[Box, ...]] = []
    going_on: list[Box] = []
    for number, row in enumerate(boxes[:at]):
        room = at - number
        top.append(tuple(replace(box, down=min(box.down, room)) for box in row))
        going_on.extend(
            Box(Cell("", (), TEXT), box.column, box.across, box.down - room)
            for box in row
            if box.down > room
        )
    first = tuple(sorted((*going_on, *boxes[at]), key=lambda box: box.column))
    return tuple(top), (first, *boxes[at + 1 :])


def with_covered(boxes: Boxes) -> list[list[tuple[Box, bool]]]:
    """The cells of each row together with those that reach into it from above (then True)."""
    rows: list[list[tuple[Box, bool]]] = [[] for _ in boxes]
    for number, row in enumerate(boxes):
        for box in row:
            for covered in range(box.down):
                rows[number + covered].append((box, covered > 0))
    return [sorted(row, key=lambda each: each[0].column) for row in rows]
