"""Answers to questions about a corpus: on the screen, as CSV, as JSON, as a workbook."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from gklint.corpus.asking import Answer
from gklint.errors import UsageError
from gklint.extract.columns import Value
from gklint.extract.csv import lines
from gklint.extract.sheets import HEADING, Cell, new_book
from gklint.render.printable import printable
from gklint.words import say

if TYPE_CHECKING:
    from rich.table import Table

SHOWN = 50  # rows on a screen
_COUNTED = 1_000_000  # rows that are counted, of those that are not shown
_NARROW = 10  # columns of a screen that a column of a table needs
_SHEET = 1_048_576  # rows of a sheet of Excel
_CELL = 32_767  # characters of a cell of Excel
_EXACT = 10**15  # numbers that a spreadsheet has as they are
_WIDE = 100_000


def as_csv(answer: Answer) -> Iterator[bytes]:
    """For spreadsheets: what looks like a formula stays text."""
    yield from lines(answer.columns, (map(_text_of, row) for row in answer.rows))


def as_json(answer: Answer) -> Iterator[bytes]:
    """For programs: an object for each row."""
    joint = "[\n"
    for row in answer.rows:
        found = dict(zip(answer.columns, map(_plain, row), strict=True))
        yield (joint + json.dumps(found, ensure_ascii=False)).encode("utf-8", "backslashreplace")
        joint = ",\n"
    yield b"[]\n" if joint.startswith("[") else b"\n]\n"


def as_workbook(answer: Answer) -> Iterator[bytes]:
    """A workbook with one sheet.  Raises UsageError if that has no room for all rows."""
    with new_book() as book:
        sheet = book.sheet("gklint")
        sheet.freeze(1, 0)
        sheet.append([Cell(each, HEADING) for each in answer.columns])
        for row in answer.rows:
            if sheet.rows == _SHEET:
                raise UsageError("corpus.too-many-rows", count=_SHEET - 1)
            sheet.append(map(_cell, row))
        yield from book.written()


WRITERS: dict[str, Callable[[Answer], Iterator[bytes]]] = {
    "csv": as_csv,
    "json": as_json,
    "xlsx": as_workbook,
}


def as_text(answer: Answer, lang: str, wide: int | None, most: int | None) -> Iterator[str]:
    """A table for people, of so many rows at ``most``, for a screen so wide or for a file."""
    shown = [[*map(_shown, row)] for row in islice(answer.rows, most)]
    if not shown:
        yield say(lang, "corpus.no-rows") + "\n"
        return
    yield from _drawn(answer.columns, shown, wide or _WIDE)
    left = sum(1 for _ in islice(answer.rows, _COUNTED))
    if left:
        key = "corpus.more-rows-left" if left == _COUNTED else "corpus.rows-left"
        yield say(lang, key, count=left) + "\n"


def _drawn(columns: Sequence[str], rows: Sequence[Sequence[str]], wide: int) -> Iterator[str]:
    from rich.console import Console

    into = StringIO()
    drawing = Console(file=into, width=wide, highlight=False, markup=False, emoji=False)
    table = _table(columns, rows)
    needed = drawing.measure(table, options=drawing.options.update_width(_WIDE)).maximum
    if needed > wide and _NARROW * len(columns) > wide:
        yield from _records(columns, rows)
        return
    drawing.print(table)
    yield from (f"{line.rstrip()}\n" for line in into.getvalue().splitlines())


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    from rich import box
    from rich.table import Table as New
    from rich.text import Text

    table = New(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, column in enumerate(columns):
        numeric = all(_is_number(row[number]) for row in rows)
        table.add_column(
            Text(printable(column), overflow="fold"), justify="right" if numeric else "left"
        )
    for row in rows:
        table.add_row(*(Text(each, overflow="fold") for each in row))
    return table


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Where a table is too wide: a line for each of its cells."""
    longest = max(map(len, columns))
    for row in rows:
        for column, value in zip(columns, row, strict=True):
            yield f"{printable(column):{longest}}  {value}".rstrip() + "\n"
        yield "\n"


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdecimal() or not text


def _plain(value: Any) -> str | int | float | None:
    """A value as JSON has it."""
    if isinstance(value, bool):
        return value
    found = _text_of(value)
    return float(found) if isinstance(found, Decimal) else found


def _text_of(value: Any) -> Value:
    """A value as a text file has it: of numbers only the digits that say something."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return _whole(Decimal(repr(value))) if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return _whole(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _cell(value: Any) -> Value:
    """A value as a spreadsheet can have it: a number that it would round is text."""
    found = _text_of(value)
    if isinstance(found, str):
        return found if len(found) <= _CELL else f"{found[: _CELL - 1]}…"
    exact = found is None or -_EXACT < found < _EXACT
    return found if exact else str(found)


def _shown(value: Any) -> str:
    found = _text_of(value)
    if isinstance(found, Decimal):
        found = format(found, "f")
    return "" if found is None else printable(str(found))
