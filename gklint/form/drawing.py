"""How the form prints its tables: their cells, and how many columns and rows each spans.

All of it follows from the order of the grammar and from what stands in which of its rules:

- Captions before the columns are their head.  Where the columns are of the whole table, the first
  heads the labels and the others the columns; where each block of rows has its own, the last
  heads the labels and the others stand above the block.
- Other captions stand left of the rows of their rule.
- A header read row by row gives what is beside a caption before what is below it: of the columns
  behind a caption, those are below it that stand before the next one that may follow it directly.
- Rows side by side (table four) have their captions, themselves and their columns on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from math import lcm
from typing import NamedTuple

from gklint.form.structure import (
    COLUMNS,
    Automaton,
    Row,
    Shape,
    Slot,
    Structure,
    is_column,
    name_of,
)


class Box(NamedTuple):
    """A cell as it is drawn.

    ``element``: what the form prints there; None: a number.  ``heads``: what it is the head of,
    ``"row"`` or ``"col"``; "" for a number.  ``row``, ``column``: those of a number, or the row
    whose label it is.
    """

    element: str | None
    across: int = 1
    down: int = 1
    heads: str = ""
    row: str = ""
    column: str = ""


Drawing = tuple[tuple[Box, ...], ...]
"""The cells of a table, each in the row in which it begins."""


class _Block(NamedTuple):
    """Rows with the head that they share.  ``captions``: those before the columns."""

    captions: Sequence[Slot]
    head: Sequence[Slot]
    rows: list[tuple[Row, Sequence[str]]]


@lru_cache(maxsize=64)
def drawing_of(structure: Structure, start: str) -> Drawing:
    """A table as the form prints it, by its start rule."""
    automaton, shape = structure.automata[start], structure.shapes[start]
    if shape.wide:
        return _side_by_side(automaton, shape)
    blocks = [*_blocks(automaton, shape)]
    labels = 1 + max(len(path) for block in blocks for _, path in block.rows)
    values = lcm(*(len(row.columns) for row in shape.rows))
    drawn = (_block(block, automaton, labels, values, start) for block in blocks)
    return tuple(chain.from_iterable(drawn))


def placed(drawing: Drawing) -> Iterator[tuple[int, int, Box]]:
    """The cells of a table with the row and the column in which each begins, from 0."""
    covered: set[tuple[int, int]] = set()
    for row, boxes in enumerate(drawing):
        column = 0
        for box in boxes:
            while (row, column) in covered:
                column += 1
            yield row, column, box
            covered |= {
                (row + down, column + across)
                for down in range(box.down)
                for across in range(box.across)
            }


def _blocks(automaton: Automaton, shape: Shape) -> Iterator[_Block]:
    ends = {slot.rule: number for number, slot in enumerate(automaton.form)}
    rows = {row.element: row for row in shape.rows}
    captions: list[Slot] = []
    head: list[Slot] = []
    left: list[Slot] = []  # captions that stand left of the rows of their rule
    block: _Block | None = None
    for number, slot in enumerate(automaton.form):
        left = [each for each in left if number <= ends[each.rule]]
        if slot.rule.endswith(COLUMNS):
            head.append(slot)
        elif slot.element not in rows:
            captions.append(slot)
        else:
            if head:
                if block:
                    yield block
                block = _Block(captions, head, [])
            else:
                left += captions
            captions, head = [], []
            if block:
                block.rows.append((rows[slot.element], [each.element for each in left]))
    if block:
        yield block


def _block(
    block: _Block, automaton: Automaton, labels: int, values: int, start: str
) -> Iterator[tuple[Box, ...]]:
    upper, lower = _head(block.head, automaton, values)
    depth = 2 if lower else 1
    first, *others = (slot.element for slot in block.captions)
    if block.captions[0].rule == start:
        corner = Box(first, labels, depth + len(others), "col")
        for number, element in enumerate(others):
            over = Box(element, values, 1, "col")
            yield (corner, over) if number == 0 else (over,)
        yield tuple(upper) if others else (corner, *upper)
    else:
        *over_all, last = (first, *others)
        yield from ((Box(element, labels + values, 1, "col"),) for element in over_all)
        yield Box(last, labels, depth, "col"), *upper
    if lower:
        yield tuple(lower)
    yield from _body(block.rows, labels, values)


def _head(
    slots: Sequence[Slot], automaton: Automaton, values: int
) -> tuple[Sequence[Box], Sequence[Box]]:
    """The columns, and those below a caption that has some of them."""
    upper: list[Box] = []
    lower: list[Box] = []
    across = values // sum(is_column(slot) for slot in slots)
    beside: frozenset[str] = frozenset()  # where what is below a caption ends
    inside = False
    for number, slot in enumerate(slots):
        if not is_column(slot):
            below = slots[number + 1].element
            state = automaton.after(_until(automaton, slot))
            beside, inside = frozenset(automaton.edges[state].keys() - {below}), True
            upper.append(Box(slot.element, 0, 1, "col"))
            continue
        inside = inside and slot.element not in beside
        if inside:
            lower.append(Box(slot.element, across, 1, "col"))
            upper[-1] = upper[-1]._replace(across=upper[-1].across + across)
        else:
            upper.append(Box(slot.element, across, 1, "col"))
    if lower:
        names = {slot.element for slot in slots if is_column(slot)}
        upper = [each._replace(down=2) if each.element in names else each for each in upper]
    return upper, lower


def _until(automaton: Automaton, last: Slot) -> Iterator[str]:
    """The elements of the form up to one of them."""
    for slot in automaton.form:
        yield slot.element
        if slot == last:
            return


def _body(
    rows: Sequence[tuple[Row, Sequence[str]]], labels: int, values: int
) -> Iterator[tuple[Box, ...]]:
    above: Sequence[str] = ()
    for number, (row, path) in enumerate(rows):
        boxes = [
            Box(caption, 1, _run(rows[number:], caption), "row")
            for depth, caption in enumerate(path)
            if above[: depth + 1] != path[: depth + 1]
        ]
        boxes.append(Box(row.element, labels - len(path), 1, "row", row.name))
        across = values // len(row.columns)
        boxes += (Box(None, across, row=row.name, column=column) for column in row.columns)
        yield tuple(boxes)
        above = path


def _run(rows: Sequence[tuple[Row, Sequence[str]]], caption: str) -> int:
    """How many of these rows in turn stand right of a caption."""
    return next((number for number, row in enumerate(rows) if caption not in row[1]), len(rows))


def _side_by_side(automaton: Automaton, shape: Shape) -> Drawing:
    elements = {name_of(slot.element): slot.element for slot in automaton.form if is_column(slot)}
    top: list[Box] = []
    middle: list[Box] = []
    bottom: list[Box] = []
    for group, members in groupby(shape.rows, key=lambda row: row.group):
        rows = [*members]
        if group:
            top.append(Box(group, sum(len(row.columns) for row in rows), 1, "col"))
        for row in rows:
            label = Box(row.element, len(row.columns), 1, "col", row.name)
            columns = [Box(elements[column], 1, 1, "col") for column in row.columns]
            if group:
                middle.append(label)
                bottom += columns
            else:
                top.append(label)
                middle += (each._replace(down=2) for each in columns)
    numbers = (Box(None, row=name, column=column) for name, column in shape.cells())
    return (*map(tuple, filter(None, (top, middle, bottom))), tuple(numbers))
