"""Numbers for a blank form, and files of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from gklint.blank.filling import Filled, fill
from gklint.docs import sample_text
from gklint.extract.extracting import facts
from gklint.form.drawing import drawing_of, placed
from gklint.formats.reading import take
from gklint.model.facts import Facts
from gklint.model.outcomes import CellName
from gklint.ruleset.loading import load_rules
from gklint.text.values import Number
from tests.support.checking import linter
from tests.support.extracting import facts_of

Numbers = Mapping[CellName, Number]
Sheet = list[list[str]]
Merged = list[tuple[int, int, int, int]]


def cell(name: str) -> CellName:
    """``requests.granted.total``."""
    return CellName(*name.split("."))


def numbers_of(found: Facts) -> dict[CellName, Number]:
    """The numbers that were extracted of a report."""
    return {
        CellName(table, row, column): it.value
        for table, rows in found.tables.items()
        for row, columns in rows.items()
        for column, it in columns.items()
        if it.value is not None
    }


def sample_numbers() -> dict[CellName, Number]:
    return numbers_of(facts_of(sample_text()))


def numbers_in(data: bytes) -> dict[CellName, Number]:
    """The numbers of a Word file."""
    report = linter().check(take(data, "年报.docx"))
    return numbers_of(facts(report, load_rules().form))


def filled(given: Numbers, version: str = "2021") -> Filled:
    return fill(load_rules().identities_of(version), given)


def without(numbers: Numbers, gone: Callable[[CellName], bool]) -> dict[CellName, Number]:
    return {name: number for name, number in numbers.items() if not gone(name)}


def is_total(name: CellName) -> bool:
    return "total" in (name.column, name.row.removeprefix("handled_"))


def sheet_of(table: str, numbers: Numbers, version: str = "2021") -> tuple[Sheet, Merged]:
    """A table as the form draws it, with numbers; and what is merged, counted from 0."""
    structure = load_rules().form.structure
    boxes = [*placed(drawing_of(structure, structure.start(table, version)))]
    width = max(column + box.across for _, column, box in boxes)
    rows = [[""] * width for _ in range(max(row for row, _, _ in boxes) + 1)]
    merged = []
    for row, column, box in boxes:
        number = numbers.get(CellName(table, box.row, box.column), "")
        rows[row][column] = structure.printed[box.element] if box.element else str(number)
        merged.append((row, column, row + box.down - 1, column + box.across - 1))
    return rows, merged


def as_csv(path: Path, *sheets: Sheet) -> Path:
    """Sheets below each other."""
    stream = io.StringIO(newline="")
    for rows in sheets:
        csv.writer(stream).writerows([["说明"], *rows, []])
    path.write_text(stream.getvalue(), "utf-8-sig")
    return path


def as_xlsx(path: Path, *sheets: tuple[Sheet, Merged]) -> Path:
    """Each in a sheet of its own, one row below the first and one column from the left."""
    book = Workbook()
    book.remove(book["Sheet"])
    for rows, merged in sheets:
        sheet = book.create_sheet()
        for number, row in enumerate(rows, 2):
            for column, text in enumerate(row, 2):
                sheet.cell(number, column, int(text) if text.isdecimal() else text or None)
        for top, left, bottom, right in merged:
            if (top, left) != (bottom, right):
                sheet.merge_cells(None, top + 2, left + 2, bottom + 2, right + 2)
    book.save(path)
    return path
