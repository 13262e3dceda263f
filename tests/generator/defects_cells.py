"""Defects of cells: GK205 to GK208, GK212."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .broken import (
    Edit,
    Task,
    defect,
    defect_of_2021,
    document_of,
    one,
    suited,
)
from .document import (
    Row,
    Value,
    with_rows,
)
from .edits import any_cell, row_places, table_of, with_cell
from .layouts import VANISHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Report

_DROPS_CELLS = VANISHING | {"tab_flush", "pipe_noempty"}


_TEXTS = ("无", "见附表", "O", "若干", "未统计", "约20")


_NOT_COUNTS = ("-1", "1.5", "－2", "0.5", "-3")


@defect
def value_added(task: Task) -> Edit:
    """One value too many at the end of a row."""
    report, rng = task.report, task.rng
    name, key, _ = any_cell(report, rng)
    extra = Value("extra", str(rng.choice((0, 0, 1, rng.randint(2, 30)))))
    return _recount(report, name, key, lambda values: (*values, extra))


@defect
def value_lost(task: Task) -> Edit:
    """One value too few; only where a lost cell leaves no trace, else one too many."""
    report, layout, rng = task.report, task.layout, task.rng
    if layout not in _DROPS_CELLS:
        return value_added(task)
    name, key, column = any_cell(report, rng)
    while column in ("decisions", "amount"):  # a row with a single value would look blank
        name, key, column = any_cell(report, rng)
    return _recount(
        report, name, key, lambda values: tuple(v for v in values if v.column != column)
    )


def _recount(
    report: Report, name: str, key: str, change: Callable[[tuple[Value, ...]], tuple[Value, ...]]
) -> Edit:
    def row(old: Row) -> Row:
        return replace(old, values=change(old.values)) if old.key == key else old

    document = with_rows(document_of(report), name, lambda rows: tuple(map(row, rows)))
    places = row_places(name, key)
    if name == "disputes":
        places = (("row", name), ("cell", name), ("header", name))
    return Edit(document, one("GK205", *places))


@defect
def cell_blank(task: Task) -> Edit:
    """One cell left blank or filled with a dash."""
    report, layout, rng = task.report, task.layout, task.rng
    cell = any_cell(report, rng)
    marks = ("/", "—") if layout in VANISHING else ("", "", "/", "—")
    document = with_cell(document_of(report), cell, rng.choice(marks))
    return Edit(document, one("GK206", ("cell", *cell)))


@defect
def row_blank(task: Task) -> Edit:
    """Every value of a row left blank or filled with a dash."""
    report, layout, rng = task.report, task.layout, task.rng
    name, key, _ = any_cell(report, rng)
    text = rng.choice(("/", "—") if layout in VANISHING else ("", "/", "—"))
    document = document_of(report)
    for row in table_of(document, name).rows():
        if row.key == key:
            for value in row.values:
                document = with_cell(document, (name, key, value.column), text)
    return Edit(document, one("GK206", ("cell", name, key)))


@defect
def cell_text(task: Task) -> Edit:
    """Words where a number belongs."""
    report, rng = task.report, task.rng
    cell = any_cell(report, rng)
    document = with_cell(document_of(report), cell, rng.choice(_TEXTS))
    return Edit(document, one("GK207", ("cell", *cell)))


@defect
def cell_not_a_count(task: Task) -> Edit:
    """A negative number or a fraction where a count belongs."""
    report, rng = task.report, task.rng
    cell = any_cell(report, rng, fees=False)
    document = with_cell(document_of(report), cell, rng.choice(_NOT_COUNTS))
    sums = frozenset(("GK301", "GK302", "GK303", "GK304", "GK305"))
    return Edit(document, one("GK208", ("cell", *cell)), sums)


@defect_of_2021
def regulations_issued(task: Task) -> Edit:
    """Regulations made by a body below the level that can make any."""
    report, rng = task.report, task.rng
    report = suited(report, rng, lambda r: "县" in r.agency.name)
    issued = rng.randint(1, 3)
    document = document_of(report)
    in_force = issued + rng.randint(0, 2)
    for column, value in (("issued", issued), ("in_force", in_force)):
        document = with_cell(document, ("disclosure", "regulations", column), str(value))
    return Edit(document, one("GK212", *row_places("disclosure", "regulations")))
