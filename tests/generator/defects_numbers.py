"""Wrong numbers: GK301 to GK305."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .broken import Edit, Expect, Task, defect, defect_of_2021, document_of
from .edits import with_cell
from .figures import broken_sums

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .document import Document
    from .labels import CellKey
    from .model import Report

_PROSE_ROWS = ("new", "carried_in", "handled_total", "carried_out")


def wrong_value(value: int, rng: Random) -> int:
    """Another count: a slip of the keyboard, a neighbour, or anything."""
    text = str(value)
    slips = [
        int(text + rng.choice("0123456789")),
        int(text[:-1] or "0"),
        int(text[::-1]),
        value + 1,
        value - 1,
        0,
        rng.randint(0, 2 * value + 9),
    ]
    return rng.choice([slip for slip in slips if slip != value and slip >= 0])


def _written(document: Document, changes: Mapping[CellKey, int]) -> Document:
    for cell, value in changes.items():
        document = with_cell(document, cell, str(value))
    return document


def _sums(report: Report, changes: Mapping[CellKey, int]) -> tuple[Expect, ...]:
    broken = broken_sums({**report.numbers.counts, **changes})
    return tuple(Expect(s.code, tuple(("cell", *c) for c in s.cells)) for s in broken)


def _followers(cells: tuple[CellKey, ...]) -> frozenset[str]:
    """Codes of prose rules that may, with reason, speak of a wrong cell too."""
    codes = {"GK402"}
    for _, row, _ in cells:
        if row in _PROSE_ROWS:
            codes |= {"GK401", "GK404"}
        if row == "other_fee_unpaid":
            codes.add("GK406")
    return frozenset(codes)


@defect
def request_number_wrong(task: Task) -> Edit:
    """One wrong number anywhere in table three."""
    report, rng = task.report, task.rng
    cells = [key for key in report.numbers.counts if key[0] == "requests"]
    weighted = [key for key in cells if report.numbers.counts[key]]
    cell = rng.choice(weighted if weighted and rng.random() < 0.5 else cells)
    true = report.numbers.counts[cell]
    changes = {cell: wrong_value(true, rng)}
    document = _written(document_of(report), changes)
    return Edit(document, _sums(report, changes), _followers((cell,)), cell, true)


@defect
def two_request_numbers_wrong(task: Task) -> Edit:
    """Two wrong numbers in table three; no single cell explains them."""
    return _several_wrong(task, 2)


@defect
def three_request_numbers_wrong(task: Task) -> Edit:
    """Three wrong numbers in table three."""
    return _several_wrong(task, 3)


def _several_wrong(task: Task, count: int) -> Edit:
    report, rng = task.report, task.rng
    cells = [key for key in report.numbers.counts if key[0] == "requests"]
    changes: dict[CellKey, int] = {}
    while not _sums(report, changes):
        chosen = rng.sample(cells, k=count)
        changes = {cell: wrong_value(report.numbers.counts[cell], rng) for cell in chosen}
    document = _written(document_of(report), changes)
    return Edit(document, _sums(report, changes), _followers(tuple(changes)))


@defect
def dispute_number_wrong(task: Task) -> Edit:
    """One wrong number in table four."""
    report, rng = task.report, task.rng
    cell = rng.choice([key for key in report.numbers.counts if key[0] == "disputes"])
    changes = {cell: wrong_value(report.numbers.counts[cell], rng)}
    document = _written(document_of(report), changes)
    return Edit(document, _sums(report, changes), frozenset(("GK402",)))


@defect_of_2021
def stock_impossible(task: Task) -> Edit:
    """More documents issued than are in force and repealed together."""
    report, rng = task.report, task.rng
    name = "normative_documents"
    repealed = report.numbers.disclosed(name, "repealed")
    in_force = rng.randint(0, 6)
    issued = in_force + repealed + rng.randint(1, 5)
    changes: dict[CellKey, int] = {
        ("disclosure", name, "issued"): issued,
        ("disclosure", name, "in_force"): in_force,
    }
    document = _written(document_of(report), changes)
    return Edit(document, _sums(report, changes), frozenset(("GK402",)))
