"""Tables without lines: rows and columns by how the text on a page is aligned.

A table is taken to be one where all its rows agree: values in the same columns, a label before
each, labels of groups beside the rows that they span, a header over each column.  Anything else
stays text, of which the parser says that it cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from gklint.formats.blocks import Paragraph, Run
from gklint.formats.fixed.groups import Group, groups_of
from gklint.formats.fixed.headers import header_rows
from gklint.formats.fixed.labels import Labelled, TableRow, labelled_rows
from gklint.formats.fixed.regions import Columns, in_columns, is_over, pitch_of, regions, values_of
from gklint.formats.fixed.running import Placed, paragraphs
from gklint.formats.fixed.stacks import Bit, Stack, is_parted, stacks
from gklint.formats.fixed.wrapped import with_whole_numbers
from gklint.text.source import Place

_MOST_RULES = 2000  # on a page; more are a drawing
# Parts of a character's size.
_REACH = 0.3
_BREAK = 2.0  # from the last line of a page to the first one of the next
_IN_RULES = 2.0  # from line to line of a cell, where rules part the rows


def with_tables(lines: Sequence[Placed]) -> Iterator[Paragraph[Place]]:
    """Lines between which nothing else stands: as paragraphs, or as rows parted by tabs."""
    lines = with_whole_numbers(lines)
    done = 0
    for region in regions(lines):
        inside = lines[region.start : region.stop]
        rows = _rows(inside, region.columns, pitch_of(inside, lines))
        if rows is not None:
            yield from paragraphs(lines[done : region.start])
            yield from rows
            done = region.stop
    yield from paragraphs(lines[done:])


def _rows(lines: Sequence[Placed], columns: Columns, pitch: float) -> list[Paragraph[Place]] | None:
    """The rows of a table; None where something does not agree."""
    rows: list[TableRow] = []
    header: list[Bit] = []
    words: list[Bit] = []
    for line, moved in zip(lines, _moved(lines), strict=True):
        placed = in_columns(values_of(line), columns)
        if placed is None:
            return None
        bits = _bits(line, moved)
        if placed:
            base = placed[min(placed)].base
            rows.append(TableRow(base + moved, line.place, placed))
        if not is_over(line, columns):
            words += bits
        elif not rows:  # those above a row are the header, the others repeat it
            header += words + bits
            words = []
    size = lines[0].line.size
    if _has_rules(lines, columns):
        above, below = stacks(header, _IN_RULES * size), stacks(words, _IN_RULES * size)
    else:
        above, below = (stacks(map(_unruled, each), pitch) for each in (header, words))
    return _agreed(rows, above, below, columns, _REACH * size)


def _bits(line: Placed, moved: float) -> list[Bit]:
    """The words of a line."""
    words = line.line.pieces[: len(line.line.pieces) - len(values_of(line))]
    return [
        Bit(piece, line.line.size, piece.base + moved, line.place, line.rules) for piece in words
    ]


def _unruled(bit: Bit) -> Bit:
    return bit._replace(rules=())


def _has_rules(lines: Sequence[Placed], columns: Columns) -> bool:
    """Whether a rule parts each row from the next one."""
    rows = [line for line in lines if in_columns(values_of(line), columns)]
    pairs = [(a, b) for a, b in pairwise(rows) if a.place.page == b.place.page]
    few = all(len(line.rules) <= _MOST_RULES for line in lines)
    return (
        few
        and bool(pairs)
        and all(
            is_parted(above.rules, above.line.pieces[-1], below.line.pieces[-1])
            for above, below in pairs
        )
    )


def _agreed(
    rows: Sequence[TableRow],
    above: Sequence[Stack],
    below: Sequence[Stack],
    columns: Columns,
    reach: float,
) -> list[Paragraph[Place]] | None:
    """The rows below a header; None unless labels, groups and header agree with them."""
    labelled = labelled_rows(rows, below, columns[0][0], reach)
    if labelled is None or (not above and len(rows) == 1):
        return None
    labels = [each.label for each in labelled if each.label]
    edge = max([label.end for label in labels], default=-inf)
    headers = header_rows(above, columns, edge - reach)
    used = {id(bit) for label in labels for bit in label.bits}
    groups = groups_of(labelled, [each for each in below if id(each.bits[0]) not in used], reach)
    if headers is None or groups is None:
        return None
    header = [_paragraph([stack.runs() for stack in row]) for row in headers]
    return [*header, *_printed(rows, labelled, groups, len(columns))]


def _moved(lines: Sequence[Placed]) -> Iterator[float]:
    """How far down each line is moved so that all stand on one page."""
    moved = 0.0
    for before, line in pairwise((lines[0], *lines)):
        if before.place.page != line.place.page:
            moved += before.line.base + _BREAK * line.line.size - line.line.base
        yield moved


# -- as text -------------------------------------------------------------------------


def _printed(
    rows: Sequence[TableRow], labelled: Sequence[Labelled], groups: Sequence[Group], width: int
) -> Iterator[Paragraph[Place]]:
    for number, (row, (_, label)) in enumerate(zip(rows, labelled, strict=True)):
        cells = [group.label.runs() for group in groups if group.first == number]
        cells += [label.runs()] if label else []
        for column in range(width):
            value = row.values.get(column)
            cells.append([Run(value.text, row.place)] if value else [])
        yield _paragraph(cells, row.place)


def _paragraph(
    cells: Sequence[Sequence[Run[Place]]], place: Place | None = None
) -> Paragraph[Place]:
    """Cells on a line, parted by tabs."""
    end = place or cells[-1][-1].origin
    runs: list[Run[Place]] = []
    for number, cell in enumerate(cells):
        if number:
            runs.append(Run("\t", runs[-1].origin if runs else end))
        runs += cell
    return Paragraph(tuple(runs), end)
