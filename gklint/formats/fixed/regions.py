"""Where a table without lines may be: lines with values in the same columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gklint.formats.fixed.lines import NUMBERED, Piece
from gklint.formats.fixed.running import Placed

_MOST = 12  # lines of a header
_FEWEST = 3  # values in a row by which a table is known
_WIDEST = 40  # values; more are no row of a report
_LONGEST = 500  # lines of a table
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = frozenset("。；：")
# Parts of a character's size.
_FAR = 3.2  # from line to line within a header
_PITCH = 1.6  # within a cell, where no rows tell
_SAME_ROW = 0.95  # of the distance of two rows; lines of a cell are closer

Columns = Sequence[tuple[float, float]]


class Region(NamedTuple):
    """Lines [start, stop) that may be a table, and its columns."""

    start: int
    stop: int
    columns: Columns


def values_of(line: Placed) -> Sequence[Piece]:
    """The pieces at the end of a line that have no letter in them."""
    pieces = line.line.pieces
    at = len(pieces)
    while at and not _LETTER.search(pieces[at - 1].text):
        at -= 1
    return pieces[at:]


def is_over(line: Placed, columns: Columns) -> bool:
    """Whether it has words over the columns, as a header has."""
    words = line.line.pieces[: len(line.line.pieces) - len(values_of(line))]
    return bool(words) and words[-1].end > columns[0][0]


def in_columns(values: Iterable[Piece], columns: Columns) -> dict[int, Piece] | None:
    """Values by column; None where one stands in none, or with another."""
    found: dict[int, Piece] = {}
    for value in values:
        over = [
            number
            for number, (start, end) in enumerate(columns)
            if value.start <= end and value.end >= start
        ]
        if len(over) != 1 or over[0] in found:
            return None
        found[over[0]] = value
    return found


def pitch_of(lines: Sequence[Placed], others: Sequence[Placed]) -> float:
    """How far apart lines of the same cell are at most, by the rows of a table, or by others."""
    rows = _distances(lines) or _distances(others)
    return min([_PITCH * lines[-1].line.size, *(_SAME_ROW * distance for distance in rows)])


def _distances(lines: Sequence[Placed]) -> list[float]:
    """How far apart rows of values are between which no other line is."""
    return [
        below.line.base - above.line.base
        for above, below in pairwise(lines)
        if _on_one_page(above, below)
        and len(values_of(above)) >= _FEWEST
        and len(values_of(below)) >= _FEWEST
    ]


def regions(lines: Sequence[Placed]) -> Iterator[Region]:
    """Stretches of lines with values in the same columns, each with what stands around them."""
    done = 0
    for rows, columns in _alike(lines):
        first, last = rows[0], rows[-1]
        while first > done and _has_blanks(lines[first - 1], columns):
            first -= 1
        while last + 1 < len(lines) and _has_blanks(lines[last + 1], columns):
            last += 1
        start = _header(lines, first, done, columns)
        done = _end(lines, start, last + 1)
        if done - start <= _LONGEST:
            yield Region(start, done, columns)


def _alike(lines: Sequence[Placed]) -> Iterator[tuple[list[int], Columns]]:
    """Lines with as many values, in columns that do not overlap, and one header at most."""
    rows: list[int] = []
    columns: Columns = ()
    for number, line in enumerate(lines):
        values = values_of(line)
        if rows and is_over(line, columns) and not _is_repeated(lines, number, rows):
            yield rows, columns
            rows, columns = [], ()
        if not _FEWEST <= len(values) <= _WIDEST:
            continue
        wider = _widened(columns, values) if len(values) == len(columns) else None
        if wider is not None:
            rows.append(number)
            columns = wider
            continue
        if rows and _has_blanks(line, columns):
            continue  # it belongs to the table if that goes on
        if rows:
            yield rows, columns
        rows, columns = [number], [(value.start, value.end) for value in values]
    if rows:
        yield rows, columns


def _is_repeated(lines: Sequence[Placed], number: int, rows: Sequence[int]) -> bool:
    """Whether a page begins with the header of a table that goes on from the page before."""
    first, last = rows[0], rows[-1]
    header = {each.line.text for each in lines[max(first - _MOST, 0) : first]}
    since = lines[last : number + 1]
    here = [each.line.text for each in since if _on_one_page(each, lines[number])]
    before = since[: -len(here)]  # the last row, and what may be left of its label
    return header.issuperset(here) and all(
        below.line.base - above.line.base <= _PITCH * below.line.size
        for above, below in pairwise(before)
    )


def _has_blanks(line: Placed, columns: Columns) -> bool:
    """Whether it is a row some of whose cells are blank."""
    values = values_of(line)
    return 1 < len(values) < len(columns) and in_columns(values, columns) is not None


def _widened(columns: Columns, values: Sequence[Piece]) -> Columns | None:
    """The columns with room for the values, too; None where they would overlap."""
    wider = [
        (min(start, value.start), max(end, value.end))
        for (start, end), value in zip(columns, values, strict=True)
    ]
    return None if any(left[1] >= right[0] for left, right in pairwise(wider)) else wider


def _header(lines: Sequence[Placed], first: int, done: int, columns: Columns) -> int:
    """The first line of the header over a row of values."""
    start = first
    while start > max(done, first - _MOST):
        above, below = lines[start - 1], lines[start]
        if _on_one_page(above, below):
            is_near = below.line.base - above.line.base < _FAR * above.line.size
        else:
            is_near = is_over(above, columns) and len(above.line.pieces) > 1
        text = above.line.text
        if not is_near or text[-1] in _ENDS or NUMBERED.match(text) or values_of(above):
            break
        start -= 1
    return start


def _end(lines: Sequence[Placed], start: int, end: int) -> int:
    """Behind the last line of the label of the last row, which is the one before ``end``."""
    pitch = pitch_of(lines[start:end], lines)
    while end < len(lines):
        above, below = lines[end - 1], lines[end]
        distance = below.line.base - above.line.base
        is_near = _on_one_page(above, below) and distance <= pitch
        if not is_near or len(below.line.pieces) > 1 or NUMBERED.match(below.line.text):
            break
        end += 1
    return end


def _on_one_page(above: Placed, below: Placed) -> bool:
    return above.place.page == below.place.page
