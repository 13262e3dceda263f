"""What a file of numbers gives for a form: the same from each kind of file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from gklint.bodies.names import plain
from gklint.errors import UsageError
from gklint.files.paths import from_here
from gklint.model.outcomes import CellName
from gklint.text.values import Number, read_value
from gklint.words import Message

MOST = 50
"""How many MB a file of numbers may have."""

Rows = Sequence[Sequence[str]]
"""A sheet, as texts."""


class Given(NamedTuple):
    """A report in a file of numbers: whose it is, where that is said, and its numbers."""

    agency: str | None
    year: int | None
    numbers: Mapping[CellName, Number]

    def of(self, agency: str | None, year: int | None) -> bool:
        """Whether it may be the report of a body and a year; None: of any."""
        other_body = agency and self.agency and plain(agency) != plain(self.agency)
        return not other_body and (year is None or self.year in (None, year))


def number_at(path: Path, rows: Rows, row: int, column: int) -> Number | None:
    """The number in a cell of a sheet; None where it is blank.  Raises UsageError."""
    text = plain(rows[row][column]) if row < len(rows) and column < len(rows[row]) else ""
    value = read_value(text)
    if value.blank:
        return None
    if value.number is None:
        fail(path, "new.no-number", place=place(row, column), found=text)
    return value.number


def place(row: int, column: int) -> str:
    """A cell of a sheet as spreadsheets call it: ``B5``."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row + 1}"


def cells_in(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """The texts of a sheet that say something, with row and column, from 0."""
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text.strip():
                yield number, column, plain(text)


def fail(path: Path, problem: str, /, **args: object) -> NoReturn:
    """Raise UsageError, which names the file."""
    raise UsageError("files.in-file", path=from_here(path), problem=Message(problem, args))
