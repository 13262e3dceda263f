"""Numbers in a sheet that has the layout of the form, such as one copied from Word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gklint.blank.given import Given, Rows, cells_in, fail, number_at, place
from gklint.form.drawing import Box, drawing_of, placed
from gklint.form.form import Form
from gklint.form.wordings import Wordings
from gklint.model.outcomes import CellName
from gklint.text.values import Number

_MOST = 2 / 3  # half of the labels of table four stand also five columns beside themselves


class _Found(NamedTuple):
    """A table of the form in a sheet: where its first cell stands there."""

    rows: Rows
    row: int
    column: int


def of_sheets(path: Path, sheets: Sequence[Rows], form: Form, version: str) -> Given | None:
    """The numbers of a workbook whose sheets have the layout of the form; None if none has.

    A table that is in no sheet has no numbers.  Raises UsageError.
    """
    structure = form.structure
    numbers: dict[CellName, Number] = {}
    there = False
    for table in structure.tables:
        boxes = [*placed(drawing_of(structure, structure.start(table, version)))]
        found = [each for rows in sheets for each in _places(rows, boxes, form.wordings)]
        if len(found) > 1:
            fail(path, "new.table-twice", heading=structure.printed[structure.tables[table]])
        for each in found:
            there = True
            _check(path, each, boxes, form)
            numbers.update(_numbers(path, each, boxes, table))
    return Given(None, None, numbers) if there else None


def _places(rows: Rows, boxes: Sequence[tuple[int, int, Box]], wordings: Wordings) -> list[_Found]:
    """Where the table stands in a sheet: most of its labels say so."""
    labels: dict[str, list[tuple[int, int]]] = {}
    for row, column, box in boxes:
        if _is_label(box):
            labels.setdefault(box.element or "", []).append((row, column))
    votes: Counter[tuple[int, int]] = Counter()
    for row, column, text in cells_in(rows):
        label = wordings.label(text)
        for element in label.elements if label else ():
            votes.update((row - down, column - across) for down, across in labels.get(element, ()))
    least = _MOST * sum(map(len, labels.values()))
    return [_Found(rows, *at) for at, count in votes.items() if count >= least]


def _is_label(box: Box) -> bool:
    """Whether it is the head of a row or a column, no caption."""
    return box.element is not None and not box.element.startswith("_")


def _check(path: Path, found: _Found, boxes: Sequence[tuple[int, int, Box]], form: Form) -> None:
    """Refuse a row or a column that the form does not have there."""
    said = {(row, column): text for row, column, text in cells_in(found.rows)}
    for down, across, box in boxes:
        at = found.row + down, found.column + across
        label = form.wordings.label(said.get(at, ""))
        if _is_label(box) and not (label and box.element in label.elements):
            printed = form.structure.printed[box.element or ""]
            fail(path, "new.other-label", place=place(*at), found=said.get(at, ""), label=printed)


def _numbers(
    path: Path, found: _Found, boxes: Sequence[tuple[int, int, Box]], table: str
) -> Mapping[CellName, Number]:
    return {
        CellName(table, box.row, box.column): number
        for down, across, box in boxes
        if box.element is None
        and (number := number_at(path, found.rows, found.row + down, found.column + across))
        is not None
    }
