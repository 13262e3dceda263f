"""Layouts in which what parts the cells, or holds the rows together, got lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .grids import TEXT, VALUE, Cell, Grid, own, row_line
from .labels import APPLICANTS_BODIES
from .lines import BLANK, Line

if TYPE_CHECKING:
    from random import Random


def spaced(grid: Grid, _rng: Random) -> list[Line]:
    """Columns parted by blanks only, as text taken out of a PDF has them."""
    return [row_line(own(row), "   ") for row in grid]


def invented(grid: Grid, rng: Random) -> list[Line]:
    """Markdown under headers that a converter made up, or below a table that holds nothing."""
    width = len(grid[0])
    rule = Line("|" + "---|" * width, (), "table")
    rows = [row_line(list(row), " | ", "| ", " |") for row in grid]
    if rng.random() < 0.5:
        return [rule, rule, BLANK, rows[0], rule, *rows[1:]]
    names = " | ".join(f"数据{number}" for number in range(1, width + 1))
    return [Line(f"| {names} |", (), "table"), rule, *rows]


def row_tables(grid: Grid, _rng: Random) -> list[Line]:
    """Markdown with headings for captions and groups, and a table for each row of table three."""
    marks = {mark for row in grid for cell in row for mark in cell.marks}
    if ("table", "requests") in marks:
        return _requests_by_row(grid)
    if ("table", "disputes") in marks:
        return _disputes_by_group(grid)
    lines: list[Line] = []
    for row in grid:
        cells = own(row)
        if len(cells) == 1 and cells[0].kind == TEXT:
            lines += [BLANK, row_line(cells, "", "### ")]
        else:
            lines += _markdown_rows(cells, rule=lines[-1].text.startswith("#"))
    return lines[1:]


def _requests_by_row(grid: Grid) -> list[Line]:
    """The label of each row, and of each group, as a heading above its table."""
    header = [Cell("类别"), *(cell for row in grid[1:3] for cell in own(row) if cell.text)]
    columns = [cell for cell in header if cell.text != APPLICANTS_BODIES]
    columns.append(columns.pop(columns.index(next(c for c in columns if c.text == "总计"))))
    lines = [row_line([grid[0][0]], "")]
    for row in grid[3:]:
        labels = [cell for cell in own(row) if cell.kind == TEXT]
        for cell in labels:
            lines += [BLANK, row_line([Cell(cell.text)], "", "### ")]
        lines += _markdown_rows(columns, rule=True)
        lines += _markdown_rows([labels[-1], *(c for c in row if c.kind == VALUE)])
        columns = [Cell(cell.text) for cell in columns]
    return lines


def _disputes_by_group(grid: Grid) -> list[Line]:
    """Table four as three tables, each under a heading."""
    labels = [cell for cell in (grid[0][0], *own(grid[1])) if ("row", "disputes") in _kinds(cell)]
    headers = [c for row in grid[1:3] for c in own(row) if ("header", "disputes") in _kinds(c)]
    lines: list[Line] = []
    for at, label in enumerate(labels):
        words = f"行政诉讼（{label.text}）" if at else label.text
        lines += [BLANK, row_line([replace(label, text=words)], "", "### ")]
        lines += _markdown_rows(headers[5 * at : 5 * at + 5], rule=True)
        lines += _markdown_rows(list(grid[3][5 * at : 5 * at + 5]))
    return lines[1:]


def _kinds(cell: Cell) -> set[tuple[str, ...]]:
    return {mark[:2] for mark in cell.marks}


def _markdown_rows(cells: list[Cell], rule: bool = False) -> list[Line]:
    below = [Line("|" + "---|" * len(cells), (), "table")] if rule else []
    return [row_line(cells, " | ", "| ", " |"), *below]
