"""A government's report beside those of the bodies below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gklint.bodies.faults import (
    DOUBLED,
    OMITTED,
    SWAPPED,
    Changes,
    Fault,
    Way,
    differences,
    explain,
)
from gklint.bodies.rollup import Account, Cell, Lines, account_of, lines_of
from gklint.checks.options import TABLE, Options, option, several
from gklint.checks.registry import CountyContext, county_check
from gklint.checks.suspects import slip
from gklint.form.formula import as_number
from gklint.model.abstract import Abstract
from gklint.model.county import Told
from gklint.model.document import Address
from gklint.model.outcomes import (
    CellName,
    CellsOfRows,
    ColumnNames,
    Finding,
    NotApplicable,
    Note,
    Outcome,
    Suspect,
    Undecided,
)
from gklint.text.source import Span
from gklint.words import Message

_MOST_WAYS = 3
_FEW = 4  # cells that a message names with their numbers
_START = Span(0, 0)
_TELLING = 3  # different numbers, which two reports do not have alike by chance


class RollUpOptions(Options):
    """``tables``: those whose cells are sums."""

    tables: tuple[str, ...] = option(several(TABLE, "rulefiles.tables"))


@county_check("roll-up", RollUpOptions)
def roll_up(context: CountyContext, options: RollUpOptions) -> Iterable[Told]:
    """Find the tables of governments that are not the sums of those of the bodies below them."""
    county, names = context.county, context.form.bodies
    judged: set[int] = set()
    for parent in dict.fromkeys(member.parent for member in county.members.values()):
        if parent is None or not names.read(parent).government:
            continue  # another body counts what it does itself beside what those below it do
        account = account_of(county, parent, names)
        for number in account.own:
            judged.add(number)
            report = county.entries[number].report
            for outcome in _judge(report, account, options, listed=county.listed):
                yield Told(number, outcome)
    for number in {*range(len(county.entries))} - judged:
        yield Told(number, NotApplicable())


def _judge(
    report: Abstract, account: Account, options: RollUpOptions, *, listed: bool
) -> Iterator[Outcome]:
    parts = [part for part in account.parts if part.reports]
    every = lines_of(report, parts)
    lines = {cell: line for cell, line in every.items() if cell[0] in options.tables}
    tables = dict.fromkeys(cell[0] for cell in lines)
    found = differences(lines)
    if found and account.by_office:
        yield Undecided("messages.rollup-by-office", Address(next(iter(tables))))
        return
    ways = explain(lines, found)
    lacking = _lacking(account, listed=listed)
    if lacking and not _certain(lines, found, ways):
        more = {cell for cell, number in found.items() if number > 0}
        found = {cell: number for cell, number in found.items() if number < 0}
        for table in tables:
            if account.missing() or any(cell[0] == table for cell in more):
                yield Undecided(lacking.key, Address(table), lacking.args)
        ways = []
    for table in tables:
        own = {cell: number for cell, number in found.items() if cell[0] == table}
        of_table = {cell: line for cell, line in lines.items() if cell[0] == table}
        if own and lacking and not ways:
            yield _least(report, of_table, own)
        elif own:
            told = _reasons(table, ways or explain(of_table, own))
            if len(own) == 1 and not any(fault.table is None for way in ways for fault in way):
                told = [*_typed(of_table, own), *told]
            notes = _notes(account, table, ways) if len(told) == 1 else ()
            yield _finding(report, of_table, own, told)._replace(notes=notes)
        yield from _undecided(table, of_table)


# -- what cannot be told -------------------------------------------------------------------------


def _lacking(account: Account, *, listed: bool) -> Message | None:
    """Why the sums may be larger than those of the reports at hand; None if they cannot."""
    missing = account.missing() or (listed and account.missing(vertical=True))
    if missing:
        args = {"bodies": missing[:_MOST_WAYS], "count": len(missing)}
        return Message("messages.rollup-no-report", args)
    if not listed:
        return Message("messages.rollup-unlisted")
    return None if account.complete else Message("messages.rollup-no-office")


def _certain(lines: Lines, found: Changes, ways: Sequence[Way]) -> bool:
    """Whether a single fault explains differences, though there may be more to add up.

    Numbers that are too small cannot come of what is lacking; those of one body that come twice
    could, if they were few.
    """
    if len(ways) != 1 or len(ways[0]) > 1:
        return False
    numbers = {lines[cell].difference for cell in found}
    return len(numbers) >= _TELLING or any(number < 0 for number in found.values())


def _undecided(table: str, lines: Lines) -> Iterator[Outcome]:
    """The cells that have no sum, and the first body to which that is due."""
    lacks = [
        next(each for each in line.addends if each.number is None)
        for line in lines.values()
        if line.sum is None and line.own is not None
    ]
    if lacks:
        args = {"count": len(lacks), "body": lacks[0].body, "lack": Message(str(lacks[0].lack))}
        yield Undecided("messages.rollup-cells", Address(table), args)


# -- what is wrong -------------------------------------------------------------------------------


def _finding(report: Abstract, lines: Lines, found: Changes, reasons: Sequence[Message]) -> Finding:
    """One finding of all cells of a table, with what explains them."""
    cells = [*found]
    kind = "" if not reasons else "-one" if len(reasons) == 1 else "-several"
    args = {**_args(lines, cells), "why": _any_of(reasons), "ways": len(reasons)}
    suspects = tuple(_suspect(cell, lines) for cell in cells)
    span = _span(report, cells[0])
    if len(cells) > 1:
        kind = f"cells{kind}" if kind or len(cells) > _FEW else "few"
        return Finding(Address(cells[0][0]), span, args, kind, (), suspects)
    (sole,) = suspects
    difference = as_number(max(number := found[cells[0]], -number))
    args |= {"own": sole.actual, "sum": sole.expected, "difference": difference}
    return Finding(Address(*cells[0]), span, args, f"cell{kind}", (), suspects)


def _least(report: Abstract, lines: Lines, found: Changes) -> Finding:
    """The cells that are too small already, though there may be more to add up."""
    cells = [*found]
    return Finding(Address(cells[0][0]), _span(report, cells[0]), _args(lines, cells), "least")


def _args(lines: Lines, cells: Sequence[Cell]) -> dict[str, object]:
    rows: dict[str, list[str]] = {}
    for _, row, column in cells:
        rows.setdefault(row, []).append(column)
    which = tuple((row, row, (*columns,)) for row, columns in rows.items())
    return {
        "count": len(lines[cells[0]].addends),
        "cells": len(cells),
        "which": CellsOfRows(cells[0][0], which),
    }


def _span(report: Abstract, cell: Cell) -> Span:
    figure = report.figure(*cell)
    return figure.span if figure and figure.span else _START


def _suspect(cell: Cell, lines: Lines) -> Suspect:
    line = lines[cell]
    return Suspect(CellName(*cell), as_number(line.own or 0), as_number(line.known))


def _reasons(table: str, ways: Sequence[Way]) -> list[Message]:
    """What explains the differences of a table, each way in words."""
    touching = (tuple(each for each in way if each.table in (None, table)) for way in ways)
    return [_both([*map(_said, way)]) for way in dict.fromkeys(touching) if way]


def _typed(lines: Lines, found: Changes) -> list[Message]:
    """That one digit is wrong, where that would do."""
    (cell,) = found
    sole = _suspect(cell, lines)
    return [Message("messages.fault-typed")] if slip(sole.actual, sole.expected) else []


def _said(fault: Fault) -> Message:
    where = "report" if fault.table is None else "table" if fault.row is None else "row"
    args: Mapping[str, object] = {
        "body": fault.body,
        "row": ColumnNames(fault.table or "", (fault.row,) if fault.row else ()),
        "columns": ColumnNames(fault.table or "", fault.columns),
    }
    if fault.kind in (OMITTED, DOUBLED):
        return Message(f"messages.fault-{fault.kind}-{where}", args)
    if fault.kind == SWAPPED:
        whose = "own" if fault.body is None else "of"
        return Message(f"messages.fault-swapped-{whose}{'-row' if fault.row else ''}", args)
    return Message("messages.fault-written", args)


def _both(faults: Sequence[Message]) -> Message:
    if len(faults) == 1:
        return faults[0]
    return Message("messages.fault-both", {"one": faults[0], "other": faults[1]})


def _any_of(reasons: Sequence[Message]) -> Message | str:
    if not reasons:
        return ""
    if len(reasons) == 1:
        return reasons[0]
    more = Message("messages.and-more") if len(reasons) > _MOST_WAYS else ""
    return Message("messages.fault-any", {"ways": [*reasons[:_MOST_WAYS]], "more": more})


def _notes(account: Account, table: str, ways: Sequence[Way]) -> tuple[Note, ...]:
    """Where the numbers stand of the bodies that are named."""
    bodies = {fault.body for way in ways for fault in way if fault.table in (None, table)}
    return tuple(
        Note(
            "messages.rollup-report", _first(report, table), None, {"body": part.body}, report.path
        )
        for part in account.parts
        if part.body in bodies
        for report in part.reports[:1]
    )


def _first(report: Abstract, table: str) -> Span:
    """The first number of a table that is not 0."""
    figures = report.tables.get(table, {}).values()
    return next((each.span for each in figures if each.number and each.span), _START)
